import type { chooseFuzzy } from '../../lib/search/fuzzy';

/** As many as anybody looks through. */
const MOST_SUGGESTED = 8;

let choose: typeof chooseFuzzy | null = null;

/** Loads what chooses, once the page stands: nobody types a tag before that. */
export async function loadSuggestions(): Promise<void> {
  choose = (await import('../../lib/search/fuzzy')).chooseFuzzy;
}

/** The items whose text comes near to what is typed, best first; none until that is loaded. */
export function chooseFrom<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  typed: string,
  limit = MOST_SUGGESTED,
): readonly Item[] {
  return choose?.(items, textOf, typed, limit).map(({ item }) => item) ?? [];
}

/** The same of names: tags, lists. */
export function suggestFrom(names: readonly string[]): (typed: string) => readonly string[] {
  return (typed) => chooseFrom(names, (name) => name, typed);
}
