// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/core/errors';
import type { PaperKey } from '../../../lib/core/paper';
import { openPage } from '../../support/open-page';

const A = 'arxiv:3101.00001' as PaperKey;
const B = 'arxiv:3101.00002' as PaperKey;
const C = 'arxiv:3101.00003' as PaperKey;

type Page = ReturnType<typeof openPage>;

describe('a page with papers', () => {
  let page: Page;
  afterEach(() => page.leaving.abort());

  it('asks the background once about all of them', async () => {
    page = openPage([A, B, C]);
    page.session.start();
    await page.settle();
    expect(page.background.countOf('page.look')).toBe(1);
    expect(page.background.asked[0]?.request.candidates).toHaveLength(3);
  });

  it('says which site could not be read, and goes on', async () => {
    page = openPage([A]);
    vi.spyOn(document, 'querySelectorAll').mockImplementationOnce(() => {
      throw new Error('the page is broken');
    });
    page.session.start();
    expect(page.logged).toEqual(['plain-list could not read https://list.example/today']);
    page.addRow(B);
    await page.settle();
    expect(page.badgeKeys()).toEqual([A, B]);
  });

  it('shows how each stands with the reader', async () => {
    page = openPage([A, B]);
    page.background.states.set(A, 'read');
    page.session.start();
    await page.settle();
    expect(page.viewsOf(A)).toEqual([{ state: 'read', relatedCount: 0 }]);
    expect(page.viewsOf(B)).toEqual([{ state: 'new', relatedCount: 0 }]);
  });

  it('shows the same in every row that names one paper', async () => {
    page = openPage([A, B, A]);
    page.session.start();
    await page.settle();
    await page.session.save([A]);
    expect(page.viewsOf(A).map((view) => view?.state)).toEqual(['saved', 'saved']);
    expect(page.session.papers).toHaveLength(2);
  });

  it('counts what is related only for rows near the view', async () => {
    page = openPage([A, B]);
    page.background.counts.set(A, 1);
    page.session.start();
    await page.settle();
    expect(page.background.countOf('page.relate')).toBe(0);
    page.scrollTo(page.rows.slice(0, 1));
    await page.settle();
    expect(page.viewsOf(A)[0]?.relatedCount).toBe(1);
    expect(page.background.asked.at(-1)?.request.candidates).toHaveLength(1);
  });
});

describe('a page that changes', () => {
  let page: Page;
  beforeEach(async () => {
    page = openPage([A, B]);
    page.session.start();
    await page.settle();
  });
  afterEach(() => page.leaving.abort());

  it('gets controls on rows added later, and asks about those alone', async () => {
    page.addRow(C);
    await page.settle();
    expect(page.badgeKeys()).toEqual([A, B, C]);
    expect(page.background.asked.at(-1)?.request.candidates).toMatchObject([{ key: C }]);
  });

  it('loses the controls of rows that left', async () => {
    page.rows[0]?.remove();
    await page.settle();
    expect(page.badgeKeys()).toEqual([B]);
    expect(page.session.papers.map(({ candidate }) => candidate.key)).toEqual([B]);
  });

  it('never leaves a control of another paper on a row that was filled anew', async () => {
    const [row] = page.rows;
    if (row) {
      row.dataset.names = C;
      row.append(' anew');
    }
    await page.settle();
    expect(page.badgeKeys()).toEqual([C, B]);
  });

  it('gets its control back when a framework empties a row', async () => {
    const [row] = page.rows;
    row?.replaceChildren('Title, drawn again');
    await page.settle();
    expect(page.badgeKeys()).toEqual([A, B]);
  });

  it('is left alone by a session whose control it takes away again and again', async () => {
    const [row] = page.rows;
    for (let time = 0; time < 40; time += 1) {
      row?.replaceChildren(`drawn ${time}`);
      page.session.scan();
    }
    expect(page.badgeKeys()).toEqual([B]);
  });

  it('15 (a defect of others): is left in peace where nothing changes', async () => {
    await page.settle();
    const followed = page.onFollowed.mock.calls.length;
    for (let turn = 0; turn < 3; turn += 1) await page.settle();
    expect(page.onFollowed.mock.calls.length).toBe(followed);
  });

  it('is not read again because of what is ours', async () => {
    const before = page.onFollowed.mock.calls.length;
    const [row] = page.rows;
    row?.append(document.createElement('paperkin-badge'));
    row?.lastElementChild?.remove();
    await page.settle();
    expect(page.onFollowed.mock.calls.length).toBe(before);
  });

  it('asks again when it comes back out of the back/forward cache', async () => {
    page.background.states.set(B, 'saved');
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await page.settle();
    expect(page.viewsOf(B)[0]?.state).toBe('saved');
  });

  it('shows what was changed in another tab', async () => {
    page.background.states.set(B, 'reading');
    page.session.onChanged([B]);
    await page.settle();
    expect(page.viewsOf(B)[0]?.state).toBe('reading');
    expect(page.background.asked.at(-1)?.request.candidates).toMatchObject([{ key: B }]);
  });

  it('loses every control when the extension goes', () => {
    page.leaving.abort();
    expect(page.badgeKeys()).toEqual([]);
    page.addRow(C);
    expect(page.badgeKeys()).toEqual([]);
  });
});

