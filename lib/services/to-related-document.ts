import type { PaperFacts, PaperKey } from '../core/paper';
import type { RelatedDocument } from '../related/related-index';

export function toRelatedDocument(
  id: PaperKey,
  ids: readonly PaperKey[],
  facts: PaperFacts,
): RelatedDocument {
  const { title, abstract, authors, categories, date } = facts;
  return {
    id,
    ids,
    title,
    authors: authors.map(({ name }) => name),
    ...(abstract && { abstract }),
    ...(categories && { categories }),
    ...(date && { date }),
  };
}
