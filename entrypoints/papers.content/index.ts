import { defineContentScript } from 'wxt/utils/define-content-script';
import { arxiv } from '../../lib/sites/arxiv';
import { huggingFace } from '../../lib/sites/hugging-face';
import { runInPage } from './run-in-page';

/** The two sites that Paperkin reads from the start. */
export default defineContentScript({
  matches: [...huggingFace.matches, ...arxiv.matches],
  runAt: 'document_idle',
  main: () => runInPage([huggingFace, arxiv]),
});
