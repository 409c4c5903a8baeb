import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localDay } from '../../../lib/core/clock';
import { AppError } from '../../../lib/core/errors';
import { pageAddress } from '../../../lib/core/page-address';
import type { PaperCandidate } from '../../../lib/core/paper';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import type { PageRow } from '../../../lib/messages/payloads';
import { editLibrary, removeFromLibrary } from '../../../lib/services/edit-library';
import { evictSeen } from '../../../lib/services/evict-seen';
import { lookAtPage } from '../../../lib/services/look-at-page';
import { mergePapers } from '../../../lib/services/merge-papers';
import { stateOf } from '../../../lib/services/paper-views';
import { recordPage } from '../../../lib/services/record-page';
import { savePapers } from '../../../lib/services/save-papers';
import { undoOperation } from '../../../lib/services/undo-operation';
import type { PaperRepository } from '../../../lib/store/paper-repository';
import { DAY_MS } from '../../support/clock';
import { openLookup, testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

const PAGES = ['https://arxiv.org/list/cs.LG/new', 'https://huggingface.co/papers'];
const KEYS = Array.from({ length: 6 }, (_, n) => key(`arxiv:3101.0000${n}`));

/** What the records themselves say, one by one. */
async function lookAtRecords(
  repository: PaperRepository,
  { url, candidates }: { url: string; candidates: readonly PaperCandidate[] },
  nowMs: number,
): Promise<PageRow[]> {
  const rows = candidates.map(async (candidate): Promise<PageRow> => {
    const found = (await repository.find(candidate.ids)).find((one) => one !== undefined);
    if (!found) return { key: candidate.key, state: 'new' };
    const { seenAgain, firstSeenOn, firstSeenAtMs } = found.paper;
    const state = stateOf(found);
    if (state !== 'seen') return { key: candidate.key, state };
    const isElsewhere =
      seenAgain || firstSeenOn !== pageAddress(url) || localDay(firstSeenAtMs) !== localDay(nowMs);
    return isElsewhere
      ? { key: candidate.key, state, seenAtMs: firstSeenAtMs }
      : { key: candidate.key, state: 'new' };
  });
  return Promise.all(rows);
}

const candidate = fc
  .uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 2 })
  .map((ids) => makeCandidate({ key: ids[0] ?? key(''), ids }));
const candidates = fc.array(candidate, { minLength: 1, maxLength: 3 });
const step = fc.oneof(
  fc.record({ visit: candidates, page: fc.constantFrom(...PAGES) }),
  fc.record({ save: candidates }),
  fc.record({ status: fc.constantFrom('reading', 'read'), of: fc.constantFrom(...KEYS) }),
  fc.record({ remove: fc.constantFrom(...KEYS) }),
  fc.record({ merge: fc.constantFrom(...KEYS), into: fc.constantFrom(...KEYS) }),
  fc.record({ undo: fc.nat(12) }),
  fc.record({ evict: fc.nat(4) }),
  fc.constant({ wait: DAY_MS }),
  fc.constant('restart' as const),
);

it('answers from the look-up what the records would answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const { writer, repository, clock } = testLibrary();
      const factory = new IDBFactory();
      let lookup = openLookup(repository, factory);
      const every = KEYS.map((one) => makeCandidate({ key: one, ids: [one] }));
      for (const [i, one] of steps.entries()) {
        const opId = `operation-${i}`;
        if (one === 'restart') lookup = openLookup(repository, factory);
        else await run(one, opId);
        lookup.markStale();
        for (const url of PAGES) {
          const look = { url, candidates: every };
          const nowMs = clock.now();
          expect(lookAtPage(await lookup.current(), look, nowMs)).toEqual(
            await lookAtRecords(repository, look, nowMs),
          );
        }
      }

      async function run(
        one: Exclude<typeof step extends fc.Arbitrary<infer T> ? T : never, string>,
        opId: string,
      ) {
        const settings = DEFAULT_SETTINGS;
        try {
          if ('visit' in one) {
            const look = { url: one.page, candidates: one.visit };
            await recordPage(writer, look, { settings, isPaperPage: false });
          }
          if ('save' in one) await savePapers(writer, { opId, candidates: one.save });
          if ('status' in one)
            await editLibrary(writer, { opId, ids: [one.of], edit: { status: one.status } });
          if ('remove' in one) await removeFromLibrary(writer, { opId, ids: [one.remove] });
          if ('merge' in one) await mergePapers(writer, { opId, from: one.merge, into: one.into });
          if ('undo' in one) await undoOperation(writer, { opId, undoOf: `operation-${one.undo}` });
          if ('evict' in one) await evictSeen(writer, one.evict);
          if ('wait' in one) clock.advance(one.wait);
        } catch (error) {
          // Papers that are not there cannot be merged or undone; nothing was changed then.
          if (!(error instanceof AppError)) throw error;
        }
      }
    }),
    { numRuns: 150 },
  );
});
