import { CITATION_KEY_STYLES } from './citation-key';
import type { Recency } from './recency';

/** Columns of the library's table that can be left out; state and title always stand. */
export const LIBRARY_COLUMNS = ['authors', 'year', 'venue', 'tags', 'added'] as const;
export type LibraryColumn = (typeof LIBRARY_COLUMNS)[number];
export const LIBRARY_LOOKS = ['table', 'cards'] as const;
export type LibraryLook = (typeof LIBRARY_LOOKS)[number];

/** What a person can switch. Kept in the table `meta`, exported with the backup. */
export interface Settings {
  /** How many papers seen but not saved are kept, 0 to 100,000; the oldest go first. */
  readonly seenLimit: number;
  /** Sites where the controls stay away ("huggingface.co"); the toolbar still works there. */
  readonly quietHosts: readonly string[];
  readonly showRelated: boolean;
  /** How much related work that is new is preferred. */
  readonly recency: Recency;
  /** Controls in pages; without them the toolbar alone serves. */
  readonly showInPages: boolean;
  readonly libraryLook: LibraryLook;
  readonly libraryColumns: readonly LibraryColumn[];
  /** Searches kept under a name. */
  readonly searches: readonly { readonly name: string; readonly query: string }[];
  /** Lists that were made, also those without papers. */
  readonly lists: readonly string[];
  /** Keys that differ from the default, by command. */
  readonly keys: Readonly<Record<string, string>>;
  /** How citation keys are made for papers without one: a template of citation-key.ts. */
  readonly keyTemplate: string;
}

export const DEFAULT_SETTINGS: Settings = {
  seenLimit: 100_000,
  quietHosts: [],
  showRelated: true,
  recency: 'any',
  showInPages: true,
  libraryLook: 'table',
  libraryColumns: ['authors', 'year', 'venue', 'tags'],
  searches: [],
  lists: [],
  keys: {},
  keyTemplate: CITATION_KEY_STYLES.scholar,
};
