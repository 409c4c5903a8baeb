import type { Send } from '../../lib/messages/client';
import type { ConnectedTools, ListingPage } from '../../lib/page/meeting';

/**
 * Sends for the tools of a listing once a page turns out to be one, and passes on to them what
 * happens. Paper pages never pay for them.
 */
export function createListingLoader(
  page: Omit<ListingPage, 'connect'>,
  send: Send,
  log: (message: string, error: unknown) => void,
) {
  let tools: ConnectedTools | undefined;
  let isAsked = false;
  return {
    refresh(): void {
      tools?.refresh();
      if (isAsked || !page.session.isListing) return;
      isAsked = true;
      globalThis.paperkinListing = {
        ...page,
        connect: (arrived) => {
          tools = arrived;
        },
      };
      send('page.loadTools', {}).catch((error) => log('loading the tools failed', error));
    },
    toggle: (...choice: Parameters<ConnectedTools['toggle']>) => tools?.toggle(...choice),
    setTheme: (...theme: Parameters<ConnectedTools['setTheme']>) => tools?.setTheme(...theme),
  };
}
