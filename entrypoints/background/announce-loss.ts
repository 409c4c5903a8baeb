import { browser } from '@wxt-dev/browser';
import { rememberHealth } from '../../lib/services/health';
import type { Loss } from '../../lib/services/keep-copies';
import type { PaperRepository } from '../../lib/store/paper-repository';

/** Says on the health page what is gone, and opens it: one click there restores the copy. */
export async function announceLoss(repository: PaperRepository, loss: Loss): Promise<void> {
  const { before, papers, copy } = loss;
  const message = browser.i18n.getMessage('libraryLost', [String(before.papers), String(papers)]);
  const remedy =
    copy && browser.i18n.getMessage('libraryLostCopy', [dayOf(copy.atMs), String(copy.papers)]);
  await rememberHealth(repository, {
    lastError: { atMs: Date.now(), message: [message, remedy].filter(Boolean).join(' ') },
  });
  await browser.tabs.create({ url: '/library.html#health' });
}

function dayOf(atMs: number): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Date(atMs).toLocaleString(browser.i18n.getUILanguage(), options);
}
