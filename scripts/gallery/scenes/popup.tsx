import { useState } from 'preact/hooks';
import { ExportDialog } from '../../../components/controls/export-dialog';
import { KeyboardHelp } from '../../../components/controls/keyboard-help';
import { LabelsDialog } from '../../../components/controls/labels-dialog';
import type { ProgressState } from '../../../components/controls/notices';
import type { PasteState } from '../../../components/controls/paste-box';
import {
  type ListFilter,
  SORT_ORDERS,
  type SortOrder,
} from '../../../components/paper-list/filter-bar';
import type { ListRows } from '../../../components/paper-list/list-view';
import { selectRange, toggled } from '../../../components/paper-list/selection';
import type { PaperActions } from '../../../components/paper-view';
import type { PagePaperView, PageView } from '../../../components/popup/page-view';
import { Popup, type PopupTab } from '../../../components/popup/popup';
import { ReadingList } from '../../../components/popup/reading-list';
import { Related, type RelatedView } from '../../../components/popup/related';
import { ThisPage } from '../../../components/popup/this-page';
import { queryProblemText } from '../../../entrypoints/app/query-problem-text';
import type { PaperKey } from '../../../lib/core/paper';
import type { Translator } from '../../../lib/i18n/translate';
import { DEFAULT_KEYMAP } from '../../../lib/keyboard/keymap';
import { parseQuery } from '../../../lib/search/query';
import { fullCard } from '../fixtures/card';
import { offered, pagePapers, paperAt } from '../fixtures/lists';
import { key, TITLES } from '../fixtures/papers';
import { logged } from '../logged';
import { DAY_MS, NOW_MS, type Scene } from '../scene';

export const actions: PaperActions = {
  onOpen: logged('open'),
  onDetails: logged('details'),
  onSave: logged('save'),
  onRemove: logged('remove'),
  onMarkRead: logged('mark read'),
  onStar: logged('star'),
  onNote: logged('note'),
  onTag: logged('tag'),
  onQueue: logged('read next'),
  onCopy: logged('copy'),
};

const TAGS = ['rl', 'survey', 'sparse', 'to cite', 'representation learning'];
export const suggestTags = (typed: string) => TAGS.filter((tag) => tag.includes(typed));

interface FrameProps {
  t: Translator;
  tab: PopupTab;
  toast?: string;
  progress?: ProgressState;
  counts?: Partial<Record<PopupTab, number>>;
  children: preact.ComponentChildren;
}

function Frame({
  t,
  tab,
  toast,
  progress,
  counts = { page: 12, list: 128, related: 9 },
  children,
}: FrameProps) {
  return (
    <Popup
      {...{ t, tab, counts }}
      onTab={logged('tab')}
      onLibrary={logged('library')}
      onSettings={logged('settings')}
      onHelp={logged('help')}
      toast={toast ?? null}
      progress={progress ?? null}
      onUndo={logged('undo')}
    >
      {children}
    </Popup>
  );
}

function Page({
  t,
  view,
  paste = { kind: 'idle' },
}: {
  t: Translator;
  view: PageView;
  paste?: PasteState;
}) {
  return (
    <ThisPage
      {...{ t, view, paste, suggestTags, actions }}
      keymap={DEFAULT_KEYMAP}
      nowMs={NOW_MS}
      onSave={logged('save')}
      onSaveMany={logged('save many')}
      onStatus={logged('status')}
      onTags={logged('tags')}
      onNote={logged('note')}
      onCopy={logged('copy')}
      onDetails={logged('details')}
      onExport={logged('export')}
      onAllowSite={logged('allow')}
      onPaste={logged('paste')}
      onUndo={logged('undo')}
      onHelp={logged('help')}
      onPasteSave={logged('paste save')}
      onPasteCancel={logged('paste cancel')}
      onRetry={logged('retry')}
    />
  );
}

interface ListSceneProps {
  t: Translator;
  rows: ListRows;
  query?: string;
  filter?: ListFilter;
  chosen?: number;
  /** "Read next": rows can be moved. */
  isMovable?: boolean;
}

