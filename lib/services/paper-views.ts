import type { ExchangePaper } from '../core/exchange';
import type { PaperState } from '../core/paper';
import type { PaperView } from '../messages/protocol';
import type { FoundPaper } from '../store/paper-repository';

/** How a stored paper stands with the user. */
export function stateOf({ entry }: FoundPaper): PaperState {
  if (!entry) return 'seen';
  return entry.status === 'unread' ? 'saved' : entry.status;
}

/** For the extension's own pages. */
export function toView(found: FoundPaper): PaperView {
  const { paper, entry } = found;
  return { paper, state: stateOf(found), ...(entry && { entry }) };
}

/** For pages of other sites: nothing that the user wrote. */
export function toPublicView(found: FoundPaper): PaperView {
  return { paper: found.paper, state: stateOf(found) };
}

/** A saved paper as files carry it. */
export function toExchangePaper({ paper, entry }: FoundPaper): ExchangePaper {
  const {
    id,
    ids,
    provenance: _provenance,
    rev: _rev,
    firstSeenAtMs: _firstSeenAtMs,
    firstSeenOn: _firstSeenOn,
    seenAgain: _seenAgain,
    evictAtMs: _evictAtMs,
    ...facts
  } = paper;
  if (!entry) return { ...facts, id, ids };
  const { status, starred, tags, lists, note, citationKey } = entry;
  return {
    ...facts,
    id,
    ids,
    status,
    ...(starred && { starred }),
    ...(tags.length > 0 && { tags }),
    ...(lists.length > 0 && { lists }),
    ...(note && { note }),
    ...(citationKey && { citationKey }),
    addedAt: isoTime(entry.addedAtMs),
    ...(entry.openedAtMs && { openedAt: isoTime(entry.openedAtMs) }),
    ...(entry.readAtMs && { readAt: isoTime(entry.readAtMs) }),
  };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
