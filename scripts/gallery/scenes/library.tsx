import { useState } from 'preact/hooks';
import { Detail } from '../../../components/library/detail';
import { Library, type LibraryPane } from '../../../components/library/library';
import type { DetailView, LibraryPlace, NavView } from '../../../components/library/library-view';
import { Nav } from '../../../components/library/nav';
import { Rows } from '../../../components/library/rows';
import type { SortOrder } from '../../../components/paper-list/filter-bar';
import type { ListRows } from '../../../components/paper-list/list-view';
import type { PaperKey } from '../../../lib/core/paper';
import type { LibraryColumn } from '../../../lib/core/settings';
import type { Translator } from '../../../lib/i18n/translate';
import { DEFAULT_KEYMAP } from '../../../lib/keyboard/keymap';
import { detail, emptyNav, nav } from '../fixtures/library';
import { paperAt } from '../fixtures/lists';
import { key } from '../fixtures/papers';
import { logged } from '../logged';
import { NOW_MS, type Scene } from '../scene';
import { actions, suggestTags } from './popup';

interface FrameProps {
  t: Translator;
  place?: LibraryPlace;
  view?: NavView;
  pane?: LibraryPane;
  toast?: string;
  main: preact.ComponentChildren;
  detail?: preact.ComponentChildren;
}

export function LibraryFrame(props: FrameProps) {
  const { t, place = { kind: 'all' }, view = nav, main, toast } = props;
  const [pane, setPane] = useState<LibraryPane>(props.pane ?? 'rows');
  return (
    <Library
      {...{ t, pane, main }}
      onPane={setPane}
      nav={
        <Nav
          {...{ t, view, place }}
          onGo={logged('go')}
          onNewList={logged('new list')}
          onEdit={logged('edit')}
        />
      }
      {...(props.detail !== undefined && { detail: props.detail })}
      toast={toast ?? null}
      onUndo={logged('undo')}
    />
  );
}

interface RowsSceneProps {
  /** "Read next": rows can be moved. */
  isMovable?: boolean;
  t: Translator;
  rows: ListRows;
  look?: 'table' | 'cards';
  title?: string;
  isBin?: boolean;
  chosen?: number;
  query?: string;
}

function RowsScene({
  t,
  rows,
  title = 'All',
  isBin = false,
  chosen = 0,
  isMovable = false,
  ...first
}: RowsSceneProps) {
  const [look, setLook] = useState(first.look ?? 'cards');
  const [columns, setColumns] = useState<readonly LibraryColumn[]>([
    'authors',
    'year',
    'venue',
    'tags',
  ]);
  const [activeIndex, setActive] = useState(0);
  const [query, setQuery] = useState(first.query ?? '');
  const [selected, setSelected] = useState<ReadonlySet<PaperKey>>(
    new Set(Array.from({ length: chosen }, (_, index) => paperAt(index).key)),
  );
  const [sort, setSort] = useState<SortOrder>(isMovable ? 'next' : 'added');
  return (
    <Rows
      {...{ t, rows, title, isBin, look, columns, activeIndex, query, selected, actions }}
      keymap={DEFAULT_KEYMAP}
      listed={query}
      onQuery={setQuery}
      queryNotes={[]}
      onSaveSearch={logged('save search')}
      onLook={setLook}
      onColumns={setColumns}
      sort={sort}
      {...(isMovable && { onMove: logged('move') })}
      onSort={setSort}
      isWhole={!isBin}
      onImport={logged('import')}
      onActivate={setActive}
      onSelect={(index) => setSelected(new Set([...selected, paperAt(index).key]))}
      bulk={{
        onStatus: logged('bulk status'),
        onStar: logged('bulk star'),
        onTag: logged('bulk tag'),
        onQueue: logged('bulk read next'),
        onRemove: logged('bulk remove'),
        onSelectAll: logged('select all'),
        onClear: () => setSelected(new Set()),
      }}
      onSelectBoth={logged('onSelectBoth')}
      onNeedRows={logged('need rows')}
      onRestore={logged('restore')}
      onEmptyBin={logged('empty bin')}
      onExport={logged('export')}
      onUndo={logged('undo')}
      onHelp={logged('help')}
      onRetry={logged('retry')}
    />
  );
}

function DetailScene({ t, view }: { t: Translator; view: DetailView }) {
  return (
    <Detail
      {...{ t, view, suggestTags }}
      nowMs={NOW_MS}
      suggestLists={() => ['Journal club']}
      onOpenPaper={logged('open')}
      onCopy={logged('copy')}
      onRetry={logged('retry')}
      onSave={logged('save')}
      onStatus={logged('status')}
      onStar={logged('star')}
      onQueue={logged('read next')}
      onTags={logged('tags')}
      onLists={logged('lists')}
      onNote={logged('note')}
      onRemove={logged('remove')}
      onMerge={logged('merge')}
      onNotSame={logged('not same')}
    />
  );
}

const rows = (count: number): ListRows => ({ kind: 'ready', count, paperAt });
const ready: DetailView = { kind: 'ready', paper: detail };
const loading: DetailView = { kind: 'loading', key: detail.key };

const library = (
  id: string,
  title: string,
  props: Omit<RowsSceneProps, 't'>,
  view: DetailView,
  frame: Partial<FrameProps> = {},
): Scene => ({
  id: `library-${id}`,
  title: `Library: ${title}`,
  stage: 'page',
  render: (t) => (
    <LibraryFrame
      t={t}
      {...frame}
      main={<RowsScene t={t} {...props} />}
      {...(view.kind !== 'none' && { detail: <DetailScene t={t} view={view} /> })}
    />
  ),
});

export const libraryScenes: readonly Scene[] = [
  library('cards', 'cards and a paper', { rows: rows(128) }, ready, { toast: 'Note kept.' }),
  library('table', 'a table of 50,000', { rows: rows(50_000), look: 'table' }, { kind: 'none' }),
  library('selected', 'papers chosen', { rows: rows(50), look: 'table', chosen: 3 }, ready),
  library(
    'next',
    '“Read next”, in the order of one’s own',
    { rows: rows(5), title: 'Read next', look: 'table', isMovable: true },
    { kind: 'none' },
    { place: { kind: 'next' } },
  ),
  library(
    'seen',
    'a paper that is not saved',
    { rows: rows(9) },
    { kind: 'ready', paper: { ...detail, state: 'seen', tags: [], lists: [], note: '' } },
  ),
  library('empty', 'empty', { rows: rows(0) }, { kind: 'none' }, { view: emptyNav }),
  library('search', 'a search', { rows: rows(3), query: 'sparse' }, loading),
  library('loading', 'loading', { rows: { kind: 'loading' } }, loading),
  library(
    'failed',
    'failed',
    { rows: { kind: 'failed', error: { code: 'storage-closed', message: '' } } },
    { kind: 'failed', error: { code: 'not-found', message: '' } },
  ),
  library(
    'bin',
    'the bin',
    { rows: rows(2), isBin: true, title: 'Bin', chosen: 1 },
    { kind: 'none' },
    {
      place: { kind: 'bin' },
    },
  ),
  library(
    'detail-bare',
    'a paper with nothing but a key',
    { rows: rows(1) },
    {
      kind: 'ready',
      paper: {
        ...detail,
        key: key('arxiv:3105.09999'),
        title: '',
        authors: [],
        tags: [],
        lists: [],
        note: '',
        facts: {},
        places: [],
        identifiers: [],
        history: [],
        related: [],
        duplicates: [],
      },
    },
  ),
];
