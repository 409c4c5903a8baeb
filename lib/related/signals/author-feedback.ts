import { authorsOf } from '../features';
import type { Rarity } from '../rarity';
import type { ScoredRow } from '../scorer';

/** Closest papers whose authors are asked for. */
const PAPERS = 10;

/**
 * Papers by those who wrote the papers closest to the query paper: the few who write on its subject,
 * whatever words they choose (pseudo-relevance feedback, as for terms). A close paper's own share is
 * left out, or each would vote for itself.
 */
export class AuthorFeedback {
  private readonly worth = new Map<number, number>();
  private readonly shares = new Map<ScoredRow, number>();

  /** @param scored best first */
  constructor(
    scored: readonly ScoredRow[],
    private readonly rarity: Rarity,
    private readonly weight: number,
    private readonly rarityPower: number,
  ) {
    const closest = scored.slice(0, PAPERS);
    const sum = closest.reduce((total, { score }) => total + score, 0) || 1;
    for (const hit of closest) {
      const authors = authorsOf(hit.block, hit.row);
      const share = hit.score / (sum * Math.sqrt(authors.length));
      this.shares.set(hit, share);
      for (const name of authors) {
        this.worth.set(name, (this.worth.get(name) ?? 0) + share * this.rare(name));
      }
    }
  }

  /** In [0, weight]. */
  score(hit: ScoredRow): number {
    const own = this.shares.get(hit) ?? 0;
    const authors = authorsOf(hit.block, hit.row);
    let sum = 0;
    for (const name of authors) {
      const worth = this.worth.get(name) ?? 0;
      if (worth > 0) sum += Math.max(0, worth - own * this.rare(name));
    }
    return sum === 0 ? 0 : (this.weight * sum) / Math.sqrt(authors.length);
  }

  private rare(name: number): number {
    return this.rarity.ofAuthor(name) ** this.rarityPower;
  }
}
