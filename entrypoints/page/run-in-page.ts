// Not the polyfill: every page pays for its size, and what a page needs, both browsers have.
import { browser } from '@wxt-dev/browser';
import { badgeMaker } from '../../components/badge/badge';
import { toErrorData } from '../../lib/core/errors';
import { errorText } from '../../lib/i18n/error-text';
import { createTranslator } from '../../lib/i18n/translate';
import { createClient } from '../../lib/messages/client';
import { type PageDescription, toTabMessage } from '../../lib/messages/tab-messages';
import { isGenuineClick } from '../../lib/page/genuine-click';
import { PageSession } from '../../lib/page/page-session';
import { readTheme } from '../../lib/page/page-theme';
import type { SiteAdapter } from '../../lib/sites/site-adapter';
import { ToolsLoader } from './tools-loader';

const isOwnNode = (node: Node) => node.nodeName.toLowerCase().startsWith('paperkin-');

/** Paperkin in one page of another site: reads it, marks its papers, and follows it. */
export function runInPage(adapters: readonly SiteAdapter[]): void {
  // By the host: sites that draw themselves lead from any page to a listing without a load.
  const adapter = adapters.find((one) => one.hosts(new URL(location.href)));
  if (!adapter) return;
  const leaving = new AbortController();
  const { signal } = leaving;
  // A page that loads just as its site is turned on gets the script twice, and marks but once.
  globalThis.paperkinVisit?.abort();
  globalThis.paperkinVisit = leaving;
  // An older script of ours may have left its controls behind, when the extension was updated.
  for (const old of document.querySelectorAll('paperkin-badge, paperkin-card, paperkin-bar'))
    old.remove();

  const isAlive = () => browser.runtime?.id !== undefined;
  const translate = createTranslator(
    // Once the extension is gone even getMessage throws; our controls are about to go too.
    (name, values) => (isAlive() ? browser.i18n.getMessage(name as never, values) : ''),
    browser.i18n.getUILanguage(),
  );
  const send = createClient({
    sendRaw: async (message) => browser.runtime.sendMessage(message),
    isAlive,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const log = (message: string, error: unknown) => {
    if (isAlive()) console.warn(`Paperkin: ${message}`, error);
    else leaving.abort();
  };
  const session: PageSession = new PageSession({
    document,
    signal,
    adapter,
    address: () => new URL(location.href),
    send,
    makeBadge: badgeMaker({
      document,
      translate,
      theme: readTheme(document),
      test: import.meta.env.MODE === 'e2e',
      isGenuine: isGenuineClick,
      nowMs: Date.now(),
      onSave: (key) => void session.save([key]),
      canChoose: () => session.isListing,
      onChoose: (key, _badge, range) => tools.choose(key, range),
      onOpenCard: (key, badge, by) => tools.openCard(key, badge, by),
      onLeave: () => tools.leaveCard(),
    }),
    isOwnNode,
    now: () => performance.now(),
    makeOperationId: () => crypto.randomUUID(),
    failureText: (error) => errorText(translate, toErrorData(error)),
    onShown: (paper) => tools.onShown(paper),
    onFollowed: () => tools.onFollowed(),
    onThemeChanged: (theme) => tools.onThemeChanged(theme),
    log,
  });
  const tools = new ToolsLoader({
    session,
    signal,
    send,
    translate,
    isOwnNode,
    isGenuine: isGenuineClick,
    theme: () => session.theme,
    log,
  });
  session.start();

  browser.runtime.onMessage.addListener((raw: unknown, _sender, respond) => {
    if (signal.aborted) return undefined;
    const message = toTabMessage(raw);
    if (message?.type === 'papers.changed') session.onChanged(message.keys);
    if (message?.type === 'site.turnedOff' && message.origin === `${location.origin}/*`) {
      leaving.abort();
    }
    if (message?.type !== 'tab.describe') return undefined;
    const kind = adapter.classify(new URL(location.href));
    const answer: PageDescription = {
      kind,
      candidates: session.papers.map((paper) => paper.candidate),
    };
    respond(answer);
    return undefined;
  });
}
