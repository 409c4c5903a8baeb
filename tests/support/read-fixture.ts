import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Window } from 'happy-dom';
import type { Sighting } from '../../lib/sites/site-adapter';

const ROOT = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** A saved or hand-written page of a site, with what a reader must find on it. */
export interface PageFixture {
  /** `arxiv/new`. */
  readonly name: string;
  readonly site: string;
  readonly url: URL;
  readonly html: string;
  readonly expected: unknown;
}

/** Every fixture of a folder that has a page.html. */
export function readFixtures(): PageFixture[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('page.html'))
    .map((path) => path.replaceAll('\\', '/').replace('/page.html', ''))
    .sort()
    .map(readFixture);
}

function readFixture(name: string): PageFixture {
  const read = (file: string) => readFileSync(`${ROOT}${name}/${file}`, 'utf8');
  const { address } = JSON.parse(read('source.json')) as { address: string };
  return {
    name,
    site: name.split('/')[0] ?? '',
    url: new URL(address),
    html: read('page.html'),
    expected: JSON.parse(read('expected.json')),
  };
}

/** The page as a document at its address. No script of it runs. */
export function parsePage(html: string, url: URL): Document {
  const window = new Window({ url: url.href });
  const parser = new window.DOMParser();
  return parser.parseFromString(html, 'text/html') as unknown as Document;
}

/** Sightings as `expected.json` holds them: what the paper is, and where its control goes. */
export function describeSightings(sightings: readonly Sighting[]): unknown[] {
  return sightings.map(({ candidate, anchor, place, row, listedAs }) => ({
    ...candidate,
    authors: candidate.authors.map((author) => author.name),
    ...(listedAs && { listedAs }),
    anchor: `${place} ${describeElement(anchor)}`,
    ...(row && { row: row.map(describeElement).join(' ') }),
  }));
}

function describeElement(element: Element): string {
  const id = element.id === '' ? '' : `#${element.id}`;
  return element.localName + id + [...element.classList].map((name) => `.${name}`).join('');
}
