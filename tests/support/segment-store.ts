import type { SegmentChange } from '../../lib/core/segments';

/** A store of segments as the database is one: what is written is copied. */
export class SegmentStore {
  readonly segments = new Map<string, ArrayBuffer>();

  apply(change: SegmentChange): void {
    for (const name of change.remove) this.segments.delete(name);
    for (const [name, buffer] of change.put) this.segments.set(name, buffer.slice(0));
  }
}
