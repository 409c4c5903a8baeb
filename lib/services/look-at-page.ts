import { localDay } from '../core/clock';
import { setOpened } from '../core/library-entry';
import { pageAddress } from '../core/page-address';
import type { PaperCandidate } from '../core/paper';
import type { Settings } from '../core/settings';
import type { TitleIndex } from '../match/title-index';
import type { PageRow } from '../messages/protocol';
import type { StoredPaper } from '../store/database';
import { type Operation, runRecording, type Writer } from '../store/operation';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import { findMatches } from './match-papers';
import { stateOf } from './paper-views';
import { storeCandidates } from './save-papers';

export interface PageLook {
  readonly url: string;
  readonly candidates: readonly PaperCandidate[];
}

/** How each paper of a page stands with the user, in the order of the candidates. */
export async function lookAtPage(
  repository: PaperRepository,
  { url, candidates }: PageLook,
  nowMs: number,
): Promise<PageRow[]> {
  const keys = candidates.flatMap(({ ids }) => ids);
  const found = await repository.find(keys);
  const byKey = new Map(keys.map((key, i) => [key, found[i]]));
  const feed = pageAddress(url);
  return candidates.map(({ key, ids }) => {
    const match = ids.map((id) => byKey.get(id)).find((one) => one !== undefined);
    return { key, ...describe(match, feed, nowMs) };
  });
}

/** Rows that no identifier gives away but that are saved papers by title, authors and year. */
export async function matchRows(
  candidates: readonly PaperCandidate[],
  titles: TitleIndex,
  repository: PaperRepository,
): Promise<PageRow[]> {
  if (titles.size === 0) return [];
  const known = await repository.find(candidates.map(({ key }) => key));
  const unsaved = candidates.filter(({ title }, i) => !known[i]?.entry && title !== '');
  const matches = await findMatches(unsaved, titles, repository);
  return unsaved.flatMap(({ key }, i) => {
    const match = matches[i];
    return match?.entry ? [{ key, state: stateOf(match) }] : [];
  });
}

function describe(found: FoundPaper | undefined, feed: string, nowMs: number) {
  if (!found) return { state: 'new' } as const;
  const state = stateOf(found);
  if (state !== 'seen') return { state };
  const { firstSeenAtMs } = found.paper;
  return wasSeenElsewhere(found.paper, feed, nowMs)
    ? ({ state, seenAtMs: firstSeenAtMs } as const)
    : ({ state: 'new' } as const);
}

/** Looking at the same page again on the same day does not make its papers old. */
function wasSeenElsewhere(paper: StoredPaper, feed: string, nowMs: number): boolean {
  if (paper.seenAgain || paper.firstSeenOn !== feed) return true;
  return localDay(paper.firstSeenAtMs) !== localDay(nowMs);
}

/**
 * Remembers that the papers of a page were seen, and what the page tells of them. Not an operation
 * of the user's: it cannot be undone, only cleared.
 */
export function recordPage(
  writer: Writer,
  { url, candidates }: PageLook,
  { settings, isPaperPage }: { settings: Settings; isPaperPage: boolean },
): Promise<void> {
  return runRecording(writer, async (operation) => {
    const meeting = { atMs: operation.now(), feed: pageAddress(url) };
    const keep = settings.seenLimit > 0 ? candidates : await savedAmong(operation, candidates);
    const ids = await storeCandidates(operation, keep, meeting);
    const papers = (await operation.db.papers.bulkGet(ids)).filter((paper) => !!paper);
    await recordSightings(operation, papers, meeting);
    await markSeenAgain(operation, papers, meeting);
    if (isPaperPage) await markOpened(operation, papers, meeting.atMs);
  });
}

async function savedAmong(
  { db }: Operation,
  candidates: readonly PaperCandidate[],
): Promise<PaperCandidate[]> {
  const aliases = await db.aliases.bulkGet(candidates.map(({ key }) => key));
  const entries = await db.library.bulkGet(
    candidates.map(({ key }, i) => aliases[i]?.paperId ?? key),
  );
  return candidates.filter((_, i) => entries[i]);
}

async function recordSightings(
  { db }: Operation,
  papers: readonly StoredPaper[],
  { atMs, feed }: { atMs: number; feed: string },
): Promise<void> {
  const day = localDay(atMs);
  await db.sightings.bulkPut(
    papers.map(({ id, upvotes }, rank) => ({
      paperId: id,
      feed,
      day,
      atMs,
      rank,
      ...(upvotes !== undefined && { upvotes }),
    })),
  );
}

/** Neither flag is read by an index, so the revision stays. */
async function markSeenAgain(
  { db }: Operation,
  papers: readonly StoredPaper[],
  { atMs, feed }: { atMs: number; feed: string },
): Promise<void> {
  const changed = papers.flatMap((paper) => {
    const seenAgain = wasSeenElsewhere(paper, feed, atMs);
    const isOld = paper.evictAtMs !== undefined && localDay(paper.evictAtMs) !== localDay(atMs);
    if (seenAgain === paper.seenAgain && !isOld) return [];
    return [{ ...paper, seenAgain, ...(isOld && { evictAtMs: atMs }) }];
  });
  await db.papers.bulkPut(changed);
}

async function markOpened(
  operation: Operation,
  papers: readonly StoredPaper[],
  atMs: number,
): Promise<void> {
  const entries = await operation.db.library.bulkGet(papers.map(({ id }) => id));
  const writes = entries.flatMap((before, i) => {
    const paper = papers[i];
    return before && paper ? [{ before, after: setOpened(before, atMs), paper }] : [];
  });
  await operation.putEntries(writes);
}
