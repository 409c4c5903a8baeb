import { isAppError } from '../core/errors';
import type { PaperKey } from '../core/paper';
import { findPaperLinks } from '../core/paper-links';
import type { LookupIndex } from '../lookup/lookup-index';
import type { TitleIndex } from '../match/title-index';
import type { Done, TabReading } from '../messages/payloads';
import type { Handlers } from '../messages/server';
import type { RelatedIndex } from '../related/related-index';
import type { SearchIndex } from '../search/search-index';
import type { OperationResult, Writer } from '../store/operation';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import type { SnapshotStore } from '../store/snapshot-store';
import { emptyBin, restoreFromBin } from './bin';
import { checkLibrary, repairLibrary } from './check-library';
import { dismissPapers } from './dismiss-papers';
import { possibleDuplicates, rememberNotSame } from './duplicates';
import { editLibrary, removeFromLibrary } from './edit-library';
import { evictSeen } from './evict-seen';
import { healthReport, rememberHealth } from './health';
import { importPapers, previewImport } from './import-papers';
import { inBatches, type OnProgress, type Part, reachedBy } from './in-batches';
import { keepCitationKeys } from './keep-citation-keys';
import { listOperations } from './list-operations';
import type { LiveIndex } from './live-index';
import { mappedPapers, mapVectors } from './map-papers';
import { matchRows, withMatches } from './match-papers';
import { mergePapers } from './merge-papers';
import { missedPapers } from './missed-papers';
import { paperHistory } from './paper-history';
import { stateOf, toExchangePaper, toListedPaper, toPublicView, toStoredView } from './paper-views';
import { rankPapers } from './rank-papers';
import { putNext } from './read-next';
import type { ReadingMessage } from './reading-handlers';
import { countRelated, relatedForCard, relatedToPaper } from './relate';
import { renameLabel } from './rename-label';
import { savePapers } from './save-papers';
import { findKeys } from './search-library';
import { changeSettings, getSettings } from './settings';
import type { Slicing } from './slices';
import { restoreSnapshot, takeSnapshot } from './snapshots';
import { libraryStatistics } from './statistics';
import { undoOperation } from './undo-operation';

export interface HandlerOptions {
  readonly writer: Writer;
  readonly repository: PaperRepository;
  readonly lookupIndex: LiveIndex<LookupIndex>;
  readonly searchIndex: LiveIndex<SearchIndex>;
  readonly savedIndex: LiveIndex<RelatedIndex>;
  readonly allIndex: LiveIndex<RelatedIndex>;
  readonly titleIndex: LiveIndex<TitleIndex>;
  readonly snapshots: SnapshotStore;
  readonly openDetails: (key: PaperKey) => Promise<void>;
  readonly openExport: (keys: readonly PaperKey[]) => Promise<void>;
  readonly loadTools: (tabId: number) => Promise<void>;
  readonly readTab: (tabId: number) => Promise<TabReading>;
  /** Told after a commit, with every key of the papers that changed. */
  readonly onCommitted: (keys: readonly PaperKey[]) => void;
  /** Told while a change of many papers goes on, after each part that is on disk. */
  readonly onProgress: OnProgress;
  readonly slicing: Slicing;
}

/** The most related papers a card has room for. */
const CARD_RELATED = 3;

