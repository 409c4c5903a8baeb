import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { Chromium, type ChromiumOptions } from '../../tests/support/chromium';
import { type DemoPaper, demoPapers, feedPapers, listedPapers } from './demo-papers';
import { demoSite, FEED_ADDRESS, LIST_ADDRESS } from './demo-site';
import { demand, Steps } from './steps';

const OUT = '.output/demo';
/** What our invented reader is after. */
const INTERESTS = ['sparse autoencoder', 'long-context', 'verifiable', 'speculative', 'retrieval'];
/** Rows that are related to what is saved. */
const RELATED = 'paperkin-badge:not([data-related="0"])';
const POPUP = { width: 400, height: 580 };

/**
 * The main job, done without a person: papers saved on the feed, recognised and related on an
 * arXiv listing, listed in the popup, exported. Leaves pictures and the export in .output/demo.
 */
export async function runDemo(launch: ChromiumOptions): Promise<boolean> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const browser = await Chromium.launch(launch);
  browser.web.add(demoSite);
  const steps = new Steps();
  try {
    await playSteps(browser, steps);
  } finally {
    await browser.close();
  }
  if (steps.allWorked) console.log(`Done. Pictures and the export are in ${OUT}/.`);
  return steps.allWorked;
}

async function playSteps(browser: Chromium, steps: Steps): Promise<void> {
  let feed: Page;
  let list: Page;
  const wanted = feedPapers.filter((paper) => isAbout(paper, INTERESTS));

  await steps.run('Opened the Daily Papers feed', async () => {
    feed = await browser.open(FEED_ADDRESS);
    const count = await countControls(feed, feedPapers.length);
    await picture(feed, 'feed');
    return `${feedPapers.length} papers, ${count} controls`;
  });

  await steps.run('Saved papers with one click each', async () => {
    const times: number[] = [];
    for (const paper of wanted) times.push(await save(feed, paper));
    await feed.mouse.move(0, 0);
    await feed.evaluate(() => scrollTo(0, 0));
    await picture(feed, 'feed-saved');
    return `${wanted.length} papers, ${Math.round(Math.max(...times))} ms the slowest`;
  });

  await steps.run('Opened an arXiv listing', async () => {
    list = await browser.open(LIST_ADDRESS);
    const count = await countControls(list, listedPapers.length);
    const known = wanted.filter((paper) => paper.onArxivList);
    for (const paper of known) await badge(list, paper, '[data-state="saved"]').waitFor();
    await picture(list, 'listing');
    return `${listedPapers.length} papers, ${count} controls, ${known.length} shown as saved`;
  });

  await steps.run('Looked for rows related to what was saved', async () => {
    const rows = await relatedRows(list);
    demand(rows.length > 0, 'no row is related to what was saved');
    for (const { title, count } of rows) console.log(`     related to ${count}: ${title}`);
    await openRelatedCard(list);
    await picture(list, 'listing-card');
    return `${rows.length} of ${listedPapers.length} rows`;
  });

  await steps.run('Opened the popup from the toolbar', async () => {
    const popup = await browser.pressAction(list);
    const found = (await popup.getByText(/papers found on this page/).textContent()) ?? '';
    demand(found.startsWith(`${listedPapers.length} `), `the popup says: ${found}`);
    return found;
  });

  await steps.run('Read the reading list', async () => {
    const popup = await openPopupPage(browser, LIST_ADDRESS);
    for (const scheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme: scheme });
      for (const tab of ['This page', 'Reading list', 'Related']) {
        await popup.getByRole('tab', { name: tab }).click();
        await popup.getByRole('listitem').first().waitFor();
        await picture(popup, `popup-${tab.toLowerCase().replace(' ', '-')}-${scheme}`);
      }
    }
    const count = await popup.getByRole('tab', { name: 'Reading list' }).textContent();
    demand(count?.includes(String(wanted.length)) === true, `the tab says: ${count}`);
    await popup.close();
    return `${wanted.length} papers`;
  });

  await steps.run('Found a paper by a misspelt phrase', async () => {
    const popup = await openPopupPage(browser, LIST_ADDRESS);
    await popup.getByRole('tab', { name: 'Reading list' }).click();
    await popup.getByRole('textbox', { name: 'Search your papers' }).fill('verifable reward');
    const title = 'Verifiable Rewards Are Enough';
    await popup.getByRole('listitem').filter({ hasText: title }).waitFor();
    await picture(popup, 'popup-search');
    await popup.close();
    return `“verifable reward” finds “${title} …”`;
  });

  await steps.run('Exported BibTeX', async () => {
    const path = await exportBibtex(browser, await openPopupPage(browser, LIST_ADDRESS));
    const entries = readFileSync(path, 'utf8').match(/^@/gm)?.length ?? 0;
    demand(entries === wanted.length, `${entries} entries instead of ${wanted.length}`);
    return `${entries} entries, ${path}`;
  });

  await steps.run('Took the pictures in the dark', async () => {
    for (const [page, name] of [
      [feed, 'feed-dark'],
      [list, 'listing-dark'],
    ] as const) {
      await page.bringToFront(); // a tab that nobody sees is not laid out
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.reload();
      await page.evaluate(() => document.documentElement.classList.add('dark'));
      await page.locator('paperkin-badge[data-state="saved"]').first().waitFor();
      await page.locator(RELATED).first().waitFor(); // counts come after states
      await picture(page, name);
    }
    return 'feed and listing';
  });

  await steps.run('Asked the web for nothing', async () => {
    const { extensionRequests, extensionErrors } = browser;
    demand(extensionRequests.length === 0, `asked for ${extensionRequests.join(', ')}`);
    demand(extensionErrors.length === 0, extensionErrors.join('\n'));
    return '0 requests by the extension, 0 errors';
  });
}

