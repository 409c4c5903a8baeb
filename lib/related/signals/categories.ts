import type { Block } from '../block';
import type { Combination } from '../combination';
import { type Features, NAME } from '../features';

/** Shared arXiv categories: little more than a way to break ties among papers of like text. */
export class CategorySignal {
  private readonly names: ReadonlySet<number>;

  constructor(
    features: Features,
    private readonly combination: Combination,
  ) {
    this.names = new Set([...features.names].filter(isCategory));
  }

  score(block: Block, row: number): number {
    if (this.names.size === 0) return 0;
    const { categoryWeight, primaryCategoryWeight } = this.combination;
    let shared = 0;
    const end = block.nameOffsets[row + 1] ?? 0;
    for (let i = block.nameOffsets[row] ?? 0; i < end; i++) {
      const name = block.names[i] ?? 0;
      if (!isCategory(name) || !this.names.has(name)) continue;
      const primary = name >>> 24 === NAME.primaryCategory;
      shared = Math.max(shared, primary ? primaryCategoryWeight : categoryWeight);
    }
    return shared;
  }
}

function isCategory(name: number): boolean {
  const kind = name >>> 24;
  return kind === NAME.category || kind === NAME.primaryCategory;
}
