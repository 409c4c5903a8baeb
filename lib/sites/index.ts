import { arxiv } from './arxiv';
import { citationMeta } from './citation-meta';
import { huggingFace } from './hugging-face';
import { lingbuzz } from './lingbuzz';
import type { Sighting, SiteAdapter } from './site-adapter';

/** Every site with an adapter of its own; the only list of them. */
export const adapters: readonly SiteAdapter[] = [huggingFace, arxiv, lingbuzz];

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
