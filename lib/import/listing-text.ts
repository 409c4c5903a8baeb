import { cleanLine, TEXT_LIMITS } from '../core/clean-text';
import type { ExchangePaper } from '../core/exchange';
import { findCodeLinks } from './code-links';
import { findPageDay, type ListedDay, parseListedDay, toIsoDay } from './listed-days';
import type { ReadItem, ReadOptions } from './read-item';
import { toProblem } from './read-item';
import { eachLine, type TextLine } from './text-lines';

/** The end of a paper's block: who wrote it, a dot, and when. */
interface BlockEnd {
  /** Index of the line with the number of authors, or the organisation. */
  readonly byLine: number;
  /** Index of the last line of the block. */
  readonly last: number;
  readonly day: ListedDay;
}

/** What stands above the end of a block. */
interface PaperText {
  readonly title: TextLine;
  readonly abstract: readonly string[];
}

/** No paragraph is longer. */
const MAX_LINE = 20_000;
/** Titles are shorter, abstracts longer (in UTF-16 units). */
const LONG = 300;
const AUTHORS = /^[•·*-]?\s*(\d{1,5}) authors?$/i;
/** Lines above the papers that are none of theirs, where the page's day does not end them. */
const HEADER =
  /^(?:new|subscribe|daily papers|trending papers|by\s?.{0,60}community|get trending papers.*)$/i;

/** True for text that was copied from a page of Hugging Face's Daily Papers. */
export function isListingText(text: string): boolean {
  return /(?:^|\n)[^\n]{1,200}\n[ \t]*·[ \t]*\n?[ \t]*(?:Published on )?[A-Z][a-z]{2,8}\.? \d{1,2}\b/.test(
    text.replace(/\r\n?/g, '\n').slice(0, 200_000),
  );
}

/**
 * Reads the text of a Daily Papers page as "select all, copy" gives it: a header with the day, then
 * for each paper title, abstract, number of authors or organisation, a dot, and the day with the
 * number of comments behind it.
 *
 * Days without a year are the latest such days not after the page's own. The year of that is
 * today's where `options.today` is given, else one more than the largest year that a day names.
 */
export function* readListing(text: string, options: ReadOptions): Generator<ReadItem> {
  const lines: TextLine[] = [];
  for (const line of eachLine(text)) {
    lines.push({ ...line, text: line.text.slice(0, MAX_LINE).trim() });
    if (lines.length % 1_000 === 0) yield { position: line.start };
  }
  const ends = findBlockEnds(lines);
  const header = findHeaderEnd(lines, ends[0]);
  const days = ends.map((end) => end.day);
  const pageDay = findPageDay(header.day, days, options.today);
  let first = header.end;
  for (const end of ends) {
    const texts = splitTexts(lines.slice(first, end.byLine));
    for (const [at, each] of texts.entries()) {
      const isLast = at === texts.length - 1;
      const facts = isLast ? readFacts(lines[end.byLine]?.text ?? '', end.day, pageDay) : {};
      yield { record: { paper: { ...readText(each), ...facts }, line: each.title.number } };
    }
    const byLine = lines[end.byLine];
    if (texts.length === 0 && byLine) {
      yield toProblem('unreadable', byLine.number, 'no title above this', text, byLine.start);
    }
    first = end.last + 1;
    yield { position: lines[end.last]?.start ?? text.length };
  }
  yield* readRest(lines.slice(first), text);
}

/** Behind the last day: papers shown without one, and what is no paper (the page's footer). */
function* readRest(lines: readonly TextLine[], text: string): Generator<ReadItem> {
  const texts = splitTexts(lines);
  const papers = texts.filter(({ abstract }) => (abstract[0] ?? '').length >= LONG);
  for (const each of papers) yield { record: { paper: readText(each), line: each.title.number } };
  const left = texts.find((each) => !papers.includes(each))?.title;
  if (left) {
    const message = 'no paper could be made of the text from here on';
    yield toProblem('nothing-found', left.number, message, text, left.start);
  }
}

function findBlockEnds(lines: readonly TextLine[]): BlockEnd[] {
  const ends: BlockEnd[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (!text.startsWith('·')) continue;
    const isAlone = text === '·';
    const day = parseListedDay(isAlone ? (lines[at + 1]?.text ?? '') : text.slice(1).trim());
    const byLine = findLineBefore(lines, at);
    if (day && byLine >= 0) ends.push({ byLine, last: isAlone ? at + 1 : at, day });
  }
  return ends;
}

function findLineBefore(lines: readonly TextLine[], at: number): number {
  let before = at - 1;
  while (before >= 0 && lines[before]?.text === '') before -= 1;
  return before;
}

/** The header ends with the page's day, or else with the last line that only headers have. */
function findHeaderEnd(
  lines: readonly TextLine[],
  firstEnd: BlockEnd | undefined,
): { end: number; day: ListedDay | null } {
  let end = 0;
  for (let at = 0; at < (firstEnd?.byLine ?? 0); at += 1) {
    const text = lines[at]?.text ?? '';
    const day = parseListedDay(text);
    if (day && day.comments === undefined) return { end: at + 1, day };
    if (HEADER.test(text)) end = at + 1;
  }
  return { end, day: null };
}

/**
 * Title and abstract of each paper in a block. There is one, or several where the site shows neither
 * authors nor day for some: then a short paragraph between two long ones is the next title.
 */
function splitTexts(block: readonly TextLine[]): PaperText[] {
  const texts: { title: TextLine; abstract: string[] }[] = [];
  const paragraphs = block.filter((line) => line.text !== '');
  for (const [at, line] of paragraphs.entries()) {
    const before = paragraphs[at - 1]?.text.length ?? 0;
    const behind = paragraphs[at + 1]?.text.length ?? 0;
    const isTitle = line.text.length < LONG && before >= LONG && behind >= LONG;
    if (at === 0 || (isTitle && !/[.:;,]$/.test(line.text))) {
      texts.push({ title: line, abstract: [] });
    } else {
      texts.at(-1)?.abstract.push(line.text);
    }
  }
  return texts;
}

function readText({ title, abstract }: PaperText): ExchangePaper {
  const summary = cleanLine(abstract.join(' '), TEXT_LIMITS.abstract);
  const codeLinks = findCodeLinks(summary);
  return {
    title: cleanLine(title.text, TEXT_LIMITS.title),
    authors: [],
    type: 'preprint',
    ...(summary !== '' && { abstract: summary }),
    ...(codeLinks.length > 0 && { codeLinks }),
  };
}

function readFacts(
  by: string,
  day: ListedDay,
  pageDay: string | undefined,
): Partial<ExchangePaper> {
  const count = AUTHORS.exec(by)?.[1];
  const organization = count ? '' : readOrganization(by);
  const date = toIsoDay(day, pageDay);
  return {
    ...(count && { authorCount: Number(count) }),
    ...(organization !== '' && { organization }),
    ...(date && { date }),
    ...(day.comments !== undefined && { commentCount: day.comments }),
  };
}

/** The organisation's logo copies as its account's name: "facebook AI at Meta", "Qwen Qwen". */
function readOrganization(line: string): string {
  const [account = '', ...words] = cleanLine(line, TEXT_LIMITS.label).split(' ');
  const name = words.join(' ');
  const isAccount =
    /^[a-z0-9._-]+$/.test(account) || lettersOf(name).startsWith(lettersOf(account));
  return name !== '' && isAccount ? name : [account, ...words].join(' ');
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
