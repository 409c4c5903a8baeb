import type { ErrorData } from '../../lib/core/errors';
import type { FactName } from '../../lib/core/paper';
import type { CardFacts } from '../card/card-view';
import type { PaperView } from '../paper-view';

/** The same paper at another address. */
export interface PlaceView {
  readonly name: string;
  readonly url: string;
}

/** The paper of the page, with what its reader may change in the same breath as saving. */
export interface PagePaperView extends PaperView {
  readonly abstract?: string;
  readonly note: string;
  readonly facts: CardFacts;
  /** When each fact was seen (UTC, milliseconds). */
  readonly factsSeenAtMs?: Readonly<Partial<Record<FactName, number>>>;
  readonly seenAtMs?: number;
  readonly addedAtMs?: number;
  /** "v3 is out; this page shows v1": the newer one was met elsewhere. */
  readonly newerVersion?: { readonly shown: number; readonly latest: number };
  readonly places: readonly PlaceView[];
}

/** What the popup knows of the page under it. */
export type PageView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'paper'; readonly paper: PagePaperView }
  | { readonly kind: 'list'; readonly papers: readonly PaperView[] }
  /** A site that Paperkin reads once it is allowed to. */
  | { readonly kind: 'permission'; readonly siteName: string }
  /** Nothing that it reads; `reason` chooses the words. */
  | { readonly kind: 'nothing'; readonly reason: 'no-paper' | 'browser-page' }
  /** A known listing of which nothing could be read. */
  | { readonly kind: 'unread-listing'; readonly siteName: string }
  | { readonly kind: 'failed'; readonly error: ErrorData };
