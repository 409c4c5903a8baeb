import type { ExchangePaper } from '../core/exchange';
import type { Citation } from './citation';
import type { ExportOptions } from './export-options';
import { escapeMarkdown } from './markdown-escape';
import { type ExportedFile, noteProperties, toNoteFiles } from './note-file';

/** One page for each paper, as file graphs of Logseq keep them: properties first, then blocks. */
export function toLogseqFiles(
  papers: readonly ExchangePaper[],
  options: ExportOptions = {},
): ExportedFile[] {
  return toNoteFiles(papers, options, pageText);
}

function pageText(citation: Citation): string {
  const properties = Object.entries(noteProperties(citation))
    .map(([name, value]) => [name, typeof value === 'string' ? value : value.join(', ')])
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}:: ${value}`);
  const blocks = [
    ...section('Abstract', escapeMarkdown(citation.abstract)),
    ...section('Notes', citation.note),
  ];
  return `${[properties.join('\n'), blocks.join('\n')].filter(Boolean).join('\n\n')}\n`;
}

/** A heading block and, under it, one block whose further lines are indented with it. */
function section(heading: string, text: string): string[] {
  return text ? [`- ## ${heading}`, `\t- ${text.replaceAll('\n', '\n\t  ')}`] : [];
}
