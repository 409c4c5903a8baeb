import type { Chromium } from './chromium';

/** What the browser says of a click in its own menu, which no driver can press. */
export interface MenuClick {
  readonly menuItemId: string;
  readonly linkUrl?: string;
}

/** Tells the background of a click in the context menu over the tab of that address. */
export async function tellMenu(
  browser: Chromium,
  address: string,
  click: MenuClick,
): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(
    async ([url, info]) => {
      // Events have `dispatch` inside extensions, which the types do not know.
      type Dispatching = { dispatch(...args: unknown[]): void };
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((one) => one.url === url) ?? tabs.at(-1);
      (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch(info, tab);
    },
    [address, click] as const,
  );
}
