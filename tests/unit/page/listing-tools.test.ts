// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListBarHandlers, ListBarView } from '../../../lib/core/list-bar-view';
import type { PaperKey } from '../../../lib/core/paper';
import { ListingTools } from '../../../lib/page/listing-tools';
import { openPage } from '../../support/open-page';

const KEYS = ['arxiv:3101.00001', 'arxiv:3101.00002', 'arxiv:3101.00003', 'arxiv:3101.00004'];
const [A, B, C, D] = KEYS as [PaperKey, PaperKey, PaperKey, PaperKey];

function openListing(keys: readonly string[] = KEYS) {
  const page = openPage(keys);
  const bar = { view: null as ListBarView | null, isThere: false };
  let ask: ListBarHandlers | undefined;
  let path = '/today';
  const exported: (readonly PaperKey[])[] = [];
  const tools = new ListingTools({
    document,
    signal: page.leaving.signal,
    session: page.session,
    address: () => new URL(path, 'https://list.example'),
    isOwnNode: page.isOwnNode,
    makeBar: (handlers) => {
      ask = handlers;
      bar.isThere = true;
      return {
        update: (view) => {
          bar.view = view;
        },
        setTheme: () => undefined,
        remove: () => {
          bar.isThere = false;
        },
      };
    },
    savedText: (count) => `Saved ${count} papers.`,
    exportPapers: (keys) => exported.push(keys),
  });
  page.onFollowed.mockImplementation(() => tools.refresh());
  return {
    ...page,
    bar,
    tools,
    exported,
    /** What the bar asks for. */
    get ask(): ListBarHandlers {
      if (!ask) throw new Error('there is no bar');
      return ask;
    },
    goTo: (next: string) => {
      path = next;
      tools.refresh();
    },
    chosen: () => KEYS.filter((key) => page.viewsOf(key)[0]?.chosen),
    order: () => [...page.list.querySelectorAll('li')].map((row) => row.dataset.names),
    opacities: () => [...page.list.querySelectorAll('li')].map((row) => row.style.opacity),
  };
}

