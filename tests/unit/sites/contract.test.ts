import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isPaperKey } from '../../../lib/core/identifiers';
import { citationMeta } from '../../../lib/sites/citation-meta';
import { adapters, findAdapter, readPage } from '../../../lib/sites/index';
import type { SiteAdapter, UrlCases } from '../../../lib/sites/site-adapter';
import { describeSightings, parsePage, readFixtures } from '../../support/read-fixture';

interface AdapterModule {
  readonly urlCases?: UrlCases;
  readonly [name: string]: unknown;
}

const modules = import.meta.glob<AdapterModule>('../../../lib/sites/*.ts', { eager: true });
const cases = Object.values(modules).flatMap((module) => {
  const adapter = Object.values(module).find(isAdapter);
  return adapter && module.urlCases ? [{ adapter, urlCases: module.urlCases }] : [];
});
const fixtures = readFixtures();

function isAdapter(value: unknown): value is SiteAdapter {
  return typeof value === 'object' && value !== null && 'classify' in value && 'matches' in value;
}

function claimants(address: string): string[] {
  const url = new URL(address);
  return adapters.filter((adapter) => adapter.classify(url) !== null).map(({ id }) => id);
}

describe('every site adapter', () => {
  it('stands in the one list, with addresses and at least one fixture of its own', () => {
    const listed = adapters.map(({ id }) => id).sort();
    expect(cases.map(({ adapter }) => adapter.id).sort()).toEqual(listed);
    for (const id of listed)
      expect(
        fixtures.map(({ site }) => site),
        id,
      ).toContain(id);
  });

  it('has match patterns that cover the addresses it claims', () => {
    for (const { adapter, urlCases } of cases) {
      for (const address of [...urlCases.paper, ...urlCases.pdf, ...urlCases.list]) {
        expect(adapter.hosts(new URL(address)), address).toBe(true);
      }
    }
  });

  for (const { adapter, urlCases } of cases) {
    for (const kind of ['paper', 'pdf', 'list'] as const) {
      it.each(urlCases[kind])(`${adapter.id} alone claims %s as ${kind}`, (address) => {
        expect(claimants(address)).toEqual([adapter.id]);
        expect(adapter.classify(new URL(address))).toBe(kind);
      });
    }
    it.each(urlCases.none)(`nobody claims %s (${adapter.id})`, (address) => {
      expect(claimants(address)).toEqual([]);
    });
  }
});

describe('every page', () => {
  it.each(fixtures)('$name reads as expected', ({ site, url, html, expected }) => {
    const adapter = findAdapter(url) ?? citationMeta;
    expect(adapter.id).toBe(site);
    expect(describeSightings(readPage(parsePage(html, url), url))).toEqual(expected);
  });

  it.each(fixtures)('$name names papers by canonical keys', ({ url, html }) => {
    for (const { candidate } of readPage(parsePage(html, url), url)) {
      expect(candidate.ids).toContain(candidate.key);
      for (const id of candidate.ids) expect(isPaperKey(id), id).toBe(true);
    }
  });

  it.each(fixtures)('$name keeps controls out of links', ({ url, html }) => {
    for (const { anchor, place } of readPage(parsePage(html, url), url)) {
      const parent = place === 'inside' ? anchor : anchor.parentElement;
      expect(parent?.closest('a, button') ?? null).toBeNull();
    }
  });

  it.each(fixtures)('$name is left as it was', ({ url, html }) => {
    const doc = parsePage(html, url);
    const before = doc.documentElement.outerHTML;
    readPage(doc, url);
    expect(doc.documentElement.outerHTML).toBe(before);
  });

  it('has a source and an expectation beside it', () => {
    const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
    for (const { name } of fixtures) {
      expect(readdirSync(`${root}${name}`).sort()).toEqual([
        'expected.json',
        'page.html',
        'source.json',
      ]);
      const source = JSON.parse(readFileSync(`${root}${name}/source.json`, 'utf8')) as object;
      expect(Object.keys(source)).toEqual(['address', 'seen']);
    }
  });
});
