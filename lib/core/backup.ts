import type { ExchangePaper } from './exchange';

/** The first two members of a backup file say what it is. */
export const BACKUP_FORMAT = 'paperkin-backup';
/** Raised when a reader of the version before could not understand the file. */
export const BACKUP_VERSION = 1;

/** A whole library as one JSON file: written by lib/export/backup.ts, read by lib/import. */
export interface Backup extends BackupExtras {
  readonly format: typeof BACKUP_FORMAT;
  readonly version: number;
  /** ISO 8601 in UTC; absent where the writer was not told the time. */
  readonly exportedAt?: string;
  readonly counts: { readonly papers: number; readonly lists: number; readonly tags: number };
  /** Each with its own tags, lists, note, status and dates. */
  readonly papers: readonly ExchangePaper[];
}

/** What a library holds beside its papers. */
export interface BackupExtras {
  /** Names of all lists, also those without papers, in the user's order. */
  readonly lists: readonly string[];
  readonly tags: readonly string[];
  /** Without secrets: the caller leaves keys, tokens and passwords out. */
  readonly settings: Readonly<Record<string, unknown>>;
}
