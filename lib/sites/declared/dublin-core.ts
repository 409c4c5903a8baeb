import { TEXT_LIMITS } from '../../core/clean-text';
import { toAuthors } from '../candidate';
import { parseDate } from '../page-date';
import { type Declaration, toAddressKey, toDeclaredKey, withoutNulls } from './declaration';
import { joinPages, splitKeywords } from './highwire';
import { allOf, firstOf, type MetaMap } from './meta-map';

/**
 * PRISM tags, which publishers add to Dublin Core. They hold no title and no authors.
 * Source: https://www.w3.org/submissions/2020/SUBM-prism-20200910/
 */
export function readPrism(metas: MetaMap): Declaration | null {
  const one = (...names: string[]) => firstOf(metas, ...names.map((name) => `prism.${name}`));
  const venue = one('publicationname');
  const ids = withoutNulls([toDeclaredKey(one('doi')), toAddressKey(one('url'))]);
  if (venue === '' && ids.length === 0) return null;
  return {
    ids,
    isPaper: false,
    description: one('description'),
    facts: {
      venue,
      date: parseDate(one('publicationdate', 'coverdate')),
      volume: one('volume'),
      number: one('number', 'issue'),
      pages: joinPages(one('startingpage'), one('endingpage')),
    },
  };
}

/**
 * Dublin Core in its three spellings (`DC.`, `DCTERMS.`, with dots or colons). Museums and
 * ministries carry it as well, so by itself it makes no paper. Null where there is
 * neither title nor identifier.
 * Source: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
 */
export function readDublinCore(metas: MetaMap): Declaration | null {
  const names = (name: string) => ['dc.', 'dcterms.', 'dc:', 'dcterms:'].map((p) => p + name);
  const one = (...terms: string[]) => firstOf(metas, ...terms.flatMap(names));
  const all = (...terms: string[]) => allOf(metas, ...terms.flatMap(names));
  const title = one('title');
  const identifiers = [...all('identifier.doi'), ...all('identifier')];
  const ids = withoutNulls(identifiers.map((text) => toDeclaredKey(text) ?? toAddressKey(text)));
  if (title === '' && ids.length === 0) return null;
  const source = one('source', 'relation.ispartof', 'ispartof');
  return {
    ids,
    isPaper: false,
    description: one('description'),
    facts: {
      title: title.slice(0, TEXT_LIMITS.title),
      authors: toAuthors(all('creator', 'creator.personalname', 'contributor')),
      abstract: one('description.abstract', 'abstract'),
      date: parseDate(one('date.issued', 'issued', 'date', 'date.created')),
      venue: /^(?:https?:|doi:)/i.test(source) ? '' : source,
      publisher: one('publisher'),
      keywords: splitKeywords(all('subject')),
    },
  };
}
