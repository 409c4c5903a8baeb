import { cleanUrl } from '../core/clean-text';
import type { ExchangePaper } from '../core/exchange';
import { type Identifier, parseIdentifier } from '../core/identifiers';
import type { ReadItem } from './read-item';
import { toProblem } from './read-item';
import { eachLine } from './text-lines';

/** A longer line is no list; it is read up to here. */
const MAX_LINE = 20_000;
/**
 * What may be an identifier within a line: an address; a DOI, which may hold commas but not the
 * start of the next identifier; an arXiv id; a labelled one; any other word.
 */
const PIECES = new RegExp(
  [
    'https?://(?:(?![,;]https?://)[^\\s"<>])+',
    '(?:doi:\\s*)?10\\.\\d{4,9}/(?:(?![,;|]\\s*(?:https?:|doi:|arxiv:|10\\.\\d{4}))\\S)+',
    '(?:arxiv:\\s*)?(?:\\d{4}\\.\\d{4,5}|[a-z-]{2,10}(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d{1,3})?(?![\\w.]*\\w)',
    '(?:pmid|pmcid|corpusid|corpus id|eprint|e-print|pii|bibcode|hal|acl|s2|openreview|pmlr|neurips|cvf|ieee):\\s*[^\\s,;]+',
    '(?:pmid|eprint|e-print)\\s+[\\d/]+',
    '(?:(?!https?://|10\\.\\d{4,9}/)[^\\s,;|])+',
  ].join('|'),
  'gi',
);

/** What may stand between identifiers: marks, the number of an item, words that join. */
const JOINTS =
  /^(?:[\s\p{P}\p{S}]|(?<!\p{L})(?:and|or|also|see|with|doi|arxiv|\d{1,4}[.)\]])(?!\p{L}))*$/iu;
/** A longer line is a text. */
const MAX_NAMES = 2_000;

/** Does a line name papers by identifiers and say nothing else? */
export function namesOnlyPapers(line: string): boolean {
  if (line.length > MAX_NAMES || !/\d/.test(line)) return false;
  let isAny = false;
  const rest = line.replace(PIECES, (piece) => {
    if (!parseIdentifier(piece)) return piece;
    isAny = true;
    return ' ';
  });
  return isAny && JOINTS.test(rest);
}

/**
 * Reads a list of identifiers and addresses, one or many a line, each once. A line that names no
 * paper is reported, unless it is empty, a comment (`#`) or only marks.
 */
export function* readIdentifierList(text: string): Generator<ReadItem> {
  const seen = new Set<string>();
  for (const line of eachLine(text)) {
    const words = line.text.slice(0, MAX_LINE);
    if (!/[\p{L}\p{N}]/u.test(words) || /^\s*#/.test(words)) continue;
    const found = readLine(words);
    for (const { identifier, piece } of found) {
      if (seen.has(identifier.key)) continue;
      seen.add(identifier.key);
      yield { record: { paper: toPaper(identifier, piece), line: line.number } };
    }
    if (found.length === 0) {
      yield toProblem('nothing-found', line.number, 'this line names no paper', words);
    }
    yield { position: line.start };
  }
}

function readLine(line: string): { identifier: Identifier; piece: string }[] {
  const whole = line.trim();
  const found = [];
  for (const [piece] of whole.matchAll(PIECES)) {
    const identifier = parseIdentifier(piece);
    if (identifier) found.push({ identifier, piece });
  }
  if (found.length > 0) return found;
  const identifier = parseIdentifier(whole);
  return identifier ? [{ identifier, piece: whole }] : [];
}

/** All that is known of such a paper: its identifier, and the address that was given. */
function toPaper({ key, version }: Identifier, piece: string): ExchangePaper {
  const url = cleanUrl(piece);
  return {
    id: key,
    ids: [key],
    title: '',
    authors: [],
    ...(version !== undefined && { version }),
    ...(key.startsWith('arxiv:') && { type: 'preprint' as const }),
    ...(url && { urls: [url] }),
  };
}
