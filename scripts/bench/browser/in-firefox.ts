/**
 * Runs in a page of the extension in Firefox, where nothing can be put into a page before its own
 * scripts; called from outside through `globalThis.paperkinInFirefox`.
 */

import { openBackground } from '../../../lib/related/background';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import { toRelatedDocument } from '../../../lib/services/to-related-document';
import { generateQueries } from '../../../tests/support/generate-queries';
import { benchPapers } from '../bench-papers';
import { CosineOverMaps } from '../cosine-over-maps';
import { inventPapers, keystrokesOf } from '../keystrokes';
import { ENGINES } from '../search-engines';

const PUT = 1000;
const QUERIES = 220;
const SEED = 5;

const inFirefox = {
  /** Milliseconds from the opening of a page of ours to the frame after an element has come. */
  async paint({ path, selector }: { path: string; selector: string }): Promise<number> {
    const view = window.open(path);
    if (!view) throw new Error('Firefox opens no window');
    while (!view.document.querySelector(selector)?.textContent) {
      await new Promise((done) => setTimeout(done));
    }
    await new Promise((done) => view.requestAnimationFrame(done));
    const paintedMs = view.performance.now();
    view.close();
    return paintedMs;
  },

  /** What each keystroke takes, as many as fit into the budget but at least six. */
  keystrokes({ size, name, budgetMs }: { size: number; name: string; budgetMs: number }): number[] {
    const engine = ENGINES.find((one) => one.name === name);
    if (!engine) throw new Error(`there is no engine ${name}`);
    const papers = inventPapers(size);
    const state = engine.build(papers);
    const typed = keystrokesOf(generateQueries(papers, QUERIES, SEED));
    const times: number[] = [];
    const startMs = performance.now();
    for (const text of typed) {
      if (performance.now() - startMs > budgetMs && times.length >= 6) break;
      times.push(clock(() => engine.search(state, text, 10)));
    }
    return times;
  },

  /** Related papers of one paper, by our index and by cosine over Maps. */
  async related({ size, times }: { size: number; times: number }) {
    const response = await fetch('/related-background.bin');
    const background = openBackground(await response.arrayBuffer());
    const index = openRelatedIndex(new Map(), { background });
    for (let from = 0; from < size; from += PUT) index.put(documents(from, PUT), from + PUT);
    for (let isMore = true; isMore; ) isMore = index.mergeStep();
    const maps = new CosineOverMaps(documents(0, size));
    return {
      ours: documents(0, times).map((document) => clock(() => index.related(document, 10))),
      naive: documents(0, 12).map((document) => clock(() => maps.related(document, 10))),
    };
  },
};

function documents(from: number, count: number) {
  return benchPapers(from, count).map((paper) => toRelatedDocument(paper.key, paper.ids, paper));
}

function clock(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

export type InFirefox = typeof inFirefox;
(globalThis as { paperkinInFirefox?: InFirefox }).paperkinInFirefox = inFirefox;
