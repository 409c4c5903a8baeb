/** Enough to tell titles apart in a list; an index key should be short. */
const MAX_LENGTH = 80;

/** A title as lists are sorted by it: marks and case folded, leading article and signs left out. */
export function sortTitle(title: string): string {
  const folded = title
    .slice(0, 2 * MAX_LENGTH)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return folded.replace(/^(?:the|a|an) /, '').slice(0, MAX_LENGTH);
}
