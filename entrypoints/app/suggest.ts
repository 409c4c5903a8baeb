import type { chooseFuzzy } from '../../lib/search/fuzzy';

/** As many as anybody looks through. */
const MOST_SUGGESTED = 8;

let choose: typeof chooseFuzzy | null = null;

/** Loads what chooses, once the page stands: nobody types a tag before that. */
export async function loadSuggestions(): Promise<void> {
  choose = (await import('../../lib/search/fuzzy')).chooseFuzzy;
}

/** Names (tags, lists) that come near to what is typed, best first; none until they are loaded. */
export function suggestFrom(names: readonly string[]): (typed: string) => readonly string[] {
  return (typed) =>
    choose?.(names, (name) => name, typed, MOST_SUGGESTED).map(({ item }) => item) ?? [];
}