/** What the background does for each message that reading-handlers.ts does not answer. */
export function createHandlers(options: HandlerOptions): Omit<Handlers, ReadingMessage> {
  const { writer, repository, lookupIndex, searchIndex, savedIndex, allIndex } = options;
  const { titleIndex, snapshots, slicing, onProgress } = options;
  const { db, now } = writer;

  async function finish(opId: string, operation: Promise<OperationResult>): Promise<Done> {
    const { ids, isReplay } = await operation.catch((error) => failHalfWay(opId, error));
    const found = await findAll(ids);
    if (!isReplay) tell(found);
    const changed = found.map((one) => ({ ids: one.paper.ids, state: stateOf(one) }));
    return { opId, changed };
  }

  /** What was changed before a change of many failed stays changed, and is told. */
  async function failHalfWay(opId: string, error: unknown): Promise<never> {
    const reached = reachedBy(db, opId).then(findAll);
    // What cannot be read now cannot be told; why the change failed says more.
    const found = await reached.catch((): FoundPaper[] => []);
    if (found.length > 0) tell(found);
    throw error;
  }

  async function findAll(ids: readonly PaperKey[]): Promise<FoundPaper[]> {
    return (await repository.find(ids)).filter((one) => one !== undefined);
  }

  function tell(found: readonly FoundPaper[]): void {
    options.onCommitted(found.flatMap(({ paper }) => paper.ids));
  }

  function change(asked: Part, run: (part: Part) => Promise<OperationResult>): Promise<Done> {
    return finish(asked.opId, inBatches(asked, run, onProgress));
  }

  return {
    'page.relate': async ({ candidates }) => {
      const [saved, titles, lookup] = await Promise.all([
        savedIndex.current(),
        titleIndex.current(),
        lookupIndex.current(),
      ]);
      const [counts, rows] = await Promise.all([
        countRelated(candidates, { repository, saved, ...slicing }),
        matchRows(candidates, { lookup, titles, repository, ...slicing }),
      ]);
      return { counts, rows };
    },
    'page.rank': async ({ candidates }) => {
      const saved = await savedIndex.current();
      return rankPapers(candidates, { repository, saved, ...slicing });
    },
    'page.loadTools': async (_request, { sender }) => {
      if (sender.tab?.id !== undefined) await options.loadTools(sender.tab.id);
      return null;
    },
    'page.openDetails': async ({ key }) => {
      await options.openDetails(key);
      return null;
    },
    'page.openExport': async ({ keys }) => {
      await options.openExport(keys);
      return null;
    },
    'paper.card': async ({ candidate }) => {
      const { index: saved } = await savedIndex.atHand();
      const [found] = await findAll(candidate.ids);
      const related = await relatedForCard(candidate, CARD_RELATED, { repository, saved });
      const { ids, title } = found?.paper ?? candidate;
      const links = findPaperLinks(ids, title);
      return { ...(found && { view: toPublicView(found) }), ...related, links };
    },
    'papers.save': async (request) => {
      // A double that a title not read yet would have told is offered as one later.
      const { index: titles } = await titleIndex.atHand();
      const candidates = await withMatches(request.candidates, { titles, repository, ...slicing });
      return finish(request.opId, savePapers(writer, { ...request, candidates }));
    },
    'operations.list': (request) => listOperations(db, request),
    'operations.undo': (request) =>
      finish(request.opId, undoOperation(writer, request, onProgress)),
    'library.setStatus': ({ opId, ids, status }) =>
      finish(opId, editLibrary(writer, { opId, ids, edit: { status } })),

    'tab.read': ({ tabId }) => options.readTab(tabId),
    'library.edit': ({ edit, ...asked }) =>
      change(asked, (part) => editLibrary(writer, { ...part, edit })),
    'library.remove': (asked) => change(asked, (part) => removeFromLibrary(writer, part)),
    'queue.put': ({ place, ...asked }) => {
      let next = place;
      return change(asked, (part) => {
        const putting = putNext(writer, { ...part, place: next });
        const last = part.ids.at(-1);
        if (place !== 'last' && last) next = { after: last };
        return putting;
      });
    },
    'library.list': async (query) => {
      const [found, counts] = await Promise.all([repository.list(query), repository.counts()]);
      const { unread, reading, read } = counts;
      const all = query.status ? counts[query.status] : unread + reading + read;
      const total = query.sort === 'queue' ? await repository.queueLength() : all;
      return { rows: found.map(toListedPaper), total };
    },
    'library.labels': async () => {
      const [tags, lists] = await Promise.all([
        repository.labels('tags'),
        repository.labels('lists'),
      ]);
      return { tags, lists };
    },
    'library.statistics': () => libraryStatistics(repository, now()),
    'labels.rename': (request) => finish(request.opId, renameLabel(writer, request, onProgress)),
    'bin.list': async () => (await repository.binned()).map(toListedPaper),
    'bin.restore': (asked) => change(asked, (part) => restoreFromBin(writer, part)),
    'bin.empty': async () => {
      await emptyBin(db);
      return null;
    },
    'papers.merge': (request) => finish(request.opId, mergePapers(writer, request)),
    'papers.duplicates': async ({ key }) => {
      const found = await possibleDuplicates(key, await titleIndex.current(), repository);
      return found.map(toStoredView);
    },
    'papers.notSame': async ({ a, b }) => {
      await rememberNotSame(db, a, b);
      return null;
    },
    'papers.history': ({ key }) => paperHistory(repository, key),
    'snapshots.take': async () => {
      await takeSnapshot(db, snapshots, now());
      return null;
    },
    'snapshots.restore': async (request) => {
      // What stands now may be wanted back more than what is restored.
      await takeSnapshot(db, snapshots, now(), request.atMs);
      return finish(request.opId, restoreSnapshot(writer, snapshots, request));
    },
    'health.report': () => healthReport(repository, snapshots),
    'health.check': () => checkLibrary(db),
    'health.repair': async () => {
      await repairLibrary(writer);
      options.onCommitted([]);
      return checkLibrary(db);
    },
    'seen.clear': async () => {
      await evictSeen(writer, 0);
      options.onCommitted([]);
      return null;
    },
    'library.remindLater': async () => {
      await ifWritable(rememberHealth(repository, { remindedAtMs: now() }));
      return null;
    },
    'library.exported': async () => {
      await ifWritable(rememberHealth(repository, { lastExportAtMs: now() }));
      options.onCommitted([]); // the library page takes its reminder away
      return null;
    },
    'library.keys': async ({ text, status, sort, ...rest }) => {
      if (text === undefined) {
        return repository.allIds({ sort: sort ?? 'added', ...(status && { status }) });
      }
      // All of them are exported, or changed: none may be missing.
      const index = await searchIndex.current();
      return findKeys(
        { text, ...rest, ...(sort && { sort }) },
        { index, reader: repository, nowMs: now() },
      );
    },
    'library.records': async ({ ids }) => {
      await ifWritable(keepCitationKeys(writer));
      return (await findAll(ids)).map(toExchangePaper);
    },
    'map.vectors': async () => mapVectors(await repository.allIds(), await savedIndex.written()),
    'map.papers': () => mappedPapers(repository),
    'papers.view': async ({ keys }) => {
      return (await findAll(keys)).map(toStoredView);
    },
    'related.toPaper': async ({ candidate, limit }) => {
      const [all, { recency }] = await Promise.all([allIndex.current(), getSettings(db)]);
      return relatedToPaper(candidate, limit, { repository, all, recency, nowMs: now() });
    },
    'related.missed': async ({ limit }) => {
      const [saved, { recency }] = await Promise.all([savedIndex.current(), getSettings(db)]);
      return missedPapers(limit, recency, { repository, saved, ...slicing });
    },
    'related.dismiss': (request) => finish(request.opId, dismissPapers(writer, request)),
    'import.preview': async ({ records }) =>
      previewImport(records, { repository, titles: await titleIndex.current(), ...slicing }),
    'import.apply': (request) => finish(request.opId, importPapers(writer, request)),
    'settings.set': ({ settings }) => changeSettings(db, settings),
  };
}

/** A library that a newer version has changed is only read, and must still be exportable. */
async function ifWritable(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(isAppError(error) && error.code === 'storage-newer')) throw error;
  }
}
