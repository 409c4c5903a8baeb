import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { Chromium } from '../../../tests/support/chromium';
import { type Profile, scriptMs } from '../../../tests/support/script-time';
import { pagesAt } from '../../../tests/support/served-pages';
import { openWorld, worldOf } from '../browser/world';
import { listingPage } from '../listing-page';
import { type Comparison, compare, type Figure, figureOf } from '../report/figure';
import { longestTaskMs } from './longest-task';
import type { Part } from './part';

const PART = 'content';
const ROWS = 2000;
const TIMES = 7;
const ADDRESS = 'https://arxiv.org/list/cs.LG/pastweek?skip=0&show=2000';
const ELSEWHERE = 'https://example.org/about';
const NAIVE = 'all rows read, each given a shadow root with styles';
const FLOOR = 'the rows found, their identifiers read, nothing else';
const ONE_MARK = 'one empty mark put into one row';

/** What Paperkin's script costs a listing of 2,000 rows, and a page that is none of its business. */
export const contentPart: Part = {
  name: PART,
  async run(context) {
    const bare = await Chromium.launch({
      program: context.program,
      extensionDir: context.referenceDir,
    });
    const ours = await openWorld(worldOf(Math.min(10_000, Math.max(...context.sizes))), context);
    try {
      for (const browser of [bare, ours]) {
        browser.web.add(pagesAt({ [ADDRESS]: listingPage(ROWS), [ELSEWHERE]: '<h1>About</h1>' }));
      }
      return await measure(bare, ours);
    } finally {
      await bare.close();
      await ours.closeBrowser();
    }
  },
};

async function measure(bare: Chromium, ours: Chromium) {
  const all: Record<string, number[]> = {};
  const note = (what: string, value: number) => {
    all[what] = [...(all[what] ?? []), value];
  };
  for (let turn = 0; turn < TIMES; turn += 1) {
    const without = await visit(bare, ADDRESS);
    note('style and layout of the page alone', without.layoutMs);
    const marked = await visit(ours, ADDRESS);
    note('our script', marked.scriptMs - without.scriptMs);
    note('our longest task', (await profile(ours, ADDRESS)).longestMs);
    note('style and layout with Paperkin', marked.layoutMs);
    note('controls in the page', marked.controls);
    const others = await measureOthers(bare);
    note(FLOOR, others.floorMs);
    note(ONE_MARK, others.oneMarkMs);
    note(NAIVE, others.naiveMs);
    note('our script on another page', (await profile(ours, ELSEWHERE)).scriptMs);
  }
  const figure = (what: string, isReference = false): Figure => {
    const unit = what.startsWith('controls') ? 'controls' : 'ms';
    return figureOf({ part: PART, size: null, what, unit, isReference }, all[what] ?? []);
  };
  const script = figure('our script');
  const page = figure('style and layout of the page alone', true);
  const withUs = figure('style and layout with Paperkin');
  const floor = figure(FLOOR, true);
  const oneMark = figure(ONE_MARK, true);
  const naive = figure(NAIVE, true);
  const added = { ...script, median: script.median + Math.max(0, withUs.median - page.median) };
  const comparisons: Comparison[] = [
    compare("our script / the page's own style and layout", [script, page], { atMost: 0.15 }),
    compare('our script / finding the rows and nothing else', [script, floor]),
    compare('all rows read and marked at once / script and layout of ours', [naive, added], {
      atLeast: 8,
    }),
    // What is left for code of any kind: a list is laid out anew whoever puts the first mark in.
    compare('the same / finding the rows and one empty mark, the limit', [
      naive,
      { ...floor, median: floor.median + oneMark.median },
    ]),
    {
      part: PART,
      size: null,
      what: 'our longest task, in ms',
      ratio: figure('our longest task').median,
      goal: { atMost: 50 },
    },
    {
      part: PART,
      size: null,
      what: 'our script on another page, in ms',
      ratio: figure('our script on another page').median,
      goal: { atMost: 0 },
    },
  ];
  const rest = ['our longest task', 'controls in the page', 'our script on another page'];
  return {
    figures: [page, withUs, script, floor, oneMark, naive, ...rest.map((what) => figure(what))],
    comparisons,
  };
}

