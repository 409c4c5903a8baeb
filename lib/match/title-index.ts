import type { PaperKey } from '../core/paper';
import type { SegmentChange, Segmented } from '../core/segments';
import { closestTitles, type TitlePart } from './closest-titles';
import { titleGrams } from './title-grams';
import {
  buildSegment,
  keyAt,
  keyHash,
  MAX_SEGMENT_SIZE,
  type MergeSource,
  mergeSegments,
  openSegment,
  planMerge,
  type TitleSegment,
} from './title-segment';

/** What the index knows of one paper. */
export interface TitleDocument {
  readonly id: PaperKey;
  readonly title: string;
}

export interface TitleIndex extends Segmented {
  readonly size: number;
  /** Adds the papers, replacing those with the same id; then `rev` is the given one. */
  put(documents: readonly TitleDocument[], rev: number): void;
  remove(ids: readonly PaperKey[], rev: number): void;
  /**
   * The stored papers whose titles are closest in letters, best first. Whether one of them is the
   * same paper is find-same.ts's to say.
   */
  candidates(title: string, limit: number): PaperKey[];
}

interface Part extends TitlePart {
  readonly name: string;
  readonly gone: Set<number>;
}

/** What stands in the segment `state`, as JSON. */
interface State {
  readonly format: 1;
  readonly rev: number;
  readonly next: number;
  readonly parts: readonly { readonly name: string; readonly gone: readonly number[] }[];
}

const STATE = 'state';
/** So many parts of about one size become one; each size is so many times the one below. */
const FAN = 8;

/** Opens the index from its segments; starts empty where one is missing or cannot be read. */
export function openTitleIndex(segments: ReadonlyMap<string, ArrayBuffer>): TitleIndex {
  const state = readState(segments.get(STATE));
  const parts = (state?.parts ?? []).map(({ name, gone }) => {
    const buffer = segments.get(name);
    const segment = buffer ? openSegment(buffer) : null;
    return segment && { name, segment, gone: new Set(gone) };
  });
  const isWhole = state !== null && parts.every((part) => part !== null);
  const unknown = [...segments.keys()].filter((name) => name !== STATE);
  return isWhole
    ? createIndex(parts as Part[], state.rev, state.next, [])
    : createIndex([], 0, 0, unknown);
}

function createIndex(
  parts: Part[],
  startRev: number,
  startNext: number,
  staleNames: readonly string[],
): TitleIndex {
  let rev = startRev;
  let next = startNext;
  let isChanged = false;
  let merge: Merge | null = null;
  const fresh = new Map<string, ArrayBuffer>();
  const stale = new Set(staleNames);

  function addSegment(segment: TitleSegment, gone: Set<number>): void {
    const name = `titles-${next++}`;
    parts.push({ name, segment, gone });
    fresh.set(name, segment.buffer);
    isChanged = true;
  }

  function dropPart(part: Part): void {
    parts.splice(parts.indexOf(part), 1);
    if (!fresh.delete(part.name)) stale.add(part.name);
    isChanged = true;
  }

  function forget(ids: ReadonlySet<PaperKey>): void {
    const hashes = new Set([...ids].map(keyHash));
    for (const { segment, gone } of parts) {
      segment.keyHashes.forEach((hash, place) => {
        if (hashes.has(hash) && ids.has(keyAt(segment, place))) gone.add(place);
      });
    }
    isChanged = true;
  }

  return {
    get rev() {
      return rev;
    },
    get size() {
      return parts.reduce((sum, { segment, gone }) => sum + segment.size - gone.size, 0);
    },
    put(documents, newRev) {
      const latest = new Map(documents.map((document) => [document.id, document]));
      forget(new Set(latest.keys()));
      const rows = [...latest.values()].map(({ id, title }) => ({
        id,
        grams: titleGrams(title).kept,
      }));
      for (let start = 0; start < rows.length; start += MAX_SEGMENT_SIZE) {
        addSegment(buildSegment(rows.slice(start, start + MAX_SEGMENT_SIZE)), new Set());
      }
      rev = newRev;
      isChanged = true;
    },
    remove(ids, newRev) {
      forget(new Set(ids));
      rev = newRev;
      isChanged = true;
    },
    candidates: (title, limit) => closestTitles(parts, title, limit),
    mergeStep() {
      merge ??= startMerge(parts);
      if (!merge) return false;
      const { done, value } = merge.run.next();
      if (!done) return true;
      const gone = goneSince(merge);
      for (const part of merge.group) dropPart(part);
      if (value.size > 0) addSegment(value, gone);
      merge = null;
      return mergeable(parts) !== null;
    },
    flush(): SegmentChange {
      const put = new Map(fresh);
      const remove = [...stale];
      if (isChanged || remove.length > 0) put.set(STATE, writeState(rev, next, parts));
      fresh.clear();
      stale.clear();
      isChanged = false;
      return { put, remove };
    },
  };
}

interface Merge {
  readonly group: readonly Part[];
  readonly sources: readonly MergeSource[];
  readonly run: Generator<undefined, TitleSegment>;
}

function startMerge(parts: readonly Part[]): Merge | null {
  const group = mergeable(parts);
  if (!group) return null;
  const sources = planMerge(group);
  return { group, sources, run: mergeSegments(sources) };
}

/** New places of papers that were removed while the merge was under way. */
function goneSince({ group, sources }: Merge): Set<number> {
  const places = group.flatMap(({ gone }, i) =>
    [...gone].map((place) => sources[i]?.newPlaces[place] ?? -1),
  );
  return new Set(places.filter((place) => place >= 0));
}

/** The oldest parts of the smallest size that has enough of them, or a part that is mostly gone. */
function mergeable(parts: readonly Part[]): Part[] | null {
  const worn = parts.find(({ segment, gone }) => gone.size * 2 > segment.size);
  if (worn) return [worn];
  const levels = new Map<number, Part[]>();
  for (const part of parts) {
    const level = Math.floor(Math.log(part.segment.size) / Math.log(FAN));
    levels.set(level, [...(levels.get(level) ?? []), part]);
  }
  for (const [, peers] of [...levels].sort(([a], [b]) => a - b)) {
    const group = peers.slice(0, FAN);
    const total = group.reduce((sum, { segment }) => sum + segment.size, 0);
    if (group.length === FAN && total <= MAX_SEGMENT_SIZE) return group;
  }
  return null;
}

function writeState(rev: number, next: number, parts: readonly Part[]): ArrayBuffer {
  const named = parts.map(({ name, gone }) => ({ name, gone: [...gone] }));
  const state: State = { format: 1, rev, next, parts: named };
  return new TextEncoder().encode(JSON.stringify(state)).buffer as ArrayBuffer;
}

function readState(buffer: ArrayBuffer | undefined): State | null {
  if (!buffer) return null;
  try {
    const state = JSON.parse(new TextDecoder().decode(buffer));
    return state?.format === 1 ? state : null;
  } catch {
    return null; // Another format: the index is built again from the papers.
  }
}
