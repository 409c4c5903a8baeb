import { splitAtDepth0 } from './bibtex-names';
import type { BibEntry } from './bibtex-scan';
import { decodeLatex } from './latex-decode';

/** No decoded field is kept longer; four times as much may be LaTeX. */
const MAX_FIELD = 400_000;

/** How a child's fields are called where they come from its `crossref`: biblatex manual, appendix B. */
const INHERITED_AS: Readonly<Record<string, string>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
};
const NEVER_INHERITED = new Set(
  (
    'abstract annotation annote author bdsk-url-1 citeulike-article-id crossref doi eprint eprinttype ' +
    'file groups ids keywords note pages related shorttitle url urldate xref xdata'
  ).split(' '),
);

/** An entry of a book of a series of books: nobody needs more, and circles end. */
const MAX_PARENTS = 4;

/** The entry's own fields, then those of its `xdata`, then those of its `crossref`. */
export function inheritFields(
  entry: BibEntry,
  byKey: ReadonlyMap<string, BibEntry>,
  depth = 0,
): ReadonlyMap<string, string> {
  if (!entry.fields.has('xdata') && !entry.fields.has('crossref')) return entry.fields;
  const fields = new Map(entry.fields);
  const fieldsOf = (key: string): ReadonlyMap<string, string> => {
    const named = key.trim().toLowerCase();
    // An entry without a key is nobody's parent.
    const parent = depth < MAX_PARENTS && named !== '' ? byKey.get(named) : undefined;
    return parent ? inheritFields(parent, byKey, depth + 1) : new Map();
  };
  for (const key of (entry.fields.get('xdata') ?? '').split(',', MAX_PARENTS)) {
    for (const [name, value] of fieldsOf(key)) if (!fields.has(name)) fields.set(name, value);
  }
  for (const [name, value] of fieldsOf(entry.fields.get('crossref') ?? '')) {
    const own = INHERITED_AS[name] ?? name;
    if (!NEVER_INHERITED.has(name) && !fields.has(own)) fields.set(own, value);
  }
  return fields;
}

/** Access to an entry's fields, decoded as each needs. '' for those that are not there. */
export class Fields {
  constructor(readonly raw: ReadonlyMap<string, string>) {}

  /** The first of these that is not empty, as text on one line. */
  text(...names: readonly string[]): string {
    return decodeLatex(onOneLine(this.#first(names)));
  }

  /** The same with its line breaks, for what people wrote themselves. */
  lines(...names: readonly string[]): string {
    return decodeLatex(this.#first(names));
  }

  /** Verbatim fields: addresses and identifiers. */
  verbatim(...names: readonly string[]): string {
    const value = this.#first(names).trim();
    if (!/[\\{}$]/.test(value)) return value;
    return value
      .replace(/^\\(?:url|href|path)\s*\{(.*)\}$/s, '$1')
      .replace(/\$\\sim\$|\\textasciitilde\s*(?:\{\})?|\\~\{\}/g, '~')
      .replace(/\{?\\([_%&#$~])\}?/g, '$1')
      .replace(/^\{(.*)\}$/s, '$1')
      .trim();
  }

  /** The words of a list, split at commas outside of braces; at semicolons where it has none. */
  list(name: string): string[] {
    const value = onOneLine(this.#first([name]));
    const byComma = splitAtDepth0(value, /,/g);
    const words = byComma.length > 1 ? byComma : splitAtDepth0(value, /;/g);
    return words.map(decodeLatex);
  }

  #first(names: readonly string[]): string {
    const name = names.find((each) => this.raw.get(each)?.trim());
    return (name === undefined ? '' : (this.raw.get(name) ?? '')).slice(0, MAX_FIELD);
  }
}

/** Wrapped values. Not all white space: a byte order mark within a word is none. */
export function onOneLine(value: string): string {
  return /[\t\n\r]| {2}/.test(value) ? value.replace(/[ \t\n\r]+/g, ' ') : value;
}
