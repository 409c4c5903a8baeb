import { splitKey } from './identifiers/schemes';
import type { PaperKey } from './paper';

/** A place where a paper can be opened. Made of its identifiers and title; nothing is looked up. */
export interface PaperLink {
  /** As people call the site. */
  readonly site: string;
  readonly url: string;
  readonly kind: 'page' | 'pdf' | 'reader' | 'search';
}

type LinkRule = readonly [
  site: string,
  kind: PaperLink['kind'],
  address: (value: string) => string,
];

/** For each scheme the paper's own page first, then where else it can be read. */
const LINKS: Readonly<Record<string, readonly LinkRule[]>> = {
  arxiv: [
    ['arXiv', 'page', (id) => `https://arxiv.org/abs/${id}`],
    ['arXiv PDF', 'pdf', (id) => `https://arxiv.org/pdf/${id}`],
    ['arXiv HTML', 'reader', (id) => `https://arxiv.org/html/${id}`],
    ['Hugging Face', 'page', (id) => `https://huggingface.co/papers/${id}`],
    ['alphaXiv', 'reader', (id) => `https://www.alphaxiv.org/abs/${id}`],
    ['ar5iv', 'reader', (id) => `https://ar5iv.labs.arxiv.org/html/${id}`],
    ['Cool Papers', 'reader', (id) => `https://papers.cool/arxiv/${id}`],
    ['SciRate', 'page', (id) => `https://scirate.com/arxiv/${id}`],
    ['Semantic Scholar', 'page', (id) => `https://www.semanticscholar.org/arXiv:${id}`],
  ],
  doi: [
    ['Publisher', 'page', (doi) => `https://doi.org/${encodeDoi(doi)}`],
    ['Semantic Scholar', 'page', (doi) => `https://www.semanticscholar.org/DOI:${encodeDoi(doi)}`],
  ],
  openreview: [
    ['OpenReview', 'page', (id) => `https://openreview.net/forum?id=${id}`],
    ['OpenReview PDF', 'pdf', (id) => `https://openreview.net/pdf?id=${id}`],
  ],
  acl: [
    ['ACL Anthology', 'page', (id) => `https://aclanthology.org/${id}/`],
    ['ACL Anthology PDF', 'pdf', (id) => `https://aclanthology.org/${id}.pdf`],
  ],
  pmlr: [['PMLR', 'page', (id) => `https://proceedings.mlr.press/${id}.html`]],
  pmid: [['PubMed', 'page', (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`]],
  pmcid: [['PubMed Central', 'page', (id) => `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`]],
  ieee: [['IEEE Xplore', 'page', (id) => `https://ieeexplore.ieee.org/document/${id}`]],
  pii: [
    ['ScienceDirect', 'page', (id) => `https://www.sciencedirect.com/science/article/pii/${id}`],
  ],
  hal: [['HAL', 'page', (id) => `https://hal.science/${id}`]],
  eprint: [
    ['IACR ePrint', 'page', (id) => `https://eprint.iacr.org/${id}`],
    ['IACR ePrint PDF', 'pdf', (id) => `https://eprint.iacr.org/${id}.pdf`],
  ],
  bibcode: [
    ['NASA ADS', 'page', (id) => `https://ui.adsabs.harvard.edu/abs/${encodeURIComponent(id)}`],
  ],
  s2: [['Semantic Scholar', 'page', (id) => `https://www.semanticscholar.org/paper/${id}`]],
  corpusid: [
    ['Semantic Scholar', 'page', (id) => `https://www.semanticscholar.org/CorpusID:${id}`],
  ],
};

/** Searches by title, which every paper has. */
const SEARCHES: readonly LinkRule[] = [
  ['Google Scholar', 'search', (title) => `https://scholar.google.com/scholar?q=${title}`],
  ['Connected Papers', 'search', (title) => `https://www.connectedpapers.com/search?q=${title}`],
  ['dblp', 'search', (title) => `https://dblp.org/search?q=${title}`],
];

/** Where a paper can be opened, its own pages first, each site once. NeurIPS and CVF papers are
 *  only known by the addresses of their records, since those hold more than the identifier. */
export function findPaperLinks(ids: readonly PaperKey[], title: string): PaperLink[] {
  const links = new Map<string, PaperLink>();
  for (const id of ids) {
    const parts = splitKey(id);
    for (const rule of (parts && LINKS[parts.scheme]) ?? [])
      addLink(links, rule, parts?.value ?? '');
  }
  const query = encodeURIComponent(
    title
      .replace(/[$\\{}]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  if (query !== '') for (const rule of SEARCHES) addLink(links, rule, query);
  return [...links.values()];
}

function addLink(
  links: Map<string, PaperLink>,
  [site, kind, address]: LinkRule,
  value: string,
): void {
  if (!links.has(site)) links.set(site, { site, kind, url: address(value) });
}

/** Slashes stay readable; what an address could not hold is encoded. */
function encodeDoi(doi: string): string {
  return encodeURIComponent(doi).replaceAll('%2F', '/');
}
