import { isStopWord } from '../core/stop-words';
import { titleWords } from '../core/title-words';
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A neighbourhood of the map. */
export interface Cluster {
  /** Words that its titles share and others do not. Each cluster has a name of its own. */
  readonly name: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
}

export interface Clustering {
  readonly clusters: readonly Cluster[];
  /** For each paper, its place in `clusters`. */
  readonly clusterOf: readonly number[];
}

/** More names than this hide the points. */
const MOST = 14;
const ROUNDS = 12;
const NAME_WORDS = 2;

/**
 * Parts a map into neighbourhoods (k-means, from points far apart) and names each by the words that
 * its titles have more often than the others'. Deterministic.
 */
export function clusterMap(places: readonly Place[], titles: readonly string[]): Clustering {
  const count = Math.min(places.length, Math.max(2, Math.min(MOST, Math.sqrt(places.length / 6))));
  let middles = farApart(places, Math.floor(count));
  let clusterOf = places.map((place) => nearest(middles, place));
  for (let round = 0; round < ROUNDS; round += 1) {
    middles = middlesOf(places, clusterOf, middles);
    clusterOf = places.map((place) => nearest(middles, place));
  }
  const names = nameClusters(titles, clusterOf, middles.length);
  return { clusters: middles.map(({ x, y }, i) => ({ name: names[i] ?? '', x, y })), clusterOf };
}

/** The first, then each time the point that is farthest from all chosen. */
function farApart(places: readonly Place[], count: number): Place[] {
  const chosen = places.slice(0, 1);
  const distances = places.map(() => Number.POSITIVE_INFINITY);
  while (chosen.length < count) {
    const last = chosen.at(-1);
    let farthest = 0;
    for (const [i, place] of places.entries()) {
      distances[i] = Math.min(distances[i] ?? 0, last ? square(place, last) : 0);
      if ((distances[i] ?? 0) > (distances[farthest] ?? 0)) farthest = i;
    }
    const next = places[farthest];
    if (!next) break;
    chosen.push(next);
  }
  return chosen;
}

function nearest(middles: readonly Place[], place: Place): number {
  let best = 0;
  let bestSquare = Number.POSITIVE_INFINITY;
  for (const [i, middle] of middles.entries()) {
    const distance = square(place, middle);
    if (distance >= bestSquare) continue;
    best = i;
    bestSquare = distance;
  }
  return best;
}

function square(a: Place, b: Place): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}

function middlesOf(
  places: readonly Place[],
  clusterOf: readonly number[],
  before: readonly Place[],
): Place[] {
  const sums = before.map(() => ({ x: 0, y: 0, count: 0 }));
  for (const [i, { x, y }] of places.entries()) {
    const sum = sums[clusterOf[i] ?? 0];
    if (!sum) continue;
    sum.x += x;
    sum.y += y;
    sum.count += 1;
  }
  return sums.map(({ x, y, count }, i) =>
    count > 0 ? { x: x / count, y: y / count } : (before[i] ?? { x: 0, y: 0 }),
  );
}

/** Words that titles have beside those that relate nothing anywhere. */
const EMPTY_WORDS = new Set([
  'beyond',
  'without',
  'toward',
  'towards',
  'need',
  'one',
  'two',
  'via',
]);
/** Where no word tells a cluster apart, so much of one of its titles stands for it. */
const TITLE_LENGTH = 30;

function nameClusters(
  titles: readonly string[],
  clusterOf: readonly number[],
  count: number,
): string[] {
  const inAll = new Map<string, number>();
  const inEach = Array.from({ length: count }, () => new Map<string, number>());
  for (const [i, title] of titles.entries()) {
    for (const word of new Set(titleWords(title))) {
      if (word.length < 3 || !Number.isNaN(Number(word))) continue;
      if (isStopWord(word) || EMPTY_WORDS.has(word)) continue;
      add(inAll, word);
      add(inEach[clusterOf[i] ?? 0], word);
    }
  }
  const taken = new Set<string>();
  return inEach.map((words, cluster) => {
    const total = Math.max(1, ...words.values());
    const ranked = [...words]
      // How often here, and how much of all its uses are here.
      .map(([word, n]) => ({ word, worth: (n / total) * (n / ((inAll.get(word) ?? n) + 1)) }))
      .sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1))
      .map(({ word }) => word);
    const name = ranked.filter((word) => !taken.has(word)).slice(0, NAME_WORDS);
    for (const word of name) taken.add(word);
    const some = titles.find((_, i) => clusterOf[i] === cluster) ?? '';
    return name.join(' · ') || some.slice(0, TITLE_LENGTH);
  });
}

function add(counts: Map<string, number> | undefined, word: string): void {
  counts?.set(word, (counts.get(word) ?? 0) + 1);
}
