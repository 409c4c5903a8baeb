// Modules that both scripts of the background use. The first one holds them; the build takes them
// from here for the second (scripts/borrow-modules.ts, which reads these lines).
import * as cleanText from '../../lib/core/clean-text';
import * as greekNames from '../../lib/core/greek-names';
import * as arxivId from '../../lib/core/identifiers/arxiv-id';
import * as doi from '../../lib/core/identifiers/doi';
import * as schemes from '../../lib/core/identifiers/schemes';
import * as readableText from '../../lib/core/readable-text';
import * as richText from '../../lib/core/rich-text';
import * as liveIndex from '../../lib/services/live-index';
import * as searchLibrary from '../../lib/services/search-library';
import * as storeError from '../../lib/store/store-error';

export const lent = {
  cleanText,
  greekNames,
  arxivId,
  doi,
  schemes,
  readableText,
  richText,
  liveIndex,
  searchLibrary,
  storeError,
};

declare global {
  /** Set by the first script, read by the second as it runs. */
  var paperkinLent: typeof lent | undefined;
}
