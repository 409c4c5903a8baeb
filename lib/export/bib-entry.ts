import { type NameParts, type PersonParts, readsAsSuffix } from '../core/names';
import type { Citation } from './citation';
import type { ExportOptions } from './export-options';
import { encodeLatex, encodeLatexTitle, encodeRichLatex, encodeVerbatim } from './latex-encode';

/** What BibTeX and BibLaTeX have in common: the layout of an entry and the writing of values. */

/** Name and value as it stands in the file, braces included; '' leaves the field out. */
export type BibField = readonly [name: string, value: string];

/** `@type{key, …}`, two spaces before each field, equals signs in one column, no newline after. */
export function formatBibEntry(type: string, key: string, fields: readonly BibField[]): string {
  const known = fields.filter(([, value]) => value !== '');
  if (known.length === 0) known.push(['title', '{}']); // BibTeX wants one field
  const width = Math.max(...known.map(([name]) => name.length));
  const lines = known.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
  return `@${type}{${[key, ...lines].join(',\n')}\n}`;
}

/** Writers of values for one set of options; each gives '' for ''. */
export function bibValues(options: ExportOptions) {
  const latex = { ascii: options.ascii ?? false };
  return {
    text: (text: string) => braced(encodeLatex(text, latex)),
    rich: (text: string) => braced(encodeRichLatex(text, latex)),
    title: (text: string) => braced(encodeLatexTitle(text, latex)),
    verbatim: (text: string) => braced(encodeVerbatim(text)),
    pages: (pages: string) => braced(encodeLatex(pages.replace(/-/g, '–'), { ascii: true })),
    names: (citation: Citation) => {
      const names = citation.authors.map((author) => bibName(author, latex));
      return braced([...names, ...(citation.isTruncated ? ['others'] : [])].join(' and '));
    },
    keywords: (words: readonly string[]) =>
      braced(words.map((word) => guarded(word, /[,;]/, encodeLatex(word, latex))).join(', ')),
  };
}

/** The fields that differ in name between the two flavours. */
export interface BibFieldNames {
  readonly journal: string;
  readonly thesisPlace: string;
  readonly preprintPlace: string;
  readonly note: string;
}

/** Where it appeared, in the fields that the standard styles read for the type. */
export function publicationFields(
  citation: Citation,
  names: BibFieldNames,
  options: ExportOptions,
): BibField[] {
  const { text, pages } = bibValues(options);
  const { venue, publisher, organization } = citation;
  const number: BibField = ['number', text(citation.number)];
  const pageRange: BibField = ['pages', pages(citation.pages)];
  const published: BibField = ['publisher', text(publisher)];
  const inVolume = [['volume', text(citation.volume)] as const, number, pageRange, published];
  switch (citation.type) {
    case 'journal-article':
      return [[names.journal, text(venue)], ...inVolume];
    case 'conference-paper':
    case 'chapter':
      return [['booktitle', text(venue)], ...inVolume];
    case 'book':
      return [['series', text(venue)], ...inVolume];
    case 'thesis':
      return [[names.thesisPlace, text(organization || publisher || venue)]];
    case 'report':
      return [['institution', text(organization || publisher || venue)], number, pageRange];
    default:
      return [[names.preprintPlace, text(venue)], published];
  }
}

/** The fields that the options ask for, last in the entry. */
export function readerFields(
  citation: Citation,
  names: BibFieldNames,
  options: ExportOptions,
): BibField[] {
  const values = bibValues(options);
  const fields: BibField[] = [];
  if (options.abstracts) fields.push(['abstract', values.rich(citation.abstract)]);
  if (options.keywords) fields.push(['keywords', values.keywords(citation.keywords)]);
  if (options.notes) fields.push([names.note, values.text(citation.note.replace(/\s+/g, ' '))]);
  return fields;
}

export function joinEntries(entries: readonly string[]): string {
  return `${entries.join('\n\n')}\n`;
}

function braced(value: string): string {
  return value && `{${value}}`;
}

/** `van der Maaten, Laurens`, `de la Cruz, Jr., Juan`, `Maaten, , Jr`, `{The Sheep Collaboration}`. */
function bibName(name: NameParts, latex: { ascii: boolean }): string {
  const write = (part = ''): string => guarded(part, SEPARATES_NAMES, encodeLatex(part, latex));
  if ('literal' in name) return `{${encodeLatex(name.literal, latex)}}`;
  const family = isMistakable(name) ? `{${encodeLatex(name.family, latex)}}` : write(name.family);
  const last = [write(name.particle), family].filter(Boolean).join(' ');
  if (readsAsSuffix(name)) return `${last}, , ${write(name.given)}`;
  return [last, write(name.suffix), write(name.given)].filter(Boolean).join(', ');
}

const SEPARATES_NAMES = /[,;]|(?:^|\s)and(?:\s|$)/i;

/** Whether a reader would split this family name: "van Gogh", or two words alone. */
function isMistakable(name: PersonParts): boolean {
  const { family, particle, given } = name;
  if (!family.includes(' ')) return family.toLowerCase() === 'others';
  return /^['’]?\p{Ll}/u.test(family) || !(given || particle);
}

/** In braces where the plain text holds what would separate values. */
function guarded(plain: string, separator: RegExp, encoded: string): string {
  return separator.test(plain) ? `{${encoded}}` : encoded;
}
