/**
 * The feed of one day as the page orders it and as two invented readers would see it, as a picture:
 *
 *   npm run show:feed -- --data PAPERS.jsonl.gz --day 2025-09-30 [--out .output/related/feed.png]
 *
 * PAPERS holds one paper a line: `day`, `id`, `title`, `abstract`, `authors` (names).
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import type { PaperKey } from '../lib/core/paper';
import { openBackground } from '../lib/related/background';
import { openRelatedIndex } from '../lib/related/block-related-index';
import type { RelatedDocument } from '../lib/related/related-index';
import { findChromiumHere } from './browsers/here';
import { type Html, html } from './demo/html';
import { readJsonLines } from './related/corpus';
import { READERS, type Reader } from './related/readers';

const SHOWN = 14;
const STYLE = `
  body { margin: 0; padding: 24px; font: 14px/1.4 var(--font); color: var(--ink); background: var(--paper); }
  main { display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px; }
  h2 { font-size: 16px; margin: 0 0 12px; }
  ol { margin: 0; padding-left: 24px; }
  li { padding: 6px 0; border-top: 1px solid var(--line); }
  small { display: block; color: var(--kin); }`;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    day: { type: 'string' },
    out: { type: 'string', default: '.output/related/feed.png' },
  },
});
const { data, day, out } = options;
if (!data || !day) throw new Error('--data FILE and --day DATE are missing');

interface Row {
  readonly title: string;
  /** The phrases of the closest saved paper's reason; '' where no badge would be. */
  readonly because: string;
}

const background = openBackground(
  new Uint8Array(readFileSync('assets/related/background.bin')).buffer,
);
const feed = readDay(data, day);
if (feed.length === 0) throw new Error(`${data} holds no paper of ${day}`);
const columns = [
  { name: `As listed on ${day}`, rows: feed.map(({ title }): Row => ({ title, because: '' })) },
  ...READERS.map((reader) => ({ name: reader.name, rows: ranked(reader) })),
];
await photograph(pageOf(columns), out);
console.log(`${feed.length} papers of ${day}, ${READERS.length} readers: ${out}`);

function readDay(file: string, wanted: string): RelatedDocument[] {
  return readJsonLines(file).flatMap((value) => {
    const paper = value as Omit<RelatedDocument, 'id'> & { id: string; day: string };
    const { id, title, abstract, authors } = paper;
    const document = { id: `arxiv:${id}` as PaperKey, title, authors: authors ?? [] };
    return paper.day === wanted ? [{ ...document, ...(abstract && { abstract }) }] : [];
  });
}

function ranked({ saved }: Reader): Row[] {
  const index = openRelatedIndex(new Map(), { background });
  index.put(saved, 1);
  const profile = index.profile(saved.map(({ id }) => ({ paper: id, weight: 1 })));
  const papers = new Map(feed.map((paper) => [paper.id, paper]));
  return index.rank(profile, feed).flatMap(({ id }) => {
    const paper = papers.get(id);
    const [best] = paper ? index.related(paper, 1) : [];
    if (!paper) return [];
    const isClose = best !== undefined && best.score >= index.badgeThreshold();
    return [{ title: paper.title, because: isClose ? best.reason.terms.join(', ') : '' }];
  });
}

function pageOf(all: readonly { name: string; rows: readonly Row[] }[]): Html {
  const columnsHtml = all.map(({ name, rows }) => {
    const items = rows.slice(0, SHOWN).map(({ title, because }) => {
      return html`<li>${title.replace(/\s+/g, ' ')}<small>${because}</small></li>`;
    });
    return html`<section><h2>${name}</h2><ol>${items}</ol></section>`;
  });
  return html`<!doctype html><main>${columnsHtml}</main>`;
}

function readStyles(): string {
  const [marks, rest = ''] = ['mark-tokens', 'tokens'].map((name) =>
    readFileSync(`assets/${name}.css`, 'utf8'),
  );
  return marks + rest.replace(/@import.*/, '');
}

async function photograph(content: Html, file: string): Promise<void> {
  const found = findChromiumHere();
  if (found.path === null) throw new Error(found.advice);
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.setContent(content.text);
    await page.addStyleTag({ content: readStyles() + STYLE });
    mkdirSync(dirname(file), { recursive: true });
    await page.screenshot({ path: file, fullPage: true });
  } finally {
    await browser.close();
  }
}
