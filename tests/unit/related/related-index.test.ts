import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import type { SegmentChange } from '../../../lib/core/segments';
import { openBackground } from '../../../lib/related/background';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import type { RelatedDocument, RelatedIndex } from '../../../lib/related/related-index';
import { generatePapers } from '../../support/generate-papers';
import { makeDocument, TEN_PAPERS } from '../../support/related-documents';

const NONE: ReadonlyMap<string, ArrayBuffer> = new Map();

function indexOf(documents: readonly RelatedDocument[]): RelatedIndex {
  const index = openRelatedIndex(NONE);
  index.put(documents, 1);
  return index;
}

function ids(index: RelatedIndex, document: RelatedDocument, limit = 10): string[] {
  return index.related(document, limit).map((hit) => hit.id);
}

function apply(segments: Map<string, ArrayBuffer>, { put, remove }: SegmentChange): void {
  for (const name of remove) segments.delete(name);
  for (const [name, bytes] of put) segments.set(name, bytes.slice(0));
}

const SPARSE = makeDocument({
  title: 'Scaling sparse autoencoders to larger language models',
  abstract: 'Larger sparse autoencoders find more features in the activations of language models.',
});

describe('papers related to one paper', () => {
  it('come with the same subject first', () => {
    expect(ids(indexOf(TEN_PAPERS), SPARSE).slice(0, 2)).toEqual([
      'arxiv:2901.00001',
      'arxiv:2901.00002',
    ]);
  });

  it('are found for a row that shows no more than a title', () => {
    const row = makeDocument({ title: 'The waggle dance in wild bees' });
    expect(ids(indexOf(TEN_PAPERS), row).slice(0, 2).sort()).toEqual([
      'arxiv:2901.00008',
      'arxiv:2901.00009',
    ]);
  });

  it('are the same whatever was asked before, however long it was', () => {
    const index = indexOf(TEN_PAPERS);
    const asked = [SPARSE, ...TEN_PAPERS];
    const afresh = asked.map((one) => indexOf(TEN_PAPERS).related(one, 10));
    expect(asked.map((one) => index.related(one, 10))).toEqual(afresh);
    const long = generatePapers(40).map(({ title, abstract = '' }) => `${title} ${abstract}`);
    index.related(makeDocument({ title: SPARSE.title, abstract: long.join(' ') }), 10);
    expect(asked.map((one) => index.related(one, 10))).toEqual(afresh);
  });

  it('never hold the paper itself', () => {
    const [first] = TEN_PAPERS;
    expect(first && ids(indexOf(TEN_PAPERS), first)).not.toContain(first?.id);
  });

  it('tell which of them are close by themselves, not only because many others are', () => {
    const close = [
      'Melt ponds of Arctic sea ice',
      'Arctic sea ice under its melt ponds',
      'Sea ice and melt ponds',
    ];
    const index = indexOf(
      [...close, 'Whales of the Arctic'].map((title) => makeDocument({ title })),
    );
    const hits = index.related(makeDocument({ title: 'Melt ponds on Arctic sea ice' }), 10);
    expect(hits.at(-1)?.score).toBeGreaterThan(index.badgeThreshold());
    expect(hits.map(({ isClose }) => isClose)).toEqual([true, true, true, false]);
  });

  it('hold one that is close whenever they hold any, so that a badge never counts none', () => {
    const index = indexOf(TEN_PAPERS);
    const row = makeDocument({ title: 'Dances of language in wild features' });
    expect(index.closest(row, 10)[0]?.isClose).toBe(true);
  });

  it('are those scored high enough where only such are asked for', () => {
    const papers = generatePapers(700, 3).map(({ key, ...paper }) =>
      makeDocument({ ...paper, id: key, authors: paper.authors.map(({ name }) => name) }),
    );
    const index = indexOf(papers);
    for (const paper of papers.slice(0, 40)) {
      const all = index.related(paper, 20);
      const [best, tenth] = [all[0]?.score ?? 0, all[9]?.score ?? 0];
      expect(tenth).toBeGreaterThan(0);
      for (const least of [tenth, best, (1 + best) / 2]) {
        expect(index.related(paper, 20, least)).toEqual(all.filter(({ score }) => score >= least));
      }
    }
  });

  it('are none where nothing is shared', () => {
    expect(indexOf(TEN_PAPERS).related(makeDocument({ title: 'Opera' }), 5)).toEqual([]);
    expect(openRelatedIndex(NONE).related(SPARSE, 5)).toEqual([]);
  });

  it('put a paper by the same authors before one of like text by others', () => {
    const twins = ['Tom Meadow', 'Ada Oak'].map((author) =>
      makeDocument({ id: `arxiv:${author}`, title: 'Features of models', authors: [author] }),
    );
    const query = makeDocument({ title: 'Models and their features', authors: ['A. Oak'] });
    expect(ids(indexOf(twins), query)[0]).toBe('arxiv:Ada Oak');
  });

  it('put a paper that the abstract names first, and say so', () => {
    const reply = makeDocument({
      title: 'A comment on bees',
      abstract: 'We reply to arXiv:2901.00007v2.',
    });
    const [first] = indexOf(TEN_PAPERS).related(reply, 5);
    expect(first).toMatchObject({ id: 'arxiv:2901.00007', reason: { cites: true } });
  });

  it('hold one that the abstract names, also among many and without a word in common', () => {
    const named = makeDocument({ id: 'arxiv:2901.00099', title: 'Lichens' });
    const index = indexOf([...manyPapers(1_200), named]);
    const reply = makeDocument({ title: 'Robots', abstract: 'An answer to arXiv:2901.00099.' });
    expect(ids(index, reply)[0]).toBe('arxiv:2901.00099');
  });

  it('put a paper by a co-author of its authors before one of like text by others', () => {
    const papers = [
      makeDocument({ title: 'Tides', authors: ['Ada Oak', 'Li Stone'] }),
      ...['Tom Meadow', 'Li Stone'].map((author) =>
        makeDocument({ id: `arxiv:${author}`, title: 'Features of models', authors: [author] }),
      ),
    ];
    const query = makeDocument({ title: 'Models and their features', authors: ['Ada Oak'] });
    expect(ids(indexOf(papers), query).slice(0, 2)).toEqual(['arxiv:Li Stone', 'arxiv:Tom Meadow']);
  });

  it('are found among Chinese titles', () => {
    const titles = ['大语言模型的推理能力研究', '北极海冰厚度的卫星观测', '蜜蜂的舞蹈语言'];
    const index = indexOf(titles.map((title) => makeDocument({ title })));
    const [first] = index.related(makeDocument({ title: '提升大语言模型推理能力' }), 3);
    expect(first?.id).toBe(`arxiv:${titles[0]}`);
    expect(first?.reason.terms).toEqual(['大语言模型', '推理能力']);
  });
});

