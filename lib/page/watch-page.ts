/** What watching a page needs of its window. */
export interface WatchOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Ours are ignored, or a badge would call for the next scan for ever. */
  readonly isOwnNode: (node: Node) => boolean;
  /** With the nodes whose children changed since the last call. */
  readonly onChange: (touched: ReadonlySet<Node>) => void;
  readonly now: () => number;
}

/** Longest pause between two scans of a page that never comes to rest. */
const MAX_PAUSE_MS = 4000;
const THEME_ATTRIBUTES = ['class', 'style', 'data-theme', 'data-color-mode'];
/** A page may spend this share of its time on our scans: a scan of 10 ms earns a pause of 500. */
const PAUSE_FOR_COST = 50;

/**
 * Calls `onChange` after the page's own nodes changed, at most once a frame, and less often the
 * longer a call takes: a page that rewrites itself without end must not be slowed down by us.
 * One observer a page; it ends with the signal.
 */
export function watchPage({ document, signal, isOwnNode, onChange, now }: WatchOptions): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  let isScheduled = false;
  let restUntilMs = 0;
  let touched = new Set<Node>();

  const run = () => {
    isScheduled = false;
    if (signal.aborted) return;
    const startMs = now();
    const before = touched;
    touched = new Set();
    onChange(before);
    const costMs = now() - startMs;
    restUntilMs = now() + Math.min(costMs * PAUSE_FOR_COST, MAX_PAUSE_MS);
  };
  const schedule = () => {
    if (isScheduled || signal.aborted) return;
    isScheduled = true;
    const pauseMs = restUntilMs - now();
    if (pauseMs > 0) view.setTimeout(run, pauseMs);
    else view.requestAnimationFrame(run);
  };

  const isOwnRecord = (record: MutationRecord) =>
    [...record.addedNodes].every(isOwnNode) && [...record.removedNodes].every(isOwnNode);
  const observer = new view.MutationObserver((records) => {
    const foreign = records.filter((record) => !isOwnRecord(record));
    for (const { target } of foreign) touched.add(target);
    if (foreign.length > 0) schedule();
  });
  observer.observe(document, { childList: true, subtree: true });
  // Sites switch between light and dark by an attribute of their root element.
  const themes = new view.MutationObserver(schedule);
  themes.observe(document.documentElement, { attributeFilter: THEME_ATTRIBUTES });
  view.addEventListener('popstate', schedule, { signal });
  view.addEventListener('hashchange', schedule, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    themes.disconnect();
  });
}

/** Calls back where lines of text may end elsewhere now: another window, a late font or style sheet. */
export function onTextsResized(document: Document, signal: AbortSignal, tell: () => void): void {
  document.defaultView?.addEventListener('resize', tell, { signal });
  document.fonts?.addEventListener('loadingdone', tell, { signal });
  const onLoad = ({ target }: Event) => {
    if ((target as Element).localName === 'link') tell();
  };
  // The load of a part of the page tells only who listens on its way down.
  document.addEventListener('load', onLoad, { signal, capture: true });
}
