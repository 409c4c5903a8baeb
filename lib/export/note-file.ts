import type { ExchangePaper } from '../core/exchange';
import { formatName } from '../core/names';
import { toPlainText } from '../core/rich-text';
import { type Citation, isoDate, lines, toCitations } from './citation';
import type { ExportOptions } from './export-options';
import { uniqueFileNames } from './file-names';

/** What the formats of one Markdown file for each paper have in common. */

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** The facts that both tools keep as properties, in order, where they are known. */
export interface NoteProperties {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: string;
  readonly date: string;
  readonly venue: string;
  readonly arxiv: string;
  readonly doi: string;
  readonly url: string;
  readonly pdf: string;
  readonly tags: readonly string[];
  readonly lists: readonly string[];
  readonly status: string;
  readonly starred: string;
  readonly citekey: string;
  /** The day only. */
  readonly added: string;
}

export function noteProperties(citation: Citation): NoteProperties {
  const { paper, date } = citation;
  return {
    title: toPlainText(citation.title),
    authors: citation.authors.map(formatName),
    year: date.year,
    date: date.month && isoDate(date),
    venue: citation.venue,
    arxiv: citation.arxivId,
    doi: citation.doi,
    url: citation.url,
    pdf: citation.pdfUrl,
    tags: noteTags(paper),
    lists: lines(paper.lists),
    status: paper.status ?? '',
    starred: paper.starred ? 'true' : '',
    citekey: citation.key,
    added: /^\d{4}-\d{2}-\d{2}/.exec(paper.addedAt ?? '')?.[0] ?? '',
  };
}

/** One file for each paper, named `@key.md`. */
export function toNoteFiles(
  papers: readonly ExchangePaper[],
  options: ExportOptions,
  write: (citation: Citation) => string,
): ExportedFile[] {
  const citations = toCitations(papers, options);
  const names = uniqueFileNames(
    citations.map(({ key }) => `@${key}`),
    'md',
  );
  return citations.map((citation, index) => ({ name: names[index] ?? '', text: write(citation) }));
}

/**
 * `paper`, the arXiv categories and the user's tags as Obsidian and Logseq take them: letters,
 * digits, `_`, `-` and `/`, not digits alone (`cs.LG` is `cs-LG`).
 */
function noteTags(paper: ExchangePaper): string[] {
  const tags = ['paper', ...(paper.categories ?? []), ...(paper.tags ?? [])].map((tag) =>
    tag
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-]+/gu, '-')
      .replace(/^[-/]+|[-/]+$/g, ''),
  );
  return lines(tags.map((tag) => (/^[\d/_-]+$/.test(tag) ? `n${tag}` : tag)));
}
