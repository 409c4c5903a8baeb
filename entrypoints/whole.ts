import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openWhole } from './background/whole';

/** The background's second script (background/load-whole.ts). */
export default defineUnlistedScript(() => {
  globalThis.paperkinWhole = openWhole;
});
