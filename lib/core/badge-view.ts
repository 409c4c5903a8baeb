import type { PaperState } from './paper';

/** What is behind our controls. */
export type Theme = 'light' | 'dark';

/** What a control shows. */
export interface BadgeView {
  readonly state: PaperState;
  readonly relatedCount: number;
  readonly seenAtMs?: number;
  /** While papers are chosen in place: whether this one is. */
  readonly chosen?: boolean;
  /** A change is under way. */
  readonly busy?: boolean;
  /** Why the last change failed and what to do, in the reader's language. */
  readonly failed?: string;
}

/** One control in the page. */
export interface PageBadge {
  readonly host: HTMLElement;
  update(view: BadgeView): void;
  setTheme(theme: Theme): void;
  setPlace(place: BadgePlace): void;
}

/** How a control fits into the row it stands in. */
export interface BadgePlace {
  /** What a flexible row puts between its children, as a CSS length: given back to the row. */
  readonly gap: string;
  /** It would be a line by itself, and push what follows down: it then hangs out of the flow. */
  readonly isAlone: boolean;
  /** There is room for its bookmark alone, not for its count. */
  readonly isBare: boolean;
  /** How far it is drawn to the right of where it would stand, in CSS px; below 0 to the left. */
  readonly shiftPx: number;
  /** How far it is drawn above where it would stand, in CSS px. */
  readonly risePx: number;
}
