// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PasteState } from '../../../components/controls/paste-box';
import type { PagePaperView, PageView } from '../../../components/popup/page-view';
import { Popup } from '../../../components/popup/popup';
import { ReadingList, type ReadingListProps } from '../../../components/popup/reading-list';
import { Related } from '../../../components/popup/related';
import { ThisPage } from '../../../components/popup/this-page';
import type { PaperKey } from '../../../lib/core/paper';
import { DEFAULT_KEYMAP } from '../../../lib/keyboard/keymap';
import { english as t } from '../../support/translator';
import { makeActions, makePaperView } from '../../support/views';

const NOW_MS = Date.UTC(2031, 4, 20, 12);
const KEY = 'arxiv:3105.00001' as PaperKey;

afterEach(cleanup);

function renderPage(
  view: PageView,
  { paste = { kind: 'idle' }, ...more }: { paste?: PasteState; offeredSite?: string } = {},
) {
  const props = {
    onSave: vi.fn(),
    onSaveMany: vi.fn(),
    onStatus: vi.fn(),
    onTags: vi.fn(),
    onNote: vi.fn(),
    onCopy: vi.fn(),
    onDetails: vi.fn(),
    onExport: vi.fn(),
    onAllowSite: vi.fn(),
    onPaste: vi.fn(),
    onUndo: vi.fn(),
    onHelp: vi.fn(),
    actions: makeActions(),
    keymap: DEFAULT_KEYMAP,
    onPasteSave: vi.fn(),
    onPasteCancel: vi.fn(),
    onRetry: vi.fn(),
  };
  const suggestTags = () => ['survey', 'sparse'];
  render(<ThisPage {...{ t, view, suggestTags, paste }} nowMs={NOW_MS} {...props} {...more} />);
  return props;
}

const paper = (over: Partial<PagePaperView> = {}): PagePaperView => ({
  ...makePaperView(KEY),
  note: '',
  facts: {},
  places: [],
  ...over,
});

