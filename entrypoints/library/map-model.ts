import { signal } from '@preact/signals';
import type { MapPage } from '../../components/map/map-page';
import type { MapView } from '../../components/map/map-view';
import { toErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import type { MapLink } from '../../lib/map/layout';
import type { Send } from '../../lib/messages/client';
import type { MappedPaper } from '../../lib/messages/protocol';

/** Fewer are a list, not a map. */
const FEWEST = 10;
/** Papers whose links are found before the map is shown; the others' follow. */
const FIRST = 1200;
/** Papers asked for in one message. */
const BATCH = 100;
/** Longest stretch of laying out before the page gets its turn, in milliseconds. */
const SLICE_MS = 12;

/** The map of the library: laid out when it is opened, kept until papers come or go. */
export class MapModel {
  readonly view = signal<MapView>({ kind: 'laying-out', progress: 0 });
  /** The page that draws it, once it is loaded. */
  readonly page = signal<typeof MapPage | null>(null);
  readonly #send: Send;
  #turn = 0;
  #shown: readonly PaperKey[] = [];

  constructor(send: Send) {
    this.#send = send;
  }

  async load(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const [{ MapPage: page }, papers] = await Promise.all([
        import('../../components/map/map-page'),
        this.#send('map.papers', {}),
      ]);
      this.page.value = page;
      if (turn !== this.#turn) return;
      if (papers.length < FEWEST) this.view.value = { kind: 'too-few' };
      else if (!this.#showStates(papers)) await this.#layOut(papers, turn);
    } catch (error) {
      if (turn === this.#turn) this.view.value = { kind: 'failed', error: toErrorData(error) };
    }
  }

  /** The same papers lie where they lay; false where the map must be laid out anew. */
  #showStates(papers: readonly MappedPaper[]): boolean {
    const view = this.view.value;
    const isSame =
      view.kind === 'ready' &&
      papers.length === this.#shown.length &&
      papers.every(({ id }, i) => id === this.#shown[i]);
    if (!isSame) return false;
    this.view.value = {
      ...view,
      papers: view.papers.map((paper, i) => {
        const { state, lists } = papers[i] ?? paper;
        return { ...paper, state, lists };
      }),
    };
    return true;
  }

  async #layOut(papers: readonly MappedPaper[], turn: number): Promise<void> {
    this.view.value = { kind: 'laying-out', progress: 0 };
    const { createLayout } = await import('../../lib/map/layout');
    const [first, others] = spread(papers, FIRST);
    const placeOf = new Map(papers.map(({ id }, place) => [id, place]));
    const links = await this.#links(first, placeOf, turn, (share) => this.#progress(share * 0.6));
    const layout = createLayout(papers.length, links);
    while (turn === this.#turn && (await inSlice(() => layout.step()))) {
      this.#progress(0.6 + layout.progress * 0.4);
    }
    if (others.length === 0) return this.#show(papers, layout.positions(), turn);
    // Of the others only those have a place yet that the first lie close to.
    const linked = new Set(links.flatMap(({ source, target }) => [source, target]));
    await this.#show(papers, layout.positions(), turn, (place) => linked.has(place));
    const more = await this.#links(others, placeOf, turn);
    await this.#show(papers, layout.positions(more), turn);
  }

  #progress(progress: number): void {
    this.view.value = { kind: 'laying-out', progress };
  }

  /** Batch by batch; ends early where the map is no longer wanted. */
  async #links(
    papers: readonly MappedPaper[],
    placeOf: ReadonlyMap<PaperKey, number>,
    turn: number,
    onProgress?: (share: number) => void,
  ): Promise<MapLink[]> {
    const links: MapLink[] = [];
    for (let start = 0; start < papers.length && turn === this.#turn; start += BATCH) {
      onProgress?.(start / papers.length);
      const ids = papers.slice(start, start + BATCH).map(({ id }) => id);
      for (const { id, close } of await this.#send('map.links', { ids })) {
        const source = placeOf.get(id);
        for (const { id: other, score } of close) {
          const target = placeOf.get(other);
          if (source !== undefined && target !== undefined) links.push({ source, target, score });
        }
      }
    }
    return links;
  }

  async #show(
    papers: readonly MappedPaper[],
    xy: Float32Array,
    turn: number,
    isPlaced: (place: number) => boolean = () => true,
  ): Promise<void> {
    const { clusterMap } = await import('../../lib/map/clusters');
    // The layout took its slice; naming takes the next.
    await nextTask();
    if (turn !== this.#turn) return;
    const points = papers.flatMap(({ id, title, state, lists }, i) =>
      isPlaced(i)
        ? [{ key: id, title, state, lists, x: xy[2 * i] ?? 0, y: xy[2 * i + 1] ?? 0 }]
        : [],
    );
    const titles = points.map(({ title }) => title);
    const { clusters, clusterOf } = clusterMap(points, titles);
    this.#shown = points.map(({ key }) => key);
    this.view.value = {
      kind: 'ready',
      papers: points.map((point, i) => ({ ...point, cluster: clusterOf[i] ?? 0 })),
      clusters,
    };
  }
}

/** So many papers, evenly taken from the whole, and the rest. */
function spread(papers: readonly MappedPaper[], most: number) {
  if (papers.length <= most) return [papers, []] as const;
  const step = papers.length / most;
  const chosen = new Set(Array.from({ length: most }, (_, i) => Math.floor(i * step)));
  return [papers.filter((_, i) => chosen.has(i)), papers.filter((_, i) => !chosen.has(i))] as const;
}

/** Works for one slice, then lets the page have its turn; false once there is no more to do. */
async function inSlice(step: () => boolean): Promise<boolean> {
  const startMs = performance.now();
  let isMore = true;
  while (isMore && performance.now() - startMs < SLICE_MS) isMore = step();
  await nextTask();
  return isMore;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
