import { browser } from '@wxt-dev/browser';
import { createTranslator } from '../../lib/i18n/translate';
import { createClient } from '../../lib/messages/client';
import { toTabMessage } from '../../lib/messages/tab-messages';
import { answerFirstRows } from '../../lib/services/answer-first-rows';

/** What every page of ours begins with: a line to the background, and words. */
export const send = answerFirstRows(
  createClient({
    sendRaw: async (message) => browser.runtime.sendMessage(message),
    isAlive: () => browser.runtime?.id !== undefined,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
  indexedDB,
);

export const t = createTranslator(
  (name, values) => browser.i18n.getMessage(name as never, values),
  browser.i18n.getUILanguage(),
);

export function makeOperationId(): string {
  return crypto.randomUUID();
}

/** Calls back when papers changed, here or in any other page, and while many are being changed. */
export function onPapersChanged(
  onChanged: () => void,
  onProgress: (done: number, total: number) => void,
): void {
  browser.runtime.onMessage.addListener((raw: unknown) => {
    const message = toTabMessage(raw);
    if (message?.type === 'papers.changed') onChanged();
    if (message?.type === 'papers.changing') onProgress(message.done, message.total);
    return undefined;
  });
}
