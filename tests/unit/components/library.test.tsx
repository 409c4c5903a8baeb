// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ImportPage, type ImportPageProps } from '../../../components/import/import-page';
import type { ImportView } from '../../../components/import/import-view';
import { Detail } from '../../../components/library/detail';
import { HealthPage } from '../../../components/library/health-page';
import type { DetailView, PaperDetail } from '../../../components/library/library-view';
import { Nav } from '../../../components/library/nav';
import { PaperTable } from '../../../components/library/paper-table';
import { RenameDialog } from '../../../components/library/rename-dialog';
import { SettingsPage } from '../../../components/settings/settings-page';
import { DEFAULT_KEYMAP } from '../../../lib/keyboard/keymap';
import { english as t } from '../../support/translator';
import { makeActions, makePaperView } from '../../support/views';

const NOW_MS = Date.UTC(2031, 4, 20, 12);

afterEach(cleanup);

describe('the navigation', () => {
  it('names where one is and goes where one points', () => {
    const onGo = vi.fn();
    render(
      <Nav
        t={t}
        view={{
          counts: { all: 3, unread: 1, reading: 1, read: 1, starred: 0, next: 0, bin: 0 },
          lists: [{ name: 'Thesis', count: 2 }],
          tags: [],
          searches: [],
        }}
        place={{ kind: 'list', name: 'Thesis' }}
        onGo={onGo}
        onNewList={vi.fn()}
        onEdit={vi.fn()}
      />,
    );
    expect(screen.getByRole('button', { current: 'page' }).textContent).toBe('Thesis2');
    fireEvent.click(screen.getByRole('button', { name: /^To read/ }));
    expect(onGo).toHaveBeenCalledExactlyOnceWith({ kind: 'status', status: 'unread' });
  });
});

describe('the table', () => {
  const renderTable = () => {
    const props = { onColumns: vi.fn(), onSelect: vi.fn(), onActivate: vi.fn(), onSort: vi.fn() };
    const actions = makeActions();
    render(
      <PaperTable
        {...{ t, actions, ...props }}
        label="All"
        count={50_000}
        paperAt={(index) => makePaperView(`p${index}`, { title: `Paper ${index}` })}
        activeIndex={0}
        sort="added"
        columns={['authors', 'year']}
        selected={new Set()}
      />,
    );
    return { ...props, actions };
  };

  it('draws a screenful of 50,000 rows and says how many there are', () => {
    renderTable();
    expect(screen.getByRole('table', { name: 'All' }).getAttribute('aria-rowcount')).toBe('50001');
    expect(screen.getAllByRole('checkbox', { name: /^Select/ }).length).toBeLessThan(40);
  });

  it('is ordered by the columns whose heads are pressed, and says by which it is', () => {
    const { onSort } = renderTable();
    expect(screen.getByRole('columnheader', { name: /^Title/ }).ariaSort).toBeFalsy();
    fireEvent.click(screen.getByRole('button', { name: 'Title' }));
    fireEvent.click(screen.getByRole('button', { name: 'Year' }));
    expect(onSort.mock.calls).toEqual([['title'], ['published']]);
    expect(screen.queryByRole('button', { name: 'Authors' })).toBeNull();
  });

  it('adds and takes away columns, in their own order', () => {
    const { onColumns } = renderTable();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Venue', hidden: true }));
    expect(onColumns).toHaveBeenLastCalledWith(['authors', 'year', 'venue']);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Authors', hidden: true }));
    expect(onColumns).toHaveBeenLastCalledWith(['year']);
  });

  it('selects a range with shift', () => {
    const { onSelect } = renderTable();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select: Paper 4' }), { shiftKey: true });
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(4, true);
  });
});

const { key: OTHER } = makePaperView('doi:10.1000/other');
const DETAIL: PaperDetail = {
  ...makePaperView('arxiv:3105.00001'),
  note: 'Old note',
  otherNotes: [],
  lists: [],
  facts: {},
  places: [],
  identifiers: [],
  history: [],
  related: [],
  duplicates: [],
};

