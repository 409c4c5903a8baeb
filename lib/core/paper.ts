/**
 * The words of the project: what a paper is on a page (candidate), in the database (row) and on
 * someone's reading list (entry). Plain data; anything here may cross a message.
 */

/**
 * The canonical name of a paper: a scheme, a colon, and the identifier in its one agreed spelling
 * (`arxiv:1706.03762`, `doi:10.1038/nature14539`, …; the table stands in identifiers.ts). A paper
 * without any identifier is `t:` and a hash of its title, first author and year (title-key.ts).
 */
export type PaperKey = string & { readonly __brand: 'PaperKey' };

/** One author. `name` is as the page writes it; the parts are there where they are known. */
export interface Author {
  readonly name: string;
  readonly family?: string;
  readonly given?: string;
  /** "van der" in "Laurens van der Maaten". */
  readonly particle?: string;
  /** "Jr.", "III". */
  readonly suffix?: string;
  /** A group or a name that has no parts ("The ATLAS Collaboration"). Then no other part is set. */
  readonly literal?: string;
}

export const PAPER_TYPES = [
  'preprint',
  'journal-article',
  'conference-paper',
  'thesis',
  'report',
  'book',
  'chapter',
  'webpage',
] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

/** What is known of a paper, none of it the user's own. Every text is NFC, without markup but
 *  `$…$` and the tags i, b, sub, sup in title and abstract, white space collapsed. */
export interface PaperFacts {
  /** '' while only an identifier is known. */
  readonly title: string;
  /** In page order; [] while unknown. */
  readonly authors: readonly Author[];
  /** All authors, where the page names only some of them or only their number. */
  readonly authorCount?: number;
  readonly organization?: string;
  readonly abstract?: string;
  /** First public date, ISO 8601 to the precision known: `2031`, `2031-01` or `2031-01-05`. */
  readonly date?: string;
  /** Journal or proceedings. */
  readonly venue?: string;
  readonly volume?: string;
  readonly number?: string;
  /** `5998-6008`, `e1003604`. */
  readonly pages?: string;
  readonly publisher?: string;
  readonly type?: PaperType;
  /** Addresses of the paper itself, http(s) only, best page first. */
  readonly urls?: readonly string[];
  readonly codeLinks?: readonly string[];
  /** arXiv categories, the primary one first. */
  readonly categories?: readonly string[];
  /** The authors' own comment on arXiv ("Accepted at …, 12 pages"). */
  readonly comments?: string;
  /** Highest arXiv version met, 1 and up. */
  readonly version?: number;
  readonly keywords?: readonly string[];
  /** Facts that age; `provenance` says when each was seen. */
  readonly commentCount?: number;
  readonly upvotes?: number;
  readonly codeStars?: number;
}

export type FactName = keyof PaperFacts;

/**
 * Where a fact came from, the most trusted first. A fact from a better source replaces one from a
 * worse; among equals the later wins (merge-facts.ts).
 */
export const SOURCES = [
  'user', // typed by the user
  'publisher', // a page's declared metadata on the paper's own site
  'arxiv', // an arXiv abstract page
  'arxiv-list', // an arXiv listing or search row
  'hugging-face', // a Hugging Face page
  'site', // any other site's page
  'import', // a file
  'paste', // pasted text
  'address', // nothing but an address or an identifier
] as const;
export type Source = (typeof SOURCES)[number];

/** Where one fact came from and when it was seen (UTC, milliseconds). */
export interface Provenance {
  readonly source: Source;
  readonly atMs: number;
}

/** A paper as a page, a file or a paste names it: not yet anyone's. */
export interface PaperCandidate extends PaperFacts {
  /** The identifier under which the page names the paper. */
  readonly key: PaperKey;
  /** Every identifier found, `key` among them. */
  readonly ids: readonly PaperKey[];
  readonly source: Source;
}

/** One row of the table `papers`. */
export interface PaperRow extends PaperFacts {
  /** Never changes once given. */
  readonly id: PaperKey;
  /** Every identifier known, `id` among them, sorted. Mirrors the table `aliases`. */
  readonly ids: readonly PaperKey[];
  readonly provenance: Readonly<Partial<Record<FactName, Provenance>>>;
  /** Set anew from one counter on every change, so that indexes know what they have not read. */
  readonly rev: number;
}

export const READING_STATUSES = ['unread', 'reading', 'read'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** How a paper stands with the user. */
export type PaperState = 'new' | 'seen' | 'saved' | 'reading' | 'read';
