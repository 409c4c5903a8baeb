import type { Background } from '../../lib/related/background';
import { featuresOf, NAME } from '../../lib/related/features';
import type { RelatedDocument } from '../../lib/related/related-index';

/** Terms in fewer papers are not listed (count-terms.ts). */
const LEAST_COUNT = 3;

/** The background as if it had been counted without these papers, as a reader's are not in it. */
export function withoutPapers(
  background: Background,
  papers: readonly RelatedDocument[],
): Background {
  const gone = new Map<number, number>();
  const forget = (hash: number) => gone.set(hash, (gone.get(hash) ?? 0) + 1);
  for (const paper of papers) {
    const { terms, names } = featuresOf(paper, Number.POSITIVE_INFINITY, () => 0);
    for (const term of terms) forget(term >>> 8);
    for (const name of names) if (name >>> 24 === NAME.author) forget(name & 0xffffff);
  }
  return {
    ...background,
    documents: background.documents - papers.length,
    documentCount(hash) {
      const left = Math.round(background.documentCount(hash)) - (gone.get(hash) ?? 0);
      return left < LEAST_COUNT ? 0 : left;
    },
  };
}
