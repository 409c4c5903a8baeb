import { readArxivListing } from './arxiv-listing-text';
import { isFeedCardsText, readFeedCards } from './feed-cards-text';
import { namesOnlyPapers, readIdentifierList } from './identifier-list';
import { isListingText, readListing } from './listing-text';
import type { ReadItem, ReadOptions } from './read-item';
import { eachLine } from './text-lines';

/** So many lines take a few milliseconds. */
const LINES_A_STEP = 1_000;

/**
 * Text copied from a listing, with lines of identifiers and addresses before, between or behind its
 * papers. Such a line begins a paragraph or follows another: within a paper's lines it would be the
 * paper's own.
 */
export function* readMixedListing(text: string, options: ReadOptions): Generator<ReadItem> {
  const listing: string[] = [];
  const identifiers: string[] = [];
  let isApart = true;
  for (const line of eachLine(text)) {
    const isNames: boolean = isApart && namesOnlyPapers(line.text);
    // Each part keeps the lines of the other as empty ones, and so its numbers of lines.
    listing.push(isNames ? '' : line.text);
    identifiers.push(isNames ? line.text : '');
    isApart = isNames || line.text.trim() === '';
    if (line.number % LINES_A_STEP === 0) yield { position: line.start };
  }
  const listed = new Set<string>();
  const idsOf = (item: ReadItem) => ('record' in item ? (item.record.paper.ids ?? []) : []);
  for (const item of readAnyListing(listing.join('\n'), options)) {
    for (const id of idsOf(item)) listed.add(id);
    yield item;
  }
  for (const item of readIdentifierList(identifiers.join('\n'))) {
    if (!idsOf(item).some((id) => listed.has(id))) yield item;
  }
}

/** A page of Daily Papers with abstracts, one of cards, or an arXiv listing. */
function readAnyListing(text: string, options: ReadOptions): Iterable<ReadItem> {
  if (isListingText(text)) return readListing(text, options);
  return isFeedCardsText(text) ? readFeedCards(text) : readArxivListing(text);
}
