import type { Page } from 'playwright';
import type { Chromium } from '../../tests/support/chromium';
import { measureScriptMs } from '../../tests/support/script-time';
import type { ServedPage } from '../../tests/support/served-pages';
import type { FoundPaper } from './compare-papers';
import type { SavedPage } from './page-index';

/** What the extension made of one page. */
export interface PageReading {
  readonly kind: string | null;
  /** One for each distinct id, in first-seen order. */
  readonly papers: readonly FoundPaper[];
  /** Controls in the page now; a long listing has them only near what is in view. */
  readonly badges: number;
  /** Papers that have two controls in one place. */
  readonly doubled: readonly string[];
  readonly errors: readonly string[];
  /** Milliseconds of the page's main thread in our script, from navigation to the last badge. */
  readonly scriptMs: number;
}

/** A page and what came of it. */
export interface CheckedPage {
  readonly page: SavedPage;
  readonly reading: PageReading;
  /** In words; nothing when all is right. */
  readonly wrong: readonly string[];
}

/** How long controls may take to appear, on a busy machine. */
const BADGES_WITHIN_MS = 30_000;

/**
 * Loads one page alone at its address and reads it the way the popup does. `asker` is any page of
 * the extension; the build must have leave for the address.
 */
export async function checkPage(
  browser: Chromium,
  asker: Page,
  address: string,
  body: ServedPage,
): Promise<PageReading> {
  const page = await browser.context.newPage();
  const errors = collectErrors(page, browser.addressOf(''));
  await serveAlone(page, address, body);
  try {
    let reading: TabReading = { kind: null, candidates: [] };
    const scriptMs = await measureScriptMs(page, browser.addressOf(''), async () => {
      await page.goto(address, { waitUntil: 'load' });
      reading = await readThroughPopupsWay(asker, page.url());
      await badgesSettled(page);
    });
    const { badges, doubled } = await page.evaluate(countBadges);
    return { kind: reading.kind, papers: toFound(reading), badges, doubled, errors, scriptMs };
  } finally {
    await page.close();
  }
}

/** Nothing but this page is there: no subresources, and no leaving for elsewhere by script. */
async function serveAlone(page: Page, address: string, { body, contentType }: ServedPage) {
  const isThis = (url: string) => withoutScheme(url) === withoutScheme(address);
  await page.route(/^https?:/, (route) => {
    const request = route.request();
    if (isThis(request.url()))
      return route.fulfill({ body, contentType: contentType ?? 'text/html' });
    const isLeaving = request.isNavigationRequest() && request.frame() === page.mainFrame();
    return isLeaving ? route.abort('aborted') : route.fulfill({ status: 404, body: '' });
  });
}

/** The browser asks for https first where an old address says http. */
function withoutScheme(address: string): string {
  const url = new URL(address);
  return url.host + url.pathname + url.search;
}

interface TabReading {
  readonly kind: string | null;
  readonly candidates: readonly {
    readonly key: string;
    readonly ids: readonly string[];
    readonly title: string;
    readonly authors: readonly { readonly name: string }[];
    readonly authorCount?: number;
    readonly abstract?: string;
  }[];
}

async function readThroughPopupsWay(asker: Page, address: string): Promise<TabReading> {
  const reply = await asker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find((each) => each.url === url);
    return await chrome.runtime.sendMessage({ type: 'tab.read', request: { tabId: tab?.id } });
  }, address);
  if (reply?.ok !== true) throw new Error(`tab.read failed: ${JSON.stringify(reply)}`);
  return reply.value as TabReading;
}

/** Waits until two looks, some frames apart, count the same. */
async function badgesSettled(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const count = () => document.querySelectorAll('paperkin-badge').length;
      const before = count();
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      return count() === before;
    },
    undefined,
    { timeout: BADGES_WITHIN_MS },
  );
}

function countBadges(): { badges: number; doubled: string[] } {
  const badges = [...document.querySelectorAll<HTMLElement>('paperkin-badge')];
  const places = new Map<string, Set<Element | null>>();
  const doubled: string[] = [];
  for (const badge of badges) {
    const key = badge.dataset.paper ?? '';
    const parents = places.get(key) ?? new Set();
    places.set(key, parents);
    if (parents.has(badge.parentElement)) doubled.push(key);
    parents.add(badge.parentElement);
  }
  return { badges: badges.length, doubled };
}

function toFound({ candidates }: TabReading): FoundPaper[] {
  const byKey = new Map<string, FoundPaper>();
  for (const { key, ids, title, authors, authorCount, abstract } of candidates) {
    if (byKey.has(key)) continue;
    byKey.set(key, {
      id: key,
      ids,
      title,
      authors: authors.map(({ name }) => name),
      ...(authorCount !== undefined && { authorCount }),
      abstract: abstract ?? '',
    });
  }
  return [...byKey.values()];
}

/** Errors of our own script; what the page itself logs is its own affair. */
function collectErrors(page: Page, origin: string): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    const isOurs = message.location().url.startsWith(origin) || message.text().includes('Paperkin');
    if (message.type() === 'error' && isOurs) errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    if (error.stack?.includes(origin)) errors.push(String(error));
  });
  return errors;
}
