import { parseName } from '../core/names';
import type { Author, PaperType } from '../core/paper';
import { parseInitialsLast } from './author-list';
import { toDate } from './dates';
import { type PaperDraft, toExchangePaper } from './paper-draft';
import { type ReadItem, toProblem } from './read-item';
import { eachLine } from './text-lines';

/** A tag of up to four characters, filled up with spaces, and a hyphen. */
const TAG_LINE = /^([A-Z]{2,4}) {0,2}- ?(.*)$/s;
const TYPES: readonly (readonly [RegExp, PaperType])[] = [
  [/^preprint$/i, 'preprint'],
  [/^book chapter$|^study guide$/i, 'chapter'],
  [/^book$/i, 'book'],
  [/^academic dissertation$/i, 'thesis'],
  [/^technical report$/i, 'report'],
  [/^journal article$|^review$|^letter$|^editorial$/i, 'journal-article'],
];

const ET_AL = /^et\.? al\.?$/i;
/** Digits on both sides, fewer on the right. */
const ABBREVIATED_PAGES = /^(\d{2,8})-(\d{1,7})$/;

interface Citation {
  readonly line: number;
  readonly start: number;
  /** Tag and value in file order, since AU, FAU and CN take turns. */
  readonly values: [tag: string, value: string][];
}

/**
 * MEDLINE, as PubMed saves it (.nbib): each record starts with its PMID, values go on in lines that
 * start with six spaces. https://www.nlm.nih.gov/bsd/mms/medlineelements.html
 */
export function* readMedline(text: string): Generator<ReadItem> {
  let citation: Citation | null = null;
  for (const line of eachLine(text)) {
    const [, tag = '', value = ''] = TAG_LINE.exec(line.text) ?? [];
    const isNext = tag === 'PMID' || (citation === null && tag !== '');
    if (isNext) {
      if (citation) yield toItem(citation, text);
      citation = { line: line.number, start: line.start, values: [] };
    }
    const last = citation?.values.at(-1);
    if (tag !== '') citation?.values.push([tag, value.trim()]);
    else if (last && line.text.startsWith(' ')) last[1] += ` ${line.text.trim()}`;
    yield { position: line.start };
  }
  if (citation) yield toItem(citation, text);
}

function toItem({ line, start, values }: Citation, text: string): ReadItem {
  const paper = toExchangePaper(toDraft(values));
  if (paper) return { record: { paper, line } };
  return toProblem('nothing-found', line, 'Record has neither title nor PMID', text, start);
}

function toDraft(values: Citation['values']): PaperDraft {
  const all = (...tags: string[]): string[] =>
    tags.flatMap((tag) => values.filter(([name]) => name === tag).map(([, value]) => value));
  const first = (...tags: string[]): string => all(...tags)[0] ?? '';
  const kinds = all('PT');
  return {
    // PubMed ends every title with a full stop.
    title: first('TI', 'BTI', 'CTI').replace(/(?<!\.)\.$/, ''),
    authors: findAuthors(values),
    hasMoreAuthors: all('AU', 'FAU').some((name) => ET_AL.test(name)),
    idTexts: [
      ...all('LID', 'AID').map((text) => /^(?:doi:\s?)?(10\.\S+)(?: \[doi\])?$/i.exec(text)?.[1]),
      ...all('PMID').map((id) => `PMID:${id}`),
      ...all('PMC', 'PMCR').map((id) => /^PMC\d+/i.exec(id)?.[0]),
    ],
    abstract: first('AB', 'OAB'),
    date: toDate(first('DP', 'DEP')),
    venue: first('JT', 'TA') || (first('TI') && first('BTI')),
    volume: first('VI'),
    number: first('IP'),
    pages: first('PG').replace(ABBREVIATED_PAGES, expandPages),
    publisher: first('PB'),
    type: TYPES.find(([pattern]) => kinds.some((kind) => pattern.test(kind)))?.[1],
    // An asterisk marks what the paper is mainly about.
    keywords: all('OT', 'MH').map((word) => word.replace(/(?<=^|\/)\*|\*(?=\/|$)/g, '')),
  };
}

/** FAU gives full names; AU, which comes with it or alone, gives initials. CN is a group. */
function findAuthors(values: Citation['values']): Author[] {
  const hasFullNames = values.some(([tag]) => tag === 'FAU');
  return values.flatMap(([tag, value]) => {
    if (ET_AL.test(value)) return [];
    if (tag === 'CN') return [{ name: value, literal: value }];
    if (tag === 'FAU') return [parseName(value)];
    return tag === 'AU' && !hasFullNames ? [parseInitialsLast(value)] : [];
  });
}

/** `436-44` means 436-444: the last page is cut to the digits that differ. */
function expandPages(whole: string, first: string, last: string): string {
  if (last.length >= first.length) return whole;
  return `${first}-${first.slice(0, first.length - last.length)}${last}`;
}
