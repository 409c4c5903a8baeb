import { titleWords } from './title-words';

/**
 * The family name of one author, folded. It comes before a comma ("Oak, Ada"), before trailing
 * initials ("Oak AB"), first where the name is in Han or Hangul, else last. '' for none.
 */
export function surname(name: string): string {
  const [family = '', given] = name.split(',', 2);
  if (given !== undefined) return titleWords(family).join(' ');
  const words = titleWords(name.trim().replace(TRAILING_INITIALS, '$1'));
  if (EAST_ASIAN.test(name)) return (words[0] ?? '').slice(0, 1);
  return words.findLast(isName) ?? words.at(-1) ?? '';
}

const TRAILING_INITIALS = /(\p{Ll}) \p{Lu}{1,3}$/u;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}\s·]+$/u;
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md']);

function isName(word: string): boolean {
  return word.length > 1 && !SUFFIXES.has(word);
}