describe('This page', () => {
  it('saves a paper with its tags and note in the same breath', () => {
    const { onSave } = renderPage({ kind: 'paper', paper: paper({ state: 'new' }) });
    const tags = screen.getByRole('combobox', { name: 'Tags' });
    fireEvent.input(tags, { target: { value: 'to cite' } });
    fireEvent.keyDown(tags, { key: 'Enter' });
    fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'why ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSave).toHaveBeenCalledExactlyOnceWith(KEY, { tags: ['to cite'], note: 'why' });
  });

  it('writes tags and note, copies and saves by key before anything is saved', () => {
    const { onSave, onCopy } = renderPage({ kind: 'paper', paper: paper({ state: 'new' }) });
    press('t');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Tags' }));
    (document.activeElement as HTMLElement).blur();
    press('n');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }));
    (document.activeElement as HTMLElement).blur();
    for (const key of ['c', 'i', 'm', 's']) press(key);
    expect(onCopy.mock.calls.map(([, format]) => format)).toEqual([
      'bibtex',
      'citation',
      'markdown',
    ]);
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('completes a tag by arrow and Enter', () => {
    const { onSave } = renderPage({ kind: 'paper', paper: paper({ state: 'new' }) });
    const tags = screen.getByRole('combobox', { name: 'Tags' });
    fireEvent.input(tags, { target: { value: 's' } });
    fireEvent.keyDown(tags, { key: 'ArrowDown' });
    fireEvent.keyDown(tags, { key: 'Enter' });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSave).toHaveBeenCalledWith(KEY, { tags: ['survey'], note: '' });
  });

  it('changes the state of a saved paper at once', () => {
    const { onStatus } = renderPage({ kind: 'paper', paper: paper({ state: 'saved' }) });
    const states = screen.getByRole('group', { name: 'Reading state' });
    fireEvent.click(within(states).getByRole('button', { name: 'Reading' }));
    expect(onStatus).toHaveBeenCalledExactlyOnceWith(KEY, 'reading');
  });

  it('saves the papers chosen on a listing, and never those that are saved', () => {
    const papers = ['a', 'b', 'c'].map((name, index) =>
      makePaperView(name, { title: `Paper ${name}`, state: index === 1 ? 'saved' : 'new' }),
    );
    const { onSaveMany } = renderPage({ kind: 'list', papers });
    expect(screen.getByRole('heading').textContent).toBe('3 papers found on this page, 1 saved');
    fireEvent.click(screen.getByRole('button', { name: 'Select all' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save 2 papers' }));
    expect(onSaveMany).toHaveBeenCalledExactlyOnceWith(['a', 'c']);
  });

  it('chooses row after row by one key each', () => {
    const papers = ['a', 'b', 'c', 'd'].map((name) => makePaperView(name, { state: 'new' }));
    const { onSaveMany } = renderPage({ kind: 'list', papers });
    press('X');
    fireEvent.keyDown(document.body, { key: 'ArrowDown', shiftKey: true });
    press('s');
    expect(onSaveMany).toHaveBeenCalledExactlyOnceWith(['a', 'b', 'c']);
  });

  it('narrows a listing by title', () => {
    const papers = ['Folded attention', 'Margins'].map((title) => makePaperView(title, { title }));
    renderPage({ kind: 'list', papers });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'FOLD' } });
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('asks for a site in the click itself', () => {
    const { onAllowSite } = renderPage({ kind: 'permission', siteName: 'OpenReview' });
    fireEvent.click(screen.getByRole('button', { name: 'Allow OpenReview' }));
    expect(onAllowSite).toHaveBeenCalledOnce();
  });

  it('offers to paste where there is no paper', () => {
    const { onPaste } = renderPage({ kind: 'nothing', reason: 'no-paper' });
    const box = screen.getByRole('textbox');
    fireEvent.input(box, { target: { value: 'arXiv:3105.00001' } });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onPaste).toHaveBeenCalledExactlyOnceWith('arXiv:3105.00001');
  });

  it('shows what a pasted text names before it saves any of it', () => {
    const papers = [
      { name: 'arXiv:3105.00001', isNew: true },
      { name: 'A paper kept long ago', isNew: false },
    ];
    const { onPasteSave, onPasteCancel } = renderPage(
      { kind: 'nothing', reason: 'no-paper' },
      { paste: { kind: 'found', papers } },
    );
    expect(screen.getByRole('status').textContent).toBe('2 papers found, 1 of them new');
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'arXiv:3105.00001 ',
      'A paper kept long ago Saved',
    ]);
    expect(onPasteSave).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Save 2 papers' }));
    expect(onPasteSave).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(onPasteCancel).toHaveBeenCalledOnce();
  });

  it('offers marks where a listing was read without leave for its site', () => {
    const { onAllowSite } = renderPage(
      { kind: 'list', papers: [makePaperView(KEY)] },
      { offeredSite: 'OpenReview' },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Show marks on OpenReview' }));
    expect(onAllowSite).toHaveBeenCalledOnce();
  });

  it('says what failed and tries again', () => {
    const { onRetry } = renderPage({
      kind: 'failed',
      error: { code: 'storage-closed', message: 'VersionError' },
    });
    expect(screen.getByRole('alert').textContent).toContain('Restart the browser');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

function readingList(over: Partial<ReadingListProps> = {}) {
  const all = Array.from({ length: 50_000 }, (_, index) => makePaperView(`p${index}`));
  const props: ReadingListProps = {
    t,
    keymap: DEFAULT_KEYMAP,
    rows: { kind: 'ready', count: all.length, paperAt: (index) => all[index] },
    query: '',
    onQuery: vi.fn(),
    queryNotes: [],
    listed: '',
    filter: 'all',
    onFilter: vi.fn(),
    counts: { all: 50_000 },
    sort: 'added',
    onSort: vi.fn(),
    activeIndex: 0,
    onActivate: vi.fn(),
    selected: new Set(),
    onSelect: vi.fn(),
    onSelectBoth: vi.fn(),
    onNeedRows: vi.fn(),
    actions: makeActions(),
    bulk: {
      onStatus: vi.fn(),
      onStar: vi.fn(),
      onTag: vi.fn(),
      onQueue: vi.fn(),
      onRemove: vi.fn(),
      onSelectAll: vi.fn(),
      onClear: vi.fn(),
    },
    onExport: vi.fn(),
    onUndo: vi.fn(),
    onHelp: vi.fn(),
    onRetry: vi.fn(),
    ...over,
  };
  render(<ReadingList {...props} />);
  return props;
}

const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });

describe('Reading list', () => {
  it('draws a screenful of 50,000 rows and says how many there are', () => {
    const { onNeedRows } = readingList();
    const rows = screen.getAllByRole('listitem');
    expect(rows.length).toBeLessThan(40);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('50000');
    expect(onNeedRows).toHaveBeenCalledWith({ start: 0, end: rows.length });
  });

  it('acts on the active row by single keys', () => {
    const props = readingList({ activeIndex: 3 });
    for (const key of ['j', 'k', 'r', 'o', 'n', 't', 'x', '*', 'q']) press(key);
    expect(props.onActivate).toHaveBeenNthCalledWith(1, 4);
    expect(props.onActivate).toHaveBeenNthCalledWith(2, 2);
    expect(props.actions.onMarkRead).toHaveBeenCalledWith('p3', true);
    expect(props.actions.onQueue).toHaveBeenCalledWith('p3', true);
    expect(props.actions.onOpen).toHaveBeenCalledWith('p3');
    expect(props.actions.onNote).toHaveBeenCalledWith('p3');
    expect(props.actions.onTag).toHaveBeenCalledWith('p3');
    expect(props.actions.onStar).toHaveBeenCalledWith('p3', true);
    expect(props.onSelect).toHaveBeenCalledWith(3, false);
  });

  it.each([
    ['c', 'bibtex'],
    ['i', 'citation'],
    ['m', 'markdown'],
  ])('copies the active row with %s as %s', (key, format) => {
    const props = readingList({ activeIndex: 3 });
    press(key);
    expect(props.actions.onCopy).toHaveBeenCalledExactlyOnceWith('p3', format);
  });

  it('leaves letters to the search box', () => {
    const props = readingList();
    press('r', screen.getByRole('textbox', { name: 'Search your papers' }));
    expect(props.actions.onMarkRead).not.toHaveBeenCalled();
  });

  it('opens the first of what is found by Enter in the search box', () => {
    const props = readingList({ query: 'fold' });
    press('Enter', screen.getByRole('textbox', { name: 'Search your papers' }));
    expect(props.actions.onDetails).toHaveBeenCalledExactlyOnceWith('p0');
    // There the hand goes on: j and k move from what was opened.
    const [title] = screen.getAllByRole('button', { name: 'Folded attention' });
    expect(document.activeElement).toBe(title);
  });

  it('leads by arrow from the search box to the first row and back, and the row after', () => {
    const props = readingList({ query: 'fold' });
    const box = screen.getByRole('textbox', { name: 'Search your papers' });
    const [title] = screen.getAllByRole('button', { name: 'Folded attention' });
    press('ArrowDown', box);
    expect(document.activeElement).toBe(title);
    press('ArrowDown', title);
    expect(vi.mocked(props.onActivate).mock.calls).toEqual([[0], [1]]);
    press('ArrowUp', title);
    expect(document.activeElement).toBe(box);
  });

  it('chooses row after row, downwards and upwards', () => {
    const props = readingList({ activeIndex: 3 });
    press('X');
    press('Z');
    expect(vi.mocked(props.onSelectBoth).mock.calls).toEqual([
      [3, 4],
      [3, 2],
    ]);
  });

  it('moves a row of “Read next” by key, and only there', () => {
    const onMove = vi.fn();
    readingList({ activeIndex: 3, onMove });
    press('K');
    press('J');
    expect(onMove.mock.calls).toEqual([
      [3, 2],
      [3, 4],
    ]);
    cleanup();
    readingList({ activeIndex: 3 });
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('moves a row by its grip, with the pointer and with the arrow keys', () => {
    const onMove = vi.fn();
    readingList({ activeIndex: 1, onMove });
    const grip = screen.getAllByRole('button', { name: /^Move/ })[1] as HTMLElement;
    Object.assign(grip, { setPointerCapture: vi.fn() });
    fireEvent.keyDown(grip, { key: 'ArrowUp' });
    expect(onMove).toHaveBeenLastCalledWith(1, 0);
    // Nothing has a height here, so the list scrolled to its active row.
    Object.assign(grip.closest('.paper-list') as Element, { scrollTop: 0 });
    fireEvent.pointerDown(grip, { pointerId: 1, clientY: 100 });
    fireEvent.pointerMove(grip, { pointerId: 1, clientY: 5 * 66 + 10 });
    fireEvent.pointerUp(grip, { pointerId: 1 });
    expect(onMove).toHaveBeenLastCalledWith(1, 5);
  });

  it('focuses the search box by slash', () => {
    readingList();
    press('/');
    expect(document.activeElement).toBe(
      screen.getByRole('textbox', { name: 'Search your papers' }),
    );
  });

  it('goes one step back by Escape: first out of the choice, then out of the query', () => {
    const { bulk, onQuery } = readingList({ selected: new Set(['p1' as PaperKey]), query: 'x' });
    press('Escape');
    expect(bulk.onClear).toHaveBeenCalledOnce();
    expect(onQuery).not.toHaveBeenCalled();
  });

  it('explains what it did not understand of a query', () => {
    readingList({ query: 'year:x', queryNotes: ['“year:x” is no year.'] });
    const box = screen.getByRole('textbox', { name: 'Search your papers' });
    const id = box.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(id)?.textContent).toBe('“year:x” is no year.');
  });

  it('offers the best match as an order only for a query', () => {
    readingList();
    expect(screen.queryByRole('option', { name: 'Best match' })).toBeNull();
  });

  it('offers what can be done to many while some are chosen', () => {
    const { bulk } = readingList({ selected: new Set(['p1' as PaperKey, 'p2' as PaperKey]) });
    const bar = screen.getByRole('toolbar', { name: '2 selected' });
    fireEvent.click(within(bar).getByRole('button', { name: 'Remove' }));
    expect(bulk.onRemove).toHaveBeenCalledOnce();
  });

  it('means by a key the papers chosen, not the row where the focus happens to be', () => {
    const { bulk, actions } = readingList({ selected: new Set(['p5' as PaperKey]) });
    for (const key of ['r', '*', 't', 'q', 'Delete']) press(key);
    expect(bulk.onStatus).toHaveBeenCalledExactlyOnceWith('read');
    for (const done of [bulk.onStar, bulk.onTag, bulk.onQueue, bulk.onRemove])
      expect(done).toHaveBeenCalledOnce();
    expect(actions.onMarkRead).not.toHaveBeenCalled();
    expect(actions.onRemove).not.toHaveBeenCalled();
  });

  it('leaves letters to be commands after Escape has cleared the choice', () => {
    readingList({ selected: new Set(['p1' as PaperKey]) });
    screen.getByRole('textbox', { name: 'Search your papers' }).blur();
    press('Escape');
    expect(document.activeElement).toBe(document.body);
  });
});

describe('Related', () => {
  it('gives each paper with its reason, and can be told never to offer it again', () => {
    const onDismiss = vi.fn();
    const missed = makePaperView('m', {
      title: 'A missed paper',
      state: 'seen',
      reason: { terms: ['margin note'], authors: ['Ada Beispiel'] },
    });
    render(
      <Related
        t={t}
        keymap={DEFAULT_KEYMAP}
        view={{ kind: 'ready', missed: [missed] }}
        recency="any"
        onRecency={vi.fn()}
        actions={makeActions()}
        onDismiss={onDismiss}
        onUndo={vi.fn()}
        onHelp={vi.fn()}
        onRetry={vi.fn()}
      />,
    );
    expect(screen.getByText('margin note · by Ada Beispiel')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Not interested' }));
    expect(onDismiss).toHaveBeenCalledExactlyOnceWith('m');
  });
});

describe('the popup', () => {
  it('moves between tabs by arrow and says what was done last', () => {
    const onTab = vi.fn();
    const onUndo = vi.fn();
    render(
      <Popup
        {...{ t, onTab, onUndo }}
        tab="page"
        counts={{}}
        onLibrary={vi.fn()}
        onSettings={vi.fn()}
        onHelp={vi.fn()}
        toast="Saved."
      >
        {null}
      </Popup>,
    );
    fireEvent.keyDown(screen.getByRole('tab', { name: 'This page' }), { key: 'ArrowRight' });
    expect(onTab).toHaveBeenCalledExactlyOnceWith('list');
    expect(screen.getByRole('status').textContent).toContain('Saved.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onUndo).toHaveBeenCalledOnce();
  });
});