describe('the reason', () => {
  it('quotes phrases that both papers hold, as the query paper writes them', () => {
    const background = openBackground(
      new Uint8Array(readFileSync('assets/related/background.bin')).buffer,
    );
    const index = openRelatedIndex(NONE, { background });
    index.put(TEN_PAPERS, 1);
    const [first] = index.related(SPARSE, 1);
    expect(first?.reason.terms[0]?.toLowerCase()).toBe('sparse autoencoders');
    for (const phrase of first?.reason.terms ?? []) {
      expect(`${SPARSE.title} ${SPARSE.abstract}`).toContain(phrase);
    }
  });

  it('quotes no half of a bracket, no bare TeX, and no short form of what it has said', () => {
    const background = openBackground(
      new Uint8Array(readFileSync('assets/related/background.bin')).buffer,
    );
    const index = openRelatedIndex(NONE, { background });
    index.put(
      [makeDocument({ title: 'SU(N) gauge theories, Yang--Mills fields, reinforcement learning' })],
      1,
    );
    const query = makeDocument({
      title: 'Yang--Mills theory of SU(N)-like groups',
      abstract: 'Reinforcement learning (RL) of $\\-$gauge fields.',
    });
    const phrases = index.related(query, 1)[0]?.reason.terms ?? [];
    expect(phrases).toContain('Yang--Mills');
    expect(phrases.filter((phrase) => /[$\\]|\([^)]*$/.test(phrase) || phrase === 'RL')).toEqual(
      [],
    );
  });

  it('quotes what names a subject; what papers on anything write, where nothing else is shared', () => {
    const background = openBackground(
      new Uint8Array(readFileSync('assets/related/background.bin')).buffer,
    );
    const index = openRelatedIndex(NONE, { background });
    index.put([makeDocument({ title: 'Open-source video diffusion at large scale' })], 1);
    const phrasesOf = (title: string) => index.related(makeDocument({ title }), 1)[0]?.reason.terms;
    expect(phrasesOf('Faster video diffusion, open-source')).toEqual(['video diffusion']);
    expect(phrasesOf('Open-source compilers')).toEqual(['Open-source']);
  });

  it('quotes compounds whole', () => {
    const index = indexOf([
      ...TEN_PAPERS,
      makeDocument({ title: 'Chain-of-thought by self-play', id: 'arxiv:chain' }),
    ]);
    const [hit] = index.related(makeDocument({ title: 'Self-play and chain-of-thought' }), 1);
    expect([...(hit?.reason.terms ?? [])].sort()).toEqual(['Self-play', 'chain-of-thought']);
  });

  it('names the shared authors and the shared category, and nothing that is not shared', () => {
    const query = makeDocument({
      title: 'More melt ponds',
      authors: ['New Person', 'I. Frost'],
      categories: ['physics.ao-ph', 'cs.LG'],
    });
    const index = indexOf(TEN_PAPERS.map((paper) => ({ ...paper, categories: ['physics.ao-ph'] })));
    const [first] = index.related(query, 1);
    expect(first?.reason).toMatchObject({ authors: ['I. Frost'], category: 'physics.ao-ph' });
    expect(first?.reason.cites).toBeUndefined();
  });
});

