import type { BadgeView } from '../core/badge-view';
import type { PaperKey } from '../core/paper';
import type { PageRow } from '../messages/payloads';
import type { Sighting } from '../sites/site-adapter';
import { LONG_LISTING } from './page-rows';
import { type SessionPaper, ShownPaper } from './session-paper';

/** The papers of a page, each once, and what is shown of them. */
export class SessionPapers {
  #papers: ReadonlyMap<PaperKey, SessionPaper> = new Map();
  readonly #onShown: (paper: SessionPaper) => void;

  /** `onShown` is told after each change of what is known of a paper. */
  constructor(onShown: (paper: SessionPaper) => void) {
    this.#onShown = onShown;
  }

  /** In page order. */
  get all(): readonly SessionPaper[] {
    return [...this.#papers.values()];
  }

  get count(): number {
    return this.#papers.size;
  }

  of(key: PaperKey): SessionPaper | undefined {
    return this.#papers.get(key);
  }

  /** Notes the papers of the page in its order; answers those not met before. */
  admit(sightings: readonly Sighting[]): SessionPaper[] {
    const before = this.#papers;
    const unknown: SessionPaper[] = [];
    const papers = new Map<PaperKey, SessionPaper>();
    for (const sighting of sightings) {
      const { key } = sighting;
      if (papers.has(key)) continue;
      const known = before.get(key);
      const paper = known ?? new ShownPaper(sighting, sightings.length <= LONG_LISTING);
      papers.set(key, paper);
      if (!known) unknown.push(paper);
    }
    this.#papers = papers;
    return unknown;
  }

  /** How a paper stands, as the background tells; not while a change of it is under way. */
  apply({ key, state, seenAtMs }: PageRow): void {
    const paper = this.#papers.get(key);
    if (!paper || paper.view.busy) return;
    const { view } = paper;
    if (view.state === state && view.seenAtMs === seenAtMs && !view.failed) return;
    this.update(paper, { state, seenAtMs, failed: undefined });
  }

  /** Changes some of what is shown; what is undefined is shown no longer. */
  update(
    paper: SessionPaper,
    changes: { [Name in keyof BadgeView]?: BadgeView[Name] | undefined },
  ): void {
    const known = Object.entries({ ...paper.view, ...changes });
    const shown = known.filter(([, value]) => value !== undefined);
    paper.view = Object.fromEntries(shown) as unknown as BadgeView;
    for (const { badge } of paper.rows) badge?.update(paper.view);
    this.#onShown(paper);
  }
}
