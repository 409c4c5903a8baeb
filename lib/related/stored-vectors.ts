import type { PaperKey } from '../core/paper';
import { Block } from './block';

/**
 * The papers' own vectors (signals/vectors.ts) as an index keeps them: of each paper `dimensions`
 * numbers in [-127, 127], one paper after the other in the order asked; all zero for one that the
 * index does not hold or has no vector of.
 */
export function storedVectors(
  segments: ReadonlyMap<string, ArrayBuffer>,
  ids: readonly PaperKey[],
): { readonly dimensions: number; readonly values: Int8Array } {
  const found = new Map<PaperKey, Int8Array>();
  let dimensions = 0;
  // Blocks in the order they were written: of a paper that stands twice the later counts.
  for (const block of blocksIn(segments)) {
    dimensions = block.dimensions;
    for (let row = 0; row < block.size; row++) {
      const { id, vector } = block.row(row);
      found.set(id, vector);
    }
  }
  const values = new Int8Array(ids.length * dimensions);
  for (const [i, id] of ids.entries()) values.set(found.get(id) ?? [], i * dimensions);
  return { dimensions, values };
}

/** Segments of other kinds are no blocks. */
function blocksIn(segments: ReadonlyMap<string, ArrayBuffer>): Block[] {
  return [...segments]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, bytes]) => Block.read(bytes))
    .filter((block) => block !== null);
}
