import type { Segment } from './segment';

/** So many segments of one tier are merged into one of the next. */
const FAN_IN = 4;
/** The lowest tier holds fewer papers than this; each further one four times as many. */
const LOWEST_TIER = 16;
/** Tiers below this are merged at once by the put that fills them: some 250 papers at most. */
const FIRST_LATER_TIER = 2;
/** A segment is written anew when more than this part of it is dead. */
const MAX_DEAD = 1 / 3;

/** Segments that a put should merge at once, so that single saves do not pile up. */
export function chooseSmallMerge(segments: readonly Segment[]): Segment[] | null {
  return chooseTier(segments, (tier) => tier < FIRST_LATER_TIER);
}

/** Segments to merge in slices while nothing else happens. */
export function chooseLargeMerge(segments: readonly Segment[]): Segment[] | null {
  const wasteful = segments.find(
    (segment) =>
      tierOf(segment) >= FIRST_LATER_TIER && segment.deadCount > segment.documents.size * MAX_DEAD,
  );
  if (wasteful) return [wasteful];
  return chooseTier(segments, (tier) => tier >= FIRST_LATER_TIER);
}

/** The least part of all papers outside the largest segment for which it is written anew. */
const WORTH_ONE = 1 / 10;

/**
 * All segments, where one would be markedly better: words that stand in several segments are kept,
 * and searched for slips, in each.
 */
export function chooseThoroughMerge(segments: readonly Segment[]): Segment[] | null {
  const sizes = segments.map((segment) => segment.liveCount);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  return size - Math.max(0, ...sizes) > size * WORTH_ONE ? [...segments] : null;
}

function chooseTier(
  segments: readonly Segment[],
  isMeant: (tier: number) => boolean,
): Segment[] | null {
  const tiers = new Map<number, Segment[]>();
  for (const segment of segments) {
    const tier = tierOf(segment);
    if (isMeant(tier)) tiers.set(tier, [...(tiers.get(tier) ?? []), segment]);
  }
  const full = [...tiers].filter(([, members]) => members.length >= FAN_IN);
  full.sort(([a], [b]) => a - b);
  return full[0]?.[1] ?? null;
}

/** By papers written, dead ones included, so that a segment never changes its tier. */
function tierOf(segment: Segment): number {
  const { size } = segment.documents;
  if (size < LOWEST_TIER) return 0;
  return 1 + Math.floor(Math.log(size / LOWEST_TIER) / Math.log(FAN_IN));
}
