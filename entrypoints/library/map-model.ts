import { signal } from '@preact/signals';
import type { MapPage } from '../../components/map/map-page';
import type { MapView } from '../../components/map/map-view';
import { toErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import { toReadableText } from '../../lib/core/readable-text';
import type { Clustering } from '../../lib/map/clusters';
import type { Send } from '../../lib/messages/client';
import type { MappedPaper, MapVectors, StoredView } from '../../lib/messages/payloads';
import type { MapStage, MapWork } from './map-worker';

/** Fewer are a list, not a map. */
const FEWEST = 10;
/** Of a map that moves still. */
const UNNAMED: Clustering = { clusters: [], clusterOf: [] };

/** The map of the library: laid out when it is opened, kept until papers come or go. */
export class MapModel {
  readonly view = signal<MapView>({ kind: 'laying-out' });
  /** The page that draws it, once it is loaded. */
  readonly page = signal<typeof MapPage | null>(null);
  /** Of the papers looked at. */
  readonly titles = signal<ReadonlyMap<PaperKey, string>>(new Map());
  readonly #asked = new Set<PaperKey>();
  readonly #send: Send;
  #turn = 0;
  #laidOut: readonly PaperKey[] = [];

  constructor(send: Send) {
    this.#send = send;
  }

  async load(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#asked.clear(); // a title may have changed; what is shown stays until it is asked for
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
      this.#fail(error, turn);
    }
  }

  /** Titles are read when someone looks at a paper: all of them would take longer than the map. */
  async needTitles(keys: readonly PaperKey[]): Promise<void> {
    const turn = this.#turn;
    const missing = keys.filter((key) => !this.#asked.has(key));
    if (missing.length === 0) return;
    for (const key of missing) this.#asked.add(key);
    try {
      const found = await this.#send('papers.view', { keys: missing });
      const titles = new Map(found.map(({ paper }) => [paper.id, readTitle(paper)]));
      // One that was joined with another or thrown away meanwhile goes by its id.
      const asked = missing.map((key) => [key, titles.get(key) ?? key] as const);
      this.titles.value = new Map([...this.titles.value, ...asked]);
    } catch (error) {
      this.#fail(error, turn);
    }
  }

  #fail(error: unknown, turn: number): void {
    if (turn === this.#turn) this.view.value = { kind: 'failed', error: toErrorData(error) };
  }

  /** The same papers lie where they lay. */
  async #show(vectors: MapVectors, turn: number): Promise<void> {
    const { ids } = vectors;
    const view = this.view.value;
    const isSame = view.kind === 'ready' && ids.join() === this.#laidOut.join();
    if (!isSame) return this.#layOut(vectors, turn);
    const papers = await this.#papers(ids);
    if (turn === this.#turn) this.view.value = { ...view, papers };
  }

  /** In the order of the ids. */
  async #papers(ids: readonly PaperKey[]): Promise<MappedPaper[]> {
    const all = await this.#send('map.papers', {});
    const papers = new Map(all.map((paper) => [paper.id, paper]));
    // One that was thrown away since the ids were asked for keeps its place until the next time.
    return ids.map((id) => papers.get(id) ?? { id, sortTitle: '', state: 'seen', lists: [] });
  }

  /** The papers are read while the first stage is laid out; then each stage is shown. */
  async #layOut({ ids, ...vectors }: MapVectors, turn: number): Promise<void> {
    this.view.value = { kind: 'laying-out' };
    const papers = this.#papers(ids);
    const titles = papers.then((all) => all.map(({ sortTitle }) => sortTitle));
    await layOutBeside(vectors, titles, async ({ places, clustering = UNNAMED }) => {
      const view = { kind: 'ready', papers: await papers, places, ...clustering } as const;
      if (turn !== this.#turn) return false;
      this.view.value = view;
      if (clustering !== UNNAMED) this.#laidOut = ids;
      return true;
    });
  }
}

function readTitle({ id, title }: StoredView['paper']): string {
  return toReadableText(title) || id;
}

/** Lays a map out in a worker; `onStage` hears of each stage and says whether to go on. */
function layOutBeside(
  vectors: MapWork,
  titles: Promise<readonly string[]>,
  onStage: (stage: MapStage) => Promise<boolean>,
): Promise<void> {
  const worker = new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module' });
  const laidOut = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<MapStage>) => {
      onStage(data).then((isWanted) => {
        if (!isWanted || data.clustering) resolve();
      }, reject);
    };
    worker.onerror = (event) => reject(new Error(event.message || 'The map could not be laid out'));
    titles.then((all) => worker.postMessage({ titles: all } satisfies MapWork), reject);
  });
  worker.postMessage(vectors);
  return laidOut.finally(() => worker.terminate());
}