describe('a host that is to be quiet', () => {
  it('has no controls and is no listing, but its papers are known to the popup', async () => {
    const page = openPage([A, B]);
    page.background.quietHosts = ['list.example'];
    page.session.start();
    await page.settle();
    page.addRow(C);
    await page.settle();
    expect(page.badgeKeys()).toEqual([]);
    expect(page.session.isListing).toBe(false);
    expect(page.session.papers).toHaveLength(3);
    page.leaving.abort();
  });

  it('shows no control while the background still thinks about it', async () => {
    const page = openPage([A, B]);
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    page.background.gate = promise;
    page.session.start();
    await page.settle();
    expect(page.badgeKeys()).toEqual([]);
    answer();
    await page.settle();
    expect(page.badgeKeys()).toEqual([A, B]);
    page.leaving.abort();
  });

  it('gets its controls where the background does not answer', async () => {
    const page = openPage([A, B]);
    page.background.failWith = new AppError('disconnected', 'gone');
    page.session.start();
    await page.settle();
    expect(page.badgeKeys()).toEqual([A, B]);
    page.leaving.abort();
  });
});

describe('saving from a page', () => {
  let page: Page;
  beforeEach(async () => {
    page = openPage([A, B, C]);
    page.session.start();
    await page.settle();
  });
  afterEach(() => page.leaving.abort());

  it('says that it is under way, then that it is done', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    page.background.gate = promise;
    const saving = page.session.save([A]);
    expect(page.viewsOf(A)[0]).toMatchObject({ state: 'new', busy: true });
    resolve();
    await saving;
    expect(page.viewsOf(A)[0]).toEqual({ state: 'saved', relatedCount: 0 });
  });

  it('sends one message for many papers, which one undo takes back', async () => {
    const { opId } = await page.session.save([A, B]);
    expect(page.background.countOf('papers.save')).toBe(1);
    await page.session.undo([A, B], opId ?? '');
    expect(page.background.asked.at(-1)?.request.undoOf).toBe(opId);
    expect(page.viewsOf(A)[0]?.state).toBe('new');
    expect(page.viewsOf(B)[0]?.state).toBe('new');
  });

  it('offers to take back in place what was saved alone, and nothing else', async () => {
    await page.session.save([A]);
    await page.session.save([B, C]);
    expect(page.session.paperOf(A)?.undoable).toBeDefined();
    expect(page.session.paperOf(B)?.undoable).toBeUndefined();
  });

  it('says on the control what failed, keeps the state and takes the next try', async () => {
    page.background.failWith = new AppError('storage-full', 'The disk is full.');
    expect(await page.session.save([A])).toEqual({ failed: 'The disk is full.' });
    expect(page.viewsOf(A)[0]).toEqual({
      state: 'new',
      relatedCount: 0,
      failed: 'The disk is full.',
    });
    page.background.failWith = null;
    await page.session.save([A]);
    expect(page.viewsOf(A)[0]).toEqual({ state: 'saved', relatedCount: 0 });
  });

  it('does nothing while a change is under way', async () => {
    await Promise.all([page.session.save([A]), page.session.save([A])]);
    expect(page.background.countOf('papers.save')).toBe(1);
  });

  it('does nothing for a paper that left the page', async () => {
    expect(await page.session.save(['arxiv:3101.99999' as PaperKey])).toEqual({});
    expect(page.background.countOf('papers.save')).toBe(0);
  });
});

