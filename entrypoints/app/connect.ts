import { browser } from '@wxt-dev/browser';
import type { PaperKey } from '../../lib/core/paper';
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

/** Calls back when papers changed, here or in any other page. */
export function onPapersChanged(callback: (keys: readonly PaperKey[]) => void): void {
  browser.runtime.onMessage.addListener((raw: unknown) => {
    const message = toTabMessage(raw);
    if (message?.type === 'papers.changed') callback(message.keys);
    return undefined;
  });
}
