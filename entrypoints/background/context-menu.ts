import { browser } from '@wxt-dev/browser';

const SAVE_PAGE = 'save-page';
const SAVE_LINK = 'save-link';
const EXPORT_PAGE = 'export-page';
/** Chromium shows a PDF in a frame of its viewer, which is no page to it. */
const PAGE_CONTEXTS = ['page', 'frame', 'action'] as const;

/** Made anew at each install and update; the browser keeps it in between. */
export async function createContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE_PAGE,
    title: browser.i18n.getMessage('menuSavePage'),
    contexts: [...PAGE_CONTEXTS],
  });
  browser.contextMenus.create({
    id: EXPORT_PAGE,
    title: browser.i18n.getMessage('menuExportPage'),
    contexts: [...PAGE_CONTEXTS],
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
