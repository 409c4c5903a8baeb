import { localDay } from '../core/clock';
import { setOpened } from '../core/library-entry';
import { pageAddress } from '../core/page-address';
import type { PaperCandidate } from '../core/paper';
import type { Settings } from '../core/settings';
import type { StoredPaper } from '../store/database';
import { type Operation, runRecording, type Writer } from '../store/operation';
import { type PageLook, wasSeenElsewhere } from './look-at-page';
import { storeCandidates } from './save-papers';

/**
 * Remembers that the papers of a page were seen, and what the page tells of them. Not an operation
 * of the user's: it cannot be undone, only cleared.
 */
export function recordPage(
  writer: Writer,
  { url, candidates }: PageLook,
  { settings, isPaperPage }: { settings: Settings; isPaperPage: boolean },
): Promise<void> {
  if (candidates.length === 0) return Promise.resolve();
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

/** What the look-up is to read has a new revision; when a paper was last met no index reads. */
async function markSeenAgain(
  { db, nextRev }: Operation,
  papers: readonly StoredPaper[],
  { atMs, feed }: { atMs: number; feed: string },
): Promise<void> {
  const changed = papers.flatMap((paper) => {
    const seenAgain = wasSeenElsewhere(paper, paper.firstSeenOn === feed, atMs);
    const isNews = seenAgain !== paper.seenAgain;
    const isOld = paper.evictAtMs !== undefined && localDay(paper.evictAtMs) !== localDay(atMs);
    if (!isNews && !isOld) return [];
    const rev = isNews ? nextRev() : paper.rev;
    return [{ ...paper, rev, seenAgain, ...(isOld && { evictAtMs: atMs }) }];
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
