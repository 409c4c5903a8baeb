/** Addresses of a paper, from its identifiers and from those that pages gave. */

const ADDRESS_OF: Readonly<Record<string, (id: string) => string>> = {
  arxiv: (id) => `https://arxiv.org/abs/${id}`,
  doi: (id) => `https://doi.org/${encodeURI(id).replace(/[#?]/g, encodeURIComponent)}`,
  openreview: (id) => `https://openreview.net/forum?id=${encodeURIComponent(id)}`,
  acl: (id) => `https://aclanthology.org/${id}/`,
  pmid: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
  pmcid: (id) => `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`,
  s2: (id) => `https://www.semanticscholar.org/paper/${id}`,
  corpusid: (id) => `https://api.semanticscholar.org/CorpusID:${id}`,
  pmlr: (id) => `https://proceedings.mlr.press/${id}.html`,
  ieee: (id) => `https://ieeexplore.ieee.org/document/${id}`,
  pii: (id) => `https://www.sciencedirect.com/science/article/pii/${id}`,
  hal: (id) => `https://hal.science/${id}`,
  eprint: (id) => `https://eprint.iacr.org/${id}`,
  bibcode: (id) => `https://ui.adsabs.harvard.edu/abs/${encodeURIComponent(id)}`,
};

/** Sites that show papers of others: fit to find a paper again, not to cite it. */
const SHOWS_PAPERS_OF_OTHERS =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|alphaxiv\.org|papers\.cool|scirate\.com|semanticscholar\.org|scholar\.google\.[a-z.]+|dblp\.org|paperswithcode\.com)\//i;
const WEB_ADDRESS = /^https?:\/\/[^\s<>"{}|\\^`]+$/i;
const PDF_ADDRESS =
  /\.pdf(?:[?#].*)?$|^https?:\/\/(?:www\.)?(?:arxiv\.org\/pdf\/|openreview\.net\/pdf)/i;

/** The address to cite: the best page that pages gave, else one made of an identifier. */
export function findPageUrl(urls: readonly string[], keys: readonly string[]): string | undefined {
  const pages = urls.filter((url) => !PDF_ADDRESS.test(url));
  return (
    pages.find((url) => !SHOWS_PAPERS_OF_OTHERS.test(url)) ??
    keys.map(addressOf).find((url) => url !== undefined) ??
    pages[0] ??
    urls[0]
  );
}

export function findPdfUrl(
  urls: readonly string[],
  arxivId: string | undefined,
): string | undefined {
  const known = urls.find((url) => PDF_ADDRESS.test(url));
  return known ?? (arxivId && `https://arxiv.org/pdf/${arxivId}`);
}

/** The http(s) addresses among these, with what no address may hold percent-encoded. */
export function webAddresses(urls: readonly string[]): string[] {
  return urls
    .map((url) => url.trim().replace(/[\s<>"{}|\\^`\p{Cc}]/gu, encodeURIComponent))
    .filter((url) => WEB_ADDRESS.test(url));
}

function addressOf(key: string): string | undefined {
  const colon = key.indexOf(':');
  const address = ADDRESS_OF[key.slice(0, colon)]?.(key.slice(colon + 1));
  return address && webAddresses([address])[0];
}
