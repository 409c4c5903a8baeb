import { hashHalves } from '../core/hash';
import type { PaperKey, PaperState } from '../core/paper';

/**
 * What the table keeps of one key, in six 32-bit words: both halves of the key's hash, both of the
 * paper's, the hash of the page it was first met on, and the rest packed into one.
 */
export type Slot = Uint32Array;
export const SLOT_WORDS = 6;
export const KEY = 0;
export const OWNER = 2;
const FEED = 4;
/** Bits 0 to 2: the state, 0 for an empty slot. Bit 3: seen again. The rest: minutes since 1970. */
export const PACKED = 5;
const STATE_MASK = 0b111;
const SEEN_AGAIN = 0b1000;
const MINUTE_UNIT = 16;
const MINUTE_MS = 60_000;
/** The year 2480. */
const LAST_MINUTE = 2 ** 28 - 1;

export type KnownState = Exclude<PaperState, 'new'>;
const STATES: readonly (KnownState | undefined)[] = [undefined, 'seen', 'saved', 'reading', 'read'];

/** How a stored paper stands, as far as the mark in a listing needs to know. */
export interface Standing {
  readonly state: KnownState;
  /** Met again since it was first met: on another page, or on another day. */
  readonly seenAgain: boolean;
  /** First met (UTC, milliseconds), rounded down to the minute. */
  readonly firstSeenAtMs: number;
  /** `hashFeed` of the page on which it was first met. */
  readonly firstSeenOn: number;
}

/** What there is to know of one paper. */
export interface LookupDocument {
  readonly id: PaperKey;
  /** Every key that names it. */
  readonly ids: readonly PaperKey[];
  readonly state: KnownState;
  readonly seenAgain: boolean;
  readonly firstSeenAtMs: number;
  readonly firstSeenOn: string;
}

export function hashFeed(address: string): number {
  return hashHalves(address)[0];
}

export function makeSlot(key: PaperKey, document: LookupDocument): Slot {
  const { id, state, seenAgain, firstSeenAtMs, firstSeenOn } = document;
  const minute = Math.min(LAST_MINUTE, Math.max(0, Math.floor(firstSeenAtMs / MINUTE_MS)));
  const packed = minute * MINUTE_UNIT + (seenAgain ? SEEN_AGAIN : 0) + STATES.indexOf(state);
  return Uint32Array.of(...hashHalves(key), ...hashHalves(id), hashFeed(firstSeenOn), packed);
}

/** The slot that takes a key out, where it is written down. */
export function makeErasure(slot: Slot): Slot {
  const erasure = slot.slice();
  erasure.fill(0, OWNER);
  return erasure;
}

export function isErasure(slot: Slot): boolean {
  return slot[PACKED] === 0;
}

/** Null for an empty slot, and for one that no version of ours wrote. */
export function readSlot(slot: Slot): Standing | null {
  const packed = slot[PACKED] ?? 0;
  const state = STATES[packed & STATE_MASK];
  if (!state) return null;
  return {
    state,
    seenAgain: (packed & SEEN_AGAIN) !== 0,
    firstSeenAtMs: Math.floor(packed / MINUTE_UNIT) * MINUTE_MS,
    firstSeenOn: slot[FEED] ?? 0,
  };
}
