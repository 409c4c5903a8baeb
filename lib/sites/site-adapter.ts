import type { PaperCandidate, PaperKey } from '../core/paper';

/** What an address is to a site; `null` means "not ours". */
export type PageKind = 'paper' | 'pdf' | 'list' | null;

/**
 * No listing shows more: arXiv's have 2,000 rows, a year of NeurIPS or an event of the ACL Anthology
 * over 5,000. Of a page of a million links only so many rows are read.
 */
export const MAX_ROWS = 8000;

/** One paper seen on a page, and the element that its badge belongs beside. */
export interface Sighting {
  /** The candidate's key, known without reading the rest. */
  readonly key: PaperKey;
  /**
   * Plain data: may cross a message. On long listings it is read when first asked for, and kept, so
   * that two thousand rows need not be read in one go.
   */
  readonly candidate: PaperCandidate;
  /** Stays in the tab. */
  readonly anchor: Element;
  /** Where the badge goes: right after the anchor, or as the anchor's last child. */
  readonly place: 'after' | 'inside';
  /** The elements that make up the paper's row on a listing (for dimming, choosing and sorting). */
  readonly row?: readonly Element[];
  /** How the listing names the paper, where it says so; only 'new' counts as new. */
  readonly listedAs?: 'new' | 'cross-list' | 'replaced' | undefined;
}

/** Adapters read. They never fetch, wait, write to the page or touch globals. */
export interface SiteAdapter {
  /** Kebab-case. */
  readonly id: string;
  /** As people call the site. */
  readonly name: string;
  /**
   * Match patterns. Only huggingface.co and arxiv.org stand in the manifest; the others are
   * optional permissions, registered at run time once granted.
   */
  readonly matches: readonly string[];
  /** True for any address on the site's own hosts, whatever stands there. */
  hosts(url: URL): boolean;
  /** Decides from the address alone, so lists of addresses can test it. */
  classify(url: URL): PageKind;
  /** Papers on the page now, in page order, one for each place it is named. "None" is []. */
  read(doc: Document, url: URL): Sighting[];
}

/** Addresses that an adapter claims, and near misses that it must not. Only tests read them. */
export interface UrlCases {
  readonly paper: readonly string[];
  readonly pdf: readonly string[];
  readonly list: readonly string[];
  readonly none: readonly string[];
}
