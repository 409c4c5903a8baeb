import type { ErrorData } from '../../lib/core/errors';

/** A record of the file, as the dry run judges it. */
export interface ImportEntry {
  readonly title: string;
  /** What is new or different about it, in words; '' for nothing to add. */
  readonly detail: string;
}

/** An entry that could not be read, or was read with something to check. */
export interface ImportProblem {
  /** From 1; absent where the format has no lines. */
  readonly line?: number;
  readonly reason: string;
}

export const IMPORT_GROUPS = ['new', 'changed', 'duplicates', 'known'] as const;
export type ImportGroup = (typeof IMPORT_GROUPS)[number];

/** What a backup holds besides papers and is not here yet. */
export interface ImportExtras {
  /** Names. */
  readonly lists: readonly string[];
  readonly searches: readonly string[];
  /** Switches, keys and sites that nobody has changed here. */
  readonly hasSettings: boolean;
}

/** What an import would do. Nothing has been changed yet. */
export interface ImportPreview {
  /** '' for pasted text. */
  readonly fileName: string;
  /** "BibTeX", as recognised from the content. */
  readonly format: string;
  /** All records of a group; the views show the first of them. */
  readonly groups: Readonly<Record<ImportGroup, readonly ImportEntry[]>>;
  readonly problems: readonly ImportProblem[];
  readonly extras: ImportExtras | null;
  /** Entries that were read all the same. */
  readonly doubts: readonly ImportProblem[];
}

export type ImportView =
  | { readonly kind: 'choose' }
  | {
      readonly kind: 'reading';
      readonly fileName: string;
      readonly done: number;
      readonly total?: number;
    }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'importing'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly imported: number; readonly skipped: number }
  | { readonly kind: 'failed'; readonly error: ErrorData };
