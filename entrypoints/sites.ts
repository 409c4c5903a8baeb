import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { optionalAdapters } from '../lib/sites/index';
import { runInPage } from './page/run-in-page';

/** Registered site by site, once a person has turned a site on (background/optional-sites.ts). */
export default defineUnlistedScript(() => runInPage(optionalAdapters));