describe('the tools of a listing', () => {
  let page: ReturnType<typeof openListing>;
  beforeEach(async () => {
    page = openListing();
    page.background.states.set(D, 'seen');
    page.session.start();
    await page.settle();
  });
  afterEach(() => page.leaving.abort());

  it('say how many papers are there and how many of them are saved', async () => {
    expect(page.bar.view).toMatchObject({ found: 4, saved: 0, dim: { isOn: false, count: 1 } });
    await page.session.save([A]);
    page.tools.refresh();
    await page.settle();
    expect(page.bar.view).toMatchObject({ found: 4, saved: 1 });
  });

  it('are not there for a single paper', async () => {
    page.leaving.abort();
    page = openListing([A]);
    page.session.start();
    await page.settle();
    expect(page.bar.isThere).toBe(false);
  });

  it('leave with the visit, and take along what they did', async () => {
    page.ask.onDim(true);
    page.ask.onChoosing(true);
    page.tools.choose(A, false);
    page.leaving.abort();
    expect(page.bar.isThere).toBe(false);
    expect(page.rows.map((row) => row.getAttribute('style'))).toEqual([null, null, null, null]);
  });

  it('begin choosing with the first box that is ticked in a row', () => {
    page.tools.choose(B, false);
    expect(page.chosen()).toEqual([B]);
    expect(page.bar.view?.chosen).toBe(1);
    page.tools.choose(D, true);
    expect(page.chosen()).toEqual([B, C, D]);
  });

  describe('choosing', () => {
    beforeEach(() => page.ask.onChoosing(true));

    it('turns controls into boxes, and back', () => {
      expect(page.viewsOf(A)[0]?.chosen).toBe(false);
      page.ask.onChoosing(false);
      expect(page.viewsOf(A)[0]).not.toHaveProperty('chosen');
    });

    it('takes all between two boxes with shift, in either direction', () => {
      page.tools.choose(C, false);
      page.tools.choose(A, true);
      expect(page.chosen()).toEqual([A, B, C]);
      page.tools.choose(B, true);
      expect(page.chosen()).toEqual([C]);
    });

    it('takes all that are new, and none that were seen before', () => {
      page.ask.onChooseAllNew();
      expect(page.chosen()).toEqual([A, B, C]);
      expect(page.bar.view?.chosen).toBe(3);
    });

    it('takes only what fits the filter, which dims the rest', () => {
      page.ask.onFilter('00002');
      expect(page.opacities()).toEqual(['0.4', '', '0.4', '0.4']);
      page.ask.onChooseAllNew();
      expect(page.chosen()).toEqual([B]);
    });

    it('saves the chosen as one, and undoes them as one', async () => {
      page.ask.onChooseAllNew();
      page.ask.onSaveChosen();
      await page.settle();
      expect(page.background.countOf('papers.save')).toBe(1);
      expect(page.bar.view).toMatchObject({ chosen: null, saved: 3, undoable: 'Saved 3 papers.' });
      page.ask.onUndo();
      await page.settle();
      expect(page.bar.view).toMatchObject({ saved: 0 });
      expect(page.bar.view).not.toHaveProperty('undoable');
    });

    it('lets the chosen leave, or all that fit the filter while none is chosen', () => {
      page.ask.onExportChosen();
      page.ask.onFilter('00002');
      page.ask.onExportChosen();
      page.ask.onFilter('');
      page.tools.choose(C, false);
      page.ask.onExportChosen();
      expect(page.exported).toEqual([[A, B, C, D], [B], [C]]);
    });

    it('has no box for what is saved already', async () => {
      await page.session.save([A]);
      page.tools.refresh();
      await page.settle();
      expect(page.viewsOf(A)[0]).not.toHaveProperty('chosen');
      page.tools.choose(A, false);
      expect(page.bar.view?.chosen).toBe(0);
    });
  });

  describe('dimming', () => {
    it('fades rows met before, and gives their style back as it was', () => {
      page.rows[3]?.style.setProperty('opacity', '0.9');
      page.ask.onDim(true);
      expect(page.opacities()).toEqual(['', '', '', '0.4']);
      page.ask.onDim(false);
      expect(page.opacities()).toEqual(['', '', '', '0.9']);
      expect(page.rows[0]?.hasAttribute('style')).toBe(false);
    });

    it('lights a row while the pointer is in it', () => {
      page.ask.onDim(true);
      page.rows[3]?.dispatchEvent(new Event('pointerover', { bubbles: true }));
      expect(page.opacities()).toEqual(['', '', '', '']);
      page.rows[0]?.dispatchEvent(new Event('pointerover', { bubbles: true }));
      expect(page.opacities()).toEqual(['', '', '', '0.4']);
    });
  });

  describe('sorting', () => {
    const sort = async () => {
      page.ask.onSort(true);
      await page.settle();
    };
    beforeEach(() => {
      page.background.likings.set(C, 0.9);
      page.background.likings.set(D, 0.2);
    });

    it('puts the closest first, keeps the order of the rest, and goes back exactly', async () => {
      const markup = page.list.outerHTML;
      await sort();
      expect(page.order()).toEqual([C, D, A, B]);
      expect(page.bar.view?.isSorted).toBe(true);
      page.ask.onSort(false);
      expect(page.order()).toEqual(KEYS);
      expect(page.list.outerHTML).toBe(markup);
    });

    it('moves rows by their CSS order where the page lays them out so', async () => {
      page.list.style.display = 'grid';
      await sort();
      expect(page.order()).toEqual(KEYS);
      expect(page.rows.map((row) => row.style.order)).toEqual(['-2', '-1', '-4', '-3']);
      page.ask.onSort(false);
      expect(page.rows.map((row) => row.getAttribute('style'))).toEqual([null, null, null, null]);
    });

    it('keeps rows between their headings', async () => {
      const heading = document.createElement('h3');
      heading.textContent = 'Yesterday';
      page.rows[1]?.after(heading);
      await sort();
      expect([...page.list.children].map((one) => (one as HTMLElement).dataset.names)).toEqual([
        A,
        B,
        undefined,
        C,
        D,
      ]);
    });

    it('ends when the page changes the list, with new rows where the page put them', async () => {
      await sort();
      page.addRow('arxiv:3101.00005');
      await page.settle();
      expect(page.order()).toEqual([...KEYS, 'arxiv:3101.00005']);
      expect(page.bar.view?.isSorted).toBe(false);
    });

    it('ends when a framework fills the rows with other papers', async () => {
      await sort();
      for (const [i, row] of page.rows.entries()) row.dataset.names = `arxiv:3109.0000${i}`;
      page.session.scan();
      await page.settle();
      expect([...page.list.children]).toEqual(page.rows);
    });

    it('ends when the page becomes another', async () => {
      await sort();
      page.goTo('/yesterday');
      await page.settle();
      expect(page.order()).toEqual(KEYS);
      expect(page.bar.view?.isSorted).toBe(false);
    });

    it('is not offered where rows do not stand side by side', async () => {
      for (const row of page.rows) {
        const section = document.createElement('section');
        section.append(document.createElement('p'), row);
        page.list.append(section);
      }
      await page.settle();
      expect(page.bar.view?.canSort()).toBe(false);
    });
  });
});
