import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedPaper, countLibrary } from '../../../lib/core/statistics';
import { key } from '../../support/papers';

/** A Wednesday, local time. */
const NOW = new Date(2031, 0, 15, 12).getTime();
const DAY_MS = 24 * 60 * 60 * 1000;

function paper(over: Partial<CountedPaper> = {}): CountedPaper {
  return {
    id: key('arxiv:3101.50001'),
    title: 'Counting sheep',
    addedAtMs: NOW,
    isUnread: true,
    topics: [],
    ...over,
  };
}

describe('the statistics of a library', () => {
  it('counts what was saved and what was read in the week it was, which starts on Monday', () => {
    const monday = new Date(2031, 0, 13).getTime();
    const { weeks } = countLibrary(
      [
        paper(),
        paper({ addedAtMs: monday }),
        paper({ addedAtMs: monday - 1, readAtMs: NOW, isUnread: false }),
      ],
      NOW,
    );
    expect(weeks.at(-1)).toEqual({ startMs: monday, saved: 2, read: 1 });
    expect(weeks.at(-2)).toMatchObject({ saved: 1, read: 0 });
  });

  it('shows twelve weeks of a young library and a year of an old one', () => {
    expect(countLibrary([paper()], NOW).weeks).toHaveLength(12);
    expect(countLibrary([], NOW).weeks).toHaveLength(12);
    const old = paper({ addedAtMs: NOW - 400 * DAY_MS });
    const lastYear = paper({ addedAtMs: NOW - 350 * DAY_MS });
    expect(countLibrary([old, lastYear], NOW).weeks).toHaveLength(51);
  });

  it('leaves no week out, also where the clocks change', () => {
    const { weeks } = countLibrary([paper({ addedAtMs: NOW - 360 * DAY_MS })], NOW);
    const gaps = weeks.slice(1).map(({ startMs }, i) => startMs - (weeks[i]?.startMs ?? 0));
    expect(new Set(gaps.map((gap) => Math.round(gap / DAY_MS)))).toEqual(new Set([7]));
  });

  it('names what waits longest first, and nothing that was begun', () => {
    const { oldest } = countLibrary(
      [
        paper({ title: 'New' }),
        paper({ title: 'Old', addedAtMs: NOW - DAY_MS }),
        paper({ title: 'Older, read', addedAtMs: NOW - 2 * DAY_MS, isUnread: false }),
      ],
      NOW,
    );
    expect(oldest.map(({ title }) => title)).toEqual(['Old', 'New']);
  });

  it('counts topics by month, those of most papers first', () => {
    const { months, topics } = countLibrary(
      [
        paper({ topics: ['sleep', 'cs.LG'] }),
        paper({ topics: ['cs.LG', 'cs.LG'], addedAtMs: new Date(2030, 11, 31).getTime() }),
      ],
      NOW,
    );
    expect(months.slice(-2)).toEqual(['2030-12', '2031-01']);
    expect(topics.map(({ name, counts }) => [name, counts.slice(-2)])).toEqual([
      ['cs.LG', [1, 1]],
      ['sleep', [0, 1]],
    ]);
  });

  it('counts every paper of the last weeks exactly once', () => {
    const days = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 50 });
    fc.assert(
      fc.property(days, (ages) => {
        const papers = ages.map((age) => paper({ addedAtMs: NOW - age * DAY_MS }));
        const { weeks } = countLibrary(papers, NOW);
        expect(weeks.reduce((sum, { saved }) => sum + saved, 0)).toBe(ages.length);
      }),
    );
  });
});
