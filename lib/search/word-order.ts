import { eachDoc } from './postings';
import type { WordOrder } from './segment';

/**
 * Calls `visit` with the terms of a paper's title and authors in order; -1 stands after the title and
 * after each author.
 */
export function eachOrderedTerm(
  order: WordOrder,
  doc: number,
  visit: (term: number) => void,
): void {
  const to = order.offsets[doc + 1] as number;
  let previous = 0;
  // The same varints as a run of postings, which sums them up; the differences are the entries.
  eachDoc(order.bytes, order.offsets[doc] as number, to, (sum) => {
    visit(sum - previous - 1);
    previous = sum;
  });
}
