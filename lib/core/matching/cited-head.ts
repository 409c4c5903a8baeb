import { titleWords } from '../title-words';

/** Authors and a year before a title end within so many characters. */
const LONGEST_HEAD = 150;
const END = /[.:;)](?=\s)/g;
/** `Kumar, V.`, `(2003)`, `et al`. */
const LIKE_AUTHORS = /(?:^|[\s,.])\p{L}\s?\.|,|\b(?:19|20)\d\d|\bet ?al\b/iu;

/**
 * How many words before the title proper are authors of a citation that its parser left there: the
 * first ones in `alone`, the places of words that the other title lacks. 0 where there are none.
 */
export function citedHead(
  title: string,
  words: readonly string[],
  alone: readonly number[],
): number {
  const count = words.findIndex((_, place) => alone[place] !== place);
  if (count <= 0) return 0;
  const start = title.slice(0, LONGEST_HEAD);
  for (const { index } of start.matchAll(END)) {
    const head = start.slice(0, index + 1);
    if (LIKE_AUTHORS.test(head) && titleWords(head).length === count) return count;
  }
  return 0;
}
