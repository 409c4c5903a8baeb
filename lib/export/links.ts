import type { ExchangePaper } from '../core/exchange';
import { toCitations } from './citation';
import { displayTitle } from './citation-text';
import type { ExportOptions } from './export-options';

/** One address a line; the title of a paper that has none, so that it is not lost unseen. */
export function toLinks(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  const links = toCitations(papers, options).map(
    (citation) => citation.url || displayTitle(citation),
  );
  return `${links.join('\n')}\n`;
}
