import { AppError } from '../core/errors';
import type { ExchangePaper } from '../core/exchange';
import { toBackup } from './backup';
import { toBiblatex } from './biblatex';
import { toBibtex } from './bibtex';
import { toCitationText } from './citation-text';
import { toCslJson } from './csl-json';
import { toCsv } from './csv';
import type { ExportOptions } from './export-options';
import { safeFileName } from './file-names';
import { toHtml, toHtmlList } from './html';
import { toLinks } from './links';
import { toLogseqFiles } from './logseq';
import { toMarkdown, toMarkdownLinks } from './markdown';
import type { ExportedFile } from './note-file';
import { toObsidianFiles } from './obsidian';
import { toEndnoteRis, toRis } from './ris';

export type { ExportOptions } from './export-options';
export type { ExportedFile } from './note-file';
export { toZoteroItems, type ZoteroItem } from './zotero-items';

type WriteText = (papers: readonly ExchangePaper[], options: ExportOptions) => string;
type WriteFiles = (papers: readonly ExchangePaper[], options: ExportOptions) => ExportedFile[];

interface Format {
  readonly extension: string;
  readonly mime: string;
  readonly lineEnd: '\n' | '\r\n';
  /** A message of public/_locales. */
  readonly labelKey: string;
  readonly write: WriteText | { readonly files: WriteFiles };
}

const LF = '\n';
const CRLF = '\r\n';

/** The only list of formats, in the order in which they are offered. */
const FORMATS = {
  bibtex: {
    extension: 'bib',
    mime: 'application/x-bibtex',
    lineEnd: LF,
    labelKey: 'exportBibtex',
    write: toBibtex,
  },
  biblatex: {
    extension: 'bib',
    mime: 'application/x-bibtex',
    lineEnd: LF,
    labelKey: 'exportBiblatex',
    write: toBiblatex,
  },
  ris: {
    extension: 'ris',
    mime: 'application/x-research-info-systems',
    lineEnd: CRLF,
    labelKey: 'exportRis',
    write: toRis,
  },
  'endnote-ris': {
    extension: 'ris',
    mime: 'application/x-research-info-systems',
    lineEnd: CRLF,
    labelKey: 'exportEndnoteRis',
    write: toEndnoteRis,
  },
  'csl-json': {
    extension: 'json',
    mime: 'application/vnd.citationstyles.csl+json',
    lineEnd: LF,
    labelKey: 'exportCslJson',
    write: toCslJson,
  },
  csv: {
    extension: 'csv',
    mime: 'text/csv;charset=utf-8',
    lineEnd: CRLF,
    labelKey: 'exportCsv',
    write: toCsv,
  },
  markdown: {
    extension: 'md',
    mime: 'text/markdown',
    lineEnd: LF,
    labelKey: 'exportMarkdown',
    write: toMarkdown,
  },
  obsidian: {
    extension: 'md',
    mime: 'text/markdown',
    lineEnd: LF,
    labelKey: 'exportObsidian',
    write: { files: toObsidianFiles },
  },
  logseq: {
    extension: 'md',
    mime: 'text/markdown',
    lineEnd: LF,
    labelKey: 'exportLogseq',
    write: { files: toLogseqFiles },
  },
  html: {
    extension: 'html',
    mime: 'text/html',
    lineEnd: LF,
    labelKey: 'exportHtml',
    write: toHtml,
  },
  links: {
    extension: 'txt',
    mime: 'text/plain',
    lineEnd: LF,
    labelKey: 'exportLinks',
    write: toLinks,
  },
  'markdown-links': {
    extension: 'md',
    mime: 'text/markdown',
    lineEnd: LF,
    labelKey: 'exportMarkdownLinks',
    write: toMarkdownLinks,
  },
  citations: {
    extension: 'txt',
    mime: 'text/plain',
    lineEnd: LF,
    labelKey: 'exportCitations',
    write: toCitationText,
  },
  json: {
    extension: 'json',
    mime: 'application/json',
    lineEnd: LF,
    labelKey: 'formatBackup',
    write: toBackup,
  },
} as const satisfies Record<string, Format>;

export type ExportFormatId = keyof typeof FORMATS;

/** What a menu or a download needs to know of a format. */
export interface ExportFormat {
  readonly id: ExportFormatId;
  /** Without the dot. */
  readonly extension: string;
  readonly mime: string;
  readonly lineEnd: '\n' | '\r\n';
  readonly labelKey: string;
  /** One file for each paper: ask exportFiles, and zip where there are several. */
  readonly isFilePerPaper: boolean;
}

export const EXPORT_FORMATS: readonly ExportFormat[] = Object.entries(FORMATS).map(
  ([id, { write, ...facts }]) => ({
    id: id as ExportFormatId,
    ...facts,
    isFilePerPaper: typeof write !== 'function',
  }),
);

/**
 * The papers as one text in a format, in their order. Pure: the same papers and options give the
 * same bytes. Ends with one line break. Formats of one file for each paper give them one after the
 * other.
 *
 * @throws AppError `bad-input` for a format that is not in EXPORT_FORMATS.
 */
export function exportPapers(
  papers: readonly ExchangePaper[],
  format: ExportFormatId,
  options: ExportOptions = {},
): string {
  const { write } = requireFormat(format);
  if (typeof write === 'function') return write(papers, options);
  const files = write.files(papers, options);
  return files.map(({ text }) => text).join('\n') || '\n';
}

/**
 * The papers as files: one for each in formats of one file for each paper, else one in all. Names
 * are safe on every file system and differ from one another. `options.exportedAt` dates the name.
 *
 * @throws AppError `bad-input` for a format that is not in EXPORT_FORMATS.
 */
export function exportFiles(
  papers: readonly ExchangePaper[],
  format: ExportFormatId,
  options: ExportOptions = {},
): ExportedFile[] {
  const { write, extension } = requireFormat(format);
  if (typeof write !== 'function') return write.files(papers, options);
  const day = options.exportedAt?.slice(0, 10);
  const name = safeFileName(day ? `reading-list-${day}` : 'reading-list', extension);
  return [{ name, text: write(papers, options) }];
}

/** What goes to the clipboard together: plain text, and HTML where a list of links is meant. */
export function exportClipboard(
  papers: readonly ExchangePaper[],
  format: ExportFormatId,
  options: ExportOptions = {},
): { readonly text: string; readonly html?: string } {
  if (format === 'html') {
    return { text: toCitationText(papers, options), html: toHtmlList(papers, options) };
  }
  const text = exportPapers(papers, format, { byteOrderMark: false, ...options });
  const isList = format === 'markdown' || format === 'markdown-links' || format === 'links';
  return isList ? { text, html: toHtmlList(papers, options) } : { text };
}

function requireFormat(id: ExportFormatId): Format {
  if (Object.hasOwn(FORMATS, id)) return FORMATS[id];
  throw new AppError('bad-input', `There is no export format "${id}"`);
}
