import type { PageBadge, Theme } from '../core/badge-view';
import type { PaperKey } from '../core/paper';
import type { Translator } from '../i18n/translate';
import type { Send } from '../messages/client';
import type { PageSession } from './page-session';
import type { SessionPaper } from './session-paper';

/**
 * The script of a page marks its papers and is all that most visits need. The card and the tools of
 * a listing come as a second script when they are first wanted; this is what it is lent.
 */
export interface MarkedPage {
  readonly session: PageSession;
  readonly signal: AbortSignal;
  readonly send: Send;
  readonly translate: Translator;
  readonly isOwnNode: (node: Node) => boolean;
  readonly isGenuine: (event: MouseEvent, host: Element) => boolean;
  readonly theme: () => Theme;
  readonly log: (message: string, error: unknown) => void;
  /** Takes over what the tools answer to. */
  connect(tools: PageTools): void;
}

/** What happens in a page and is the business of the second script. */
export interface PageTools {
  /** The page, or what is known of it, changed. */
  onFollowed(): void;
  onShown(paper: SessionPaper): void;
  onThemeChanged(theme: Theme): void;
  /** A box was ticked or cleared; with `range`, all since the last one. */
  choose(key: PaperKey, range: boolean): void;
  openCard(key: PaperKey, badge: OpeningBadge, by: 'pointer' | 'command'): void;
  /** The pointer left a badge. */
  leaveCard(): void;
}

/** A badge that gets the focus back when its card closes. */
export type OpeningBadge = PageBadge & { readonly key: PaperKey; focus(): void };

declare global {
  /**
   * Where the two scripts of one page meet: both run in the extension's own world, which the page
   * cannot see. Set while the second is on its way.
   */
  var paperkinPage: MarkedPage | undefined;
  /** Ends the visit of the script that runs in this page, if one does. */
  var paperkinVisit: AbortController | undefined;
}
