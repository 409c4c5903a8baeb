import { isStopWord } from '../../lib/core/stop-words';
import type { RelatedDocument } from '../../lib/related/related-index';

/** Words kept of each paper, and asked for of a text. */
const WORDS = 48;
/** What a word weighs in a paper that holds no other. */
const MOST_WEIGHT = 255;
/** Words of more papers than this share tell little, and would take most of the time. */
const MOST_SHARE = 0.1;
const FEW_PAPERS = 20;

/** The words of a paper, or the papers of a word, by number, and the weight of each. */
interface Weighed {
  readonly numbers: Uint32Array;
  readonly weights: Uint8Array;
}

/**
 * Related papers with all that makes them fast and little that makes them right: the cosine of
 * TF-IDF over each paper's strongest words, one byte a weight, by inverted lists in typed arrays.
 * The stored row of a paper is its query, so that its text is not read again; other papers are
 * asked for by their text. No pairs of words, authors, feedback or reasons, and no paper comes or
 * goes.
 */
export class SparseTfIdf {
  readonly #ids: readonly string[];
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #wordNumbers = new Map<string, number>();
  readonly #rarities: Float64Array;
  readonly #rows: readonly Weighed[];
  readonly #papersOf: readonly Weighed[];
  /** Of each paper, all zero between two queries; and those met, in the order they were. */
  readonly #scores: Uint32Array;
  readonly #met: Uint32Array;

  constructor(documents: readonly RelatedDocument[]) {
    this.#ids = documents.map(({ id }) => id);
    this.#rowOf = new Map(this.#ids.map((id, row) => [id, row]));
    const counted = documents.map(countWords);
    this.#rarities = this.#numberWords(counted);
    this.#rows = counted.map((counts) => this.#toRow(counts));
    this.#papersOf = transpose(this.#rows, this.#wordNumbers.size);
    this.#scores = new Uint32Array(documents.length);
    this.#met = new Uint32Array(documents.length);
  }

  /** Papers that share a word of weight, best first, never the paper itself; scores in [0, 1]. */
  related(document: RelatedDocument, limit: number): { id: string; score: number }[] {
    const own = this.#rowOf.get(document.id);
    const row = own === undefined ? undefined : this.#rows[own];
    const met = this.#addPostings(row ?? this.#toRow(countWords(document)));
    if (own !== undefined) this.#scores[own] = 0;
    return this.#takeBest(met, limit).map(({ paper, score }) => ({
      id: this.#ids[paper] ?? '',
      score: score / MOST_WEIGHT ** 2,
    }));
  }

  /** Gives each word a number; answers with the rarities by number, 0 for the common ones. */
  #numberWords(counted: readonly ReadonlyMap<string, number>[]): Float64Array {
    const holding: number[] = [];
    for (const counts of counted) {
      for (const word of counts.keys()) {
        const number = this.#wordNumbers.get(word) ?? holding.push(0) - 1;
        this.#wordNumbers.set(word, number);
        holding[number] = (holding[number] ?? 0) + 1;
      }
    }
    const most = Math.max(FEW_PAPERS, MOST_SHARE * counted.length);
    const rarity = (papers: number) => (papers > most ? 0 : Math.log(1 + counted.length / papers));
    return Float64Array.from(holding, rarity);
  }

  #toRow(counts: ReadonlyMap<string, number>): Weighed {
    const weighed: { word: number; weight: number }[] = [];
    for (const [text, count] of counts) {
      const word = this.#wordNumbers.get(text) ?? -1;
      const weight = (1 + Math.log(count)) * (this.#rarities[word] ?? 0);
      if (weight > 0) weighed.push({ word, weight });
    }
    const kept = weighed.sort((a, b) => b.weight - a.weight).slice(0, WORDS);
    const scale = MOST_WEIGHT / Math.hypot(...kept.map(({ weight }) => weight));
    return {
      numbers: Uint32Array.from(kept, ({ word }) => word),
      weights: Uint8Array.from(kept, ({ weight }) => Math.max(1, Math.round(weight * scale))),
    };
  }

  /** Adds to each paper's score what it shares with the row, and tells how many were met. */
  #addPostings({ numbers, weights }: Weighed): number {
    const scores = this.#scores;
    let met = 0;
    for (let i = 0; i < numbers.length; i++) {
      const list = this.#papersOf[numbers[i] ?? 0];
      const weight = weights[i] ?? 0;
      for (let at = 0; list && at < list.numbers.length; at++) {
        const paper = list.numbers[at] ?? 0;
        const score = scores[paper] ?? 0;
        if (score === 0) this.#met[met++] = paper;
        scores[paper] = score + weight * (list.weights[at] ?? 0);
      }
    }
    return met;
  }

  /** The best of those met; sets all scores back. */
  #takeBest(met: number, limit: number): { paper: number; score: number }[] {
    let best: { paper: number; score: number }[] = [];
    let least = 0;
    for (let i = 0; i < met; i++) {
      const paper = this.#met[i] ?? 0;
      const score = this.#scores[paper] ?? 0;
      this.#scores[paper] = 0;
      if (score <= least) continue;
      best.push({ paper, score });
      if (best.length < 2 * limit) continue;
      best = best.sort(byScore).slice(0, limit);
      least = best.at(-1)?.score ?? 0;
    }
    return best.sort(byScore).slice(0, limit);
  }
}

function transpose(rows: readonly Weighed[], size: number): Weighed[] {
  const lists = Array.from({ length: size }, () => ({
    numbers: [] as number[],
    weights: [] as number[],
  }));
  for (const [row, { numbers, weights }] of rows.entries()) {
    for (const [i, number] of numbers.entries()) {
      lists[number]?.numbers.push(row);
      lists[number]?.weights.push(weights[i] ?? 0);
    }
  }
  return lists.map(({ numbers, weights }) => ({
    numbers: Uint32Array.from(numbers),
    weights: Uint8Array.from(weights),
  }));
}

function byScore(a: { score: number }, b: { score: number }): number {
  return b.score - a.score;
}

function countWords({ title, abstract = '' }: RelatedDocument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of `${title} ${abstract}`.toLowerCase().match(/[a-z]{3,}/g) ?? []) {
    if (!isStopWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
