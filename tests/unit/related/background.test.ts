import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBackground, writeBackground } from '../../../lib/related/background';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import { termHash } from '../../../lib/related/term-hash';
import { makeDocument, TEN_PAPERS } from '../../support/related-documents';

const asset = writeBackground({
  documents: 1_000,
  counts: new Map([
    [termHash('model'), 400],
    [termHash('walrus'), 3],
  ]),
  general: new Set([termHash('model')]),
  words: [
    { hash: termHash('walrus'), scale: 1, vector: [127, 0] },
    { hash: termHash('seal'), scale: 0.5, vector: [120, 20] },
    { hash: termHash('violin'), scale: 1, vector: [0, 127] },
  ],
  mean: [0, 0],
});

describe('the background of language', () => {
  it('gives back counts to within five in a hundred, and 0 for what it does not list', () => {
    const background = openBackground(asset);
    expect(background.documents).toBe(1_000);
    expect(background.documentCount(termHash('model')) / 400).toBeCloseTo(1, 1);
    expect(background.documentCount(termHash('walrus')) / 3).toBeCloseTo(1, 1);
    expect(background.documentCount(termHash('opera'))).toBe(0);
    expect(
      ['model', 'walrus', 'opera'].map((word) => background.namesSubject(termHash(word))),
    ).toEqual([false, true, undefined]);
  });

  it('lists every count that was written, for any counts', () => {
    const counts = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.integer({ min: 1, max: 90_000 }),
    );
    fc.assert(
      fc.property(counts, (byTerm) => {
        const byHash = new Map(
          Object.entries(byTerm).map(([term, count]) => [termHash(term), count]),
        );
        const bytes = writeBackground({
          documents: 1,
          counts: byHash,
          general: new Set(),
          words: [],
          mean: [],
        });
        const background = openBackground(bytes);
        for (const [hash, count] of byHash) {
          expect(Math.abs(background.documentCount(hash) / count - 1)).toBeLessThan(0.06);
        }
      }),
    );
  });

  it('refuses bytes of another format, and bytes cut short', () => {
    expect(() => openBackground(new ArrayBuffer(64))).toThrow('other format');
    expect(() => openBackground(new ArrayBuffer(3))).toThrow('too short');
    expect(() => openBackground(asset.slice(0, asset.byteLength - 1))).toThrow('do not fit');
  });

  it('brings papers together that share no word but are near by their vectors', () => {
    const index = openRelatedIndex(new Map(), { background: openBackground(asset) });
    index.put(
      ['Walrus', 'Violin'].map((title) => makeDocument({ title })),
      1,
    );
    const hits = index.related(makeDocument({ title: 'Seal' }), 2);
    expect(hits[0]).toMatchObject({ id: 'arxiv:Walrus', reason: { terms: [] } });
  });

  it('starts an index anew that was made with another one', () => {
    const index = openRelatedIndex(new Map());
    index.put(TEN_PAPERS, 1);
    const segments = index.flush().put;
    expect(openRelatedIndex(segments).size).toBe(10);
    expect(openRelatedIndex(segments, { background: openBackground(asset) }).size).toBe(0);
  });
});
