import { browser } from '@wxt-dev/browser';

/** The word on the toolbar icon after something was done without a page of ours on screen. */
export async function showOutcome(tabId: number, outcome: 'saved' | 'failed'): Promise<void> {
  const isSaved = outcome === 'saved';
  await browser.action.setBadgeBackgroundColor({ tabId, color: isSaved ? '#0f6f6a' : '#a3302a' });
  await browser.action.setBadgeText({ tabId, text: isSaved ? '✓' : '!' });
  const title = browser.i18n.getMessage(isSaved ? 'toolbarSaved' : 'toolbarNoPaper');
  await browser.action.setTitle({ tabId, title });
}

/** How many papers of a listing are saved, where a site permission lets us know the page. */
export async function showSavedCount(tabId: number, saved: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#0f6f6a' });
  await browser.action.setBadgeText({ tabId, text: saved > 0 ? String(saved) : '' });
}
