import { describe, expect, test } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import type { RelatedDocument } from '../../../lib/related/related-index';
import { CosineOverMaps } from '../../../scripts/bench/cosine-over-maps';
import { SparseTfIdf } from '../../../scripts/bench/sparse-tf-idf';
import { generatePapers } from '../../support/generate-papers';

const papers = generatePapers(300, 7).map(
  ({ key, title, abstract = '' }): RelatedDocument => ({ id: key, title, abstract, authors: [] }),
);
const [first] = papers;
if (!first) throw new Error('no paper');
const taken = { ...first, id: 'arxiv:9912.00001' as PaperKey };
const plain = new SparseTfIdf([...papers, taken]);

describe('the plain design that relatedness is timed beside', () => {
  test('finds the paper that says the same first, and never the one asked about', () => {
    const hits = plain.related(first, 10);
    expect(hits).toHaveLength(10);
    expect(hits[0]?.id).toBe(taken.id);
    expect(hits[0]?.score).toBeCloseTo(1, 1);
    expect(hits.map(({ id }) => id)).not.toContain(first.id);
  });

  test('answers a question as it did the first time', () => {
    const asked = papers.slice(0, 20);
    const before = asked.map((paper) => plain.related(paper, 5));
    expect(asked.map((paper) => plain.related(paper, 5))).toEqual(before);
  });

  test('finds by title alone what the reference finds by it', () => {
    const reference = new CosineOverMaps(papers);
    const alone = new SparseTfIdf(papers);
    for (const { title } of papers.slice(0, 20)) {
      const asked = { id: 'unknown' as PaperKey, title, authors: [] };
      expect(alone.related(asked, 1)[0]?.id).toBe(reference.related(asked, 1)[0]?.id);
    }
  });

  test('finds nothing by words that no paper holds', () => {
    const asked = { id: 'unknown' as PaperKey, title: 'Xyzzyx plughq', authors: [] };
    expect(plain.related(asked, 5)).toEqual([]);
  });
});
