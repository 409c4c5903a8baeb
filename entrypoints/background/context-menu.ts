import { browser } from '@wxt-dev/browser';

const SAVE_PAGE = 'save-page';
const SAVE_LINK = 'save-link';
const EXPORT_PAGE = 'export-page';

/** Made anew at each install and update; the browser keeps it in between. */
export async function createContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE_PAGE,
    title: browser.i18n.getMessage('menuSavePage'),
    contexts: ['page', 'action'],
  });
  browser.contextMenus.create({
    id: EXPORT_PAGE,
    title: browser.i18n.getMessage('menuExportPage'),
    contexts: ['page', 'action'],
  });
  browser.contextMenus.create({
    id: SAVE_LINK,
    title: browser.i18n.getMessage('menuSaveLink'),
    contexts: ['link'],
  });
}

export interface MenuActions {
  saveTab(tabId: number): void;
  saveLink(url: string, tabId: number): void;
  exportTab(tabId: number): void;
}

export function onContextMenu({ saveTab, saveLink, exportTab }: MenuActions): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
    if (tab?.id === undefined) return;
    if (menuItemId === SAVE_PAGE) saveTab(tab.id);
    if (menuItemId === EXPORT_PAGE) exportTab(tab.id);
    if (menuItemId === SAVE_LINK && linkUrl) saveLink(linkUrl, tab.id);
  });
}
