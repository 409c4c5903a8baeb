import { parsePaperAddress } from '../core/identifiers';
import type { PaperCandidate, PaperKey } from '../core/paper';
import { titleKey } from '../core/title-key';
import { type GatheredFacts, makeCandidate } from './candidate';
import { chooseKey } from './declared/choose-key';
import { readCoins } from './declared/coins';
import type { Declaration } from './declared/declaration';
import { readDublinCore, readPrism } from './declared/dublin-core';
import { readEntrez } from './declared/entrez';
import { readEprints } from './declared/eprints';
import { readHighwire } from './declared/highwire';
import { type LinkedData, readLinkedData } from './declared/json-ld';
import { collectMetas, type MetaMap } from './declared/meta-map';
import { readOpenGraph } from './declared/open-graph';
import { findAbstract } from './declared/page-abstract';
import { findHeading, fold, readVisibleFacts } from './declared/visible-paper';
import { readXploreMetadata } from './declared/xplore';
import { HEADINGS } from './linked-rows';
import { findPaperPath } from './paper-paths';
import type { Sighting, SiteAdapter } from './site-adapter';

/** What a page says it is when it is no paper, however scholarly its other tags look. */
const OTHER_THINGS =
  /^(?:Dataset|SoftwareSourceCode|SoftwareApplication|BlogPosting|NewsArticle|Product|Course|VideoObject|Recipe|JobPosting|QAPage|DiscussionForumPosting)$/;
const OTHER_DC_TYPES = /^(?:dataset|software|image|sound|movingimage|stillimage|physicalobject)$/i;
/** Repositories of data; their DOIs are papers only where the page says so. */
const DATA_DOI = /^doi:10\.(?:5281\/zenodo|6084|5061|7910|17605|34740|24432|17632)/;
/** A shorter text is a remark. */
const MIN_ABSTRACT = 50;
/** A shorter one tells of the site, not of the paper. */
const MIN_DESCRIPTION = 200;
/** Nature's news, comment and advertisements, which carry DOIs like its papers. */
const MAGAZINE_DOI = /^doi:10\.1038\/d4\d{4}-/;

/**
 * Any page that declares itself a paper, by address, meta tags or linked data; asked last, and
 * silent where in doubt. At most one sighting.
 */
export const citationMeta: SiteAdapter = {
  id: 'citation-meta',
  name: 'Any paper page',
  matches: [],
  hosts: () => false,
  classify: (url) => parsePaperAddress(url)?.kind ?? findPaperPath(url),

  read(doc, url): Sighting[] {
    const candidate = readDeclaredPaper(doc, url);
    if (!candidate) return [];
    const anchor = findAnchor(doc, candidate.title);
    return anchor ? [{ key: candidate.key, candidate, anchor, place: 'inside' }] : [];
  },
};

function readDeclaredPaper(doc: Document, url: URL): PaperCandidate | null {
  const metas = collectMetas(doc);
  const linked = readLinkedData(doc);
  const address = parsePaperAddress(url)?.key ?? null;
  const declarations = [
    readHighwire(metas),
    readPrism(metas),
    readDublinCore(metas),
    linked.article,
    readXploreMetadata(doc),
    readEntrez(doc, metas),
    readCoins(doc),
    readEprints(metas),
    readOpenGraph(doc, metas),
  ]
    .filter((declaration) => declaration !== null)
    .filter((declaration) => address === null || !isOfAnother(declaration, address));
  // The most trusted kind that names an identifier goes first; the sort keeps the rest in order.
  declarations.sort((a, b) => Number(b.ids.length > 0) - Number(a.ids.length > 0));

  const { key, ids } = chooseKey(address, declarations, url);
  if (!isPaper(key, address, url, declarations, metas, linked)) return null;
  const facts = mergeFacts([...declarations.map((each) => each.facts), readVisibleFacts(doc)]);
  // A heading alone may say "Page not found".
  const isTitleDeclared = declarations.some((declaration) => declaration.facts.title);
  if (!isTitleDeclared && !facts.authors) return null;
  const title = facts.title ?? '';
  if (title === '') return null;
  const year = Number(facts.date?.slice(0, 4)) || undefined;
  return makeCandidate(
    isIndex(url) ? 'site' : 'publisher',
    key ?? titleKey(title, facts.authors?.[0]?.name, year),
    ids,
    {
      ...facts,
      abstract: chooseAbstract(doc, facts.abstract ?? '', [
        ...declarations.map(({ description }) => description ?? ''),
        ...(metas.get('description') ?? []),
      ]),
      urls: [withoutFragment(url)],
    },
  );
}

