import type { LibraryPlace } from '../../components/library/library-view';
import { LIBRARY_PAGES } from '../../components/library/library-view';
import { isPaperKey } from '../../lib/core/identifiers';
import type { PaperKey } from '../../lib/core/paper';

/** What an address of the library page asks for. */
export interface Destination {
  readonly place: LibraryPlace;
  /** The paper whose details are open. */
  readonly paper?: PaperKey;
  /** The papers that shall leave. */
  readonly exported?: readonly PaperKey[];
}

const ALL: LibraryPlace = { kind: 'all' };

const EXPORT = '#export=';

/**
 * Reads `#settings`, `#arxiv:3101.00042`, `#export=` with keys between commas, and the like;
 * anything else is the whole list.
 */
export function readHash(hash: string): Destination {
  if (hash.startsWith(EXPORT)) {
    const keys = hash.slice(EXPORT.length).split(',').map(decode);
    return { place: ALL, exported: keys.filter(isPaperKey) };
  }
  const text = decode(hash.replace(/^#/, ''));
  if (isPaperKey(text)) return { place: ALL, paper: text };
  const page = LIBRARY_PAGES.find((name) => name === text);
  return { place: page ? { kind: page } : ALL };
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
