import { describe, expect, it } from 'vitest';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import { COMBINATION } from '../../../lib/related/combination';
import type { RelatedDocument } from '../../../lib/related/related-index';
import { makeDocument } from '../../support/related-documents';

const QUERY = makeDocument({ title: 'Waggle dance of honey bees' });
const CLOSE = makeDocument({ title: 'The waggle dance of honey bees', authors: ['Ada Oak'] });

/** Ids, best first. */
function order(papers: readonly RelatedDocument[], authorFeedbackWeight?: number): string[] {
  const combination = {
    ...COMBINATION,
    ...(authorFeedbackWeight === 0 && { authorFeedbackWeight }),
  };
  const index = openRelatedIndex(new Map(), { combination });
  index.put(papers, 1);
  return index.related(QUERY, 10).map(({ id }) => id);
}

function byAuthor(author: string): RelatedDocument {
  return makeDocument({ id: `arxiv:${author}`, title: 'Flowers and bees', authors: [author] });
}

describe('authors of the closest papers', () => {
  it('bring up what else they wrote before papers of like text by others', () => {
    const papers = [CLOSE, byAuthor('Tom Meadow'), byAuthor('Ada Oak')];
    expect(order(papers).slice(1)).toEqual(['arxiv:Ada Oak', 'arxiv:Tom Meadow']);
  });

  it('bring up nothing by a paper that only its own authors wrote', () => {
    const papers = [{ ...byAuthor('x'), authors: [] }, byAuthor('Tom Meadow'), CLOSE];
    expect(order(papers)).toEqual(order(papers, 0));
  });
});
