import { describe, expect, test } from 'vitest';
import { createEngine } from '../../bench/engine';
import { generatePapers } from '../../support/generate-papers';

const papers = generatePapers(50, 4).map(({ key, title, abstract, authors, date }) => ({
  id: key as string,
  title,
  abstract: abstract ?? '',
  authors: authors.map(({ name }) => name),
  year: Number(date?.slice(0, 4) ?? 2031),
}));
const [stored, later] = [papers.slice(0, 40), papers.slice(40)];

describe('an engine of the benchmark', () => {
  test('restored from a snapshot answers as the one it was taken of, and goes on as it', async () => {
    const first = createEngine();
    await first.add(stored);
    const second = createEngine();
    await second.restore(structuredClone(await first.snapshot()));
    for (const engine of [first, second]) {
      await engine.add([...stored.slice(-3), ...later.slice(0, 8)]);
      for (const paper of later.slice(8)) await engine.add([paper]);
    }
    for (const paper of [...stored, ...later]) {
      expect(await second.related(paper, 5)).toEqual(await first.related(paper, 5));
      expect(await second.match(paper)).toEqual({ id: paper.id, score: 1 });
      expect(await first.match(paper)).toEqual({ id: paper.id, score: 1 });
    }
  });

  test('takes papers and records that lack everything but a title, or even that', async () => {
    const engine = createEngine();
    const bare = { id: 'bare', title: 'Roots of bare trees in deep winter soil' };
    const empty = { id: 'empty', title: null, abstract: null, authors: null, year: null };
    await engine.add([bare, empty as never, { id: 'no-title' } as never]);
    expect(await engine.match({ title: bare.title })).toEqual({ id: 'bare', score: 1 });
    expect(await engine.match({} as never)).toBeNull();
    expect(await engine.match({ title: '' })).toBeNull();
    expect(await engine.related({ id: 'asked', title: '' }, 5)).toEqual([]);
    expect(await engine.rankForLibrary(['bare'], ['empty'])).toHaveLength(1);
  });

  test('ignores ids it knows, within one call, too', async () => {
    const engine = createEngine();
    const [one] = stored;
    if (!one) throw new Error('no paper');
    await engine.add([one, { ...one, title: 'Another title of quite other words' }]);
    await engine.add([{ ...one, title: 'A third title of still other words' }]);
    expect(await engine.match(one)).toEqual({ id: one.id, score: 1 });
    expect(await engine.match({ title: 'Another title of quite other words' })).toBeNull();
  });
});
