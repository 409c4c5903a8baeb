import { cleanLine, TEXT_LIMITS } from '../core/clean-text';
import type { ReadItem } from './read-item';
import { toProblem } from './read-item';
import { eachLine, type TextLine } from './text-lines';

/** The line below a card's title, with the dot on its own line or before it. */
const AUTHORS = /^(?:·\s*)?(\d{1,5}) authors?$/;
const NUMBER = /^\d{1,6}$/;
/** What else a card or the page says on a line of its own. */
const NO_TITLE = /^(?:·|submitted by.*|new|\P{L}*)$/iu;

/** True for the text of a day's, week's or month's cards, which show neither abstract nor day. */
export function isFeedCardsText(text: string): boolean {
  return /\n[ \t]*·[ \t]*\n?[ \t]*\d{1,5} authors?[ \t]*(?:\r?\n|$)/.test(text.slice(0, 200_000));
}

/**
 * Reads the cards of a Daily Papers feed as "select all, copy" gives them: who submitted the paper,
 * its votes, title, number of authors and number of comments.
 */
export function* readFeedCards(text: string): Generator<ReadItem> {
  const lines: TextLine[] = [];
  for (const line of eachLine(text)) {
    const bare = line.text.trim();
    if (bare !== '') lines.push({ ...line, text: bare });
    if (lines.length % 1_000 === 999) yield { position: line.start };
  }
  for (const [at, line] of lines.entries()) {
    const authors = AUTHORS.exec(line.text)?.[1];
    if (!authors) continue;
    const title = lines[at - 1]?.text === '·' ? at - 2 : at - 1;
    yield readCard(lines, title, Number(authors), lines[at + 1]?.text ?? '');
    yield { position: line.start };
  }
}

function readCard(
  lines: readonly TextLine[],
  at: number,
  authorCount: number,
  behind: string,
): ReadItem {
  const line = lines[at];
  if (!line || NO_TITLE.test(line.text)) {
    const { number = 1, text = '' } = line ?? {};
    return toProblem('unreadable', number, 'no title above the number of authors', text);
  }
  const upvotes = lines[at - 1]?.text ?? '';
  const paper = {
    title: cleanLine(line.text, TEXT_LIMITS.title),
    authors: [],
    authorCount,
    type: 'preprint' as const,
    ...(NUMBER.test(upvotes) && { upvotes: Number(upvotes) }),
    ...(NUMBER.test(behind) && { commentCount: Number(behind) }),
  };
  return { record: { paper, line: line.number } };
}
