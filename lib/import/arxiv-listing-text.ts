import { cleanLine, TEXT_LIMITS } from '../core/clean-text';
import type { ExchangePaper } from '../core/exchange';
import { parseIdentifier } from '../core/identifiers';
import { parseAuthorList } from './author-list';
import type { ReadItem } from './read-item';
import { toProblem } from './read-item';
import { eachLine, type TextLine } from './text-lines';

/** The line that begins a paper: "[1] arXiv:2401.00001 [pdf, html, other]". */
const HEAD = /^(?:\[\d{1,5}\]\s*)?arXiv:(\S{9,30})\s.*\b(?:pdf|html|other)\b/i;
const LABEL =
  /^(Title|Authors?|Comments|Subjects|Journal-ref|Journal ref|Abstract|Submitted|DOI):?\s+(.*)$/;
/** A name's list is shorter, an abstract longer. */
const MIN_ABSTRACT = 150;
const MAX_LINE = 30_000;

/** True for text that was copied from an arXiv listing or search. */
export function isArxivListingText(text: string): boolean {
  return /(?:^|\n)(?:\[\d{1,5}\]\s*)?arXiv:\S{9,30}\s[^\n]{0,200}\b(?:pdf|other)\b/i.test(text);
}

/**
 * Reads the text of arXiv's lists and search results as "select all, copy" gives it: for each paper
 * a line with its id, the title, the authors, then lines with labels and, on some pages, the abstract.
 */
export function* readArxivListing(text: string): Generator<ReadItem> {
  let head: TextLine | null = null;
  let body: string[] = [];
  for (const line of eachLine(text)) {
    const bare = { ...line, text: line.text.slice(0, MAX_LINE).trim() };
    if (HEAD.test(bare.text)) {
      if (head) yield readBlock(head, body);
      head = bare;
      body = [];
      yield { position: line.start };
    } else if (bare.text !== '') body.push(bare.text);
  }
  if (head) yield readBlock(head, body);
}

function readBlock(head: TextLine, body: readonly string[]): ReadItem {
  const identifier = parseIdentifier(`arXiv:${HEAD.exec(head.text)?.[1] ?? ''}`);
  if (!identifier) {
    return toProblem('unreadable', head.number, 'this is no arXiv identifier', head.text);
  }
  const { key, version } = identifier;
  const facts = readFacts(body);
  const paper: ExchangePaper = {
    id: key,
    ids: [key],
    ...facts,
    type: 'preprint',
    ...(version !== undefined && { version }),
  };
  return { record: { paper, line: head.number } };
}

function readFacts(body: readonly string[]) {
  const labelled = new Map<string, string>();
  const plain: string[] = [];
  for (const line of body) {
    const [, label = '', value = ''] = LABEL.exec(line) ?? [];
    if (label === '') plain.push(line);
    else labelled.set(label.replace(/s$|[- ].*$/, ''), value);
  }
  const title = labelled.get('Title') ?? plain.shift() ?? '';
  const isNames =
    plain[0] !== undefined && plain[0].length < MIN_ABSTRACT * 4 && !/\.\s/.test(plain[0]);
  const names = labelled.get('Author') ?? (isNames ? plain.shift() : undefined) ?? '';
  const abstract =
    labelled.get('Abstract') ?? plain.find((line) => line.length >= MIN_ABSTRACT) ?? '';
  const categories = [
    ...(labelled.get('Subject') ?? '').matchAll(/\(([a-z-]+(?:\.[A-Za-z-]+)?)\)/g),
  ];
  const comments = cleanLine(labelled.get('Comment') ?? '', TEXT_LIMITS.title);
  const venue = cleanLine(labelled.get('Journal') ?? '', TEXT_LIMITS.label);
  const summary = cleanLine(abstract.replace(/\s*[△▽]\s*(?:Less|More)$/, ''), TEXT_LIMITS.abstract);
  return {
    title: cleanLine(title, TEXT_LIMITS.title),
    // What stands in brackets is where they work.
    authors: parseAuthorList(names.replace(/\([^()]{0,300}\)/g, '')).authors,
    ...(summary !== '' && { abstract: summary }),
    ...(categories.length > 0 && { categories: categories.map((match) => match[1] ?? '') }),
    ...(comments !== '' && { comments }),
    ...(venue !== '' && { venue }),
  };
}
