import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { arxiv } from '../lib/sites/arxiv';
import { huggingFace } from '../lib/sites/hugging-face';
import { runInPage } from './page/run-in-page';

/**
 * The content script of the two sites that Paperkin reads from the start. It stands in the manifest
 * by hand (wxt.config.ts): WXT's own wrapper would double what every page pays for.
 */
export default defineUnlistedScript(() => runInPage([huggingFace, arxiv]));
