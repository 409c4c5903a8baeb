import { signal } from '@preact/signals';
import type { chooseFuzzy } from '../../lib/search/fuzzy';

/** As many as anybody looks through. */
const MOST_SUGGESTED = 8;

/** A signal, so that what stands open chooses anew once it is loaded. */
const chooser = signal<typeof chooseFuzzy | null>(null);

/** Loads what chooses, once the page stands. */
export async function loadSuggestions(): Promise<void> {
  chooser.value = (await import('../../lib/search/fuzzy')).chooseFuzzy;
}

/** The items whose text comes near to what is typed, best first; until that is loaded, those with it. */
export function chooseFrom<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  typed: string,
  limit = MOST_SUGGESTED,
): readonly Item[] {
  if (chooser.value) return chooser.value(items, textOf, typed, limit).map(({ item }) => item);
  const wanted = typed.toLocaleLowerCase();
  return items.filter((item) => textOf(item).toLocaleLowerCase().includes(wanted)).slice(0, limit);
}

/** The same of names: tags, lists. */
export function suggestFrom(names: readonly string[]): (typed: string) => readonly string[] {
  return (typed) => chooseFrom(names, (name) => name, typed);
}
