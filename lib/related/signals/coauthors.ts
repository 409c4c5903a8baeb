import type { Block } from '../block';
import type { Combination } from '../combination';
import { authorsOf } from '../features';
import type { PaperRows } from '../paper-rows';
import type { Rarity } from '../rarity';

/** Papers of one author that are looked at: who wrote more is a group, or several people. */
const MAX_PAPERS = 40;

/**
 * Papers by people who wrote others of the index with one of the query paper's authors: a group
 * works on one subject. Its own authors are a signal of their own (authors.ts).
 */
export class CoauthorSignal {
  private readonly worth = new Map<number, number>();

  constructor(
    own: ReadonlySet<number>,
    rows: PaperRows,
    rarity: Rarity,
    { coauthorWeight, authorRarityPower }: Combination,
  ) {
    if (coauthorWeight === 0) return;
    for (const [name, papers] of countTogether(own, rows)) {
      const weight = (coauthorWeight * Math.log1p(papers)) / own.size;
      this.worth.set(name, weight * rarity.ofAuthor(name) ** authorRarityPower);
    }
  }

  score(block: Block, row: number): number {
    if (this.worth.size === 0) return 0;
    const authors = authorsOf(block, row);
    let sum = 0;
    for (const name of authors) sum += this.worth.get(name) ?? 0;
    return sum === 0 ? 0 : sum / authors.length;
  }
}

/** Who wrote with these authors, and how many papers. */
function countTogether(own: ReadonlySet<number>, rows: PaperRows): Map<number, number> {
  const papers = new Map<number, number>();
  for (const name of own) {
    for (const { block, row } of rows.named(name, MAX_PAPERS)) {
      for (const other of authorsOf(block, row)) {
        if (!own.has(other)) papers.set(other, (papers.get(other) ?? 0) + 1);
      }
    }
  }
  return papers;
}
