import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MapModel } from '../../../entrypoints/library/map-model';
import type { PaperKey } from '../../../lib/core/paper';
import type { Send } from '../../../lib/messages/client';

const IDS = Array.from({ length: 12 }, (_, i) => `arxiv:3101.6000${i}` as PaperKey);

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
  const background = { isDown: false, isEmpty: false, asked: [] as PaperKey[] };
  const send = (async (type: string, { keys }: { keys: PaperKey[] }) => {
    if (background.isDown) throw new Error('the background is gone');
    if (type === 'map.vectors') return { ids: IDS, dimensions: 0, values: '' };
    if (type === 'map.papers')
      return IDS.map((id) => ({ id, sortTitle: id, state: 'saved', lists: [] }));
    background.asked.push(...keys);
    if (background.isEmpty) return [];
    return keys.map((id) => ({ paper: { id, title: `On ${id}` }, state: 'saved' }));
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

  it('reads the title of a paper when someone looks at it, and once', async () => {
    const { map, background } = openMap();
    await map.load();
    expect(background.asked).toEqual([]);
    await map.needTitles(IDS.slice(0, 2));
    await map.needTitles(IDS.slice(1, 3));
    expect(background.asked).toEqual(IDS.slice(0, 3));
    expect(map.titles.value.get(IDS[2] as PaperKey)).toBe(`On ${IDS[2]}`);
  });

  it('calls a paper that is no more by its id', async () => {
    const { map, background } = openMap();
    await map.load();
    background.isEmpty = true;
    await map.needTitles(IDS.slice(0, 1));
    expect(map.titles.value.get(IDS[0] as PaperKey)).toBe(IDS[0]);
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