describe('a background that is gone', () => {
  it('leaves the controls as they are and is told to the log, not to the page', async () => {
    const page = openPage([A]);
    page.background.failWith = new AppError('disconnected', 'gone');
    page.session.start();
    await page.settle();
    expect(page.badgeKeys()).toEqual([A]);
    expect(page.logged).toEqual(['looking up the papers of this page failed']);
    page.leaving.abort();
  });
});

describe('a control near the edge of the window', () => {
  it('keeps its bookmark inside, and goes out again when the window grows', async () => {
    const page = openPage([A, B]);
    page.session.start();
    await page.settle();
    page.scrollTo(page.rows.slice(0, 1));
    page.layOut(990, 1000);
    expect(page.shiftsOf(A)).toEqual([-16]);
    expect(page.shiftsOf(B)).toEqual([0]);
    window.dispatchEvent(new Event('resize'));
    page.layOut(990 - 16, 1400);
    expect(page.shiftsOf(A)).toEqual([0]);
    page.leaving.abort();
  });

  it.each([
    ['a style sheet', () => addLink().dispatchEvent(new Event('load'))],
    ['a script that rewrites the title', (title: Element) => title.append(' typeset')],
  ])('is fitted again after %s came late', async (_what, come) => {
    const page = openPage([A]);
    page.session.start();
    await page.settle();
    page.scrollTo(page.rows);
    page.layOut(500, 1000);
    expect(page.shiftsOf(A)).toEqual([0]);
    come(page.rows[0] as Element);
    await page.settle();
    page.layOut(990, 1000);
    expect(page.shiftsOf(A)).toEqual([-16]);
    page.leaving.abort();
  });
});

/** A style sheet that has not come yet. */
function addLink(): Element {
  const link = document.createElement('link');
  document.head.append(link);
  return link;
}

describe('a very long listing', () => {
  it('gets its controls only near what is in view', async () => {
    const keys = Array.from({ length: 600 }, (_, i) => `arxiv:3101.${String(i).padStart(5, '0')}`);
    const page = openPage(keys);
    page.session.start();
    await page.settle();
    expect(page.badgeKeys()).toEqual([]);
    page.scrollTo(page.rows.slice(100, 130));
    expect(page.badgeKeys()).toEqual(keys.slice(100, 130));
    page.leaving.abort();
  });

  it('reads only the rows near the view, and tells the others by their keys', async () => {
    const keys = Array.from({ length: 600 }, (_, i) => `arxiv:3101.${String(i).padStart(5, '0')}`);
    const page = openPage(keys);
    page.background.states.set(keys[599] as string, 'read');
    page.session.start();
    await page.settle();
    expect(page.background.asked[0]?.request).toMatchObject({ candidates: [], others: keys });
    expect(page.session.paperOf(keys[599] as PaperKey)?.view.state).toBe('read');
    page.scrollTo(page.rows.slice(100, 103));
    await page.settle();
    const looks = page.background.asked.filter(({ type }) => type === 'page.look');
    expect(looks).toHaveLength(2);
    expect(looks[1]?.request.candidates).toMatchObject(
      keys.slice(100, 103).map((key) => ({ key })),
    );
    expect(looks[1]?.request).not.toHaveProperty('others');
    page.leaving.abort();
  });

  it('is cut off where no listing of any site ends', async () => {
    const page = openPage(Array.from({ length: 8500 }, (_, i) => `arxiv:3102.${i + 10000}`));
    page.session.start();
    await expect.poll(() => page.background.asked[0]?.request.others).toHaveLength(8000);
    page.leaving.abort();
  });
});