describe('changes', () => {
  it('take a removed paper out of all answers', () => {
    const index = indexOf(TEN_PAPERS);
    index.remove(['arxiv:2901.00001' as PaperKey], 2);
    expect(ids(index, SPARSE)).not.toContain('arxiv:2901.00001');
    expect(index.size).toBe(9);
    expect(index.rev).toBe(2);
  });

  it('put the new text of a paper in the place of the old one', () => {
    const index = indexOf(TEN_PAPERS);
    index.put([makeDocument({ id: 'arxiv:2901.00001', title: 'Lichens' })], 2);
    expect(index.size).toBe(10);
    expect(ids(index, SPARSE)).not.toContain('arxiv:2901.00001');
    expect(ids(index, makeDocument({ title: 'Lichens of bark' }))).toEqual(['arxiv:2901.00001']);
  });

  it('write one small segment for one more paper, beside the state', () => {
    const index = indexOf(manyPapers(1_100));
    index.flush();
    index.put([SPARSE], 2);
    const { put, remove } = index.flush();
    const bytes = [...put.values()].reduce((sum, buffer) => sum + buffer.byteLength, 0);
    expect(put.size).toBe(2);
    expect(bytes).toBeLessThan(20_000);
    expect(remove).toEqual([]);
  });

  it('write nothing where nothing changed', () => {
    const index = indexOf(TEN_PAPERS);
    index.flush();
    expect(index.flush()).toEqual({ put: new Map(), remove: [] });
  });
});

