import { type Comparison, compare, exponent, type Figure, type Goal } from '../report/figure';
import type { Part } from './part';
import { runScript } from './run-script';

const PART = 'search';
const OURS = 'paperkin';
const OURS_SHORT = 'paperkin, titles and authors';

interface Row {
  readonly size: number;
  readonly engine: string;
  readonly buildMs: number;
  readonly heapMb: number;
  readonly keyP50Ms: number;
  readonly keyP95Ms: number;
  readonly keystrokes: number;
  readonly recall: number;
  readonly recallWithFault: number;
  /** Queries that recall was counted over: slow engines get fewer. */
  readonly queries: number;
}

/** Search as one types, beside the libraries (scripts/bench/search.ts). */
export const searchPart: Part = {
  name: PART,
  async run({ sizes, folder }) {
    const rows: Row[] = [];
    for (const size of sizes) {
      const args = ['--sizes', String(size), '--budget', '8', '--engines', enginesFor(size)];
      rows.push(...(await runScript<Row[]>('search', args, folder)));
    }
    const figures = rows.flatMap(figuresOf);
    const growth = exponent(figures.filter(({ what }) => what === `keystroke: ${OURS}`));
    return {
      figures,
      comparisons: [
        ...sizes.flatMap((size) => judge(rows.filter((row) => row.size === size))),
        ...(growth ? [{ ...growth, goal: { atMost: 0.7 } }] : []),
      ],
    };
  },
};

/** At 100,000 one keystroke of naive Fuse.js takes half a minute. */
function enginesFor(size: number): string {
  const all = [OURS, OURS_SHORT, 'Fuse.js titles', 'MiniSearch OR', 'uFuzzy, titles and authors'];
  const slow = size > 10_000 ? [] : ['Fuse.js naive', 'substring filter'];
  return [...all, ...slow].join(';');
}

function figuresOf(row: Row): Figure[] {
  const { size, engine, keyP50Ms, keyP95Ms, keystrokes } = row;
  const isReference = !engine.startsWith(OURS);
  const one = (what: string, unit: Figure['unit'], median: number): Figure => ({
    part: PART,
    size,
    what: `${what}: ${engine}`,
    unit,
    median,
    p95: median,
    count: 1,
    isReference,
  });
  return [
    { ...one('keystroke', 'ms', keyP50Ms), p95: keyP95Ms, count: keystrokes },
    one('recall@10', 'share', row.recall),
    one('recall@10 on typos', 'share', row.recallWithFault),
    one('build', 'ms', row.buildMs),
    one('heap', 'MB', row.heapMb),
  ];
}

function judge(rows: readonly Row[]): Comparison[] {
  const figures = rows.flatMap(figuresOf);
  const find = (what: string, engine: string) =>
    figures.find((figure) => figure.what === `${what}: ${engine}`);
  const size = rows[0]?.size ?? 0;
  const isLarge = size > 10_000;
  const against = (
    what: string,
    [other, ours]: readonly [string, string],
    goals: readonly (Goal | undefined)[],
  ): Comparison[] => {
    const pair = [find(what, other), find(what, ours)] as const;
    if (!pair[0] || !pair[1]) return [];
    const label = `${other} / ${ours}, ${what}`;
    const both = [pair[0], pair[1]] as const;
    return what === 'keystroke'
      ? [compare(`${label} p50`, both, goals[0]), compare(`${label} p95`, both, goals[1], 'p95')]
      : [compare(label, both, goals[0])];
  };
  return [
    ...against(
      'keystroke',
      ['Fuse.js naive', OURS],
      isLarge || size < 10_000 ? [] : [{ atLeast: 2000 }, { atLeast: 300 }],
    ),
    ...against('keystroke', ['Fuse.js titles', OURS], [isLarge ? { atLeast: 700 } : undefined]),
    ...against(
      'keystroke',
      ['MiniSearch OR', OURS],
      isLarge ? [{ atLeast: 10 }, { atLeast: 100 }] : [],
    ),
    ...against('build', ['MiniSearch OR', OURS], isLarge ? [{ atLeast: 6 }] : []),
    ...against('heap', ['MiniSearch OR', OURS], isLarge ? [{ atLeast: 3 }] : []),
    ...against('recall@10', [OURS, 'MiniSearch OR'], [{ atLeast: 1 }]),
    ...against(
      'keystroke',
      ['uFuzzy, titles and authors', OURS_SHORT],
      isLarge ? [{ atLeast: 15 }] : [],
    ),
    ...against('keystroke', ['substring filter', OURS], []),
    ...judgeAlone(figures, isLarge),
    ...judgeTypos(rows),
  ];
}

/** What is measured against a number. */
function judgeAlone(figures: readonly Figure[], isLarge: boolean): Comparison[] {
  const find = (what: string) => figures.find((figure) => figure.what === `${what}: ${OURS}`);
  const [typed, typos] = [find('keystroke'), find('recall@10 on typos')];
  if (!typed || !typos) return [];
  const { part, size } = typed;
  return [
    { part, size, what: 'keystroke, p95 in ms', ratio: typed.p95, goal: { atMost: 16 } },
    {
      part,
      size,
      what: 'recall@10 on typos',
      ratio: typos.median,
      ...(!isLarge && { goal: { atLeast: 0.97 } }),
    },
  ];
}

/** Of so few queries no share of found papers can be told. */
const FEW_QUERIES = 30;

/** Beside the best of the others that got through enough queries. */
function judgeTypos(rows: readonly Row[]): Comparison[] {
  const ours = rows.find(({ engine }) => engine === OURS);
  const others = rows.filter(
    ({ engine, queries }) => !engine.startsWith(OURS) && queries >= FEW_QUERIES,
  );
  if (!ours || others.length === 0) return [];
  const best = Math.max(...others.map(({ recallWithFault }) => recallWithFault));
  const what = 'recall@10 on typos / best other engine';
  const ratio = ours.recallWithFault / best;
  return [{ part: PART, size: ours.size, what, ratio, goal: { atLeast: 1 } }];
}
