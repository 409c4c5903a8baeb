import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MapModel } from '../../../entrypoints/library/map-model';
import type { Send } from '../../../lib/messages/client';

const IDS = Array.from({ length: 12 }, (_, i) => `arxiv:3101.6000${i}`);

/** Lays all papers on one point, and names it once it is given titles. */
class PlainWorker {
  onmessage?: (event: { data: unknown }) => void;
  postMessage({ titles }: { titles?: readonly string[] }) {
    const clusters = [{ name: 'all', x: 0, y: 0 }];
    const data = {
      places: new Float32Array(IDS.length * 2),
      ...(titles && { clustering: { clusters, clusterOf: titles.map(() => 0) } }),
    };
    queueMicrotask(() => this.onmessage?.({ data }));
  }
  readonly terminate = () => undefined;
}

/** A background that fails while `isDown`. */
function openMap() {
  const background = { isDown: false };
  const send = (async (type: string) => {
    if (background.isDown) throw new Error('the background is gone');
    if (type === 'map.vectors') return { ids: IDS, dimensions: 0, values: '' };
    return IDS.map((id) => ({ id, title: id, state: 'saved', lists: [] }));
  }) as unknown as Send;
  return { background, map: new MapModel(send) };
}

describe('the map of the library', () => {
  beforeEach(() => vi.stubGlobal('Worker', PlainWorker));
  afterEach(() => vi.unstubAllGlobals());

  it('shows every saved paper, and its neighbourhoods by name', async () => {
    const { map } = openMap();
    await map.load();
    expect(map.view.value).toMatchObject({ kind: 'ready', clusters: [{ name: 'all' }] });
    expect(map.view.value.kind === 'ready' && map.view.value.papers).toHaveLength(IDS.length);
  });

  it('comes back after a failure when it is asked for again', async () => {
    const { map, background } = openMap();
    await map.load();
    background.isDown = true;
    await map.load();
    expect(map.view.value.kind).toBe('failed');
    background.isDown = false;
    await map.load();
    expect(map.view.value.kind).toBe('ready');
  });
});
