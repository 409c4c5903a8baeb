import { toAuthors } from '../candidate';
import { parseDate } from '../page-date';
import { type Declaration, toAddressKey, toDeclaredKey, withoutNulls } from './declaration';
import { allOf, firstOf, type MetaMap } from './meta-map';

const PAPER_TYPES =
  /^(?:article|conference_item|book_section|thesis|preprint|monograph|working_paper)$/;

/**
 * EPrints repositories, `eprints.title` and so on, beside a Dublin Core that puts DOIs nowhere.
 * Source: https://wiki.eprints.org/w/Category:EPrints_Metadata
 */
export function readEprints(metas: MetaMap): Declaration | null {
  const one = (name: string) => firstOf(metas, `eprints.${name}`);
  const title = one('title');
  if (title === '') return null;
  const numbers = ['doi', 'id_number', 'official_url', 'related_url_url'].map(one);
  return {
    ids: withoutNulls(numbers.map((text) => toDeclaredKey(text) ?? toAddressKey(text))),
    isPaper: PAPER_TYPES.test(one('type')),
    facts: {
      title,
      authors: toAuthors(allOf(metas, 'eprints.creators_name')),
      abstract: one('abstract'),
      date: parseDate(one('date')),
      venue: one('publication') || one('event_title') || one('book_title'),
      volume: one('volume'),
      number: one('number'),
      pages: one('pagerange'),
      publisher: one('publisher') || one('institution'),
    },
  };
}
