import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueuePlace } from '../../../lib/core/library-query';
import type { PaperKey } from '../../../lib/core/paper';
import { editLibrary } from '../../../lib/services/edit-library';
import { putNext } from '../../../lib/services/read-next';
import { savePapers } from '../../../lib/services/save-papers';
import { undoOperation } from '../../../lib/services/undo-operation';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

const NAMES = ['a', 'b', 'c', 'd', 'e'] as const;

/** Five saved papers; `order` gives the names of those in "read next". */
async function withPapers() {
  const { writer, repository } = testLibrary();
  let operations = 0;
  const opId = () => `operation-${++operations}`;
  const candidates = NAMES.map((name) => makeCandidate({ title: `Paper ${name}` }));
  await savePapers(writer, { opId: opId(), candidates });
  const keyOf = (name: string) => candidates[NAMES.indexOf(name as 'a')]?.key as PaperKey;
  return {
    writer,
    opId,
    keyOf,
    async put(names: readonly string[], place: QueuePlace, id = opId()): Promise<string> {
      await putNext(writer, { opId: id, ids: names.map(keyOf), place });
      return id;
    },
    async order(): Promise<string> {
      const found = await repository.list({ sort: 'queue', offset: 0, limit: 10 });
      return found.map(({ paper }) => paper.title.at(-1)).join('');
    },
  };
}

describe('read next', () => {
  it('takes papers in at its end and at its head, in the order given', async () => {
    const { put, order } = await withPapers();
    await put(['b', 'a'], 'last');
    await put(['d', 'c'], 'first');
    expect(await order()).toBe('dcba');
  });

  it('moves one behind another, and undoes that', async () => {
    const { writer, opId, put, order, keyOf } = await withPapers();
    await put(['a', 'b', 'c', 'd'], 'last');
    const moved = await put(['a'], { after: keyOf('c') });
    expect(await order()).toBe('bcad');
    await undoOperation(writer, { opId: opId(), undoOf: moved });
    expect(await order()).toBe('abcd');
  });

  it('lets papers out again without changing the rest', async () => {
    const { writer, opId, put, order, keyOf } = await withPapers();
    await put(['a', 'b', 'c'], 'last');
    await editLibrary(writer, { opId: opId(), ids: [keyOf('b')], edit: { queueRank: null } });
    expect(await order()).toBe('ac');
  });

  it('has no paper that is not saved', async () => {
    const { writer, opId } = await withPapers();
    const ids = ['arxiv:3101.99999' as PaperKey];
    const put = putNext(writer, { opId: opId(), ids, place: 'last' });
    await expect(put).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stays in order however often the same gap is filled', async () => {
    const { put, order, keyOf } = await withPapers();
    await put(['a', 'b', 'c'], 'last');
    for (let i = 0; i < 120; i++) await put([i % 2 === 0 ? 'c' : 'b'], { after: keyOf('a') });
    expect(await order()).toBe('abc');
  });

  it('is what a plain array would be after the same moves', async () => {
    const move = fc.record({
      name: fc.constantFrom(...NAMES),
      after: fc.option(fc.constantFrom(...NAMES)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 12 }), async (moves) => {
        const { put, order, keyOf } = await withPapers();
        let expected: string[] = [];
        for (const { name, after } of moves) {
          await put([name], after === null ? 'last' : { after: keyOf(after) });
          expected = expected.filter((one) => one !== name);
          const at = after === null ? expected.length : expected.indexOf(after) + 1;
          expected.splice(at, 0, name);
        }
        expect(await order()).toBe(expected.join(''));
      }),
      { numRuns: 20 },
    );
  });
});
