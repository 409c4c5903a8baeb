import type { PaperCandidate } from '../core/paper';
import type { SessionPaper } from './session-paper';

/** Longest stretch of reading rows before the page gets a turn, in milliseconds. */
const SLICE_MS = 8;

/** What rows tell of their papers; in slices, since two thousand take longer than a page may stand still. */
export async function readCandidates(
  papers: readonly SessionPaper[],
  { document, now }: { readonly document: Document; readonly now: () => number },
): Promise<PaperCandidate[]> {
  const candidates: PaperCandidate[] = [];
  let sliceStartMs = now();
  for (const paper of papers) {
    candidates.push(paper.candidate);
    if (now() - sliceStartMs < SLICE_MS) continue;
    await new Promise((resolve) => document.defaultView?.setTimeout(resolve));
    sliceStartMs = now();
  }
  return candidates;
}
