import { arxiv } from './arxiv';
import { huggingFace } from './hugging-face';
import type { SiteAdapter } from './site-adapter';

/** Every site with an adapter of its own; the only list of them. */
export const adapters: readonly SiteAdapter[] = [huggingFace, arxiv];

/** The adapter that claims an address, or null. */
export function findAdapter(url: URL): SiteAdapter | null {
  return adapters.find((adapter) => adapter.classify(url) !== null) ?? null;
}
