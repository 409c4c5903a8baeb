import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { openSearchIndex } from '../../../lib/search/paper-index';
import { parseQuery } from '../../../lib/search/query';
import type { SearchDocument } from '../../../lib/search/search-index';
import { SegmentStore } from '../../support/segment-store';

/** So far apart that no slip leads from one to another, and none is made of two others. */
const WORDS = ['graph', 'kernel', 'photon', 'whale', 'tensor', 'plasma', 'vineyard', 'obelisk'];
const TAGS = ['tag:red', 'tag:blue', 'is:read', 'is:unread'];

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((words) => words.join(' '));
const document = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((n) => `x:${n}` as PaperKey),
  title: text,
  authors: fc.array(text, { maxLength: 2 }),
  abstract: text,
  facets: fc.subarray(TAGS),
  year: fc.integer({ min: 2018, max: 2024 }),
  atMs: fc.double({ min: 0, max: 1e12, noNaN: true }),
});

type Step =
  | { kind: 'put'; documents: SearchDocument[] }
  | { kind: 'remove'; ids: PaperKey[] }
  | { kind: 'reopen' | 'merge' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      documents: fc.array(document, { maxLength: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      ids: fc.array(
        document.map((d) => d.id),
        { maxLength: 4 },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('reopen' as const, 'merge' as const) }),
  },
);

/** What a query asks for, said once more without any index. */
interface Asked {
  readonly text: string;
  readonly isMet: (paper: SearchDocument) => boolean;
}

const has = (texts: readonly string[], word: string) =>
  texts.some((text) => text.split(' ').includes(word));
const everywhere = (paper: SearchDocument) => [paper.title, ...paper.authors, paper.abstract ?? ''];
const word = fc.constantFrom(...WORDS);

const required: fc.Arbitrary<Asked> = fc.oneof(
  word.map((w): Asked => ({ text: `title:${w}`, isMet: (p) => has([p.title], w) })),
  word.map((w): Asked => ({ text: `author:${w}`, isMet: (p) => has(p.authors, w) })),
  word.map((w): Asked => ({ text: `-${w}`, isMet: (p) => !has(everywhere(p), w) })),
  fc.tuple(word, word).map(
    ([a, b]): Asked => ({
      text: `title:"${a} ${b}"`,
      isMet: (p) => ` ${p.title} `.includes(` ${a} ${b} `),
    }),
  ),
  fc
    .constantFrom(...TAGS)
    .map((tag): Asked => ({ text: tag, isMet: (p) => p.facets.includes(tag) })),
  fc
    .constantFrom(...TAGS)
    .map((tag): Asked => ({ text: `-${tag}`, isMet: (p) => !p.facets.includes(tag) })),
  fc.integer({ min: 2018, max: 2024 }).map(
    (year): Asked => ({
      text: `year:>=${year}`,
      isMet: (p) => (p.year ?? 0) >= year,
    }),
  ),
);
const either: fc.Arbitrary<Asked> = fc.tuple(required, required).map(([a, b]) => ({
  text: `${a.text} or ${b.text}`,
  isMet: (p) => a.isMet(p) || b.isMet(p),
}));

test('after any puts, removals, merges and reopenings it answers as a plain list would', () => {
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 20 }),
      fc.array(step, { maxLength: 14 }),
      fc.array(fc.oneof(required, either), { maxLength: 3 }),
      fc.uniqueArray(word, { maxLength: 3 }),
      (first, steps, asked, words) => {
        const store = new SegmentStore();
        const model = new Map<PaperKey, SearchDocument>();
        let index = openSearchIndex(store.segments);
        const run = (one: Step) => {
          if (one.kind === 'put') index.put(one.documents, index.rev + 1);
          if (one.kind === 'put') for (const d of one.documents) model.set(d.id, d);
          if (one.kind === 'remove') index.remove(one.ids, index.rev + 1);
          if (one.kind === 'remove') for (const id of one.ids) model.delete(id);
          if (one.kind === 'merge') index.mergeStep();
          if (one.kind !== 'reopen') return;
          store.apply(index.flush());
          index = openSearchIndex(store.segments);
        };
        run({ kind: 'put', documents: first });
        steps.forEach(run);

        const queryText = [...asked.map((one) => one.text), ...words, ''].join(' ');
        const hits = index.search(parseQuery(queryText, 0).query, 1000).map((hit) => hit.id);
        const expected = [...model.values()]
          .filter((paper) => asked.every((one) => one.isMet(paper)))
          .filter((paper) => words.length === 0 || words.some((w) => has(everywhere(paper), w)))
          .sort((a, b) => b.atMs - a.atMs)
          .map((paper) => paper.id);
        const times = (ids: PaperKey[]) => ids.map((id) => model.get(id)?.atMs);
        expect(index.size).toBe(model.size);
        if (words.length === 0) expect(times(hits)).toEqual(times(expected));
        expect([...hits].sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 300 },
  );
});
