import { defineContentScript } from 'wxt/utils/define-content-script';
import { optionalAdapters } from '../../lib/sites/index';
import { runInPage } from '../papers.content/run-in-page';

/** Registered site by site, once a person has turned a site on (background/optional-sites.ts). */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  main: () => runInPage(optionalAdapters),
});
