import papers from './papers.json';

/** One invented paper of the demo. Its id has the form of an arXiv id of the year 2031. */
export interface DemoPaper {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
  /** arXiv categories, the primary one first; `cs.LG` is always among them. */
  readonly categories: readonly string[];
  /** Day of the first version, `2031-01-14`. */
  readonly submitted: string;
  /** There from the second version on. */
  readonly version?: number;
  readonly comments?: string;
  /** Whether the arXiv listing has it too, or the feed only. */
  readonly onArxivList: boolean;
  /** There if the Daily Papers feed has it. */
  readonly huggingFace?: {
    readonly upvotes: number;
    readonly comments: number;
    readonly submittedBy: string;
    readonly organization?: string;
    /** `owner/name` on GitHub. */
    readonly code?: { readonly repository: string; readonly stars: number };
  };
}

/** The day on which all of it happens, a Wednesday. */
export const DEMO_DAY = '2031-01-15';

export const demoPapers: readonly DemoPaper[] = papers;

/** Papers of the feed, most upvotes first, as the site sorts them. */
export const feedPapers = demoPapers
  .filter((paper) => paper.huggingFace)
  .sort((a, b) => (b.huggingFace?.upvotes ?? 0) - (a.huggingFace?.upvotes ?? 0));

/** Papers of the arXiv listing, newest id first. */
export const listedPapers = demoPapers
  .filter((paper) => paper.onArxivList)
  .sort((a, b) => b.id.localeCompare(a.id));

/** Papers with every word of a query in title, authors or abstract. */
export function findDemoPapers(query: string): DemoPaper[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return demoPapers.filter((paper) => {
    const text = [paper.title, ...paper.authors, paper.abstract].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