/**
 * Sites that draw themselves may keep the tags of the paper shown before. An archive gives a paper
 * one number; publishers may well give it two DOIs.
 */
function isOfAnother({ ids, linkedIds = [] }: Declaration, address: PaperKey): boolean {
  const scheme = address.slice(0, address.indexOf(':') + 1);
  if (scheme === 'doi:') return false;
  const rivals = [...ids, ...linkedIds].filter((id) => id.startsWith(scheme));
  return rivals.length > 0 && !rivals.includes(address);
}

function isPaper(
  key: PaperKey | null,
  address: PaperKey | null,
  url: URL,
  declarations: readonly Declaration[],
  metas: MetaMap,
  { article, types }: LinkedData,
): boolean {
  if (article) return true;
  if ([...types].some((type) => OTHER_THINGS.test(type))) return false;
  if ((metas.get('dc.type') ?? []).some((type) => OTHER_DC_TYPES.test(type))) return false;
  if (key !== null && (DATA_DOI.test(key) || MAGAZINE_DOI.test(key))) return false;
  if (address !== null) return true;
  const isPath = findPaperPath(url) === 'paper';
  if (isPath && declarations.some(({ facts }) => facts.title && facts.authors?.length)) return true;
  const naming = declarations.filter(({ ids, facts }) => ids.length > 0 && facts.title);
  return (
    naming.length > 0 ||
    declarations.some((declaration) => declaration.isPaper) ||
    (key !== null && declarations.some(({ facts }) => facts.title))
  );
}

/** Each fact from the first declaration that has it. */
function mergeFacts(all: readonly GatheredFacts[]): GatheredFacts {
  const merged: Record<string, unknown> = {};
  for (const facts of all) {
    for (const [name, value] of Object.entries(facts)) {
      const isEmpty =
        value === undefined || value === '' || (Array.isArray(value) && !value.length);
      if (!isEmpty) merged[name] ??= value;
    }
  }
  return merged as GatheredFacts;
}

/** A declared abstract may be cut; the page then shows it whole. A description is the last resort. */
function chooseAbstract(doc: Document, declared: string, descriptions: readonly string[]): string {
  const shown = findAbstract(doc);
  if (declared.length >= MIN_ABSTRACT) {
    return shown.length > declared.length && begins(shown, declared) ? shown : declared;
  }
  if (shown !== '') return shown;
  const longest = [...descriptions].sort((a, b) => b.length - a.length)[0] ?? '';
  return longest.length >= MIN_DESCRIPTION ? longest : '';
}

function begins(whole: string, beginning: string): boolean {
  return fold(whole).startsWith(fold(beginning).slice(0, 60));
}

/** The heading that holds the title; the end of the page where none does. */
function findAnchor(doc: Document, title: string): Element | null {
  const wanted = fold(title).slice(0, 60);
  for (const selector of [HEADINGS, '[class*="title" i], [id*="title" i]']) {
    for (const element of doc.body?.querySelectorAll(selector) ?? []) {
      const text = (element.textContent ?? '').slice(0, 2_000);
      if (fold(text).includes(wanted) && !element.closest('a')) return element;
    }
  }
  return findHeading(doc)?.element ?? doc.querySelector('h1') ?? doc.body;
}

function withoutFragment(url: URL): string {
  return url.href.replace(/#.*$/, '');
}

/** Sites that describe papers of others. */
function isIndex(url: URL): boolean {
  return /(?:^|\.)(?:ncbi\.nlm\.nih\.gov|europepmc\.org|semanticscholar\.org|dblp\.org|adsabs\.harvard\.edu|inspirehep\.net)$/.test(
    url.hostname,
  );
}
