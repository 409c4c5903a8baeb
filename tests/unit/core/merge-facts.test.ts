import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addCandidate,
  editFacts,
  mergePapers,
  rowFromCandidate,
} from '../../../lib/core/merge-facts';
import type { PaperCandidate, PaperKey, PaperRow, Source } from '../../../lib/core/paper';
import { paperRow } from '../../support/arbitrary-papers';

const key = 'arxiv:3101.00001' as PaperKey;
const doi = 'doi:10.1000/trees' as PaperKey;

function candidate(source: Source, facts: Partial<PaperCandidate> = {}): PaperCandidate {
  return { key, ids: [key], source, title: 'On Trees', authors: [], ...facts };
}

function met(...looks: readonly [Source, Partial<PaperCandidate>][]): PaperRow {
  const rows = looks.map(([source, facts], i) => rowFromCandidate(candidate(source, facts), i + 1));
  return rows.reduce(mergePapers);
}

const people = (...names: string[]) => names.map((name) => ({ name }));

describe('a paper met twice', () => {
  test('keeps the title of the better source, whichever page came last', () => {
    const facts = met(['arxiv', { title: 'On Trees' }], ['paste', { title: 'on trees' }]);
    expect(facts.title).toBe('On Trees');
  });

  test('takes the newer title from a source that is as good', () => {
    expect(met(['arxiv', { title: 'Trees' }], ['arxiv', { title: 'On Trees' }]).title).toBe(
      'On Trees',
    );
  });

  test('keeps a whole title when a better source cuts it short', () => {
    const row = met(
      ['import', { title: 'On Trees and Roots' }],
      ['publisher', { title: 'On Trees…' }],
    );
    expect(row.title).toBe('On Trees and Roots');
  });

  test('remembers which page each fact came from and when', () => {
    const row = met(['arxiv', { abstract: 'We grow.' }], ['hugging-face', { upvotes: 7 }]);
    expect(row.provenance.abstract).toEqual({ source: 'arxiv', atMs: 1 });
    expect(row.provenance.upvotes).toEqual({ source: 'hugging-face', atMs: 2 });
  });

  test('knows every identifier that any page gave', () => {
    const row = met(['arxiv', {}], ['publisher', { key: doi, ids: [doi] }]);
    expect(row.ids).toEqual([key, doi]);
  });

  test('keeps its own id when a page calls it by another', () => {
    const row = rowFromCandidate(candidate('publisher', { key: doi, ids: [doi] }), 1);
    expect(addCandidate(row, candidate('arxiv'), 2)).toMatchObject({ id: doi, ids: [key, doi] });
  });

  test('is not emptied by a page that names its identifier only', () => {
    const row = met(
      ['arxiv', { authors: people('Ada Oak') }],
      ['publisher', { title: '', authors: [] }],
    );
    expect(row).toMatchObject({ title: 'On Trees', authors: people('Ada Oak') });
  });
});

describe('authors', () => {
  test('stay whole when a better source names only the first of them', () => {
    const row = met(
      ['import', { authors: people('Ada Oak', 'Bo Elm') }],
      ['hugging-face', { authors: people('Ada Oak'), authorCount: 2 }],
    );
    expect(row.authors).toEqual(people('Ada Oak', 'Bo Elm'));
    expect(row.authorCount).toBeUndefined();
  });

  test('stay whole when the same source later prints a shorter list', () => {
    const row = met(
      ['site', { authors: people('Ada Oak', 'Bo Elm') }],
      ['site', { authors: people('Ada Oak') }],
    );
    expect(row.authors).toHaveLength(2);
  });

  test('follow the better source when both lists are whole', () => {
    const row = met(
      ['paste', { authors: people('A. Oak', 'B. Elm') }],
      ['arxiv', { authors: people('Ada Oak', 'Bo Elm') }],
    );
    expect(row.authors[0]?.name).toBe('Ada Oak');
  });
});

