import type { LibraryPlace } from '../../components/library/library-view';
import { LIBRARY_PAGES } from '../../components/library/library-view';
import { isPaperKey } from '../../lib/core/identifiers';
import { type PaperKey, READING_STATUSES } from '../../lib/core/paper';

/** What an address of the library page asks for. */
export interface Destination {
  readonly place: LibraryPlace;
  /** The paper whose details are open. */
  readonly paper?: PaperKey;
  /** They are open to write its note. */
  readonly isNoting?: true;
  /** The papers that shall leave. */
  readonly exported?: readonly PaperKey[];
}

const ALL: LibraryPlace = { kind: 'all' };
const EXPORT = '#export=';
const PLAIN_PLACES = ['starred', 'next', 'bin', ...LIBRARY_PAGES] as const;

/**
 * Reads `#settings`, `#tag/rl`, `#arxiv:3101.00042`, `#note/arxiv:3101.00042`, `#export=` with keys
 * between commas, and the like; anything else is the whole list.
 */
export function readHash(hash: string): Destination {
  if (hash.startsWith(EXPORT)) {
    const keys = hash.slice(EXPORT.length).split(',').map(decode);
    return { place: ALL, exported: keys.filter(isPaperKey) };
  }
  const [first = '', ...rest] = hash.replace(/^#/, '').split('/').map(decode);
  const text = decode(hash.replace(/^#/, ''));
  if (isPaperKey(text)) return { place: ALL, paper: text };
  const [name = '', query = ''] = rest;
  if (first === 'note' && isPaperKey(name)) return { place: ALL, paper: name, isNoting: true };
  if ((first === 'list' || first === 'tag') && name) return { place: { kind: first, name } };
  if (first === 'search' && name) return { place: { kind: first, name, query } };
  const status = READING_STATUSES.find((one) => one === first);
  if (status) return { place: { kind: 'status', status } };
  const kind = PLAIN_PLACES.find((one) => one === first);
  return { place: kind ? { kind } : ALL };
}

/** The address of a place, as `readHash` reads it. */
export function hashOf(place: LibraryPlace): string {
  switch (place.kind) {
    case 'status':
      return `#${place.status}`;
    case 'list':
    case 'tag':
      return `#${place.kind}/${encodeURIComponent(place.name)}`;
    case 'search':
      return `#search/${encodeURIComponent(place.name)}/${encodeURIComponent(place.query)}`;
    default:
      return `#${place.kind}`;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign: no address of ours
  }
}

/** The operators that a place stands for in the search box. */
export function placeQuery(place: LibraryPlace): string {
  switch (place.kind) {
    case 'starred':
      return 'is:starred';
    case 'status':
      return `is:${place.status}`;
    case 'list':
      return `list:"${place.name}"`;
    case 'tag':
      return `tag:"${place.name}"`;
    case 'search':
      return place.query;
    default:
      return '';
  }
}
