import { cleanLine, TEXT_LIMITS } from '../../core/clean-text';
import { toAuthors } from '../candidate';
import { parseDate } from '../page-date';
import { type Declaration, toDeclaredKey, withoutNulls } from './declaration';
import { joinPages } from './highwire';
import { fold } from './visible-paper';

/**
 * COinS: an OpenURL in the title of an empty span. Catalogues put one behind each hit, and
 * encyclopedias behind each reference, so only a page with exactly one, which is also its heading or
 * title, is about that paper.
 * Source: https://web.archive.org/web/20170107213218/http://ocoins.info/
 */
export function readCoins(doc: Document): Declaration | null {
  const spans = doc.querySelectorAll('span.Z3988[title]');
  if (spans.length !== 1) return null;
  const fields = new URLSearchParams(spans[0]?.getAttribute('title') ?? '');
  const one = (name: string) => cleanLine(fields.get(name) ?? '', TEXT_LIMITS.title);
  const title = one('rft.atitle') || one('rft.title');
  if (title === '' || !isTitleOf(doc, title)) return null;
  const person = [one('rft.aulast'), one('rft.aufirst')].filter(Boolean).join(', ');
  const names = fields.getAll('rft.au').filter((name) => name.trim() !== '');
  return {
    ids: withoutNulls(fields.getAll('rft_id').map((id) => toDeclaredKey(id))),
    isPaper: /article|proceeding|preprint|dissertation/.test(fields.get('rft.genre') ?? ''),
    facts: {
      title,
      authors: toAuthors(names.length > 0 ? names : [person]),
      date: parseDate(one('rft.date')),
      venue: one('rft.jtitle') || one('rft.btitle'),
      volume: one('rft.volume'),
      number: one('rft.issue'),
      pages: one('rft.pages') || joinPages(one('rft.spage'), one('rft.epage')),
      publisher: one('rft.pub'),
    },
  };
}

function isTitleOf(doc: Document, title: string): boolean {
  const headings = [...doc.querySelectorAll('h1, h2')].map((heading) => heading.textContent ?? '');
  const start = fold(title).slice(0, 40);
  return [doc.title, ...headings].some((text) => fold(text.slice(0, 1_000)).includes(start));
}
