import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '../lib/sites/index';

/** Run once in a tab that the user pointed at; its last value is the papers that stand there. */
export default defineUnlistedScript(() =>
  readPage(document, new URL(location.href)).map(({ candidate }) => candidate),
);
