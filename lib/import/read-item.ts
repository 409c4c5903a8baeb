import type { BackupExtras } from '../core/backup';
import type { ExchangePaper } from '../core/exchange';

/** One paper read from a file. */
export interface ImportRecord {
  readonly paper: ExchangePaper;
  /** The line on which its entry starts, from 1. */
  readonly line: number;
}

export type ProblemCode =
  | 'unreadable' //    the entry breaks the rules of its format
  | 'nothing-found' // no paper is named there
  | 'doubtful'; //     read, but something in it looks like a slip

/** Something in a file that a person should know about. */
export interface ImportProblem {
  /** The line on which the entry starts, from 1. */
  readonly line: number;
  readonly code: ProblemCode;
  /** English: what is wrong, and where. */
  readonly message: string;
  /** The start of the entry, one line of at most 120 characters. */
  readonly excerpt: string;
  /** True where a record was read all the same; false where the entry is not among the records. */
  readonly isKept: boolean;
}

/** What a reader gives, piece by piece, so that its caller can pause between any two. */
export type ReadItem =
  | { readonly record: ImportRecord }
  | { readonly problem: ImportProblem }
  /** What a backup holds beside papers, each member as it comes. */
  | { readonly extras: Partial<BackupExtras> }
  /** Nothing yet, but so many characters of the text are behind us. */
  | { readonly position: number };

/** What a reader may know besides the text. */
export interface ReadOptions {
  /** The day of the import, ISO 8601: the latest date that a date without a year can be. */
  readonly today?: string;
}

/**
 * One format. A reader is pure and never throws; it gives an item at least every few milliseconds
 * of work, whatever the text.
 */
export type Reader = (text: string, options: ReadOptions) => Iterable<ReadItem>;

const EXCERPT_LENGTH = 120;

/** The problem that `text`, from `start` on, is about. */
export function toProblem(
  code: ProblemCode,
  line: number,
  message: string,
  text: string,
  start = 0,
): ReadItem {
  const excerpt = text
    .slice(start, start + EXCERPT_LENGTH * 2)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, EXCERPT_LENGTH)
    .toWellFormed();
  return { problem: { line, code, message, excerpt, isKept: code === 'doubtful' } };
}
