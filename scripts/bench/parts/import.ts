import { compare, type Figure } from '../report/figure';
import type { Part } from './part';
import { runScript } from './run-script';

const PART = 'import';

interface Row {
  readonly entries: number;
  readonly reader: string;
  readonly ms: number;
  readonly longestMs: number;
}

/** 5,000 entries of BibTeX, beside citation-js (scripts/bench/import.ts). */
export const importPart: Part = {
  name: PART,
  async run({ folder }) {
    const rows = await runScript<Row[]>('import', ['--sizes', '5000', '--runs', '3'], folder);
    const figures = rows.flatMap(({ entries, reader, ms, longestMs }): Figure[] => {
      const isReference = reader !== 'Paperkin';
      const about = { part: PART, size: entries, unit: 'ms', count: 3, isReference } as const;
      return [
        { ...about, what: `BibTeX: ${reader}`, median: ms, p95: ms },
        { ...about, what: `longest block: ${reader}`, median: longestMs, p95: longestMs },
      ];
    });
    const [ours, block, theirs] = figures;
    if (!ours || !block || !theirs) return { figures, comparisons: [] };
    return {
      figures,
      comparisons: [
        compare('citation-js / Paperkin', [theirs, ours]),
        {
          part: PART,
          size: ours.size,
          what: 'longest block, in ms',
          ratio: block.median,
          goal: { atMost: 50 },
        },
      ],
    };
  },
};
