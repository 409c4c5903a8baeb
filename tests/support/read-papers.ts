import type { ExchangePaper } from '../../lib/core/exchange';
import type { ImportProblem, Reader } from '../../lib/import/read-item';

/** All that a reader gives for a text. */
export function readPapers(
  reader: Reader,
  text: string,
): { papers: ExchangePaper[]; lines: number[]; problems: ImportProblem[] } {
  const items = [...reader(text, {})];
  const records = items.flatMap((item) => ('record' in item ? [item.record] : []));
  return {
    papers: records.map(({ paper }) => paper),
    lines: records.map(({ line }) => line),
    problems: items.flatMap((item) => ('problem' in item ? [item.problem] : [])),
  };
}
