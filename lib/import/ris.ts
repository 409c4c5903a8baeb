import { parseName } from '../core/names';
import type { PaperType } from '../core/paper';
import { toDate } from './dates';
import { type PaperDraft, toExchangePaper } from './paper-draft';
import { type ReadItem, toProblem } from './read-item';
import { eachLine } from './text-lines';

const TYPES: Readonly<Record<string, PaperType>> = {
  JOUR: 'journal-article',
  JFULL: 'journal-article',
  EJOUR: 'journal-article',
  MGZN: 'journal-article',
  NEWS: 'journal-article',
  INPR: 'journal-article',
  ABST: 'journal-article',
  CONF: 'conference-paper',
  CPAPER: 'conference-paper',
  THES: 'thesis',
  RPRT: 'report',
  STAND: 'report',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  SER: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  ENCYC: 'chapter',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'webpage',
  ICOMM: 'webpage',
  // What reference managers and DataCite write for preprints, for which RIS has no type.
  GEN: 'preprint',
  UNPB: 'preprint',
  MANSCPT: 'preprint',
};

/** `TY  - JOUR`, as the rule has it; less white space is accepted before tags that RIS knows. */
const STRICT_LINE = /^([A-Z][A-Z0-9]) {2}-(?: |$)(.*)$/s;
const LOOSE_LINE =
  /^\s{0,8}(TY|ER|A[1-5]|AB|AD|AN|AU|AV|BT|C[1-8]|CA|CN|CP|CT|CY|D[ABIOP]|ED|EP|ET|ID|IS|J[12AFO]|KW|L[1-4ABK]|M[123]|N[12O]|OP|P[BPY]|R[INP]|S[EPRTN]|T[123AIT]|U[1-5]|UR|V[LO]|Y[12])[ \t]{0,4}-[ \t]*(.*)$/s;

interface RisRecord {
  readonly line: number;
  readonly start: number;
  /** By tag, in file order. */
  readonly values: Map<string, string[]>;
  lastTag: string;
}

/**
 * RIS, the strict form and what programs make of it: one space or none around the hyphen, wrapped
 * values, a missing `ER`, any line end. What stands between two records is skipped.
 */
export function* readRis(text: string): Generator<ReadItem> {
  let record: RisRecord | null = null;
  for (const line of eachLine(text)) {
    const [, tag = '', value = ''] =
      STRICT_LINE.exec(line.text) ?? LOOSE_LINE.exec(line.text) ?? [];
    if (tag === 'TY' || tag === 'ER') {
      if (record) yield toItem(record, text);
      record = null;
    }
    if (tag === 'TY') {
      record = { line: line.number, start: line.start, values: new Map(), lastTag: 'TY' };
    }
    if (record && tag !== 'ER') addLine(record, tag, tag === '' ? line.text : value);
    yield { position: line.start };
  }
  if (record) yield toItem(record, text);
}

function addLine(record: RisRecord, tag: string, text: string): void {
  const value = text.trim();
  if (value === '') return;
  const values = record.values.get(tag || record.lastTag) ?? [];
  // EndNote writes its keywords one a line behind a single tag; other values are wrapped.
  if (tag !== '' || record.lastTag === 'KW') values.push(value);
  else values.push(`${values.pop() ?? ''} ${value}`);
  if (tag !== '') record.lastTag = tag;
  record.values.set(record.lastTag, values);
}

function toItem(record: RisRecord, text: string): ReadItem {
  const paper = toExchangePaper(toDraft(record.values));
  if (paper) return { record: { paper, line: record.line } };
  const reason = 'Record has neither title nor identifier';
  return toProblem('nothing-found', record.line, reason, text, record.start);
}

function toDraft(values: ReadonlyMap<string, readonly string[]>): PaperDraft {
  const all = (...tags: string[]): string[] => tags.flatMap((tag) => values.get(tag) ?? []);
  const first = (...tags: string[]): string => all(...tags)[0] ?? '';
  const kind = first('TY').toUpperCase();
  const type = Object.hasOwn(TYPES, kind) ? TYPES[kind] : undefined;
  const authors = all('AU', 'A1');
  const key = first('ID', 'LB');
  return {
    title: first('TI', 'T1', 'CT', 'BT'),
    authors: (authors.length > 0 ? authors : all('A2', 'ED', 'A3')).map(parseName),
    idTexts: [
      ...all('AN').map((number) => withDatabase(number, first('DB', 'DP'))),
      ...all('DO', 'DI', 'M3', 'C2').map((text) => text.replace(/^doi:?\s*/i, '')),
      ...all('UR', 'L1', 'L2', 'LK', 'L3'),
    ],
    urls: all('UR', 'LK', 'L1', 'L2').flatMap((text) => text.split(/[;\s]+(?=https?:)/)),
    abstract: first('AB', 'N2'),
    date: findDate(first('PY', 'Y1'), first('DA')),
    venue:
      type === 'book' ? first('T3') : first('JF', 'T2', 'JO', 'BT', 'C3', 'T3', 'JA', 'J2', 'J1'),
    volume: first('VL', 'VO'),
    number: first('IS', 'CP'),
    pages: findPages(first('SP'), first('EP')) || first('C7'),
    publisher: first('PB'),
    type,
    tags: all('KW'),
    note: all('N1', 'NO', 'RN')
      .filter((note) => !isMachineNote(note, first('DO'), first('DB')))
      .join('\n\n'),
    // Databases number their records; a citation key has letters.
    citationKey: /\D/.test(key) ? key : '',
  };
}

/** Publishers say the DOI again where notes stand, and Scopus its counts. */
function isMachineNote(note: string, doi: string, database: string): boolean {
  if (doi !== '' && note.replace(/^doi:\s*/i, '') === doi) return true;
  return /^scopus$/i.test(database) && /^(?:Cited By ?:|Export Date:|References:)/.test(note);
}

/** PubMed gives its bare number, and says elsewhere whose number it is. */
function withDatabase(number: string, database: string): string {
  return /^\d+$/.test(number) && /pubmed|medline|nlm/i.test(database) ? `PMID:${number}` : number;
}

/** The full date, unless it is of another year than that of publication. */
function findDate(year: string, full: string): string | undefined {
  const [short, long] = [toDate(year), toDate(full)];
  if (!short || !long) return short ?? long;
  return long.length > short.length && long.startsWith(short) ? long : short;
}

function findPages(first: string, last: string): string {
  if (last === '' || last === first || /[-–]/.test(first)) return first;
  return first === '' ? last : `${first}-${last}`;
}
