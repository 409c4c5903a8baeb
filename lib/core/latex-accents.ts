/**
 * The TeX commands for letters that ASCII lacks, one table for writing and for reading.
 * Writing: `LETTER_TO_COMMAND` and `MARK_TO_ACCENT`; reading: the same tables turned round, plus
 * spellings that we read but never write.
 */

/** Accent commands (`\"`, `\v`), without the backslash, and the combining mark each stands for. */
export const ACCENT_TO_MARK: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'], // grave
  ["'", '\u0301'], // acute
  ['^', '\u0302'], // circumflex
  ['~', '\u0303'], // tilde
  ['=', '\u0304'], // macron
  ['u', '\u0306'], // breve
  ['.', '\u0307'], // dot above
  ['"', '\u0308'], // diaeresis
  ['r', '\u030a'], // ring
  ['H', '\u030b'], // double acute
  ['v', '\u030c'], // caron
  ['d', '\u0323'], // dot below
  ['c', '\u0327'], // cedilla
  ['k', '\u0328'], // ogonek
  ['b', '\u0331'], // macron below
]);

/** The same the other way round: combining mark to accent command. */
export const MARK_TO_ACCENT: ReadonlyMap<string, string> = turnedRound(ACCENT_TO_MARK);

/** Letters that do not decompose into a base and marks, and the command each is written as. */
export const LETTER_TO_COMMAND: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'dj'],
  ['Đ', 'DJ'],
  ['ð', 'dh'],
  ['Ð', 'DH'],
  ['þ', 'th'],
  ['Þ', 'TH'],
  ['ı', 'i'],
  ['ŋ', 'ng'],
  ['Ŋ', 'NG'],
]);

/** Letter commands as read: those written, and `\aa`, `\j`, `\SS`, which are read only. */
export const COMMAND_TO_LETTER: ReadonlyMap<string, string> = new Map([
  ...turnedRound(LETTER_TO_COMMAND),
  ['aa', 'å'], // written as {\r{a}}: a reader in the wild takes \AA for nothing
  ['AA', 'Å'],
  ['j', 'ȷ'],
  ['SS', 'ẞ'],
]);

function turnedRound(map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...map].map(([from, to]) => [to, from]));
}
