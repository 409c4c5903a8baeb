import { browser } from '@wxt-dev/browser';
import type { PaperKey } from '../../lib/core/paper';
import type { PageRow } from '../../lib/messages/payloads';

/** The word on the toolbar icon after something was done without a page of ours on screen. */
export async function showOutcome(tabId: number, outcome: 'saved' | 'failed'): Promise<void> {
  const isSaved = outcome === 'saved';
  await browser.action.setBadgeBackgroundColor({ tabId, color: isSaved ? '#0f6f6a' : '#a3302a' });
  await browser.action.setBadgeText({ tabId, text: isSaved ? '✓' : '!' });
  const title = browser.i18n.getMessage(isSaved ? 'toolbarSaved' : 'toolbarNoPaper');
  await browser.action.setTitle({ tabId, title });
}

/** How some papers of a page stand: all of them, or those that came or changed since. */
interface PageState {
  readonly url: string;
  readonly isPaperPage: boolean;
  readonly rows: readonly PageRow[];
}

/** Papers of a tab's page that are saved. A page tells of its papers in parts. */
interface TabState {
  readonly url: string;
  readonly saved: readonly PaperKey[];
}

/** One look after another, so that none is built on what stood before the last. */
let turn: Promise<void> = Promise.resolve();

/**
 * What the icon of a tab says where a site permission lets us know the page: this paper is saved or
 * not, so many of this listing are. The browser takes it back when the tab goes elsewhere.
 */
export function showPageState(tabId: number, look: PageState): Promise<void> {
  const update = () => updatePageState(tabId, look);
  turn = turn.then(update, update);
  return turn;
}

async function updatePageState(
  tabId: number,
  { url, isPaperPage, rows }: PageState,
): Promise<void> {
  const name = `tab-${tabId}`;
  // Outlives the background, not the browser.
  const stored = (await browser.storage.session.get(name))[name] as TabState | undefined;
  const saved = new Set(stored?.url === url ? stored.saved : []);
  for (const { key, state } of rows) {
    if (state === 'new' || state === 'seen') saved.delete(key);
    else saved.add(key);
  }
  await browser.storage.session.set({ [name]: { url, saved: [...saved] } satisfies TabState });
  await showState(tabId, isPaperPage, saved.size);
}

/** The icon, the count and the words of one tab. */
async function showState(tabId: number, isPaperPage: boolean, saved: number): Promise<void> {
  const icon = isPaperPage && saved > 0 ? 'saved' : 'page';
  const path = { 16: `/icon/${icon}-16.png`, 32: `/icon/${icon}-32.png` };
  const text = !isPaperPage && saved > 0 ? String(saved) : '';
  await browser.action.setIcon({ tabId, path });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#0f6f6a' });
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setTitle({ tabId, title: stateTitle(isPaperPage, saved) });
}

function stateTitle(isPaperPage: boolean, saved: number): string {
  const { i18n } = browser;
  if (isPaperPage) return i18n.getMessage(saved > 0 ? 'toolbarPaperSaved' : 'toolbarPaper');
  if (saved === 0) return i18n.getMessage('toolbarListNone');
  return saved === 1
    ? i18n.getMessage('toolbarListOne')
    : i18n.getMessage('toolbarList', String(saved));
}