function renderDetail(change: Partial<PaperDetail> = {}, focusOn?: 'note') {
  const actions = {
    onSave: vi.fn(),
    onStatus: vi.fn(),
    onStar: vi.fn(),
    onQueue: vi.fn(),
    onTags: vi.fn(),
    onLists: vi.fn(),
    onNote: vi.fn(),
    onRemove: vi.fn(),
    onMerge: vi.fn(),
    onNotSame: vi.fn(),
  };
  const detail = (view: DetailView) => (
    <Detail
      {...{ t, view, ...actions }}
      {...(focusOn && { focusOn })}
      nowMs={NOW_MS}
      suggestTags={() => []}
      suggestLists={() => []}
      onOpenPaper={vi.fn()}
      onCopy={vi.fn()}
      onRetry={vi.fn()}
    />
  );
  const ready: DetailView = { kind: 'ready', paper: { ...DETAIL, ...change } };
  const { rerender } = render(detail(focusOn ? { kind: 'loading', key: DETAIL.key } : ready));
  return { ...actions, show: (view: DetailView) => rerender(detail(view)) };
}

describe('the detail of a paper', () => {
  it('offers to save what was only seen, and no state that it does not have', () => {
    const { onSave } = renderDetail({ state: 'seen', note: '' });
    expect(screen.queryByRole('button', { name: 'Reading' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSave).toHaveBeenCalledExactlyOnceWith(DETAIL.key);
  });

  it('keeps a note when its writer leaves it, and only if it changed', () => {
    const { onNote } = renderDetail();
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    const note = screen.getByRole('textbox', { name: 'Note' });
    expect(document.activeElement).toBe(note);
    fireEvent.blur(note);
    expect(onNote).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    const again = screen.getByRole('textbox', { name: 'Note' });
    fireEvent.input(again, { target: { value: 'New note' } });
    fireEvent.blur(again);
    expect(onNote).toHaveBeenCalledExactlyOnceWith(DETAIL.key, 'New note');
  });

  it('takes into the note what was typed before it was there', () => {
    const { show, onNote } = renderDetail({}, 'note');
    const early = screen.getByRole('textbox', { name: 'Note' });
    expect(document.activeElement).toBe(early);
    fireEvent.input(early, { target: { value: 'read' } });
    show({ kind: 'ready', paper: DETAIL });
    const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
    expect(document.activeElement).toBe(note);
    expect(note.value).toBe('Old note\nread');
    fireEvent.blur(note);
    expect(onNote).toHaveBeenCalledExactlyOnceWith(DETAIL.key, 'Old note\nread');
  });

  it('keeps what was typed for one paper out of the note of another', () => {
    const { show } = renderDetail({}, 'note');
    const early = screen.getByRole('textbox', { name: 'Note' });
    fireEvent.input(early, { target: { value: 'of the first' } });
    show({ kind: 'loading', key: OTHER });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('');
    show({ kind: 'ready', paper: { ...DETAIL, key: OTHER, note: 'Its own' } });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe(
      'Its own',
    );
  });

  it('adds to a list by name', () => {
    const { onLists } = renderDetail();
    const lists = screen.getByRole('combobox', { name: 'Lists' });
    fireEvent.input(lists, { target: { value: ' Journal  club ' } });
    fireEvent.keyDown(lists, { key: 'Enter' });
    expect(onLists).toHaveBeenCalledExactlyOnceWith(DETAIL.key, ['Journal club']);
  });

  it('shows what a merge would keep before it merges', () => {
    const other = makePaperView('doi:10.1/x', { title: 'Folded Attention.' });
    const { onMerge, onNotSame } = renderDetail({
      duplicates: [
        { paper: other, differences: [{ field: 'date', kept: '5 January 2031', other: '2030' }] },
      ],
    });
    const section = screen.getByRole('region', { name: 'Possible duplicates' });
    expect(
      within(section).getByRole('row', { name: 'Published 5 January 2031 2030' }),
    ).toBeTruthy();
    fireEvent.click(within(section).getByRole('button', { name: 'Merge' }));
    expect(onMerge).toHaveBeenCalledExactlyOnceWith(DETAIL.key, other.key);
    fireEvent.click(within(section).getByRole('button', { name: 'Not the same paper' }));
    expect(onNotSame).toHaveBeenCalledExactlyOnceWith(DETAIL.key, other.key);
  });
});

function renderImport(view: ImportView) {
  const props: Omit<ImportPageProps, 't' | 'view'> = {
    onFile: vi.fn(),
    onText: vi.fn(),
    onConfirm: vi.fn(),
    onCancel: vi.fn(),
    onUndo: vi.fn(),
    onAgain: vi.fn(),
  };
  render(<ImportPage {...{ t, view }} {...props} />);
  return props;
}

const GROUPS = { new: [], changed: [], duplicates: [], known: [] };
const NOTHING = { fileName: 'a.json', format: 'JSON', groups: GROUPS, problems: [], doubts: [] };

it('shows a note that a merge brought, and takes it into the note', () => {
  const { onNote } = renderDetail({ otherNotes: ['The other one'] });
  expect(screen.getByText('Another version of this note')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Add to the note', hidden: true }));
  expect(onNote).toHaveBeenCalledExactlyOnceWith(DETAIL.key, 'Old note\n\nThe other one');
});

describe('importing', () => {
  it('takes a file that is dropped', () => {
    const { onFile } = renderImport({ kind: 'choose' });
    const file = new File(['@article{a}'], 'library.bib');
    const zone = screen.getByText('Choose a file, or drop it here').closest('label');
    if (!zone) throw new Error('no place to drop a file');
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    fireEvent(zone, Object.assign(drop, { dataTransfer: { files: [file] } }));
    expect(drop.defaultPrevented).toBe(true);
    expect(onFile).toHaveBeenCalledExactlyOnceWith(file);
  });

  it('says what would happen, with line and reason of what cannot be read', () => {
    const { onConfirm } = renderImport({
      kind: 'preview',
      preview: {
        fileName: 'library.bib',
        format: 'BibTeX',
        groups: {
          ...GROUPS,
          new: [{ title: 'A', detail: '' }],
          known: [{ title: 'B', detail: '' }],
        },
        problems: [{ line: 14, reason: 'A brace is never closed.' }],
        doubts: [{ line: 20, reason: 'A brace too many.' }],
        extras: null,
      },
    });
    expect(screen.getByText('1 new paper')).toBeTruthy();
    expect(screen.getByText('1 already there, nothing to add')).toBeTruthy();
    expect(screen.getByText('Line 14:').closest('li')?.textContent).toBe(
      'Line 14: A brace is never closed.',
    );
    expect(screen.getByText('1 entry could not be read')).toBeTruthy();
    expect(screen.getByText('1 thing to check in what was read')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Import 1 paper' }));
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  it('says of a file that it does not read what it is and what to do', () => {
    const error = { code: 'bad-input', message: '', fault: 'zotero-rdf' } as const;
    renderImport({ kind: 'failed', error });
    expect(screen.getByText(/Zotero RDF.*In Zotero choose Export Library/)).toBeTruthy();
  });

  it('leads back where there is nothing to add', () => {
    renderImport({
      kind: 'preview',
      preview: { ...NOTHING, extras: null },
    });
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Back' }));
  });

  it('can be confirmed for the lists and searches of a backup alone', () => {
    const { onConfirm } = renderImport({
      kind: 'preview',
      preview: {
        ...NOTHING,
        extras: { lists: ['Thesis', 'Club'], searches: ['Unread'], hasSettings: true },
      },
    });
    const held = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(held).toEqual([
      'New lists: Thesis and Club',
      'New saved searches: Unread',
      'Settings that stand here as they came',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  it('shows how far it is and can be cancelled', () => {
    const { onCancel } = renderImport({ kind: 'importing', done: 210, total: 423 });
    expect(screen.getByRole('progressbar').getAttribute('max')).toBe('423');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('can be undone as a whole', () => {
    const { onUndo } = renderImport({ kind: 'done', imported: 2, skipped: 1 });
    fireEvent.click(screen.getByRole('button', { name: 'Undo the import' }));
    expect(onUndo).toHaveBeenCalledOnce();
  });
});

describe('settings', () => {
  const renderSettings = () => {
    const props = {
      onSetting: vi.fn(),
      onAction: vi.fn(),
      onAllowSite: vi.fn(),
      onForbidSite: vi.fn(),
      onSiteOn: vi.fn(),
      onKey: vi.fn(),
      onResetKeys: vi.fn(),
    };
    render(
      <SettingsPage
        {...{ t, ...props }}
        keymap={DEFAULT_KEYMAP}
        settings={[
          {
            id: 'dim',
            section: 'In pages',
            label: 'Dim what was read',
            hint: '',
            control: { kind: 'switch', value: false },
          },
          {
            id: 'forget',
            section: 'Seen papers',
            label: 'Forget all',
            hint: '',
            control: { kind: 'action', text: 'Forget', question: 'All will be forgotten.' },
          },
        ]}
        sites={[
          {
            id: 'or',
            name: 'OpenReview',
            host: 'openreview.net',
            isAllowed: false,
            isFixed: false,
            isOn: true,
          },
        ]}
      />,
    );
    return props;
  };

  it('switches by name', () => {
    const { onSetting } = renderSettings();
    fireEvent.click(screen.getByRole('switch', { name: 'Dim what was read' }));
    expect(onSetting).toHaveBeenCalledExactlyOnceWith('dim', true);
  });

  it('ask before they do what cannot be undone', () => {
    const { onAction } = renderSettings();
    fireEvent.click(screen.getByRole('button', { name: 'Forget all' }));
    expect(onAction).not.toHaveBeenCalled();
    expect(screen.getByText('All will be forgotten.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Forget' }));
    expect(onAction).toHaveBeenCalledExactlyOnceWith('forget');
  });

  it('are found by a word, and say so where none fits', () => {
    renderSettings();
    const search = screen.getByRole('searchbox', { name: 'Search settings' });
    fireEvent.input(search, { target: { value: 'openrev' } });
    expect(screen.queryByRole('switch', { name: 'Dim what was read' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Allow OpenReview' })).toBeTruthy();
    fireEvent.input(search, { target: { value: 'mark as read' } });
    expect(screen.getAllByRole('button', { name: /^Change the key/ })).toHaveLength(1);
    fireEvent.input(search, { target: { value: 'xylophone' } });
    expect(screen.getByText('No setting fits this search.')).toBeTruthy();
  });

  it('change a key, but not to one that is taken', () => {
    const { onKey } = renderSettings();
    const button = screen.getByRole('button', { name: 'Change the key for Save, now s' });
    fireEvent.click(button);
    fireEvent.keyDown(button, { key: 'r' });
    expect(onKey).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toBe('r is taken by “Mark as read”.');
    fireEvent.keyDown(button, { key: 'w' });
    expect(onKey).toHaveBeenCalledExactlyOnceWith('save', 'w');
  });
});

describe('the health page', () => {
  it('names what was found and restores a copy by its day', () => {
    const onRestore = vi.fn();
    render(
      <HealthPage
        t={t}
        nowMs={NOW_MS}
        view={{
          kind: 'ready',
          report: {
            savedCount: 1,
            seenCount: 2,
            usedBytes: 41_000_000,
            isPersistent: true,
            snapshots: [{ id: 's1', atMs: NOW_MS - 86_400_000, paperCount: 1, bytes: 9 }],
            findings: ['One paper has no record.'],
            version: '1',
          },
        }}
        onCheck={vi.fn()}
        onRepair={vi.fn()}
        onSnapshot={vi.fn()}
        onRestore={onRestore}
        onExport={vi.fn()}
        onCopyReport={vi.fn()}
        onRetry={vi.fn()}
      />,
    );
    expect(screen.getByRole('status').textContent).toBe('One paper has no record.');
    fireEvent.click(screen.getByRole('button', { name: 'Restore the copy of 19 May' }));
    expect(onRestore).toHaveBeenCalledExactlyOnceWith('s1');
  });
});

describe('editing a tag', () => {
  it('says that a name in use means merging', () => {
    const onRename = vi.fn();
    render(
      <RenameDialog
        t={t}
        title="Edit tag survey"
        label="Tag name"
        name="survey"
        names={['survey', 'sparse']}
        hint={(to, isMerge) => (isMerge ? t.count('tagMerge', 12, to) : '')}
        removal="Take off all papers"
        onRename={onRename}
        onRemove={vi.fn()}
        onClose={vi.fn()}
      />,
    );
    const name = screen.getByRole('textbox', { name: 'Tag name', hidden: true });
    fireEvent.input(name, { target: { value: 'sparse' } });
    expect(screen.getByText('Merges into “sparse” on 12 papers.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Merge', hidden: true }));
    expect(onRename).toHaveBeenCalledExactlyOnceWith('sparse');
  });
});
