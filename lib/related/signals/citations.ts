import type { Block } from '../block';
import type { Combination } from '../combination';
import { type Features, NAME } from '../features';
import type { QueryTerm } from './text';

const HASH_MASK = 0xffffff;

/** One paper's abstract names the other's identifier ("a comment on arXiv:…", "code of doi:…"). */
export class CitationSignal {
  /** What a row must hold to name the query paper, or to be named by it. */
  private readonly wanted: ReadonlySet<number>;

  constructor(
    features: Features,
    private readonly combination: Combination,
  ) {
    this.wanted = new Set(
      [...features.names].flatMap((name) => {
        if (name >>> 24 === NAME.identifier) return [toKind(name, NAME.quoted)];
        if (name >>> 24 === NAME.quoted) return [toKind(name, NAME.identifier)];
        return [];
      }),
    );
  }

  get probes(): QueryTerm[] {
    const weight = this.combination.citationWeight;
    return [...this.wanted].map((name) => ({ hash: name & HASH_MASK, weight }));
  }

  score(block: Block, row: number): number {
    const end = block.nameOffsets[row + 1] ?? 0;
    for (let i = block.nameOffsets[row] ?? 0; i < end; i++) {
      if (this.wanted.has(block.names[i] ?? 0)) return this.combination.citationWeight;
    }
    return 0;
  }
}

function toKind(name: number, kind: number): number {
  return ((kind << 24) | (name & 0xffffff)) >>> 0;
}
