import { aclAnthology } from './acl-anthology';
import { alphaxiv } from './alphaxiv';
import { ar5iv } from './ar5iv';
import { arxiv } from './arxiv';
import { biorxiv } from './biorxiv';
import { citationMeta } from './citation-meta';
import { cvf } from './cvf';
import { dblp } from './dblp';
import { googleScholar } from './google-scholar';
import { huggingFace } from './hugging-face';
import { lingbuzz } from './lingbuzz';
import { neurips } from './neurips';
import { openreview } from './openreview';
import { papersCool } from './papers-cool';
import { pmlr } from './pmlr';
import { pubmed } from './pubmed';
import { scirate } from './scirate';
import { semanticScholar } from './semantic-scholar';
import type { Sighting, SiteAdapter } from './site-adapter';

/** Every site with an adapter of its own, those of the manifest first; the only list of them. */
export const adapters: readonly SiteAdapter[] = [
  huggingFace,
  arxiv,
  openreview,
  alphaxiv,
  papersCool,
  semanticScholar,
  googleScholar,
  aclAnthology,
  pmlr,
  neurips,
  cvf,
  dblp,
  scirate,
  ar5iv,
  pubmed,
  biorxiv,
  lingbuzz,
];

/** Sites that are read only once a person has turned them on. */
export const optionalAdapters: readonly SiteAdapter[] = adapters.filter(
  (adapter) => adapter !== huggingFace && adapter !== arxiv,
);

/** The hosts of a site as permissions name them; scripts may run on fewer addresses. */
export function siteOrigins({ matches }: SiteAdapter): string[] {
  return [...new Set(matches.map((match) => match.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*')))];
}

/** The adapter that claims an address, or null. */
export function findAdapter(url: URL): SiteAdapter | null {
  return adapters.find((adapter) => adapter.classify(url) !== null) ?? null;
}

/** The papers that a page shows: by its site's adapter, or else as the page declares itself. */
export function readPage(doc: Document, url: URL): Sighting[] {
  return (findAdapter(url) ?? citationMeta).read(doc, url);
}
