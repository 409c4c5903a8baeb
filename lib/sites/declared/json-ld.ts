import { TEXT_LIMITS } from '../../core/clean-text';
import { toAuthors } from '../candidate';
import { cleanMarkup } from '../meta-tags';
import { parseDate } from '../page-date';
import { type Declaration, toAddressKey, toDeclaredKey, withoutNulls } from './declaration';
import { joinPages, splitKeywords } from './highwire';

type Json = Readonly<Record<string, unknown>>;

/** What a page's JSON-LD says it is about. */
export interface LinkedData {
  readonly article: Declaration | null;
  /** Types of all objects but parts of others, without `https://schema.org/`. */
  readonly types: ReadonlySet<string>;
}

const MAX_TEXT = 1_000_000;
const MAX_OBJECTS = 500;
const ARTICLE = /^(?:\w*ScholarlyArticle|Chapter|Thesis|PublicationIssue\/Article)$/;

/** Objects of every JSON-LD script: alone, in an array, in a `@graph`, or as a `mainEntity`. */
export function readLinkedData(doc: Document): LinkedData {
  const objects: Json[] = [];
  for (const script of doc.querySelectorAll('script[type="application/ld+json" i]')) {
    collect(parseJson(script.textContent ?? ''), objects);
  }
  const types = new Set(objects.flatMap(typesOf));
  const articles = objects.filter(
    (object) => typesOf(object).some((type) => ARTICLE.test(type)) || isInJournal(object),
  );
  const [article] = articles;
  // Several articles are a list of them, such as somebody's publications.
  const isOne = article && articles.every((other) => isSameArticle(other, article));
  return { article: isOne ? readArticle(article, objects) : null, types };
}

/** Some publishers call their papers just articles; a journal and a DOI tell them from others. */
function isInJournal(object: Json): boolean {
  const isArticle = typesOf(object).includes('Article');
  const parts = [object.isPartOf].flat().flatMap((part) => typesOf((part ?? {}) as Json));
  const isPart = parts.some((type) => /^(?:Periodical|Publication(?:Issue|Volume))$/.test(type));
  return isArticle && isPart && withoutNulls([...readIds(object)]).length > 0;
}

function parseJson(text: string): unknown {
  if (text.length > MAX_TEXT) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // pages are full of broken JSON-LD; the other metadata still counts
  }
}

function collect(value: unknown, objects: Json[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, objects);
    return;
  }
  if (typeof value !== 'object' || value === null || objects.length >= MAX_OBJECTS) return;
  const object = value as Json;
  objects.push(object);
  collect(object['@graph'], objects);
  collect(object.mainEntity, objects);
}

function typesOf(object: Json): string[] {
  const types = [object['@type']].flat();
  return types.map((type) =>
    String(type ?? '').replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''),
  );
}

/** Pages describe one article twice, or refer to it by its `@id`. */
function isSameArticle(other: Json, article: Json): boolean {
  const titleOf = (object: Json) => toLine(object.headline) || toLine(object.name);
  return titleOf(other) === '' || titleOf(other) === titleOf(article);
}

function readArticle(article: Json, graph: readonly Json[]): Declaration | null {
  const title = toLine(article.headline) || toLine(article.name);
  if (title === '') return null;
  const venue = findVenue(article, graph);
  return {
    ids: withoutNulls([...readIds(article)]),
    isPaper: true,
    description: toLine(article.description, TEXT_LIMITS.abstract),
    facts: {
      title,
      authors: toAuthors(readNames(article.author ?? article.creator, graph)),
      abstract: toLine(article.abstract, TEXT_LIMITS.abstract),
      date: parseDate(toLine(article.datePublished) || toLine(article.dateCreated)),
      venue: venue.name,
      volume: venue.volume,
      number: venue.number,
      pages:
        toLine(article.pagination) || joinPages(toLine(article.pageStart), toLine(article.pageEnd)),
      publisher: nameOf(article.publisher, graph),
      keywords: splitKeywords(
        [article.keywords]
          .flat()
          .map((word) => toLine(word))
          .filter(Boolean),
      ),
    },
  };
}

function* readIds(article: Json) {
  yield toDeclaredKey(toLine(article.doi));
  for (const identifier of [article.identifier].flat()) yield readIdentifier(identifier);
  for (const address of [article.sameAs, article['@id'], article.url].flat()) {
    yield toAddressKey(toLine(address)) ?? toDeclaredKey(toLine(address));
  }
}

/** A text, or an object with a value and the name of its scheme. */
function readIdentifier(identifier: unknown) {
  if (typeof identifier !== 'object') return toDeclaredKey(toLine(identifier));
  const { value, propertyID } = (identifier ?? {}) as Json;
  const scheme = /^(pmid|pmcid)$/.exec(toLine(propertyID).toLowerCase())?.[1];
  return scheme
    ? toDeclaredKey(toLine(value), scheme as 'pmid' | 'pmcid')
    : toDeclaredKey(toLine(value));
}

function readNames(authors: unknown, graph: readonly Json[]): string[] {
  return [authors]
    .flat()
    .map((author) => nameOf(author, graph))
    .filter(Boolean);
}

/** An object's name, also where it is only referred to by its `@id`, or is a plain text. */
function nameOf(value: unknown, graph: readonly Json[]): string {
  const object = resolve(value, graph);
  if (!object) return toLine(value);
  const parts = [toLine(object.givenName), toLine(object.familyName)].filter(Boolean);
  return toLine(object.name) || parts.join(' ');
}

function resolve(value: unknown, graph: readonly Json[]): Json | null {
  const object = Array.isArray(value) ? value[0] : value;
  if (typeof object !== 'object' || object === null) return null;
  const id = (object as Json)['@id'];
  const isReference = id !== undefined && Object.keys(object).length === 1;
  return isReference ? (graph.find((other) => other['@id'] === id) ?? null) : (object as Json);
}

/** An article is part of an issue, which is part of a volume, which is part of a journal. */
function findVenue(article: Json, graph: readonly Json[]) {
  const found = { name: '', volume: '', number: '' };
  let part = resolve(article.isPartOf, graph);
  for (let depth = 0; part && depth < 4; depth += 1) {
    found.number ||= toLine(part.issueNumber);
    found.volume ||= toLine(part.volumeNumber);
    if (typesOf(part).some((type) => !/^Publication(?:Issue|Volume)$/.test(type))) {
      found.name ||= toLine(part.name);
    }
    part = resolve(part.isPartOf, graph);
  }
  return found;
}

function toLine(value: unknown, max: number = TEXT_LIMITS.title): string {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' ? cleanMarkup(text, max) : '';
}