function List(props: ListSceneProps) {
  const { t, rows, chosen = 0, isMovable = false, ...first } = props;
  const [query, setQuery] = useState(first.query ?? '');
  const [filter, setFilter] = useState<ListFilter>(first.filter ?? 'all');
  const [sort, setSort] = useState<SortOrder>(isMovable ? 'next' : SORT_ORDERS[1]);
  const [activeIndex, setActive] = useState(0);
  const keys = Array.from({ length: 200 }, (_, index) => paperAt(index).key);
  const [selected, setSelected] = useState<ReadonlySet<PaperKey>>(new Set(keys.slice(0, chosen)));
  return (
    <ReadingList
      {...{ t, rows, query, filter, sort, activeIndex, selected, actions }}
      keymap={DEFAULT_KEYMAP}
      listed={query}
      onQuery={setQuery}
      queryNotes={parseQuery(query, NOW_MS).problems.map((one) => queryProblemText(t, one))}
      onFilter={setFilter}
      counts={{ all: 128, unread: 84, reading: 3, read: 41, starred: 9 }}
      onSort={setSort}
      onActivate={setActive}
      onSelect={(index, isRange) =>
        setSelected(
          isRange
            ? selectRange(selected, keys, activeIndex, index)
            : toggled(selected, keys[index] ?? key('')),
        )
      }
      onSelectBoth={logged('onSelectBoth')}
      onNeedRows={logged('need rows')}
      {...(isMovable && { onMove: logged('move') })}
      bulk={{
        onStatus: logged('bulk status'),
        onStar: logged('bulk star'),
        onTag: logged('bulk tag'),
        onQueue: logged('bulk read next'),
        onRemove: logged('bulk remove'),
        onSelectAll: () => setSelected(new Set(keys)),
        onClear: () => setSelected(new Set()),
      }}
      onExport={logged('export')}
      onUndo={logged('undo')}
      onHelp={logged('help')}
      onRetry={logged('retry')}
    />
  );
}

function RelatedTab({ t, view }: { t: Translator; view: RelatedView }) {
  return (
    <Related
      {...{ t, view, actions }}
      keymap={DEFAULT_KEYMAP}
      recency="any"
      onRecency={logged('recency')}
      onDismiss={logged('dismiss')}
      onUndo={logged('undo')}
      onHelp={logged('help')}
      onRetry={logged('retry')}
    />
  );
}

const newPaper: PagePaperView = {
  ...paperAt(0),
  title: TITLES.plain,
  state: 'new',
  tags: [],
  note: '',
  relatedCount: 3,
  facts: fullCard.facts,
  places: fullCard.copies.map(({ site, url }) => ({ name: site, url })),
};

const savedPaper: PagePaperView = {
  ...newPaper,
  title: TITLES.long,
  state: 'reading',
  starred: true,
  tags: ['sparse', 'to cite'],
  note: 'Compare table 3 with the census of footnotes.',
  addedAtMs: NOW_MS - 30 * DAY_MS,
  newerVersion: { shown: 1, latest: 3 },
  relatedCount: 0,
};

const error = { code: 'storage-closed', message: '' } as const;
const rows = (count: number): ListRows => ({ kind: 'ready', count, paperAt });

type Render = (t: Translator) => preact.ComponentChildren;
const popup = (id: string, title: string, render: Render): Scene => ({
  id,
  title,
  stage: 'popup',
  render,
});
const page = (id: string, title: string, view: PageView, paste?: PasteState) =>
  popup(`page-${id}`, `This page: ${title}`, (t) => (
    <Frame t={t} tab="page">
      <Page {...{ t, view }} {...(paste && { paste })} />
    </Frame>
  ));
const list = (id: string, title: string, props: Omit<ListSceneProps, 't'>, toast?: string) =>
  popup(`list-${id}`, `Reading list: ${title}`, (t) => (
    <Frame t={t} tab="list" {...(toast && { toast })}>
      <List t={t} {...props} />
    </Frame>
  ));
const related = (id: string, title: string, view: RelatedView) =>
  popup(`related-${id}`, `Related: ${title}`, (t) => (
    <Frame t={t} tab="related">
      <RelatedTab {...{ t, view }} />
    </Frame>
  ));

