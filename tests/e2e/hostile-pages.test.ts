import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addRows } from '../support/add-rows';
import { badgeOf } from '../support/both-browsers';
import type { Chromium } from '../support/chromium';
import { INJECTIONS } from '../support/injections';
import { launchChromium } from '../support/launch';
import { pagesAt } from '../support/served-pages';

const FEED = 'https://huggingface.co/papers/date/2031-02-03';
const LIST = 'https://arxiv.org/list/cs.LG/new';
const KEY = 'arxiv:3102.00001';

declare global {
  interface Window {
    /** Set by whatever a page, or text of a page, got to run. */
    pwned?: unknown;
    mounts?: number;
  }
}

describe('a hostile page', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(() => browser.reset());
  afterAll(() => browser?.close());

  async function open(html: string, address = FEED): Promise<Page> {
    browser.web.add(pagesAt({ [address]: html }));
    const page = await browser.open(address);
    await page.locator('paperkin-badge').first().waitFor({ state: 'attached' });
    return page;
  }

  const savedCount = async () => (await browser.readTable('library')).length;

  it('S-03: saves nothing by events of its own making', async () => {
    const page = await open(feed([card(1, 'A title')]));
    await page.evaluate((selector) => {
      const host = document.querySelector<HTMLElement>(selector);
      const button = host?.shadowRoot?.querySelector('button'); // open in a test build only
      for (const target of [host, button]) {
        target?.click();
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
          target?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }));
        }
        for (const key of ['Enter', ' ']) {
          target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          target?.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));
        }
      }
    }, badgeOf(KEY));
    // A real click afterwards shows that the control works and that nothing before it did.
    await page.locator(badgeOf(KEY)).getByRole('button', { name: 'Save' }).click();
    await page.locator(`${badgeOf(KEY)}[data-state="saved"]`).waitFor({ state: 'attached' });
    const journal = await browser.readTable<{ kind: string }>('journal');
    expect(journal).toHaveLength(1);
  });

  it.each([
    ['transparent', 'opacity: 0.1'],
    ['filtered away', 'filter: opacity(10%)'],
    ['shrunk to a dot', 'scale: 0.2'],
  ])(
    'S-03: gains nothing by a real click on a control in a row that is %s',
    async (_how, style) => {
      const page = await open(feed([card(1, 'A title'), card(2, 'Another')]));
      await page.addStyleTag({ content: `h3:has(${badgeOf(KEY)}) { ${style} }` });
      const place = await centreOf(page, badgeOf(KEY));
      await page.mouse.click(place.x, place.y);
      await page.mouse.move(0, 0); // the card of a control that is rested on lies over the next one
      await page.locator(badgeOf('arxiv:3102.00002')).getByRole('button', { name: 'Save' }).click();
      await page
        .locator('paperkin-badge[data-state="saved"]')
        .first()
        .waitFor({ state: 'attached' });
      const saved = await browser.readTable<{ id: string }>('library');
      expect(saved.map(({ id }) => id)).toEqual(['arxiv:3102.00002']);
    },
  );

  it('S-03: cannot hide, move or colour a control by rules for its element', async () => {
    const page = await open(feed([card(1, 'A title')]));
    const before = await centreOf(page, badgeOf(KEY));
    await page.addStyleTag({
      content: `* { opacity: 0 !important } html, body, main, div, article, h3 { opacity: 1 !important }
        paperkin-badge { visibility: hidden !important; position: fixed !important;
        inset: 0 !important; transform: scale(9) !important; filter: blur(9px) !important }`,
    });
    expect(await centreOf(page, badgeOf(KEY))).toEqual(before);
    await page.mouse.click(before.x, before.y);
    await page.locator(`${badgeOf(KEY)}[data-state="saved"]`).waitFor({ state: 'attached' });
  });

  it('S-03: gains nothing by a control under a cover', async () => {
    const page = await open(feed([card(1, 'A title')]));
    const place = await centreOf(page, badgeOf(KEY));
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: #fff';
      document.body.append(cover);
    });
    await page.mouse.click(place.x, place.y);
    await page.evaluate((key) => {
      const host = document.querySelector(`paperkin-badge[data-paper="${key}"]`);
      (host?.shadowRoot?.querySelector('button') as HTMLElement | null)?.click();
    }, KEY);
    expect(await savedCount()).toBe(0);
  });

  it.each([
    [
      'by a rule',
      '.cover { position: fixed; inset: 0; background: #fff; pointer-events: none }',
      '',
    ],
    [
      'by an inline style that is important',
      '.cover {}',
      'position: fixed; inset: 0; background: #fff; pointer-events: none !important',
    ],
    [
      'drawn before an element',
      '.cover { pointer-events: none } .cover::before { content: ""; position: fixed; inset: 0; background: #fff }',
      '',
    ],
    [
      'with a picture',
      '.cover { position: fixed; inset: 0; background: linear-gradient(#fff, #fff); pointer-events: none }',
      '',
    ],
  ])('S-03: gains nothing by a cover that lets clicks through, %s', async (_how, rule, inline) => {
    const page = await open(feed([card(1, 'A title')]));
    const place = await centreOf(page, badgeOf(KEY));
    await page.addStyleTag({ content: rule });
    const cover = await page.evaluateHandle((style) => {
      const layer = document.createElement('div');
      layer.className = 'cover';
      if (style !== '') layer.setAttribute('style', style);
      document.body.append(layer);
      return layer;
    }, inline);
    const before = await page.evaluate(ownMarkup);
    await page.mouse.click(place.x, place.y);
    expect(await page.evaluate(ownMarkup)).toBe(before);
    await cover.evaluate((layer) => layer.remove());
    await page.mouse.click(place.x, place.y);
    await page.locator(`${badgeOf(KEY)}[data-state="saved"]`).waitFor({ state: 'attached' });
    expect(await browser.readTable('journal')).toHaveLength(1);
  });

  it('S-03: a layer that paints nothing, as other extensions lay over pages, is no cover', async () => {
    const page = await open(feed([card(1, 'A title')]));
    const place = await centreOf(page, badgeOf(KEY));
    await page.addStyleTag({
      content:
        '.layer { position: fixed; inset: 0; pointer-events: none } html { filter: invert(1) }',
    });
    await page.evaluate(() => {
      const layer = document.createElement('div');
      layer.className = 'layer';
      document.body.append(layer);
    });
    await page.mouse.click(place.x, place.y);
    await page.locator(`${badgeOf(KEY)}[data-state="saved"]`).waitFor({ state: 'attached' });
  });

  it('S-04: that replaced what scripts are built on changes nothing for us, and learns nothing', async () => {
    const page = await open(feed([card(1, 'A title')], TAMPERING));
    await page.locator(badgeOf(KEY)).getByRole('button', { name: 'Save' }).click();
    await page.locator(`${badgeOf(KEY)}[data-state="saved"]`).waitFor({ state: 'attached' });
    expect(await savedCount()).toBe(1);
    expect(await page.evaluate(() => window.pwned)).toEqual([]);
  });

  it('S-05: that takes our controls away without end is left alone', async () => {
    const page = await open(feed([card(1, 'A title'), card(2, 'Another')]));
    const mounts = await page.evaluate(fightControls, 3000);
    expect(mounts).toBeLessThanOrEqual(2 * 20);
    await page.evaluate(() => document.body.append('still here'));
  });

  it('S-05: of fifty thousand links gets controls where a reader is, and saves', async () => {
    const page = await open(feed([card(1, 'A title')]));
    await page.evaluate(addRows, 50_000);
    // Laying out so many rows takes the browser alone seconds, on a busy machine a minute.
    await page.locator('paperkin-badge').nth(3).waitFor({ state: 'attached', timeout: 120_000 });
    expect(await page.locator('paperkin-badge').count()).toBeLessThan(300);
    await page.locator(badgeOf(KEY)).getByRole('button', { name: 'Save' }).click();
    await page.locator(`${badgeOf(KEY)}[data-state="saved"]`).waitFor({ state: 'attached' });
  });

  it('S-06: cannot rename a paper that arXiv or its reader named', async () => {
    const abs = (title: string) =>
      `<!doctype html><title>x</title><meta name="citation_title" content="${title}"><meta name="citation_author" content="Doe, Ann"><div id="abs"><h1 class="title">${title}</h1></div>`;
    const titleOf = async () =>
      (await browser.readTable<{ id: string; title: string }>('papers')).find(
        ({ id }) => id === KEY,
      )?.title;
    const spoofed = await open(
      feed([card(1, 'A title of the page\u2019s making'), card(2, 'Another')]),
    );
    await spoofed.locator(badgeOf(KEY)).getByRole('button', { name: 'Save' }).click();
    await spoofed.locator(`${badgeOf(KEY)}[data-state="saved"]`).waitFor({ state: 'attached' });
    expect(await titleOf()).toBe('A title of the page\u2019s making');
    await open(abs('The title that arXiv gives'), 'https://arxiv.org/abs/3102.00001');
    await expect.poll(titleOf).toBe('The title that arXiv gives');
    // Met once more under the wrong title: the last to speak is not the one to be believed.
    await open(feed([card(1, 'A third title'), card(3, 'One more')]), `${FEED}?again`);
    const ids = async () => (await browser.readTable<{ id: string }>('papers')).map(({ id }) => id);
    await expect.poll(ids).toContain('arxiv:3102.00003');
    expect(await titleOf()).toBe('The title that arXiv gives');
  });

  it('S-01: cannot make its text run, in the page or in the popup', async () => {
    const page = await open(arxivList(INJECTIONS), LIST);
    const keys = INJECTIONS.map((_, i) => keyOf(i + 1));
    for (const key of keys.slice(0, 3)) {
      await page.locator(badgeOf(key)).getByRole('button', { name: 'Save' }).click();
      await page.locator(`${badgeOf(key)}[data-state="saved"]`).waitFor({ state: 'attached' });
      await page.locator(badgeOf(key)).getByRole('button', { name: 'Saved' }).click();
      await page.locator('paperkin-card .actions').waitFor();
      expect(await page.locator('paperkin-card').locator('img, iframe, script').count()).toBe(0);
      await page.locator('paperkin-card').getByRole('button', { name: 'Close' }).click();
      await page.locator('paperkin-card .actions').waitFor({ state: 'hidden' });
    }
    const bar = page.locator('paperkin-bar');
    await bar.getByRole('button').first().click();
    await bar.getByRole('button', { name: 'Choose papers' }).click();
    await bar.getByRole('button', { name: 'All new' }).click();
    await bar.getByRole('button', { name: /^Save \d/ }).click();
    await expect.poll(savedCount).toBe(INJECTIONS.length);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();

    const library = await browser.openExtensionPage('library.html');
    const popup = await browser.openExtensionPage('popup.html');
    await popup.getByRole('tab', { name: 'Reading list' }).click();
    for (const ours of [library, popup]) {
      await ours.getByText('onerror', { exact: false }).first().waitFor();
      expect(await ours.evaluate(() => window.pwned)).toBeUndefined();
      expect(await ours.locator('img, iframe, object, embed, script[src*="evil"]').count()).toBe(0);
    }
    const stored = await browser.readTable<{ title: string }>('papers');
    expect(stored.every(({ title }) => title.length > 0)).toBe(true);
    expect(browser.extensionErrors).toEqual([]);
    expect(browser.extensionRequests).toEqual([]);
  });
});

