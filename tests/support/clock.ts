/** A clock that stands still until it is moved. */
export interface FakeClock {
  readonly now: () => number;
  advance(ms: number): void;
}

export function fakeClock(startMs = Date.UTC(2031, 0, 5, 12)): FakeClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance(ms) {
      nowMs += ms;
    },
  };
}

export const DAY_MS = 24 * 60 * 60 * 1000;