export const popupScenes: readonly Scene[] = [
  page('new', 'a paper not saved', { kind: 'paper', paper: newPaper }),
  page('saved', 'a saved paper', { kind: 'paper', paper: savedPaper }),
  page('bare', 'a paper with nothing but a key', {
    kind: 'paper',
    paper: { ...newPaper, title: '', facts: {}, relatedCount: 0 },
  }),
  page('list', 'a listing', { kind: 'list', papers: pagePapers(12) }),
  page('list-many', 'a listing of 2,000', { kind: 'list', papers: pagePapers(2000) }),
  page('permission', 'a site to allow', { kind: 'permission', siteName: 'OpenReview' }),
  page('nothing', 'no paper', { kind: 'nothing', reason: 'no-paper' }),
  page(
    'paste-found',
    'papers in a pasted text',
    { kind: 'nothing', reason: 'no-paper' },
    {
      kind: 'found',
      papers: [
        { name: 'arXiv:3101.00001', isNew: true },
        { name: 'Inventing attention for those who have none', isNew: true },
        {
          name: 'A paper kept long ago, under a title that is far too long for one line',
          isNew: false,
        },
      ],
    },
  ),
  page(
    'pasted',
    'after pasting',
    { kind: 'nothing', reason: 'browser-page' },
    { kind: 'done', found: 3, added: 2 },
  ),
  page(
    'paste-failed',
    'pasted nothing',
    { kind: 'nothing', reason: 'no-paper' },
    { kind: 'nothing-found' },
  ),
  page('unread', 'a listing not understood', { kind: 'unread-listing', siteName: 'arXiv' }),
  page('loading', 'loading', { kind: 'loading' }),
  page('failed', 'failed', { kind: 'failed', error: { code: 'permission-missing', message: '' } }),
  list('many', '10,000 papers', { rows: rows(10_000) }),
  list('one', 'one paper', { rows: rows(1) }, 'Saved.'),
  list('empty', 'empty', { rows: rows(0) }),
  list('filter-empty', 'a filter without papers', { rows: rows(0), filter: 'reading' }),
  list('search', 'a search', {
    rows: {
      kind: 'ready',
      count: 9,
      paperAt: (index) => ({
        ...paperAt(index),
        ...(index === 0 && {
          titleMatches: [
            [0, 6],
            [15, 27],
          ] as const,
        }),
      }),
    },
    query: 'sparse dictionaries',
  }),
  list('search-none', 'a search without hits', { rows: rows(0), query: 'xylophone' }),
  list('search-problem', 'a query with a problem', {
    rows: rows(9),
    query: 'year:20x0 attention is:purple',
  }),
  list('selected', 'papers selected', { rows: rows(40), chosen: 3 }),
  list('next', '“Read next”', { rows: rows(5), isMovable: true }),
  list('waiting', 'rows on their way', {
    rows: { kind: 'ready', count: 500, paperAt: () => undefined },
  }),
  list('loading', 'loading', { rows: { kind: 'loading' } }),
  list('failed', 'failed', { rows: { kind: 'failed', error } }),
  related('both', 'for the page and the library', {
    kind: 'ready',
    toPage: { title: TITLES.plain, papers: offered(1, 3) },
    missed: offered(4, 5),
  }),
  related('library', 'for the library', { kind: 'ready', missed: offered(4, 5) }),
  related('empty', 'empty', { kind: 'ready', missed: [] }),
  related('failed', 'failed', { kind: 'failed', error }),
  popup('changing', 'Many papers being changed', (t) => (
    <Frame t={t} tab="list" progress={{ done: 3500, total: 10_000 }}>
      <List t={t} rows={rows(10_000)} chosen={40} />
    </Frame>
  )),
  popup('labels', 'Tags and lists of many', (t) => (
    <Frame t={t} tab="list">
      <List t={t} rows={rows(40)} chosen={3} />
      <LabelsDialog
        t={t}
        count={3}
        suggestTags={suggestTags}
        suggestLists={() => ['Journal club']}
        onChange={logged('labels')}
        onClose={logged('close')}
      />
    </Frame>
  )),
  popup('export', 'Export dialog', (t) => (
    <Frame t={t} tab="list">
      <List t={t} rows={rows(40)} />
      <ExportDialog
        t={t}
        scopes={[
          { id: 'selected', name: 'Selected', count: 3 },
          { id: 'all', name: 'All papers', count: 128 },
        ]}
        formats={[
          'BibTeX',
          'BibLaTeX',
          'RIS',
          'CSL-JSON',
          'CSV',
          'Markdown',
          'HTML',
          'Links',
          'JSON',
        ].map((name) => ({
          id: name.toLowerCase(),
          name,
          isText: true,
          options: { abstracts: false, keywords: true, notes: false, ascii: false },
        }))}
        onExport={logged('export')}
        onClose={logged('close')}
      />
    </Frame>
  )),
  popup('help', 'Keys', (t) => (
    <Frame t={t} tab="list">
      <List t={t} rows={rows(40)} />
      <KeyboardHelp t={t} keymap={DEFAULT_KEYMAP} onClose={logged('close')} />
    </Frame>
  )),
];