describe('what ages or grows', () => {
  test('votes follow the last look at a page, not a file that is imported later', () => {
    const row = met(
      ['hugging-face', { upvotes: 7 }],
      ['hugging-face', { upvotes: 5 }],
      ['import', { upvotes: 90 }],
    );
    expect(row.upvotes).toBe(5);
  });

  test('the arXiv version is the highest ever met', () => {
    expect(met(['arxiv', { version: 3 }], ['arxiv', { version: 1 }]).version).toBe(3);
  });

  test('the date is the first public one, to the day where it is known', () => {
    const row = met(
      ['publisher', { date: '2031-06' }],
      ['arxiv', { date: '2031' }],
      ['arxiv', { date: '2031-01-05' }],
    );
    expect(row.date).toBe('2031-01-05');
  });

  test('an imported year does not displace the date of the paper’s own page', () => {
    expect(met(['arxiv', { date: '2031-01-05' }], ['import', { date: '1970' }]).date).toBe(
      '2031-01-05',
    );
  });

  test('code links of both pages are kept, pages come before PDF files', () => {
    const row = met(
      ['arxiv', { codeLinks: ['https://b.example'], urls: ['https://x.example/p.pdf'] }],
      ['site', { codeLinks: ['https://a.example'], urls: ['https://x.example/a-long-page'] }],
    );
    expect(row.codeLinks).toEqual(['https://a.example', 'https://b.example']);
    expect(row.urls).toEqual(['https://x.example/a-long-page', 'https://x.example/p.pdf']);
  });

  test('keywords that differ in case only are one', () => {
    const row = met(['site', { keywords: ['Trees', 'roots'] }], ['site', { keywords: ['trees'] }]);
    expect(row.keywords).toEqual(['roots', 'Trees']);
  });
});

describe('preprint and publication', () => {
  test('the journal is shown even where the better source only knows the preprint', () => {
    const row = met(
      ['site', { venue: 'Journal of Trees', type: 'journal-article' }],
      ['arxiv', { venue: 'arXiv', type: 'preprint' }],
    );
    expect(row).toMatchObject({ venue: 'Journal of Trees', type: 'journal-article' });
  });
});

describe('what the user typed', () => {
  test('beats every source, however late', () => {
    const mine = editFacts(met(['arxiv', {}]), { title: 'My Trees', venue: 'Treehouse' }, 5);
    const row = addCandidate(mine, candidate('publisher', { title: 'Their Trees', venue: 'X' }), 9);
    expect(row).toMatchObject({ title: 'My Trees', venue: 'Treehouse' });
  });

  test('is replaced by what the user typed later', () => {
    const first = editFacts(met(['arxiv', {}]), { title: 'First' }, 5);
    const second = editFacts(met(['arxiv', {}]), { title: 'Second' }, 6);
    expect(mergePapers(second, first).title).toBe('Second');
  });

  test('may also be nothing: a cleared venue stays cleared', () => {
    const cleared = editFacts(met(['arxiv', { venue: 'Wrong' }]), { venue: undefined }, 5);
    expect(
      addCandidate(cleared, candidate('publisher', { venue: 'Wrong' }), 9).venue,
    ).toBeUndefined();
  });

  test('replaces a set rather than adding to it', () => {
    const mine = editFacts(met(['arxiv', { keywords: ['a'] }]), { keywords: ['b'] }, 5);
    expect(addCandidate(mine, candidate('site', { keywords: ['c'] }), 9).keywords).toEqual(['b']);
  });
});

describe('merging any rows', () => {
  const runs = { numRuns: 500 };

  test('gives the same whichever comes first', () => {
    fc.assert(
      fc.property(paperRow, paperRow, (a, b) => {
        expect(mergePapers(a, b)).toEqual(mergePapers(b, a));
      }),
      runs,
    );
  });

  test('gives the same however they are grouped', () => {
    fc.assert(
      fc.property(paperRow, paperRow, paperRow, (a, b, c) => {
        expect(mergePapers(mergePapers(a, b), c)).toEqual(mergePapers(a, mergePapers(b, c)));
      }),
      runs,
    );
  });

  test('again changes nothing', () => {
    fc.assert(
      fc.property(paperRow, paperRow, (a, b) => {
        const merged = mergePapers(a, b);
        for (const again of [a, b, merged]) expect(mergePapers(merged, again)).toEqual(merged);
      }),
      runs,
    );
  });
});
