import type { ExchangePaper } from '../core/exchange';
import type { ListedPaper } from '../core/listed-paper';
import type { PaperState } from '../core/paper';
import { toReadableText } from '../core/readable-text';
import type { StoredView } from '../messages/payloads';
import { highlight } from '../search/highlight';
import type { SearchQuery } from '../search/query';
import type { FoundPaper } from '../store/paper-repository';

/** How a stored paper stands with the user. */
export function stateOf({ entry }: Pick<FoundPaper, 'entry'>): Exclude<PaperState, 'new'> {
  if (!entry) return 'seen';
  return entry.status === 'unread' ? 'saved' : entry.status;
}

/** For the extension's own pages. */
export function toStoredView(found: FoundPaper): StoredView {
  const { paper, entry } = found;
  return { paper, state: stateOf(found), ...(entry && { entry }) };
}

/** For pages of other sites: nothing that the user wrote. */
export function toPublicView(found: FoundPaper): StoredView {
  return { paper: found.paper, state: stateOf(found) };
}

/** The most names a row has room for; the count says how many there are. */
const LISTED_AUTHORS = 6;

export function toListedPaper(found: FoundPaper): ListedPaper {
  const { paper, entry } = found;
  const { id, title, authors, date, venue, urls } = paper;
  return {
    key: id,
    title: toReadableText(title),
    authors: authors.slice(0, LISTED_AUTHORS).map(({ name, family }) => ({
      name,
      ...(family && { family }),
    })),
    authorCount: Math.max(paper.authorCount ?? 0, authors.length),
    ...(date && { date }),
    ...(venue && { venue }),
    state: stateOf(found),
    starred: entry?.starred ?? false,
    hasNote: Boolean(entry?.note),
    tags: entry?.tags ?? [],
    isQueued: entry?.queueRank !== undefined,
    ...(entry && { addedAtMs: entry.addedAtMs }),
    relatedCount: 0,
    ...(urls?.[0] && { url: urls[0] }),
  };
}

/** The same, with what of its title the query asked for. */
export function toFoundPaper(found: FoundPaper, query: SearchQuery): ListedPaper {
  const listed = toListedPaper(found);
  const titleMatches = highlight(listed.title, query, 'title');
  return titleMatches.length > 0 ? { ...listed, titleMatches } : listed;
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
  const { status, starred, tags, lists, note, citationKey, queueRank } = entry;
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
    ...(queueRank !== undefined && { queueRank }),
    addedAt: isoTime(entry.addedAtMs),
    ...(entry.openedAtMs && { openedAt: isoTime(entry.openedAtMs) }),
    ...(entry.readAtMs && { readAt: isoTime(entry.readAtMs) }),
  };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
