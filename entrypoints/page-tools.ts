import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runTools } from './page/run-tools';

/** Put into a page by the background when the page's own script asks for it. */
export default defineUnlistedScript(() => {
  const page = globalThis.paperkinPage;
  globalThis.paperkinPage = undefined;
  if (page && !page.signal.aborted) page.connect(runTools(page));
});