/**
 * Milliseconds of processor time, which neighbours on a shared machine do not stretch: of all
 * scripts of the page (it has none of its own), and of style and layout.
 */
async function visit(browser: Chromium, address: string) {
  const page = await browser.context.newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address);
    await settled(page);
    const { metrics } = await session.send('Performance.getMetrics');
    const ms = (name: string) => 1000 * (metrics.find((one) => one.name === name)?.value ?? 0);
    return {
      scriptMs: ms('ScriptDuration'),
      layoutMs: ms('LayoutDuration') + ms('RecalcStyleDuration'),
      controls: await page.locator('paperkin-badge').count(),
    };
  } finally {
    await page.close();
  }
}

/** Milliseconds by the clock, with a profiler running, which lengthens what it watches. */
async function profile(browser: Chromium, address: string) {
  const page = await browser.context.newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 200 });
    await session.send('Profiler.start');
    await page.goto(address);
    await settled(page);
    const { profile: found } = await session.send('Profiler.stop');
    const origin = browser.addressOf('');
    return {
      scriptMs: scriptMs(found as Profile, origin),
      longestMs: longestTaskMs(found as Profile, origin),
    };
  } finally {
    await page.close();
  }
}

/** Until nothing was added to the page for a third of a second. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let timer = setTimeout(finish, 1000);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(finish, 350);
        });
        observer.observe(document, { childList: true, subtree: true });
        function finish() {
          observer.disconnect();
          done();
        }
      }),
  );
}

/**
 * Scripts on the same page, by their processor time: the least that any extension must do to know the
 * rows and to put a mark there, and the way most go: every row read and marked at once, each mark with
 * its own styles.
 */
async function measureOthers(bare: Chromium) {
  const page = await bare.open(ADDRESS);
  try {
    await settled(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busyMs = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    };
    const cost = async (work: () => Promise<unknown>) => {
      const beforeMs = await busyMs();
      await work();
      return (await busyMs()) - beforeMs;
    };
    const css = readFileSync('components/badge/badge.css', 'utf8');
    const floorMs = await cost(() => page.evaluate(onlyFind));
    const oneMarkMs = await cost(() => page.evaluate(markOne));
    return { floorMs, oneMarkMs, naiveMs: await cost(() => page.evaluate(markAll, css)) };
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
function onlyFind(): string {
  const links = document.querySelectorAll('dt a[href*="/abs/"]');
  return JSON.stringify(
    Array.from(links, (link) => link.getAttribute('href')?.slice('/abs/'.length)),
  );
}

/** Runs in the page. */
function markOne(): number {
  const mark = document.createElement('span');
  mark.style.cssText = 'display: inline-block; contain: strict; width: 26px; height: 20px';
  document.querySelector('dt')?.append(mark);
  return mark.getBoundingClientRect().top;
}

/** Runs in the page. */
function markAll(style: string): number {
  const papers: object[] = [];
  for (const row of document.querySelectorAll('dt')) {
    const facts = row.nextElementSibling;
    const title = facts?.querySelector('.list-title')?.textContent;
    const authors = facts?.querySelectorAll('.list-authors a') ?? [];
    const id = row.querySelector('a[title=Abstract]')?.id;
    papers.push({ id, title, authors: Array.from(authors, (author) => author.textContent) });
    const root = row.appendChild(document.createElement('span')).attachShadow({ mode: 'closed' });
    const sheet = document.createElement('style');
    sheet.textContent = style;
    const button = document.createElement('button');
    button.textContent = 'Save';
    root.append(sheet, button);
  }
  document.body.getBoundingClientRect();
  return JSON.stringify(papers).length;
}
