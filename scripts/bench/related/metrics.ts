import { randomInt, seededRandom } from '../../../tests/support/random';

/** Normalised discounted cumulative gain of the first `k`, in [0, 1]. */
export function ndcg(
  ranked: readonly string[],
  gains: ReadonlyMap<string, number>,
  k: number,
): number {
  const best = discounted([...gains.values()].sort((a, b) => b - a).slice(0, k));
  return best === 0 ? 0 : discounted(ranked.slice(0, k).map((id) => gains.get(id) ?? 0)) / best;
}

export function recall(ranked: readonly string[], wanted: ReadonlySet<string>, k: number): number {
  return ranked.slice(0, k).filter((id) => wanted.has(id)).length / Math.max(1, wanted.size);
}

export interface Labelled {
  readonly score: number;
  readonly isRight: boolean;
}

/** Mean of the precision at each right item, best scores first. */
export function averagePrecision(items: readonly Labelled[]): number {
  let right = 0;
  const sum = sorted(items).reduce((total, { isRight }, i) => {
    if (!isRight) return total;
    right += 1;
    return total + right / (i + 1);
  }, 0);
  return sum / Math.max(1, right);
}

/** Chance that a right item scores above a wrong one. */
export function areaUnderCurve(items: readonly Labelled[]): number {
  let wrong = 0;
  let sum = 0;
  for (const { isRight } of sorted(items)) {
    if (isRight) sum += wrong;
    else wrong += 1;
  }
  return 1 - sum / Math.max(1, wrong * (items.length - wrong));
}

/** The mean, and half the width of its 95 % interval by bootstrap (1,000 draws, seeded). */
export function meanWithInterval(values: readonly number[]): { mean: number; half: number } {
  const random = seededRandom(11);
  const draws = Array.from({ length: 1_000 }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[randomInt(random, values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  const half = ((draws[975] ?? 0) - (draws[25] ?? 0)) / 2;
  return { mean: values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length), half };
}

export function quantile(values: readonly number[], share: number): number {
  const order = [...values].sort((a, b) => a - b);
  return order[Math.min(order.length - 1, Math.floor(share * order.length))] ?? 0;
}

function sorted(items: readonly Labelled[]): Labelled[] {
  return [...items].sort((a, b) => b.score - a.score);
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + (2 ** gain - 1) / Math.log2(i + 2), 0);
}