describe('an index opened again from its segments', () => {
  it('gives the same answers', () => {
    const documents = manyPapers(400);
    const index = indexOf(documents);
    index.remove([documents[3]?.id as PaperKey], 7);
    const segments = new Map<string, ArrayBuffer>();
    apply(segments, index.flush());
    const again = openRelatedIndex(segments);
    expect(again.rev).toBe(7);
    for (const query of documents.slice(0, 20)) {
      expect(again.related(query, 5)).toEqual(index.related(query, 5));
    }
  });

  it.each([
    [
      'a state of another version',
      (map: Map<string, ArrayBuffer>) => map.set('state', text('{"version":99}')),
    ],
    ['a state that is no JSON', (map: Map<string, ArrayBuffer>) => map.set('state', text('{'))],
    [
      'a block cut short',
      (map: Map<string, ArrayBuffer>) => map.set('rows-1', new ArrayBuffer(40)),
    ],
    ['a block that is missing', (map: Map<string, ArrayBuffer>) => map.delete('rows-1')],
  ])('is empty, and clears up, for %s', (_, damage) => {
    const segments = new Map<string, ArrayBuffer>();
    apply(segments, indexOf(TEN_PAPERS).flush());
    damage(segments);
    const again = openRelatedIndex(segments);
    expect([again.size, again.rev]).toEqual([0, 0]);
    expect([...again.flush().remove].sort()).toEqual([...segments.keys()].sort());
  });

  it('holds what was put and not removed, after any order of changes, merges and restarts', () => {
    const pool = manyPapers(40);
    const step = fc.oneof(
      fc.record({ put: fc.array(fc.nat(pool.length - 1), { maxLength: 12 }) }),
      fc.record({ remove: fc.nat(pool.length - 1) }),
      fc.constant({ merge: true as const }),
      fc.constant({ reopen: true as const }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const segments = new Map<string, ArrayBuffer>();
        const model = new Set<string>();
        let index = openRelatedIndex(segments);
        for (const [i, change] of steps.entries()) {
          if ('put' in change) {
            const documents = change.put.flatMap((n) => pool[n] ?? []);
            index.put(documents, i);
            for (const { id } of documents) model.add(id);
          } else if ('remove' in change) {
            const id = pool[change.remove]?.id as PaperKey;
            index.remove([id], i);
            model.delete(id);
          } else if ('merge' in change) {
            index.mergeStep();
          } else {
            apply(segments, index.flush());
            index = openRelatedIndex(segments);
          }
          expect(index.size).toBe(model.size);
        }
        apply(segments, index.flush());
        const found = openRelatedIndex(segments).rank(
          index.profile([]),
          pool.map(({ id }) => id),
        );
        expect(found.map(({ id }) => id).sort()).toEqual([...model].sort());
      }),
      { numRuns: 25 },
    );
  });

  it('merges small blocks until few are left, without a change in what is found', () => {
    const documents = manyPapers(60);
    const index = openRelatedIndex(NONE);
    for (const document of documents) index.put([document], 1);
    const before = documents.map((query) => ids(index, query, 3));
    while (index.mergeStep());
    expect(index.flush().put.size).toBeLessThan(12);
    expect(documents.map((query) => ids(index, query, 3))).toEqual(before);
  });
});

describe('scores', () => {
  const documents = manyPapers(300);
  const index = indexOf(documents);

  it('stand in [0, 1], the best first, for any paper', () => {
    const title = fc.oneof(fc.string(), fc.constantFrom(...documents.map((paper) => paper.title)));
    fc.assert(
      fc.property(title, fc.option(title, { nil: undefined }), (title, abstract) => {
        const hits = index.related(makeDocument({ title, ...(abstract && { abstract }) }), 20);
        const scores = hits.map((hit) => hit.score);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(new Set(hits.map((hit) => hit.id)).size).toBe(hits.length);
      }),
    );
  });
});

function manyPapers(count: number): RelatedDocument[] {
  return generatePapers(count, 7).map((paper) =>
    makeDocument({
      id: paper.key,
      title: paper.title,
      authors: paper.authors.map((author) => author.name),
      ...(paper.abstract && { abstract: paper.abstract }),
    }),
  );
}

function text(content: string): ArrayBuffer {
  return new TextEncoder().encode(content).buffer;
}
