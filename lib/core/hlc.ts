import { AppError } from './errors';

/**
 * Hybrid logical clock (Kulkarni et al. 2014): one total order of what was done on several
 * machines, close to wall time, never going back where a wall clock does.
 */

/** `<ms, base 36, 9 digits>-<counter, base 36, 4 digits>-<device>`: compares as a string. */
export type Stamp = string & { readonly __brand: 'Stamp' };

export interface Clock {
  /** A stamp later than every one this clock gave or took in. */
  tick(): Stamp;
  /**
   * Takes in another machine's stamp, so that what is done here from now on counts as later.
   * False, and nothing taken in, for one more than `MAX_AHEAD_MS` ahead of the wall clock: one
   * wrong clock must not drag the others along. Keep such a file and name its device.
   */
  receive(stamp: Stamp): boolean;
  /** The highest stamp so far; store it and pass it as `last` when starting again. */
  readonly last: Stamp | null;
}

export interface ClockOptions {
  /** Wall time in UTC milliseconds. */
  readonly now: () => number;
  /** Name of this machine: lower-case letters and digits, never shared by two. */
  readonly device: string;
  readonly last?: Stamp | null;
}

export const MAX_AHEAD_MS = 5 * 60_000;

const MS_DIGITS = 9;
const COUNTER_DIGITS = 4;
const COUNTERS = 36 ** COUNTER_DIGITS;
const SHAPE = /^[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]{1,32}$/;

/** The stamp that a text is, or null. */
export function parseStamp(text: string): Stamp | null {
  return SHAPE.test(text) ? (text as Stamp) : null;
}

/** Wall time of a stamp in UTC milliseconds, as its machine believed it. */
export function stampMs(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, MS_DIGITS), 36);
}

export function stampDevice(stamp: Stamp): string {
  return stamp.slice(MS_DIGITS + COUNTER_DIGITS + 2);
}

/** The later of two stamps; none is earlier than any. */
export function laterStamp(a: Stamp, b?: Stamp): Stamp;
export function laterStamp(a?: Stamp, b?: Stamp): Stamp | undefined;
export function laterStamp(a?: Stamp, b?: Stamp): Stamp | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a >= b ? a : b;
}

export function createClock({ now, device, last = null }: ClockOptions): Clock {
  let highest = last;

  function next(): Stamp {
    const wallMs = Math.max(0, Math.floor(now()));
    if (highest === null || wallMs > stampMs(highest)) return makeStamp(wallMs, 0, device);
    const counter = counterOf(highest) + 1;
    return counter < COUNTERS
      ? makeStamp(stampMs(highest), counter, device)
      : makeStamp(stampMs(highest) + 1, 0, device);
  }

  return {
    tick() {
      highest = next();
      return highest;
    },
    receive(stamp) {
      if (stampMs(stamp) > now() + MAX_AHEAD_MS) return false;
      highest = laterStamp(stamp, highest ?? undefined);
      return true;
    },
    get last() {
      return highest;
    },
  };
}

function counterOf(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(MS_DIGITS + 1, MS_DIGITS + 1 + COUNTER_DIGITS), 36);
}

function makeStamp(ms: number, counter: number, device: string): Stamp {
  const digits = (value: number, length: number) => value.toString(36).padStart(length, '0');
  const stamp = parseStamp(`${digits(ms, MS_DIGITS)}-${digits(counter, COUNTER_DIGITS)}-${device}`);
  if (stamp === null)
    throw new AppError('bad-input', `not a device name or time: ${device}, ${ms}`);
  return stamp;
}