const keyOf = (number: number) => `arxiv:3102.${String(number).padStart(5, '0')}`;

function card(number: number, title: string): string {
  const id = keyOf(number).slice('arxiv:'.length);
  return `<div><article><h3><a href="/papers/${id}">${escapeHtml(title)}</a></h3></article></div>`;
}

function feed(cards: readonly string[], script = ''): string {
  return `<!doctype html><title>Papers</title><script>${script}</script><main>${cards.join('')}</main>`;
}

/** Every field of every row is one of the texts. */
function arxivList(texts: readonly string[]): string {
  const rows = texts.map((text, i) => {
    const id = keyOf(i + 1).slice('arxiv:'.length);
    const safe = escapeHtml(text);
    return `<dt><a href="/abs/${id}">arXiv:${id}</a></dt><dd><div class="meta">
      <div class="list-title">${safe}</div><div class="list-authors"><a href="#x">${safe}</a><a href="#y">B. Last</a></div>
      <div class="list-comments">${safe}</div><div class="list-journal-ref">${safe}</div>
      <div class="list-subjects"><span class="primary-subject">${safe} (cs.LG)</span></div>
      <p class="mathjax">${safe}</p></div></dd>`;
  });
  return `<!doctype html><title>cs.LG</title><dl id="articles">${rows.join('')}</dl>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The page without what is ours, which may come late: a mark, or the card of what is rested on. */
function ownMarkup(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const ours of copy.querySelectorAll('paperkin-badge, paperkin-card')) ours.remove();
  return copy.outerHTML;
}

async function centreOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const button = page.locator(selector).getByRole('button', { name: 'Save' });
  const box = await button.boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Wraps what content scripts are built on and notes whoever calls it on our behalf. */
const TAMPERING = `
  window.pwned = [];
  const note = (what) => window.pwned.push(what);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { note('attachShadow'); return attach.call(this, { mode: 'open' }); };
  for (const name of ['map', 'filter', 'flatMap', 'push']) {
    const own = Array.prototype[name];
    Object.defineProperty(Array.prototype, name, { value(...all) { if (String(all[0]).includes('arxiv:')) note(name); return own.apply(this, all); } });
  }
  JSON.parse = () => { note('parse'); return {}; };
  JSON.stringify = () => { note('stringify'); return '{}'; };
  window.fetch = () => { note('fetch'); return Promise.reject(new Error('no')); };
  window.MutationObserver = function () { note('MutationObserver'); return { observe() {}, disconnect() {} }; };
  window.IntersectionObserver = function () { note('IntersectionObserver'); return { observe() {}, disconnect() {} }; };
  document.createElement = () => { note('createElement'); return null; };
  document.querySelectorAll = () => { note('querySelectorAll'); return []; };
  Element.prototype.append = () => note('append');
  Node.prototype.appendChild = () => note('appendChild');
  Element.prototype.querySelectorAll = () => { note('querySelectorAll'); return []; };
  EventTarget.prototype.addEventListener = () => note('addEventListener');
`;

/** Removes and clones every control as often as it can, for so long; counts how many came back. */
function fightControls(forMs: number): Promise<number> {
  let mounts = 0;
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (node instanceof Element && node.shadowRoot && node.localName === 'paperkin-badge')
          mounts += 1;
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
  const until = performance.now() + forMs;
  return new Promise((done) => {
    const fight = () => {
      for (const badge of document.querySelectorAll('paperkin-badge')) {
        const row = badge.parentElement;
        badge.remove();
        const clone = badge.cloneNode(true);
        row?.append(clone, document.createElement('i'));
        (clone as Element).remove();
        row?.querySelector('i')?.remove();
      }
      if (performance.now() < until) setTimeout(fight);
      else done(mounts);
    };
    fight();
  });
}
