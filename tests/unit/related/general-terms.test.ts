import { describe, expect, it } from 'vitest';
import { openBackground, writeBackground } from '../../../lib/related/background';
import { pairHash, termHash } from '../../../lib/related/term-hash';
import { generalTerms } from '../../../scripts/related/general-terms';
import { makeDocument } from '../../support/related-documents';

const background = openBackground(
  writeBackground({
    documents: 40,
    counts: new Map(),
    general: new Set(),
    words: [
      { hash: termHash('walrus'), scale: 1, vector: [127, 0] },
      { hash: termHash('violin'), scale: 1, vector: [0, 127] },
    ],
    mean: [0, 0],
  }),
);

const PAPERS = Array.from({ length: 40 }, (_, i) =>
  makeDocument({
    id: `arxiv:${i}`,
    title: i % 2 === 0 ? 'Watching a walrus colony' : 'Watching a violin survey',
    abstract: i % 2 === 0 ? 'An open source walrus.' : 'An open source violin, in a colony.',
  }),
);

function isGeneral(...hashes: number[]): boolean[] {
  const general = generalTerms(PAPERS, hashes, background);
  return hashes.map((hash) => general.has(hash));
}

describe('terms that name no subject', () => {
  it('are those that titles avoid and papers on anything hold', () => {
    expect(isGeneral(termHash('source'), pairHash('open', 'source'))).toEqual([true, true]);
  });

  it('are not those in titles of papers that are alike', () => {
    expect(isGeneral(termHash('walrus'), pairHash('violin', 'survey'))).toEqual([false, false]);
  });

  it('are those that titles begin with: they say what is done, not of what', () => {
    expect(isGeneral(termHash('watching'))).toEqual([true]);
  });

  it('are among those asked about alone', () => {
    expect([...generalTerms(PAPERS, [termHash('source')], background)]).toEqual([
      termHash('source'),
    ]);
  });
});
