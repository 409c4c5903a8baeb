import { MapPage } from '../../../components/map/map-page';
import type { MapView } from '../../../components/map/map-view';
import {
  StatisticsPage,
  type StatisticsView,
} from '../../../components/statistics/statistics-page';
import { createLayout, toWidth } from '../../../lib/map/layout';
import { NEIGHBOURS } from '../../../lib/map/neighbours';
import { paperAt } from '../fixtures/lists';
import { logged } from '../logged';
import { DAY_MS, NOW_MS, type Scene } from '../scene';
import { LibraryFrame } from './library';

const CLUSTERS = ['sparse features', 'margin notes', 'counting', 'retrieval', '检索', 'attention'];

/** Papers in six groups, each beside a few of its own and now and then of another's. */
function mapOf(count: number): MapView {
  const groups = CLUSTERS.length;
  const neighbours = new Int32Array(count * NEIGHBOURS).fill(-1);
  const first = new Float32Array(count * 2);
  for (let index = 0; index < count; index += 1) {
    const own = [index - groups, index + groups, index % groups];
    const close = (index % 17 === 0 ? [...own, index - 1] : own).filter((at) => at < count);
    neighbours.set(close, index * NEIGHBOURS);
    const angle = (index % groups) + index / count;
    first.set([Math.cos(angle), Math.sin(angle)], index * 2);
  }
  const layout = createLayout(first, neighbours);
  while (layout.step());
  const at = toWidth(layout.places, 1);
  const papers = Array.from({ length: count }, (_, index) => {
    const { key, state } = paperAt(index);
    return { id: key, state, lists: index % 9 === 0 ? ['Journal club'] : [] };
  });
  const clusterOf = papers.map((_, index) => index % groups);
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const clusters = CLUSTERS.map((name, cluster) => {
    const along = (axis: 0 | 1) =>
      mean([...at].filter((_, i) => i % 2 === axis && clusterOf[i >> 1] === cluster));
    return { name, x: along(0), y: along(1) };
  });
  return { kind: 'ready', papers, places: at, clusters, clusterOf };
}

const titles = Array.from({ length: 400 }, (_, index) => {
  const { key, title } = paperAt(index);
  return [key, title] as const;
});

const map = (id: string, title: string, view: () => MapView): Scene => ({
  id: `map-${id}`,
  title: `Map: ${title}`,
  stage: 'page',
  render: (t) => (
    <LibraryFrame
      t={t}
      place={{ kind: 'map' }}
      main={
        <MapPage
          t={t}
          view={view()}
          titles={new Map(titles)}
          onNeedTitles={logged('need titles')}
          onOpenPaper={logged('open')}
          onRetry={logged('retry')}
        />
      }
    />
  ),
});

const statistics = (id: string, title: string, view: StatisticsView): Scene => ({
  id: `statistics-${id}`,
  title: `Statistics: ${title}`,
  stage: 'page',
  render: (t) => (
    <LibraryFrame
      t={t}
      place={{ kind: 'statistics' }}
      main={
        <StatisticsPage
          t={t}
          view={view}
          nowMs={NOW_MS}
          onOpenPaper={logged('open')}
          onRetry={logged('retry')}
        />
      }
    />
  ),
});

const weeks = Array.from({ length: 40 }, (_, index) => ({
  startMs: NOW_MS - (40 - index) * 7 * DAY_MS,
  saved: (index * 7 + 3) % 11,
  read: (index * 5 + 1) % 7,
}));

export const pictureScenes: readonly Scene[] = [
  map('ready', '400 papers', () => mapOf(400)),
  map('working', 'being laid out', () => ({ kind: 'laying-out' })),
  map('few', 'too few papers', () => ({ kind: 'too-few' })),
  statistics('ready', '40 weeks', {
    kind: 'ready',
    weeks,
    oldest: [1, 2, 4, 5].map((index) => ({
      ...paperAt(index),
      addedAtMs: NOW_MS - (500 - 40 * index) * DAY_MS,
    })),
    topics: CLUSTERS.map((name, row) => ({
      name,
      counts: Array.from({ length: 12 }, (_, index) => ((index + row) * (row + 3)) % 14),
    })),
    periods: Array.from(
      { length: 12 },
      (_, index) => `20${28 + Math.floor(index / 4)} Q${1 + (index % 4)}`,
    ),
  }),
  statistics('empty', 'empty', { kind: 'ready', weeks: [], oldest: [], topics: [], periods: [] }),
];
