import { signal } from '@preact/signals';
import type { MapPage } from '../../components/map/map-page';
import type { MapView } from '../../components/map/map-view';
import { toErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import type { Send } from '../../lib/messages/client';
import type { MappedPaper, MapVectors } from '../../lib/messages/payloads';
import type { MapStage, MapWork } from './map-worker';

/** Fewer are a list, not a map. */
const FEWEST = 10;
/** Papers asked for in one message. */
const BATCH = 1000;

/** The map of the library: laid out when it is opened, kept until papers come or go. */
export class MapModel {
  readonly view = signal<MapView>({ kind: 'laying-out', progress: 0 });
  /** The page that draws it, once it is loaded. */
  readonly page = signal<typeof MapPage | null>(null);
  readonly #send: Send;
  #turn = 0;
  #laidOut: readonly PaperKey[] = [];

  constructor(send: Send) {
    this.#send = send;
  }

  async load(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const [{ MapPage: page }, vectors] = await Promise.all([
        import('../../components/map/map-page'),
        this.#send('map.vectors', {}),
      ]);
      this.page.value = page;
      if (turn !== this.#turn) return;
      if (vectors.ids.length < FEWEST) this.view.value = { kind: 'too-few' };
      else await this.#show(vectors, turn);
    } catch (error) {
      if (turn === this.#turn) this.view.value = { kind: 'failed', error: toErrorData(error) };
    }
  }

  /** The same papers lie where they lay. */
  async #show(vectors: MapVectors, turn: number): Promise<void> {
    const { ids } = vectors;
    const isSame = this.view.value.kind === 'ready' && ids.join() === this.#laidOut.join();
    if (!isSame) return this.#layOut(vectors, turn);
    const papers = await this.#papers(ids, turn);
    if (turn === this.#turn) this.#showStates(papers);
  }

  /** In the order of the ids; ends early where the map is no longer wanted. */
  async #papers(ids: readonly PaperKey[], turn: number): Promise<MappedPaper[]> {
    const papers = new Map<PaperKey, MappedPaper>();
    for (let start = 0; start < ids.length && turn === this.#turn; start += BATCH) {
      const batch = await this.#send('map.papers', { ids: ids.slice(start, start + BATCH) });
      for (const paper of batch) papers.set(paper.id, paper);
      if (this.view.value.kind === 'laying-out')
        this.view.value = { kind: 'laying-out', progress: papers.size / ids.length };
    }
    // One that was thrown away since the ids were asked for keeps its place until the next time.
    return ids.map((id) => papers.get(id) ?? { id, title: id, state: 'seen', lists: [] });
  }

  #showStates(papers: readonly MappedPaper[]): void {
    const view = this.view.value;
    if (view.kind !== 'ready') return;
    this.view.value = {
      ...view,
      papers: view.papers.map((paper, i) => {
        const { state, lists } = papers[i] ?? paper;
        return { ...paper, state, lists };
      }),
    };
  }

  /** The papers are read while the map is laid out; once they are there, each stage is shown. */
  async #layOut({ ids, ...vectors }: MapVectors, turn: number): Promise<void> {
    this.view.value = { kind: 'laying-out', progress: 0 };
    let papers: readonly MappedPaper[] = [];
    const titles = this.#papers(ids, turn).then((read) => {
      papers = read;
      return papers.map(({ title }) => title);
    });
    await layOutBeside(vectors, titles, (stage) => {
      if (turn !== this.#turn) return false;
      if (papers.length > 0) this.view.value = { kind: 'ready', ...toPoints(papers, stage) };
      if (stage.clustering) this.#laidOut = ids;
      return true;
    });
  }
}

function toPoints(papers: readonly MappedPaper[], { places, clustering }: MapStage) {
  const points = papers.map(({ id, title, state, lists }, i) => ({
    key: id,
    title,
    state,
    lists,
    x: places[2 * i] ?? 0,
    y: places[2 * i + 1] ?? 0,
    cluster: clustering?.clusterOf[i] ?? 0,
  }));
  return { papers: points, clusters: clustering?.clusters ?? [] };
}

/** Lays a map out in a worker; `onStage` hears of each stage and says whether to go on. */
function layOutBeside(
  vectors: MapWork,
  titles: Promise<readonly string[]>,
  onStage: (stage: MapStage) => boolean,
): Promise<void> {
  const worker = new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module' });
  const laidOut = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<MapStage>) => {
      if (!onStage(data) || data.clustering) resolve();
    };
    worker.onerror = (event) => reject(new Error(event.message || 'The map could not be laid out'));
    titles.then((all) => worker.postMessage({ titles: all } satisfies MapWork), reject);
  });
  worker.postMessage(vectors);
  return laidOut.finally(() => worker.terminate());
}
