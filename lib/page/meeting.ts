import type { PaperKey } from '../core/paper';
import type { Translator } from '../i18n/translate';
import type { PageSession } from './page-session';
import type { Theme } from './page-theme';

/** What the script of a page lends to the tools of its listing. */
export interface ListingPage {
  readonly session: PageSession;
  readonly signal: AbortSignal;
  readonly translate: Translator;
  readonly isOwnNode: (node: Node) => boolean;
  readonly isGenuine: (event: MouseEvent, host: Element) => boolean;
  readonly theme: () => Theme;
  /** Takes over what the tools answer to. */
  connect(tools: ConnectedTools): void;
}

export interface ConnectedTools {
  refresh(): void;
  toggle(key: PaperKey, range: boolean): void;
  setTheme(theme: Theme): void;
}

declare global {
  /**
   * Where the two scripts of one page meet: both run in the extension's own world, which the page
   * cannot see. Set while the second is on its way.
   */
  var paperkinListing: ListingPage | undefined;
}
