import type { PaperKey } from './paper';

/** The same paper on another site. Names of sites are the same in every language. */
export interface PaperPlace {
  readonly name: string;
  readonly url: string;
}

type Places = Readonly<Record<string, (id: string) => string>>;

const ARXIV_PLACES: Places = {
  arXiv: (id) => `https://arxiv.org/abs/${id}`,
  PDF: (id) => `https://arxiv.org/pdf/${id}`,
  HTML: (id) => `https://arxiv.org/html/${id}`,
  'Hugging Face': (id) => `https://huggingface.co/papers/${id}`,
  alphaXiv: (id) => `https://www.alphaxiv.org/abs/${id}`,
  ar5iv: (id) => `https://ar5iv.labs.arxiv.org/html/${id}`,
  SciRate: (id) => `https://scirate.com/arxiv/${id}`,
  'papers.cool': (id) => `https://papers.cool/arxiv/${id}`,
};

const PLACES: Readonly<Record<string, Places>> = {
  arxiv: ARXIV_PLACES,
  doi: { DOI: (id) => `https://doi.org/${encodeURI(id).replace(/[#?]/g, encodeURIComponent)}` },
  openreview: { OpenReview: (id) => `https://openreview.net/forum?id=${encodeURIComponent(id)}` },
  acl: { 'ACL Anthology': (id) => `https://aclanthology.org/${id}/` },
  pmid: { PubMed: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/` },
  pmcid: { PMC: (id) => `https://pmc.ncbi.nlm.nih.gov/articles/${id}/` },
  pmlr: { PMLR: (id) => `https://proceedings.mlr.press/${id}.html` },
  ieee: { 'IEEE Xplore': (id) => `https://ieeexplore.ieee.org/document/${id}` },
  hal: { HAL: (id) => `https://hal.science/${id}` },
  eprint: { 'IACR ePrint': (id) => `https://eprint.iacr.org/${id}` },
};

/** What Semantic Scholar calls a paper by its identifier on another site. */
const SEMANTIC_SCHOLAR: Readonly<Record<string, string>> = {
  arxiv: 'ARXIV',
  doi: 'DOI',
  acl: 'ACL',
  pmid: 'PMID',
  pmcid: 'PMCID',
};

/** Where else a paper can be opened, its own sites first; a search for its title comes last. */
export function paperPlaces(ids: readonly PaperKey[], title: string): PaperPlace[] {
  const own = ids.flatMap((key) => {
    const [scheme, id] = splitKey(key);
    return Object.entries(PLACES[scheme] ?? {}).map(([name, url]) => ({ name, url: url(id) }));
  });
  const [first] = ids.map(splitKey).filter(([scheme]) => SEMANTIC_SCHOLAR[scheme]);
  const scholar = encodeURIComponent(title);
  return [
    ...own,
    ...(first
      ? [
          {
            name: 'Semantic Scholar',
            url: `https://www.semanticscholar.org/${SEMANTIC_SCHOLAR[first[0]]}:${first[1]}`,
          },
        ]
      : []),
    ...(title
      ? [{ name: 'Google Scholar', url: `https://scholar.google.com/scholar?q=${scholar}` }]
      : []),
  ];
}

function splitKey(key: PaperKey): [scheme: string, id: string] {
  const colon = key.indexOf(':');
  return [key.slice(0, colon), key.slice(colon + 1)];
}
