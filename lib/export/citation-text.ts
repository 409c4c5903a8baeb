import type { ExchangePaper } from '../core/exchange';
import { formatName } from '../core/names';
import { toPlainText } from '../core/rich-text';
import { type Citation, toCitations } from './citation';
import type { ExportOptions } from './export-options';

/** Short plain forms: "copy as citation", and what the list formats put beside a title. */

/** One line for each paper: `Author (Year). Title. Venue. Address`. */
export function toCitationText(
  papers: readonly ExchangePaper[],
  options: ExportOptions = {},
): string {
  return `${toCitations(papers, options).map(citationText).join('\n')}\n`;
}

function citationText(citation: Citation): string {
  const { date, venue, arxivId, type } = citation;
  const authors = authorPhrase(citation, 3);
  const head = [authors, date.year && `(${date.year})`].filter(Boolean).join(' ');
  const place = venue || (type === 'preprint' && arxivId ? 'arXiv' : '');
  const numbers = [citation.volume, citation.pages].filter(Boolean).join(', ');
  const title = toPlainText(displayTitle(citation));
  const sentences = [head, title, [place, numbers].filter(Boolean).join(' ')];
  return [...sentences.filter(Boolean).map(asSentence), citation.url].filter(Boolean).join(' ');
}

/** `Ada Example`, `Ada Example and Bo Beispiel`, `Ada Example et al.`; '' without authors. */
export function authorPhrase({ authors, isTruncated }: Citation, most = 2): string {
  const names = authors.map(formatName);
  if (isTruncated || names.length > most) return names[0] ? `${names[0]} et al.` : '';
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `arXiv:3101.00042`, else `doi:10.1000/x`, else ''. */
export function idPhrase({ arxivId, doi }: Citation): string {
  if (arxivId) return `arXiv:${arxivId}`;
  return doi && `doi:${doi}`;
}

/** What a list shows for a paper of which no title is known. */
export function displayTitle(citation: Citation): string {
  return citation.title || idPhrase(citation) || citation.url || citation.key;
}

function asSentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}
