import type { Block } from '../block';
import type { Combination } from '../combination';
import { type Features, NAME } from '../features';
import type { Rarity } from '../rarity';
import type { QueryTerm } from './text';

/**
 * Shared authors, the rare ones counting most (two papers by "Y. Wang" are seldom by one person),
 * over the geometric mean of the two author counts. It adds only as far as the texts are alike as
 * well: people write about more than one thing.
 */
export class AuthorSignal {
  /** What each author of the query paper is worth, by name. */
  readonly worth = new Map<number, number>();
  private readonly count: number;

  constructor(
    features: Features,
    rarity: Rarity,
    private readonly combination: Combination,
  ) {
    const authors = [...features.names].filter((name) => name >>> 24 === NAME.author);
    this.count = authors.length;
    for (const name of authors) {
      this.worth.set(name, rarity.ofAuthor(name) ** combination.authorRarityPower);
    }
  }

  /** About what each author alone would add to the score of a paper of some authors. */
  get probes(): QueryTerm[] {
    const most = this.combination.authorWeight / (2 * Math.sqrt(this.count));
    return [...this.worth].map(([hash, worth]) => ({ hash, weight: most * worth }));
  }

  /** In [0, combination.authorWeight]. */
  score(block: Block, row: number, text: number): number {
    if (this.count === 0) return 0;
    let shared = 0;
    let count = 0;
    const end = block.nameOffsets[row + 1] ?? 0;
    for (let i = block.nameOffsets[row] ?? 0; i < end; i++) {
      const name = block.names[i] ?? 0;
      if (name >>> 24 !== NAME.author) break; // sorted: authors come first
      shared += this.worth.get(name) ?? 0;
      count++;
    }
    if (shared === 0) return 0;
    const overlap = shared / Math.sqrt(this.count * count);
    const { authorWeight, authorHalfText } = this.combination;
    return (authorWeight * overlap * text) / (text + authorHalfText);
  }
}