function isAbout({ title, abstract }: DemoPaper, subjects: readonly string[]): boolean {
  const text = `${title} ${abstract}`.toLowerCase();
  return subjects.some((subject) => text.includes(subject));
}

function badge(page: Page, paper: DemoPaper, state = '') {
  return page.locator(`paperkin-badge[data-paper="arxiv:${paper.id}"]${state}`).first();
}

async function countControls(page: Page, expected: number): Promise<number> {
  const controls = page.locator('paperkin-badge');
  await controls.nth(expected - 1).waitFor({ state: 'attached' });
  const count = await controls.count();
  demand(count === expected, `${count} controls for ${expected} papers`);
  return count;
}

/** Milliseconds from the click to the mark that says it is saved. */
async function save(page: Page, paper: DemoPaper): Promise<number> {
  const button = badge(page, paper).getByRole('button', { name: 'Save', exact: true });
  await button.scrollIntoViewIfNeeded();
  const startedAtMs = performance.now();
  await button.click();
  await badge(page, paper, '[data-state="saved"]').waitFor();
  return performance.now() - startedAtMs;
}

/** Relatedness is asked for what comes into view, so all of the page is brought there. */
async function relatedRows(page: Page): Promise<{ title: string; count: number }[]> {
  for (const control of await page.locator('paperkin-badge').all()) {
    await control.scrollIntoViewIfNeeded();
  }
  await page.locator(RELATED).first().waitFor();
  const counts = await page
    .locator(RELATED)
    .evaluateAll((badges) =>
      badges.map((each) => [each.getAttribute('data-paper'), each.getAttribute('data-related')]),
    );
  return counts.map(([key, count]) => ({
    title: demoPapers.find((paper) => `arxiv:${paper.id}` === key)?.title ?? String(key),
    count: Number(count),
  }));
}

async function openRelatedCard(page: Page): Promise<void> {
  const pill = page.getByRole('button', { name: /Related to/ }).first();
  await pill.scrollIntoViewIfNeeded();
  await pill.click();
  await page.getByRole('dialog').waitFor();
}

/** The popup as a page of its own, about the tab at `address`: it stays open, and may save files. */
async function openPopupPage(browser: Chromium, address: string): Promise<Page> {
  const popup = await browser.openExtensionPage('manifest.json');
  const id = await popup.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id;
  }, address);
  await popup.setViewportSize(POPUP);
  await popup.goto(browser.addressOf(`popup.html?tab=${id}`));
  return popup;
}

async function exportBibtex(browser: Chromium, popup: Page): Promise<string> {
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  await popup
    .getByRole('checkbox', { name: /^Select: / })
    .first()
    .check();
  await popup.getByRole('button', { name: 'Export', exact: true }).click();
  await popup.getByRole('radio', { name: /^Everything/ }).check();
  await popup.getByRole('radio', { name: 'BibTeX', exact: true }).check();
  await picture(popup, 'popup-export');
  const button = popup.getByRole('button', { name: 'Save as a file' });
  return await browser.download(OUT, () => button.click());
}

/** What moves is shown where it comes to rest. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(OUT, `${name}.png`), animations: 'disabled' });
}
