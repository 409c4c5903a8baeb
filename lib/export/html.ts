import type { ExchangePaper } from '../core/exchange';
import { parseRichText, type RichPart } from '../core/rich-text';
import { type Citation, toCitations } from './citation';
import { authorPhrase, displayTitle, idPhrase } from './citation-text';
import type { ExportOptions } from './export-options';

const PAGE_START = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Reading list</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
li { margin: 0.75rem 0; }
span { color: #595959; }
</style>
</head>
<body>
`;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One self-contained page without scripts. */
export function toHtml(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  return `${PAGE_START}${toHtmlList(papers, options)}</body>\n</html>\n`;
}

/** The list alone, as the clipboard takes it. */
export function toHtmlList(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  const items = toCitations(papers, options).map((citation) => `<li>${item(citation)}</li>\n`);
  return `<ul>\n${items.join('')}</ul>\n`;
}

function item(citation: Citation): string {
  const title = writeParts(parseRichText(displayTitle(citation)));
  const link = citation.url ? `<a href="${escapeHtml(citation.url)}">${title}</a>` : title;
  const year = citation.date.year && `(${citation.date.year})`;
  const who = [authorPhrase(citation), year].filter(Boolean).join(' ');
  const facts = [who, citation.venue, idPhrase(citation)].filter(Boolean).join(' · ');
  return facts ? `${link}<br><span>${escapeHtml(facts)}</span>` : link;
}

function writeParts(parts: readonly RichPart[]): string {
  return parts
    .map((part) =>
      part.kind === 'tag'
        ? `<${part.tag}>${writeParts(part.parts)}</${part.tag}>`
        : escapeHtml(part.text),
    )
    .join('');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
