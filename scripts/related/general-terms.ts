import type { Background } from '../../lib/related/background';
import { featuresOf } from '../../lib/related/features';
import type { RelatedDocument } from '../../lib/related/related-index';
import { paperVector } from '../../lib/related/signals/vectors';
import { pairHash, termHash } from '../../lib/related/term-hash';
import { tokenise } from '../../lib/related/tokens';

/** A term that so few papers hold is drawn towards the mean of all: little is known of it. */
const DRAW = 5;
/** By eye: "pre-training" (.08) and "long-term" (.041) are above, "fine-grained" (.039) is not. */
const LEAST_SUBJECT = 0.04;

interface Holders {
  papers: number;
  titles: number;
  /** Sum of the papers' vectors, each of length 1. */
  readonly vector: Float64Array;
}

/**
 * Which of the counted terms name no subject, by hash. One that does stands in titles, and the
 * papers that hold it are alike: the share of its papers whose title holds it, times the mean
 * cosine of two of them, is large.
 */
export function generalTerms(
  papers: readonly RelatedDocument[],
  counted: Iterable<number>,
  background: Background,
): Set<number> {
  const holders = holdersOf(papers, new Set(counted), background);
  const all = [...holders.values()];
  const mean = sum(all, ({ titles }) => titles) / sum(all, (held) => held.papers);
  const general = [...holders].filter(([, held]) => {
    const inTitles = (held.titles + DRAW * mean) / (held.papers + DRAW);
    return inTitles * likeness(held) < LEAST_SUBJECT;
  });
  return new Set(general.map(([hash]) => hash));
}

function holdersOf(
  papers: readonly RelatedDocument[],
  counted: ReadonlySet<number>,
  background: Background,
): Map<number, Holders> {
  const holders = new Map<number, Holders>();
  for (const paper of papers) {
    const { terms } = featuresOf(paper, Number.POSITIVE_INFINITY, () => 0);
    const inTitle = titleTerms(paper.title);
    const vector = paperVector(terms, background);
    const length = Math.hypot(...vector) || 1;
    for (const term of terms) {
      const hash = term >>> 8;
      if (!counted.has(hash)) continue;
      const held = holders.get(hash) ?? emptyHolders(vector.length);
      holders.set(hash, held);
      held.papers += 1;
      if (inTitle.has(hash)) held.titles += 1;
      for (let i = 0; i < vector.length; i++)
        held.vector[i] = (held.vector[i] ?? 0) + (vector[i] ?? 0) / length;
    }
  }
  return holders;
}

/** Words and pairs by hash, but not a clause's first word, which says what is done ("Advancing …"). */
function titleTerms(title: string): Set<number> {
  const tokens = tokenise(title);
  const hashes = tokens.flatMap(({ term, breaks }, i) =>
    breaks ? [] : [termHash(term), pairHash(tokens[i - 1]?.term ?? '', term)],
  );
  return new Set(hashes);
}

function emptyHolders(dimensions: number): Holders {
  return { papers: 0, titles: 0, vector: new Float64Array(dimensions) };
}

/** Mean cosine of two of the papers. */
function likeness({ papers, vector }: Holders): number {
  const square = vector.reduce((total, value) => total + value * value, 0);
  return (square - papers) / Math.max(1, papers * (papers - 1));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
