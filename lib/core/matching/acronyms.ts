/** No acronym stands for more words. */
const MAX_WORDS = 7;

/**
 * The places, among those given, of the neighbouring words that `acronym` stands for (`llms` for
 * "large language models", `dbms` for "database management systems", `p2p` for "peer to peer"), or
 * null. Every word gives its first letter, and may give more.
 */
export function expandsTo(
  acronym: string,
  words: readonly string[],
  places: readonly number[],
): readonly number[] | null {
  if (!/^[a-z][a-z24]{0,5}[a-z]$/.test(acronym)) return null;
  const plain = acronym.replaceAll('2', 't').replaceAll('4', 'f');
  const singular = plain.length > 3 && plain.endsWith('s') ? plain.slice(0, -1) : plain;
  for (let start = 0; start < places.length; start++) {
    if (words[places[start] ?? -1]?.[0] !== plain[0]) continue;
    const run = runFrom(places, start).slice(0, MAX_WORDS);
    for (let count = run.length; count >= 2; count--) {
      const taken = run.slice(0, count);
      const spelt = taken.map((place) => words[place] ?? '');
      if (isMadeOf(plain, spelt) || isMadeOf(singular, spelt)) return taken;
    }
  }
  return null;
}

/** Neighbouring places from the one at `start` on. */
function runFrom(places: readonly number[], start: number): number[] {
  const first = places[start] ?? 0;
  return places.slice(start).filter((place, i) => place === first + i);
}

/** True where the letters are the words' first ones, with others of the same word between them. */
function isMadeOf(letters: string, words: readonly string[]): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  if (letters === '' || letters[0] !== word[0]) return false;
  let from = 1;
  for (let taken = 1; taken <= letters.length; taken++) {
    if (isMadeOf(letters.slice(taken), rest)) return true;
    from = word.indexOf(letters[taken] ?? ' ', from) + 1;
    if (from === 0) return false;
  }
  return false;
}
