const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ẞ', 'SS'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ð', 'd'],
  ['Ð', 'D'],
  ['þ', 'th'],
  ['Þ', 'TH'],
  ['ı', 'i'],
]);
const MARKS = /\p{M}+/gu;
const NON_ASCII = /\P{ASCII}/gu;

/** Latin letters without their marks (`Müller` is `Muller`); other characters stay as they are. */
export function foldToAscii(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(NON_ASCII, (char) => LETTERS.get(char) ?? char);
}
