import { compare, type Figure } from '../report/figure';
import { importInPage } from './import-in-page';
import type { Part } from './part';
import { runScript } from './run-script';

const PART = 'import';

interface Row {
  readonly entries: number;
  readonly reader: string;
  readonly ms: number;
  readonly longestMs: number;
}

const ENTRIES = 5_000;

/** 5,000 entries of BibTeX: read beside citation-js (scripts/bench/import.ts), and in our page. */
export const importPart: Part = {
  name: PART,
  async run(context) {
    const inPage = await importInPage(ENTRIES, context);
    const rows = await runScript<Row[]>(
      'import',
      ['--sizes', String(ENTRIES), '--runs', '3'],
      context.folder,
    );
    const read = rows.flatMap(({ entries, reader, ms, longestMs }): Figure[] => {
      const isReference = reader !== 'Paperkin';
      const about = { part: PART, size: entries, unit: 'ms', count: 3, isReference } as const;
      return [
        { ...about, what: `BibTeX: ${reader}`, median: ms, p95: ms },
        { ...about, what: `longest block: ${reader}`, median: longestMs, p95: longestMs },
      ];
    });
    const [ours, block, theirs] = read;
    const figures = [...read, ...inPage.figures];
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
        {
          part: PART,
          size: ours.size,
          what: 'longest task of the page, in ms',
          ratio: inPage.longestMs,
          goal: { atMost: 50 },
        },
      ],
    };
  },
};
