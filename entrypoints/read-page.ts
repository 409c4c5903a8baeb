import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { citationMeta } from '../lib/sites/citation-meta';
import { findAdapter } from '../lib/sites/index';

/**
 * Run once in a tab that the user pointed at; its last value is what stands there: the papers that
 * the site's own adapter finds, else what the page declares of itself.
 */
export default defineUnlistedScript(() => {
  const url = new URL(location.href);
  const found = findAdapter(url)?.read(document, url) ?? [];
  const sightings = found.length > 0 ? found : citationMeta.read(document, url);
  return sightings.map(({ candidate }) => candidate);
});
