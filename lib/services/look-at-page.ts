import { localDay } from '../core/clock';
import { pageAddress } from '../core/page-address';
import type { PaperCandidate, PaperKey } from '../core/paper';
import type { LookupIndex } from '../lookup/lookup-index';
import { hashFeed, type Standing } from '../lookup/slot';
import type { PageRow } from '../messages/payloads';
import type { StoredPaper } from '../store/database';
import type { FoundPaper } from '../store/paper-repository';
import type { PaperReader } from '../store/stored-reader';
import { stateOf } from './paper-views';

export interface PageLook {
  readonly url: string;
  readonly candidates: readonly PaperCandidate[];
  /** Named on the page, but far from the view. */
  readonly others?: readonly PaperKey[];
}

/** How each paper of a page stands with the user: the candidates in their order, then the others. */
export function lookAtPage(
  lookup: Pick<LookupIndex, 'find'>,
  { url, candidates, others = [] }: PageLook,
  nowMs: number,
): PageRow[] {
  const feed = hashFeed(pageAddress(url));
  const look = (key: PaperKey, ids: readonly PaperKey[]): PageRow => {
    for (const id of ids) {
      const standing = lookup.find(id);
      if (standing) return { key, ...describe(standing, feed, nowMs) };
    }
    return { key, state: 'new' };
  };
  return [
    ...candidates.map(({ key, ids }) => look(key, ids)),
    ...others.map((key) => look(key, [key])),
  ];
}

function describe(standing: Standing, feed: number, nowMs: number): Omit<PageRow, 'key'> {
  const { state, firstSeenAtMs, firstSeenOn } = standing;
  if (state !== 'seen') return { state };
  return wasSeenElsewhere(standing, firstSeenOn === feed, nowMs)
    ? { state, seenAtMs: firstSeenAtMs }
    : { state: 'new' };
}

/** Looking at the same page again on the same day does not make its papers old. */
export function wasSeenElsewhere(
  { seenAgain, firstSeenAtMs }: Pick<StoredPaper, 'seenAgain' | 'firstSeenAtMs'>,
  isFirstPage: boolean,
  nowMs: number,
): boolean {
  return seenAgain || !isFirstPage || localDay(firstSeenAtMs) !== localDay(nowMs);
}

/** How papers stand by the database itself, for as long as the look-up has yet to be made. */
export async function standingsIn(
  reader: Pick<PaperReader, 'find'>,
  { candidates, others = [] }: PageLook,
): Promise<Pick<LookupIndex, 'find'>> {
  const keys = [...candidates.flatMap(({ ids }) => ids), ...others];
  const found = await reader.find(keys);
  const standings = new Map<PaperKey, Standing>();
  for (const [i, one] of found.entries()) {
    const key = keys[i];
    if (one && key) standings.set(key, toStanding(one));
  }
  return { find: (key) => standings.get(key) ?? null };
}

function toStanding(found: FoundPaper): Standing {
  const { seenAgain, firstSeenAtMs, firstSeenOn } = found.paper;
  return {
    state: stateOf(found),
    seenAgain,
    firstSeenAtMs,
    firstSeenOn: hashFeed(firstSeenOn),
  };
}
