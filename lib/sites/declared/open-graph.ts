import { TEXT_LIMITS } from '../../core/clean-text';
import { type Declaration, toAddressKey, toDeclaredKey, withoutNulls } from './declaration';
import { firstOf, type MetaMap } from './meta-map';

/** Open Graph tags count only where one of them, or the canonical link, names a paper. */
export function readOpenGraph(doc: Document, metas: MetaMap): Declaration | null {
  const title = firstOf(metas, 'og:title');
  const canonical = doc.querySelector('link[rel="canonical" i]')?.getAttribute('href') ?? '';
  const ids = withoutNulls([
    toDeclaredKey(firstOf(metas, 'doi', 'publication_doi', 'article:doi')),
  ]);
  const linkedIds = withoutNulls([toAddressKey(firstOf(metas, 'og:url')), toAddressKey(canonical)]);
  if (title === '' || ids.length + linkedIds.length === 0) return null;
  // Without the site's name, which most put behind a bar.
  const bare = title.replace(/\s+[|–—]\s+[^|–—]{2,60}$/, '');
  return { ids, linkedIds, isPaper: false, facts: { title: bare.slice(0, TEXT_LIMITS.title) } };
}
