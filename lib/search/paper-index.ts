import type { PaperKey } from '../core/paper';
import type { SegmentChange } from '../core/segments';
import { encodeId } from './document-table';
import {
  bodyName,
  deadName,
  headName,
  isOurs,
  MANIFEST_NAME,
  numberOf,
  packManifest,
  readManifest,
} from './manifest';
import { chooseLargeMerge, chooseSmallMerge, chooseThoroughMerge } from './merge-policy';
import type { SearchQuery } from './query';
import { runQuery } from './run-query';
import { Scorer } from './scorer';
import type { OpenSearchIndex, SearchDocument, SearchHit, SearchIndex } from './search-index';
import { Segment, type SegmentBuffers } from './segment';
import { SegmentBuilder } from './segment-builder';
import { type MergedSegment, mergeSegments } from './segment-merge';
import { TopHits } from './top-hits';

/** Opens the index that `flush` wrote. Damaged or of another version, it opens empty with `rev` 0. */
export const openSearchIndex: OpenSearchIndex = (segments) => new PaperIndex(segments);

interface Merge {
  readonly sources: readonly Segment[];
  readonly steps: Generator<void, MergedSegment>;
}

/**
 * Segments that never change, as in Lucene: a put writes a new small one and marks the papers it
 * replaces dead in the others; merges keep the segments few.
 */
class PaperIndex implements SearchIndex {
  rev = 0;
  private segments: Segment[] = [];
  private nextNumber = 1;
  private readonly tables = { scorer: new Scorer(), top: new TopHits() };
  private merge: Merge | null = null;
  /** Names in the store after the last flush. */
  private stored: Set<string>;
  private readonly changedMarks = new Set<Segment>();
  private isChanged = false;

  constructor(buffers: ReadonlyMap<string, ArrayBuffer>) {
    this.stored = new Set([...buffers.keys()].filter(isOurs));
    const manifest = readManifest(buffers.get(MANIFEST_NAME));
    const opened = manifest?.segments.map((number) => openSegment(number, buffers)) ?? [];
    const segments = opened.filter((segment) => segment !== null);
    if (!manifest || segments.length < opened.length) {
      // Numbers of what is still in the store are not used again.
      this.nextNumber = 1 + Math.max(0, ...[...this.stored].map(numberOf));
      this.isChanged = this.stored.size > 0;
      return;
    }
    this.rev = manifest.rev;
    this.nextNumber = manifest.nextNumber;
    this.segments = segments;
  }

  get size(): number {
    return this.segments.reduce((sum, segment) => sum + segment.liveCount, 0);
  }

  put(documents: readonly SearchDocument[], rev: number): void {
    const latest = new Map(documents.map((document) => [document.id, document]));
    for (const id of latest.keys()) this.kill(id);
    if (latest.size > 0) {
      const builder = new SegmentBuilder();
      for (const document of latest.values()) builder.add(document);
      this.segments.push(this.newSegment(builder.finish()));
    }
    this.dropEmpty();
    this.mergeSmall();
    this.rev = rev;
    this.isChanged = true;
  }

  remove(ids: readonly PaperKey[], rev: number): void {
    for (const id of ids) this.kill(id);
    this.dropEmpty();
    this.rev = rev;
    this.isChanged = true;
  }

  search(query: SearchQuery, limit: number): SearchHit[] {
    return runQuery(this.segments, query, limit, this.tables);
  }

  flush(): SegmentChange {
    const put = new Map<string, ArrayBuffer>();
    if (!this.isChanged) return { put, remove: [] };
    const wanted = new Set([MANIFEST_NAME]);
    const want = (name: string, buffer: ArrayBuffer | null, isNew: boolean) => {
      wanted.add(name);
      if (buffer && (isNew || !this.stored.has(name))) put.set(name, buffer);
    };
    for (const segment of this.segments) {
      want(headName(segment.number), segment.buffers.head, false);
      want(bodyName(segment.number), segment.buffers.body, false);
      if (segment.deadCount === 0) continue;
      // A copy: the marks go on changing.
      const isNew = this.changedMarks.has(segment);
      want(deadName(segment.number), isNew ? segment.dead.slice().buffer : null, isNew);
    }
    const { rev, nextNumber } = this;
    const segments = this.segments.map(({ number }) => number);
    put.set(MANIFEST_NAME, packManifest({ rev, nextNumber, segments }));
    const remove = [...this.stored].filter((name) => !wanted.has(name));
    this.stored = wanted;
    this.changedMarks.clear();
    this.isChanged = false;
    return { put, remove };
  }

  mergeStep(isThorough = false): boolean {
    const choose = () =>
      chooseLargeMerge(this.segments) ?? (isThorough ? chooseThoroughMerge(this.segments) : null);
    if (!this.merge) {
      const sources = choose();
      if (!sources) return false;
      this.merge = { sources, steps: mergeSegments(sources) };
    }
    const step = this.merge.steps.next();
    if (!step.done) return true;
    this.replace(this.merge.sources, step.value);
    this.merge = null;
    return choose() !== null;
  }

  private mergeSmall(): void {
    for (;;) {
      const sources = chooseSmallMerge(this.segments);
      if (!sources) return;
      const steps = mergeSegments(sources);
      let step = steps.next();
      while (!step.done) step = steps.next();
      this.replace(sources, step.value);
    }
  }

  /** Puts a merged segment where the first of its sources was. */
  private replace(sources: readonly Segment[], merged: MergedSegment): void {
    const segment = this.newSegment(merged);
    sources.forEach((source, s) => {
      const map = merged.docMaps[s] as Int32Array;
      // Papers that died while the merge was under way.
      for (let doc = 0; doc < map.length; doc++) {
        if ((map[doc] as number) >= 0 && source.isDead(doc)) segment.kill(map[doc] as number);
      }
      this.changedMarks.delete(source);
    });
    if (segment.deadCount > 0) this.changedMarks.add(segment);
    const gone = new Set(sources);
    this.segments = this.segments.flatMap((one) =>
      one === sources[0] ? [segment] : gone.has(one) ? [] : [one],
    );
    this.isChanged = true;
  }

  private newSegment(buffers: SegmentBuffers): Segment {
    const segment = Segment.open(this.nextNumber++, buffers);
    if (!segment) throw new Error('search: a segment just written does not open');
    return segment;
  }

  private kill(id: PaperKey): void {
    const bytes = encodeId(id);
    for (const segment of this.segments) {
      const doc = segment.documents.find(bytes);
      if (doc >= 0 && segment.kill(doc)) this.changedMarks.add(segment);
    }
  }

  /** Segments without a living paper go, but for those a merge is reading. */
  private dropEmpty(): void {
    this.segments = this.segments.filter((segment) => {
      if (segment.liveCount > 0 || this.merge?.sources.includes(segment)) return true;
      this.changedMarks.delete(segment);
      return false;
    });
  }
}

function openSegment(number: number, buffers: ReadonlyMap<string, ArrayBuffer>): Segment | null {
  const head = buffers.get(headName(number));
  const body = buffers.get(bodyName(number));
  const segment = head && body && Segment.open(number, { head, body });
  if (!segment) return null;
  const marks = buffers.get(deadName(number));
  if (marks && !segment.restoreDead(marks)) return null;
  return segment;
}
