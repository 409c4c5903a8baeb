import Fuse from 'fuse.js';
import type { TextRange } from './highlight';

/* The only user of Fuse.js: fuzzy choice in short lists, where no index is worth its upkeep. */

export interface Choice<Item> {
  readonly item: Item;
  /** What to highlight in the item's text. */
  readonly ranges: readonly TextRange[];
}

/**
 * The items of a short list (tags, lists, authors, commands; some hundreds) that come near to what is
 * typed, best first. With nothing typed, the first `limit` as they are.
 */
export function chooseFuzzy<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  typed: string,
  limit: number,
): Choice<Item>[] {
  const text = typed.trim();
  if (text === '') return items.slice(0, limit).map((item) => ({ item, ranges: [] }));
  const fuse = new Fuse(items, {
    keys: [{ name: 'text', getFn: textOf }],
    threshold: 0.4,
    ignoreLocation: true,
    ignoreDiacritics: true,
    includeMatches: true,
    minMatchCharLength: Math.min(2, text.length),
  });
  return fuse.search(text, { limit }).map(({ item, matches }) => ({
    item,
    ranges: (matches?.[0]?.indices ?? []).map(([from, last]) => [from, last + 1] as const),
  }));
}
