import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { citationMeta } from '../lib/sites/citation-meta';

/** Run once in a tab that the user pointed at; its last value is what the page declares of itself. */
export default defineUnlistedScript(() =>
  citationMeta.read(document, new URL(location.href)).map(({ candidate }) => candidate),
);
