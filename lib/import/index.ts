import type { BackupExtras } from '../core/backup';
import { AppError, type InputFault } from '../core/errors';
import { readBackup } from './backup-json';
import { readBibtex } from './bibtex';
import { readBookmarks } from './bookmarks';
import { readCslJson } from './csl-json';
import { readCsv } from './csv';
import { detectFormat, type ImportFormat } from './detect-format';
import { readIdentifierList } from './identifier-list';
import { readMedline } from './medline';
import { readMixedListing } from './mixed-listing';
import { readPaperMemory, readPaperMemoryList } from './papermemory';
import type { ImportProblem, ImportRecord, Reader, ReadOptions } from './read-item';
import { readRis } from './ris';

export { decodeFile } from './decode-file';
export { detectFormat, IMPORT_FORMATS, type ImportFormat } from './detect-format';
export type { ImportProblem, ImportRecord, ProblemCode } from './read-item';

/** Larger files are refused; check `file.size` before reading one into memory. */
export const MAX_IMPORT_BYTES = 25 * 1024 * 1024;
export const MAX_IMPORT_RECORDS = 20_000;
/** A file with more is of another kind than it seems. */
const MAX_PROBLEMS = 20_000;
/** So long may we work before others get their turn. */
const SLICE_MS = 12;

export interface ImportOptions extends ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** How much of the text is behind us, in [0, 1]. */
  readonly done: number;
  readonly records: number;
}

/** What a file holds. Nothing is stored; the caller shows it first. */
export interface ImportResult {
  readonly format: ImportFormat;
  /** By line, as the problems are. */
  readonly records: readonly ImportRecord[];
  readonly problems: readonly ImportProblem[];
  /** Of our own backup only: what it holds beside papers. */
  readonly extras?: BackupExtras;
}

/** The only list of the formats that we read. */
const READERS: Readonly<Record<ImportFormat, Reader>> = {
  backup: readBackup,
  bibtex: readBibtex,
  ris: readRis,
  'csl-json': readCslJson,
  csv: readCsv,
  medline: readMedline,
  papermemory: readPaperMemory,
  'papermemory-list': readPaperMemoryList,
  bookmarks: readBookmarks,
  listing: readMixedListing,
  identifiers: readIdentifierList,
};

/**
 * Reads papers from a file or a paste of any format, which its content tells. Yields to the event
 * loop at least every 50 ms, however long the text.
 *
 * Throws AppError (bad-input, with its `fault`) for what is larger than 25 MB or 20,000 records, for
 * kinds of files that we do not read, and for backups of a newer version; and the reason of
 * `options.signal` when it is aborted.
 */
export async function importText(
  text: string,
  fileName = '',
  options: ImportOptions = {},
): Promise<ImportResult> {
  requireReadable(text);
  const format = detectFormat(text, fileName);
  if (typeof format === 'object') throw badInput(format.refused);
  const records: ImportRecord[] = [];
  const problems: ImportProblem[] = [];
  options.signal?.throwIfAborted();
  let extras: BackupExtras = { lists: [], tags: [], settings: {} };
  let sliceStart = performance.now();
  let position = 0;
  for (const item of READERS[format](text, options)) {
    if ('record' in item) records.push(item.record);
    else if ('problem' in item) problems.push(item.problem);
    else if ('extras' in item) extras = { ...extras, ...item.extras };
    else position = item.position;
    requireFew(records, problems);
    if (performance.now() - sliceStart < SLICE_MS) continue;
    options.onProgress?.({ done: position / text.length, records: records.length });
    await nextTask();
    options.signal?.throwIfAborted();
    sliceStart = performance.now();
  }
  options.onProgress?.({ done: 1, records: records.length });
  records.sort((a, b) => a.line - b.line);
  problems.sort((a, b) => a.line - b.line);
  return { format, records, problems, ...(format === 'backup' && { extras }) };
}

function requireReadable(text: string): void {
  if (text.length > MAX_IMPORT_BYTES) throw badInput('too-large');
  // Every other character a zero: UTF-16 that was read as something else.
  if (/^[^\0]?\0[^\0]\0[^\0]\0/.test(text)) throw badInput('not-utf-8');
}

function requireFew(records: readonly ImportRecord[], problems: readonly ImportProblem[]): void {
  if (records.length > MAX_IMPORT_RECORDS) throw badInput('too-many');
  if (problems.length > MAX_PROBLEMS) throw badInput('few-papers');
}

function badInput(fault: InputFault): AppError {
  return new AppError('bad-input', `not imported: ${fault}`, { fault });
}

/** A task of its own, so that clicks, frames and timers come in between. */
function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  // Timers of a tab in the background wait for a second; scheduler.yield does not.
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}
