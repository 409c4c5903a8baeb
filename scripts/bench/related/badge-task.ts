import { randomInt, seededRandom } from '../../../tests/support/random';
import type { BenchPaper, Contender } from './engine';
import { areaUnderCurve, averagePrecision, type Labelled } from './metrics';
import { type BenchData, type Figure, figuresOf, type Library } from './tasks';

const HITS = 10;
const LIBRARIES = 100;
const LISTED_HIDDEN = 20;
const LISTED_OTHERS = 60;
/** Papers of a reader that are left to be found when the library is cut to a size. */
const LEAST_HIDDEN = 10;
/** Draws of a bootstrap over libraries: papers of one library are not independent. */
const DRAWS = 300;

/** One listed paper: its best score, whether it is linked to a saved paper, and its badge. */
interface Listed extends Labelled {
  readonly badge: 'none' | 'right' | 'wrong';
  /** Saved papers that the badge counts, and those of them that are linked. */
  readonly counted: number;
  readonly countedRight: number;
}

/**
 * Only one reader's saved papers are in: is the best score a sign that one of them is linked, and is
 * what the badge shows?
 *
 * @param size only the first so many papers of each reader are in, saved or yet hidden; readers with
 *   fewer are passed over
 */
export async function measureBadge(
  data: BenchData,
  set: string,
  contender: Contender,
  size?: number,
): Promise<Figure[]> {
  const papers = new Map(data.read<BenchPaper>(set, 'papers').map((paper) => [paper.id, paper]));
  const links = linksOf(data.read<[string, string]>(set, 'citations'));
  const libraries = data
    .read<Library>(set, 'libraries')
    .flatMap((library) => cut(library, size))
    .slice(0, Math.min(contender.sample, LIBRARIES));
  const listings: Listed[][] = [];
  for (const library of libraries) {
    listings.push(await listedFor(library, papers, links, contender));
  }
  const name = `badge ${set}${size === undefined ? '' : ` of ${size}`}`;
  return figuresFor(figuresOf(contender, name), listings);
}

function cut(library: Library, size: number | undefined): Library[] {
  if (size === undefined) return [library];
  const all = [...library.saved, ...library.hidden];
  if (all.length < size + LEAST_HIDDEN) return [];
  return [{ ...library, saved: all.slice(0, size), hidden: all.slice(size) }];
}

async function listedFor(
  library: Library,
  papers: ReadonlyMap<string, BenchPaper>,
  links: ReadonlyMap<string, ReadonlySet<string>>,
  contender: Contender,
): Promise<Listed[]> {
  const { saved } = library;
  const engine = contender.create();
  await engine.add(saved.flatMap((id) => papers.get(id) ?? []));
  const threshold = engine.badgeThreshold ?? Number.POSITIVE_INFINITY;
  const listed: Listed[] = [];
  for (const id of listedIds(library)) {
    const linked = new Set(saved.filter((other) => links.get(id)?.has(other)));
    const hits = await engine.related(papers.get(id) ?? { id, title: '' }, HITS);
    const shown = hits.filter(({ score }) => score >= threshold);
    const isRight = shown.some((hit) => linked.has(hit.id));
    const counted = shown.filter(({ isClose = true }) => isClose);
    listed.push({
      score: hits[0]?.score ?? Number.NEGATIVE_INFINITY,
      isRight: linked.size > 0,
      badge: shown.length === 0 ? 'none' : isRight ? 'right' : 'wrong',
      counted: counted.length,
      countedRight: counted.filter((hit) => linked.has(hit.id)).length,
    });
  }
  return listed;
}

/** Papers of a made-up listing: some that the reader saved later, and others. */
export function listedIds({ saved, hidden, candidates }: Library): string[] {
  const known = new Set([...saved, ...hidden]);
  const others = candidates.filter((id) => !known.has(id));
  return [...hidden.slice(0, LISTED_HIDDEN), ...others.slice(0, LISTED_OTHERS)];
}

function figuresFor(of: ReturnType<typeof figuresOf>, listings: readonly Listed[][]): Figure[] {
  const all = listings.flat();
  const linked = all.filter(({ isRight }) => isRight).length;
  const badges = all.filter(({ badge }) => badge !== 'none').length;
  const measures = [
    ['AP', averagePrecision, all.length],
    ['AUC', areaUnderCurve, all.length],
    ['precision', precision, badges],
    ['recall', recall, linked],
    ['counted', countedPerBadge, badges],
    ['of these linked', countedPrecision, badges],
  ] as const;
  return measures.map(([figure, measure, n]) => ({
    ...of.value(figure, measure(all), n),
    half: halfInterval(listings, measure),
  }));
}

function precision(listed: readonly Listed[]): number {
  const shown = listed.filter(({ badge }) => badge !== 'none');
  return shown.filter(({ badge }) => badge === 'right').length / Math.max(1, shown.length);
}

function recall(listed: readonly Listed[]): number {
  const linked = listed.filter(({ isRight }) => isRight).length;
  return listed.filter(({ badge }) => badge === 'right').length / Math.max(1, linked);
}

function countedPerBadge(listed: readonly Listed[]): number {
  const badges = listed.filter(({ badge }) => badge !== 'none').length;
  return total(listed, 'counted') / Math.max(1, badges);
}

function countedPrecision(listed: readonly Listed[]): number {
  return total(listed, 'countedRight') / Math.max(1, total(listed, 'counted'));
}

function total(listed: readonly Listed[], name: 'counted' | 'countedRight'): number {
  return listed.reduce((sum, one) => sum + one[name], 0);
}

function halfInterval(
  listings: readonly Listed[][],
  measure: (listed: readonly Listed[]) => number,
): number {
  const random = seededRandom(11);
  const draws = Array.from({ length: DRAWS }, () =>
    measure(listings.flatMap(() => listings[randomInt(random, listings.length)] ?? [])),
  ).sort((a, b) => a - b);
  return ((draws[Math.floor(0.975 * DRAWS)] ?? 0) - (draws[Math.floor(0.025 * DRAWS)] ?? 0)) / 2;
}

export function linksOf(
  citations: readonly (readonly [string, string])[],
): Map<string, Set<string>> {
  const links = new Map<string, Set<string>>();
  for (const [a, b] of citations) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      links.set(from, (links.get(from) ?? new Set()).add(to));
    }
  }
  return links;
}
