import type { ExchangePaper } from '../core/exchange';
import { type Citation, toCitations } from './citation';
import { authorPhrase, displayTitle, idPhrase } from './citation-text';
import type { ExportOptions } from './export-options';
import { escapeMarkdown, markdownTarget } from './markdown-escape';

/** A list: `- [Title](address) — Ada Example et al. (2031) · arXiv:3101.00042`. */
export function toMarkdown(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  return `${toCitations(papers, options).map(listItem).join('\n')}\n`;
}

/** Nothing but the links, for "copy as Markdown link". */
export function toMarkdownLinks(
  papers: readonly ExchangePaper[],
  options: ExportOptions = {},
): string {
  return `${toCitations(papers, options).map(markdownLink).join('\n')}\n`;
}

/** `[Title](address)`, or the title alone where no address is known. */
export function markdownLink(citation: Citation): string {
  const title = escapeMarkdown(displayTitle(citation));
  const target = markdownTarget(citation.url);
  return target ? `[${title}](${target})` : title;
}

function listItem(citation: Citation): string {
  const authors = escapeMarkdown(authorPhrase(citation));
  const year = citation.date.year && `(${citation.date.year})`;
  const who = [authors, year].filter(Boolean).join(' ');
  const id = escapeMarkdown(idPhrase(citation));
  return `- ${[[markdownLink(citation), who].filter(Boolean).join(' — '), id].filter(Boolean).join(' · ')}`;
}
