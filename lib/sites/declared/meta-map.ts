import { TEXT_LIMITS } from '../../core/clean-text';
import { cleanMarkup } from '../meta-tags';

/** Meta tags by name or property in lower case, texts in page order, clean and never empty. */
export type MetaMap = ReadonlyMap<string, readonly string[]>;

/** More than any honest page has; beyond them nothing is read. */
const MAX_TAGS = 12_000;

export function collectMetas(doc: Document): MetaMap {
  const metas = new Map<string, string[]>();
  const tags = doc.querySelectorAll('meta[content]');
  for (let at = 0; at < tags.length && at < MAX_TAGS; at += 1) {
    const tag = tags[at] as Element;
    const name = (tag.getAttribute('name') ?? tag.getAttribute('property') ?? '').toLowerCase();
    // Lists of references stand in meta tags too, by the hundred.
    if (name === '' || name === 'citation_reference') continue;
    const text = cleanMarkup(tag.getAttribute('content') ?? '', TEXT_LIMITS.abstract);
    if (text !== '') addTo(metas, name, text);
  }
  return metas;
}

function addTo(metas: Map<string, string[]>, name: string, text: string): void {
  const known = metas.get(name);
  if (known) known.push(text);
  else metas.set(name, [text]);
}

/** The first text of the first of these names that has any; '' for none. */
export function firstOf(metas: MetaMap, ...names: readonly string[]): string {
  return allOf(metas, ...names)[0] ?? '';
}

/** All texts of the first of these names that has any. */
export function allOf(metas: MetaMap, ...names: readonly string[]): readonly string[] {
  for (const name of names) {
    const texts = metas.get(name);
    if (texts) return texts;
  }
  return [];
}
