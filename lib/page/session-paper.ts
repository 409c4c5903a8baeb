import { foldToAscii } from '../core/ascii-fold';
import type { BadgePlace, BadgeView, PageBadge } from '../core/badge-view';
import type { PaperCandidate, PaperKey } from '../core/paper';
import type { OperationId } from '../messages/payloads';
import type { Sighting } from '../sites/site-adapter';

/** One place on the page where a paper is named. */
export interface SessionRow {
  readonly sighting: Sighting;
  readonly paper: SessionPaper;
  badge: PageBadge | null;
  place: BadgePlace;
}

/** All that is known of one paper of the page; its rows all show the same. */
export interface SessionPaper {
  readonly key: PaperKey;
  /** Read from the page when first asked for. */
  readonly candidate: PaperCandidate;
  /** Counts as seen: its row came near the view, or stands on a listing that is soon looked through. */
  isMet: boolean;
  readonly rows: Set<SessionRow>;
  view: BadgeView;
  /** How much it is to the reader's liking, in [0, 1]; 0 while unknown. */
  liking: number;
  /** Settles once it is known how the paper relates to the library; absent while not asked. */
  related?: Promise<void>;
  /** The last change made from here, while it can be undone in place. */
  undoable?: OperationId;
}

/** A paper as it was first met on the page, with nothing known of it yet. */
export class ShownPaper implements SessionPaper {
  readonly rows = new Set<SessionRow>();
  view: BadgeView = { state: 'new', relatedCount: 0 };
  liking = 0;
  related?: Promise<void>;
  undoable?: OperationId;

  constructor(
    private readonly sighting: Sighting,
    public isMet: boolean,
  ) {}

  get key(): PaperKey {
    return this.sighting.key;
  }

  get candidate(): PaperCandidate {
    return this.sighting.candidate;
  }
}

/** Is it on the reading list? */
export function isKept({ view: { state } }: SessionPaper): boolean {
  return state !== 'new' && state !== 'seen';
}

/** Read, or seen on an earlier occasion. */
export function wasMet({ view: { state } }: SessionPaper): boolean {
  return state === 'read' || state === 'seen';
}

/** Cross-lists and replacements are not what came out today. */
export function isListedAsNew({ rows }: SessionPaper): boolean {
  return [...rows].some(({ sighting }) => (sighting.listedAs ?? 'new') === 'new');
}

/** Does a paper have this text in its title or among its authors? Letters are compared bare. */
export function makeFilter(text: string): (paper: SessionPaper) => boolean {
  const wanted = fold(text.trim());
  if (wanted === '') return () => true;
  return ({ candidate: { title, authors } }) =>
    fold(`${title}\n${authors.map(({ name }) => name).join('\n')}`).includes(wanted);
}

function fold(text: string): string {
  return foldToAscii(text).toLowerCase();
}
