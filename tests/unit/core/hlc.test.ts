import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClock, parseStamp, type Stamp, stampDevice, stampMs } from '../../../lib/core/hlc';

const start = Date.UTC(2031, 0, 5);

function clockAt(device: string, startMs = start) {
  let nowMs = startMs;
  const clock = createClock({ now: () => nowMs, device });
  function setMs(ms: number) {
    nowMs = ms;
  }
  return { clock, setMs };
}

describe('a clock', () => {
  test('gives stamps that sort as texts in the order they were given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9_999, max: 9_999 }), { minLength: 2 }), (steps) => {
        const { clock, setMs } = clockAt('a');
        const stamps = steps.map((step) => {
          setMs(start + step);
          return clock.tick();
        });
        expect([...stamps].sort()).toEqual(stamps);
        expect(new Set(stamps).size).toBe(stamps.length);
      }),
    );
  });

  test('says the wall time and the machine of a stamp', () => {
    const stamp = clockAt('laptop7').clock.tick();
    expect([stampMs(stamp), stampDevice(stamp)]).toEqual([start, 'laptop7']);
  });

  test('stamps what is done after another machine’s edit later than that edit', () => {
    const ahead = clockAt('b', start + 60_000).clock.tick();
    const { clock } = clockAt('a');
    expect(clock.receive(ahead)).toBe(true);
    expect(clock.tick() > ahead).toBe(true);
  });

  test('refuses a machine whose clock is wrong by more than five minutes', () => {
    const { clock } = clockAt('a');
    expect(clock.receive(clockAt('b', start + 360_000).clock.tick())).toBe(false);
    expect(stampMs(clock.tick())).toBe(start);
  });

  test('goes on after its last stamp when the wall clock was set back', () => {
    const last = clockAt('a', start + 86_400_000).clock.tick();
    const clock = createClock({ now: () => start, device: 'a', last });
    expect(clock.tick() > last).toBe(true);
  });

  test('goes on when the counter of one millisecond is used up', () => {
    const full = `${start.toString(36).padStart(9, '0')}-zzzz-a` as Stamp;
    const clock = createClock({ now: () => start, device: 'a', last: full });
    expect(clock.tick() > full).toBe(true);
  });

  test('refuses a device name that would break the order', () => {
    expect(() => clockAt('A-1').clock.tick()).toThrow(/device/);
  });
});

test('text that is no stamp is not taken for one', () => {
  const texts = ['', 'x', '0', '00000000a-0000-', '00000000a-0000-A', '__proto__'];
  expect(texts.map(parseStamp)).toEqual(texts.map(() => null));
});
