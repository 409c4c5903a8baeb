import type { PaperKey } from '../paper';

/** An arXiv id in its canonical spelling and, where one was given, the version. */
export interface ArxivId {
  /** `1706.03762` or `math/0309136`: no version, no subject class. */
  readonly id: string;
  /** 1 and up. */
  readonly version?: number;
}

/** Archives that gave ids before April 2007 (https://arxiv.org/archive), lower case. */
const OLD_ARCHIVES = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas ' +
    'cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin ' +
    'nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con'
  ).split(' '),
);

const NEW_FORM = /^(\d\d)(\d\d)\.(\d{4,5})(?:v([1-9]\d{0,2}))?$/i;
const OLD_FORM =
  /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2}(?:-?[a-z]+)*)?\/(\d\d)(\d\d)(\d{3})(?:v([1-9]\d{0,2}))?$/i;

/**
 * Reads `1706.03762v2`, `math/0309136` or `math.GT/0309136`, with or without the prefix `arXiv:`;
 * null for anything else. The subject class is no part of identity, so it is dropped.
 * Source: https://info.arxiv.org/help/arxiv_identifier.html
 */
export function parseArxivId(text: string): ArxivId | null {
  const bare = text.replace(/^arxiv:\s*/i, '');
  return parseNewForm(bare) ?? parseOldForm(bare);
}

/** The key of an id that was parsed, which is in its one spelling already. */
export function arxivKey({ id }: ArxivId): PaperKey {
  return `arxiv:${id}` as PaperKey;
}

function parseNewForm(text: string): ArxivId | null {
  const match = NEW_FORM.exec(text);
  if (!match) return null;
  const [, year = '', month = '', number = '', version] = match;
  const yearMonth = Number(year + month);
  // Two-digit years of the new form run from 07 (April); 91 and up were years of the old one.
  if (!isMonth(month) || yearMonth < 704 || yearMonth > 9012 || Number(number) === 0) return null;
  if (yearMonth < 1501 !== (number.length === 4)) return null;
  return withVersion(`${year}${month}.${number}`, version);
}

function parseOldForm(text: string): ArxivId | null {
  const match = OLD_FORM.exec(text);
  if (!match) return null;
  const [, archive = '', year = '', month = '', number = '', version] = match;
  const yearMonth = Number(year + month);
  if (!OLD_ARCHIVES.has(archive.toLowerCase()) || !isMonth(month) || number === '000') return null;
  if (yearMonth > 703 && yearMonth < 9107) return null;
  return withVersion(`${archive.toLowerCase()}/${year}${month}${number}`, version);
}

function isMonth(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

function withVersion(id: string, version: string | undefined): ArxivId {
  return version === undefined ? { id } : { id, version: Number(version) };
}
