import type { PaperKey } from './paper';

/** What counting needs of one saved paper. Times are UTC, milliseconds. */
export interface CountedPaper {
  readonly id: PaperKey;
  readonly title: string;
  readonly addedAtMs: number;
  /** There exactly while it is marked as read. */
  readonly readAtMs?: number;
  readonly isUnread: boolean;
  /** The reader's tags and the paper's own categories. */
  readonly topics: readonly string[];
}

export interface WeekCount {
  /** Its Monday, 0:00 local time. UTC, milliseconds. */
  readonly startMs: number;
  readonly saved: number;
  readonly read: number;
}

export interface LibraryStatistics {
  /** Oldest first, none left out, up to and with the week of now; at most a year of them. */
  readonly weeks: readonly WeekCount[];
  /** Still to read, the longest waiting first. */
  readonly oldest: readonly Pick<CountedPaper, 'id' | 'title' | 'addedAtMs'>[];
  /** The topics of most papers in those months, and how many were saved in each month. */
  readonly topics: readonly { readonly name: string; readonly counts: readonly number[] }[];
  /** The months that the counts of a topic are of, oldest first: `2031-01`. */
  readonly months: readonly string[];
}

const MOST_WEEKS = 52;
/** Fewer bars look like an accident. */
const LEAST_WEEKS = 12;
const MONTHS = 12;
const MOST_OLDEST = 10;
const MOST_TOPICS = 12;

/** Counts a library by the calendar of the machine it is on. */
export function countLibrary(papers: readonly CountedPaper[], nowMs: number): LibraryStatistics {
  return {
    weeks: countWeeks(papers, nowMs),
    oldest: papers
      .filter(({ isUnread }) => isUnread)
      .sort((a, b) => a.addedAtMs - b.addedAtMs)
      .slice(0, MOST_OLDEST)
      .map(({ id, title, addedAtMs }) => ({ id, title, addedAtMs })),
    ...countTopics(papers, nowMs),
  };
}

function countWeeks(papers: readonly CountedPaper[], nowMs: number): WeekCount[] {
  const starts = Array.from({ length: MOST_WEEKS }, (_, back) => mondayOf(nowMs, back)).reverse();
  const count = (times: readonly number[]) => {
    const counts = new Map<number, number>();
    for (const atMs of times) {
      const week = mondayOf(atMs, 0);
      counts.set(week, (counts.get(week) ?? 0) + 1);
    }
    return counts;
  };
  const saved = count(papers.map(({ addedAtMs }) => addedAtMs));
  const read = count(papers.flatMap(({ readAtMs }) => readAtMs ?? []));
  const weeks = starts.map((startMs) => ({
    startMs,
    saved: saved.get(startMs) ?? 0,
    read: read.get(startMs) ?? 0,
  }));
  const first = weeks.findIndex((week) => week.saved + week.read > 0);
  const shown = first < 0 ? LEAST_WEEKS : Math.max(LEAST_WEEKS, MOST_WEEKS - first);
  return weeks.slice(-shown);
}

function countTopics(
  papers: readonly CountedPaper[],
  nowMs: number,
): Pick<LibraryStatistics, 'topics' | 'months'> {
  const months = Array.from({ length: MONTHS }, (_, back) => monthOf(nowMs, back)).reverse();
  const placeOf = new Map(months.map((month, place) => [month, place]));
  const counts = new Map<string, number[]>();
  for (const { addedAtMs, topics } of papers) {
    const place = placeOf.get(monthOf(addedAtMs, 0));
    if (place === undefined) continue;
    for (const name of new Set(topics)) {
      const row = counts.get(name) ?? new Array<number>(MONTHS).fill(0);
      row[place] = (row[place] ?? 0) + 1;
      counts.set(name, row);
    }
  }
  const topics = [...counts]
    .map(([name, row]) => ({ name, counts: row, all: row.reduce((sum, one) => sum + one, 0) }))
    .sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_TOPICS)
    .map(({ name, counts: row }) => ({ name, counts: row }));
  return { topics, months };
}

/** The Monday of a time's week, or of so many weeks before it; days of 23 hours are days, too. */
function mondayOf(atMs: number, weeksBack: number): number {
  const at = new Date(atMs);
  const sinceMonday = (at.getDay() + 6) % 7;
  const day = at.getDate() - sinceMonday - 7 * weeksBack;
  return new Date(at.getFullYear(), at.getMonth(), day).getTime();
}

function monthOf(atMs: number, monthsBack: number): string {
  const at = new Date(atMs);
  const month = new Date(at.getFullYear(), at.getMonth() - monthsBack, 1);
  return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`;
}
