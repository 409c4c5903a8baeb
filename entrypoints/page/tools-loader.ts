import type { MarkedPage, PageTools } from '../../lib/page/meeting';

/**
 * Sends for the second script once the page turns out to be a listing, or a card is wanted, and
 * passes on to it what happens.
 */
export class ToolsLoader implements PageTools {
  readonly #page: Omit<MarkedPage, 'connect'>;
  #tools: PageTools | null = null;
  #isOnItsWay = false;
  #wanted: Parameters<PageTools['openCard']> | null = null;

  constructor(page: Omit<MarkedPage, 'connect'>) {
    this.#page = page;
  }

  onFollowed(): void {
    if (this.#page.session.isListing) this.#load();
    this.#tools?.onFollowed();
  }

  onShown(...shown: Parameters<PageTools['onShown']>): void {
    this.#tools?.onShown(...shown);
  }

  onThemeChanged(...theme: Parameters<PageTools['onThemeChanged']>): void {
    this.#tools?.onThemeChanged(...theme);
  }

  choose(...choice: Parameters<PageTools['choose']>): void {
    this.#tools?.choose(...choice);
  }

  openCard(...card: Parameters<PageTools['openCard']>): void {
    this.#wanted = card;
    this.#tools?.openCard(...card);
    this.#load();
  }

  leaveCard(): void {
    this.#wanted = null;
    this.#tools?.leaveCard();
  }

  #load(): void {
    if (this.#tools || this.#isOnItsWay) return;
    this.#isOnItsWay = true;
    const { send, log } = this.#page;
    const connect = (tools: PageTools) => {
      this.#tools = tools;
      if (this.#wanted) tools.openCard(...this.#wanted);
    };
    globalThis.paperkinPage = { ...this.#page, connect };
    send('page.loadTools', {}).catch((error) => {
      this.#isOnItsWay = false;
      log('loading the tools failed', error);
    });
  }
}
