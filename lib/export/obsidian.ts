import type { ExchangePaper } from '../core/exchange';
import type { Citation } from './citation';
import { displayTitle } from './citation-text';
import type { ExportOptions } from './export-options';
import { escapeMarkdown } from './markdown-escape';
import { type ExportedFile, noteProperties, toNoteFiles } from './note-file';

/** One file for each paper, its facts as Obsidian properties. */
export function toObsidianFiles(
  papers: readonly ExchangePaper[],
  options: ExportOptions = {},
): ExportedFile[] {
  return toNoteFiles(papers, options, noteText);
}

function noteText(citation: Citation): string {
  const sections = [
    ['---', ...frontMatter(citation), '---'].join('\n'),
    `# ${escapeMarkdown(displayTitle(citation))}`,
    citation.abstract && `> [!abstract]\n> ${escapeMarkdown(citation.abstract)}`,
    citation.note && `## Notes\n\n${citation.note}`,
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/** YAML 1.2, in which a JSON string is a string: no other way of quoting is needed. */
function frontMatter(citation: Citation): string[] {
  const { title, year, added, date, starred, ...others } = noteProperties(citation);
  const quoted = Object.entries(others).map(([name, value]) => [name, yaml(value)] as const);
  const shortTitle = /^(.{3,}?)\s*[:—–]\s/u.exec(title)?.[1] ?? '';
  const properties = [
    ['title', yaml(title)],
    ['aliases', yaml(shortTitle ? [shortTitle] : [])],
    ...quoted.filter(([name]) => name === 'authors'),
    ['year', year],
    ['date', yaml(date)],
    ...quoted.filter(([name]) => name !== 'authors'),
    ['starred', starred],
    ['added', added],
  ];
  return properties.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`);
}

/** A string or a list of strings, quoted as JSON; '' for nothing. */
function yaml(value: string | readonly string[]): string {
  if (typeof value === 'string') return value && yamlString(value);
  return value.length > 0 ? `[${value.map(yamlString).join(', ')}]` : '';
}

/** JSON leaves some characters bare that YAML does not print. */
function yamlString(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
