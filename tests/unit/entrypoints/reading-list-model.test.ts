import { afterEach, describe, expect, it, vi } from 'vitest';
import { ReadingListModel } from '../../../entrypoints/app/reading-list-model';
import type { ListedPaper } from '../../../lib/core/listed-paper';
import type { Send } from '../../../lib/messages/client';
import { makePaperView } from '../../support/views';

interface Asked {
  readonly type: string;
  readonly request: Readonly<Record<string, unknown>>;
}

/** A background with papers `p0`, `p1`, … that notes what it is asked. */
function openList(count: number) {
  let papers = Array.from({ length: count }, (_, i) => makePaperView(`p${i}`));
  const asked: Asked[] = [];
  let held = Promise.resolve();
  let isWhole = true;
  const send = (async (type: string, request: Record<string, number>) => {
    asked.push({ type, request });
    await held;
    if (type === 'library.counts') return { unread: count, queued: 0 };
    if (type === 'library.keys') return papers.map(({ key }) => key);
    const { offset = 0, limit = 0 } = request;
    const rows = papers.slice(offset, offset + limit);
    return { rows, total: papers.length, problems: [], isWhole };
  }) as unknown as Send;
  return {
    list: new ReadingListModel(send),
    /** The last question of that kind. */
    last: (type: string) => asked.findLast((one) => one.type === type)?.request,
    /** Keeps answers back until what it returns is called. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    /** What was searched by the next answer: all papers, or those that are found then. */
    index(found: number, whole: boolean) {
      papers = Array.from({ length: found }, (_, i) => makePaperView(`p${i}`));
      isWhole = whole;
    },
    reorder(change: (all: readonly ListedPaper[]) => ListedPaper[]) {
      papers = change(papers);
    },
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the reading list', () => {
  it('comes last added first, and what is searched for best first', async () => {
    const { list, last } = openList(3);
    await list.load();
    expect(last('library.list')).toMatchObject({ sort: 'added' });
    await list.setQuery('sheep');
    expect(list.sort.value).toBe('relevance');
    expect(last('library.search')).toEqual({
      text: 'sheep',
      within: 'is:saved',
      offset: 0,
      limit: 50,
    });
    await list.setSort('title');
    expect(last('library.search')).toMatchObject({ sort: 'title' });
    await list.setQuery('');
    expect(list.sort.value).toBe('added');
  });

  it('finds papers that are only seen where the query asks for them', async () => {
    const { list, last } = openList(3);
    await list.setQuery('sheep is:seen');
    expect(last('library.search')).toMatchObject({ text: 'sheep is:seen' });
  });

  it('says that it is searching where the answer takes long, and not where it is quick', async () => {
    vi.useFakeTimers();
    const { list, hold } = openList(3);
    await list.load();
    const release = hold();
    const searching = list.setQuery('sheep');
    expect(list.rows.value.kind).toBe('ready');
    await vi.advanceTimersByTimeAsync(1000);
    expect(list.rows.value.kind).toBe('loading');
    release();
    await searching;
    expect(list.rows.value.kind).toBe('ready');
    await list.setQuery('sheep dog');
    await vi.advanceTimersByTimeAsync(1000);
    expect(list.rows.value.kind).toBe('ready');
  });

  it('says that more is being indexed, and asks again until all was searched', async () => {
    vi.useFakeTimers();
    const { list, index } = openList(3);
    index(0, false);
    await list.setQuery('sheep');
    expect(list.isIndexing.value).toBe(true);
    expect(list.rows.value.kind).toBe('loading');
    index(2, false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(list.rows.value).toEqual({ kind: 'ready', count: 2 });
    index(3, true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(list.rows.value).toEqual({ kind: 'ready', count: 3 });
    expect(list.isIndexing.value).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps the rows in view filled when it is asked for anew', async () => {
    const { list } = openList(500);
    await list.load();
    await list.need({ start: 300, end: 320 });
    await list.refresh();
    expect(list.paperAt(310)?.key).toBe('p310');
  });

  it('keeps the active paper the active one when a change moves it', async () => {
    const { list, reorder } = openList(5);
    await list.load();
    list.activeIndex.value = 1;
    reorder((all) => all.toReversed());
    await list.refresh();
    expect(list.activeIndex.value).toBe(3);
    await list.setQuery('sheep');
    expect(list.activeIndex.value).toBe(0);
  });

  it('chooses all rows of a range, also those that no row was fetched of', async () => {
    const { list } = openList(400);
    await list.load();
    await list.select(10, false);
    await list.need({ start: 300, end: 320 });
    await list.select(310, true);
    expect(list.selected.value.size).toBe(301);
    expect([...list.selected.value]).toContain('p200');
  });

  it('says where in “Read next” a moved row then stands', async () => {
    const { list } = openList(4);
    await list.load();
    expect(list.placeOf(2, 0)).toBe('first');
    expect(list.placeOf(0, 2)).toEqual({ after: 'p2' });
    expect(list.placeOf(3, 1)).toEqual({ after: 'p0' });
    expect(list.placeOf(0, -1)).toBeNull();
    expect(list.placeOf(3, 9)).toBeNull();
  });

  it('can be moved in only where all of “Read next” is listed', async () => {
    const { list } = openList(4);
    await list.setSort('next');
    expect(list.isMovable.value).toBe(true);
    await list.setFilter('unread');
    expect(list.isMovable.value).toBe(false);
  });
});
