import { computed, signal } from '@preact/signals';
import { ExportDialog, type ExportRequest } from '../../components/controls/export-dialog';
import { KeyboardHelp } from '../../components/controls/keyboard-help';
import { FirstRun } from '../../components/first-run/first-run';
import { ImportPage } from '../../components/import/import-page';
import { Detail } from '../../components/library/detail';
import { HealthPage } from '../../components/library/health-page';
import { Library, type LibraryPane } from '../../components/library/library';
import {
  LIBRARY_PAGES,
  type LibraryPlace,
  type NavView,
} from '../../components/library/library-view';
import { Nav } from '../../components/library/nav';
import type { Column } from '../../components/library/paper-table';
import { Rows } from '../../components/library/rows';
import { TagDialog } from '../../components/library/tag-dialog';
import { selectRange, toggled } from '../../components/paper-list/selection';
import type { PaperActions } from '../../components/paper-view';
import { SettingsPage } from '../../components/settings/settings-page';
import { type ErrorData, toErrorData } from '../../lib/core/errors';
import type { ListedPaper } from '../../lib/core/listed-paper';
import type { PaperKey } from '../../lib/core/paper';
import type { Labels } from '../../lib/messages/protocol';
import {
  editPapers,
  removePapers,
  runChange,
  savePapers,
  showToast,
  toast,
  undoLast,
} from '../app/changes';
import { send, t } from '../app/connect';
import { copyPaper, exportPapersTo, offeredFormats } from '../app/export-papers';
import { queryProblemText } from '../app/query-problem-text';
import { ReadingListModel } from '../app/reading-list-model';
import { DetailModel, toCandidate } from './detail-model';
import { HealthModel } from './health-model';
import { ImportModel } from './import-model';
import { placeQuery } from './places';
import { SettingsModel } from './settings-model';

const NO_LABELS: Labels = { tags: [], lists: [] };

export const place = signal<LibraryPlace>({ kind: 'all' });
const pane = signal<LibraryPane>('rows');
const dialog = signal<{ kind: 'help' } | { kind: 'export' } | { kind: 'tag'; name: string } | null>(
  null,
);
const exporting = signal<{ busy: boolean; error?: ErrorData }>({ busy: false });
const labels = signal<Labels>(NO_LABELS);
const binned = signal<readonly ListedPaper[]>([]);
const look = signal<'table' | 'cards'>('table');
const columns = signal<readonly Column[]>(['authors', 'year', 'venue', 'tags']);
export const isFirstRun = signal(false);

const list = new ReadingListModel(send);
const detail = new DetailModel(send);
const imports = new ImportModel(send);
const health = new HealthModel(send);
const settings = new SettingsModel(send);

/** Everything on screen, asked for anew. */
export async function refresh(): Promise<void> {
  const [counted, inBin] = await Promise.all([
    send('library.labels', {}),
    send('bin.list', {}),
    list.load(),
    settings.load(),
    detail.refresh(),
  ]);
  labels.value = counted;
  binned.value = inBin;
  if (place.value.kind === 'health') await health.load();
}

export async function go(to: LibraryPlace): Promise<void> {
  place.value = to;
  pane.value = 'rows';
  if (to.kind === 'health') await health.load();
  if (!isPage(to)) await list.setBase(placeQuery(to));
}

export async function openDetail(key: PaperKey | null): Promise<void> {
  pane.value = key ? 'detail' : 'rows';
  await detail.open(key);
}

function isPage(to: LibraryPlace): boolean {
  return LIBRARY_PAGES.some((name) => name === to.kind);
}

const nav = computed<NavView>(() => {
  const { unread = 0, reading = 0, read = 0, starred = 0 } = list.counts.value ?? {};
  const named = new Map(labels.value.lists.map(({ name, count }) => [name, count]));
  for (const name of settings.settings.value.lists) if (!named.has(name)) named.set(name, 0);
  return {
    counts: {
      all: unread + reading + read,
      starred,
      unread,
      reading,
      read,
      bin: binned.value.length,
    },
    lists: [...named].map(([name, count]) => ({ name, count })),
    tags: labels.value.tags,
    searches: settings.settings.value.searches.map((search) => ({ ...search, count: 0 })),
  };
});

export function App() {
  if (isFirstRun.value) return <Welcome />;
  const isFullPage = isPage(place.value);
  return (
    <>
      <Library
        t={t}
        pane={pane.value}
        onPane={(next) => {
          pane.value = next;
        }}
        nav={<Places />}
        main={isFullPage ? <Page /> : <Middle />}
        {...(!isFullPage && { detail: <Details /> })}
        toast={toast.value?.text ?? null}
        {...(toast.value?.undoOf && { onUndo: () => void undoLast() })}
      />
      <Dialogs />
    </>
  );
}

function Places() {
  return (
    <Nav
      t={t}
      view={nav.value}
      place={place.value}
      onGo={(to) => void go(to)}
      onNewList={() => void addList()}
      onEditTag={(name) => {
        dialog.value = { kind: 'tag', name };
      }}
    />
  );
}

async function addList(): Promise<void> {
  const name = prompt(t('promptListName'))?.trim();
  if (name) await settings.change({ lists: [...settings.settings.value.lists, name] });
}

async function keepSearch(): Promise<void> {
  const name = prompt(t('promptSearchName'))?.trim();
  const query = `${list.base.value} ${list.query.value}`.trim();
  if (!name || !query) return;
  await settings.change({ searches: [...settings.settings.value.searches, { name, query }] });
}

function Page() {
  switch (place.value.kind) {
    case 'import':
      return (
        <ImportPage
          t={t}
          view={imports.view.value}
          onFile={(file) => void imports.readFile(file)}
          onText={(text) => void imports.readText(text)}
          onConfirm={() => void imports.confirm()}
          onCancel={() => imports.cancel()}
          onUndo={() => void imports.undo()}
          onAgain={() => imports.cancel()}
        />
      );
    case 'settings':
      return (
        <SettingsPage
          t={t}
          settings={settings.shown.value}
          onSetting={(id, value) => void settings.set(id, value)}
          onAction={() => void settings.forgetSeen()}
          sites={settings.sites.value}
          onAllowSite={(id) => settings.allow(id)}
          onForbidSite={(id) => void settings.forbid(id)}
          onSiteOn={(id, isOn) => void settings.setOn(id, isOn)}
          keymap={settings.keymap.value}
          onKey={(command, key) => void settings.setKey(command, key)}
          onResetKeys={() => void settings.change({ keys: {} })}
        />
      );
    default:
      return (
        <HealthPage
          t={t}
          view={health.view.value}
          nowMs={Date.now()}
          onCheck={() => void health.check()}
          onRepair={() => void health.repair()}
          onSnapshot={() => void health.takeSnapshot()}
          onRestore={(id) => void health.restore(id)}
          onExport={() => {
            dialog.value = { kind: 'export' };
          }}
          onCopyReport={() => void health.copyReport()}
          onRetry={() => void health.load()}
        />
      );
  }
}

const actions: PaperActions = {
  onOpen: (key) => void openPaper(key),
  onDetails: (key) => void openDetail(key),
  onSave: (key) => void saveSeen(key),
  onRemove: (key) => void removePapers([key]),
  onMarkRead: (key) => void editPapers([key], { status: 'read' }),
  onStar: (key, starred) => void editPapers([key], { starred }),
  onNote: (key) => void openDetail(key),
  onTag: (key) => void openDetail(key),
};

async function openPaper(key: PaperKey): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const url = stored?.paper.urls?.[0];
  if (url) window.open(url, '_blank', 'noopener');
}

async function saveSeen(key: PaperKey): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  if (stored) await savePapers([toCandidate(stored)]);
}

function Middle() {
  const isBin = place.value.kind === 'bin';
  const rows = list.rows.value;
  const selected = [...list.selected.value];
  // Reading it makes this view follow rows that arrive later.
  void list.fetched.value;
  const shownRows = rows.kind === 'ready' ? { ...rows, paperAt: list.paperAt } : rows;
  const binRows = {
    kind: 'ready' as const,
    count: binned.value.length,
    paperAt: (index: number) => binned.value[index],
  };
  return (
    <Rows
      t={t}
      keymap={settings.keymap.value}
      title={titleOf(place.value)}
      isBin={isBin}
      rows={isBin ? binRows : shownRows}
      query={list.query.value}
      onQuery={(query) => void list.setQuery(query)}
      queryProblems={list.problems.value.map((problem) => queryProblemText(t, problem))}
      onSaveSearch={() => void keepSearch()}
      look={look.value}
      onLook={(next) => {
        look.value = next;
      }}
      columns={columns.value}
      onColumns={(next) => {
        columns.value = next;
      }}
      sort={list.sort.value}
      onSort={(sort) => void list.setSort(sort)}
      activeIndex={list.activeIndex.value}
      onActivate={(index) => {
        list.activeIndex.value = index;
        const paper = isBin ? undefined : list.paperAt(index);
        if (paper) void detail.open(paper.key);
      }}
      selected={list.selected.value}
      onSelect={select}
      onNeedRows={(range) => void list.need(range)}
      actions={actions}
      bulk={{
        onStatus: (status) => void editPapers(selected, { status }),
        onStar: () => void editPapers(selected, { starred: true }),
        onTag: () => void tagSelected(selected),
        onRemove: () => void removePapers(selected),
        onSelectAll: () => void selectAll(),
        onClear: () => {
          list.selected.value = new Set();
        },
      }}
      onRestore={(keys) =>
        void runChange('restoredDone', (opId) => send('bin.restore', { opId, ids: keys }))
      }
      onEmptyBin={() => void send('bin.empty', {}).then(refresh)}
      onExport={() => {
        dialog.value = { kind: 'export' };
      }}
      onUndo={() => void undoLast()}
      onHelp={() => {
        dialog.value = { kind: 'help' };
      }}
      onRetry={() => void list.load()}
    />
  );
}

function titleOf(to: LibraryPlace): string {
  switch (to.kind) {
    case 'list':
    case 'tag':
    case 'search':
      return to.name;
    case 'starred':
      return t('starred');
    case 'status':
      return t(
        ({ unread: 'statusUnread', reading: 'statusReading', read: 'statusRead' } as const)[
          to.status
        ],
      );
    case 'bin':
      return t('bin');
    default:
      return t('filterAll');
  }
}

async function tagSelected(ids: readonly PaperKey[]): Promise<void> {
  const tag = prompt(t('addTags'))?.trim();
  if (tag) await editPapers(ids, { addTags: [tag] });
}

function select(index: number, isRange: boolean): void {
  const paper = place.value.kind === 'bin' ? binned.value[index] : list.paperAt(index);
  if (!paper) return;
  const keys = (place.value.kind === 'bin' ? binned.value : list.papers).map(({ key }) => key);
  const { activeIndex, selected } = list;
  selected.value = isRange
    ? selectRange(selected.value, keys, activeIndex.value, index)
    : toggled(selected.value, paper.key);
  activeIndex.value = index;
}

async function selectAll(): Promise<void> {
  const count = list.rows.value.kind === 'ready' ? list.rows.value.count : 0;
  await list.need({ start: 0, end: count });
  list.selected.value = new Set(list.papers.map(({ key }) => key));
}

function Details() {
  const suggest = (names: readonly { name: string }[]) => (typed: string) => {
    const wanted = typed.toLocaleLowerCase();
    return names
      .map(({ name }) => name)
      .filter((name) => name.toLocaleLowerCase().includes(wanted));
  };
  return (
    <Detail
      t={t}
      view={detail.view.value}
      nowMs={Date.now()}
      suggestTags={suggest(labels.value.tags)}
      suggestLists={suggest(nav.value.lists)}
      onOpenPaper={(key) => void openDetail(key)}
      onCopy={(key, format) =>
        void copyPaper(key, format).then(() => showToast({ text: t('copiedDone') }))
      }
      onRetry={() => void detail.refresh()}
      onStatus={(key, status) => void editPapers([key], { status })}
      onStar={(key, starred) => void editPapers([key], { starred })}
      onTags={(key, tags) => void setLabels(key, 'tags', tags)}
      onLists={(key, lists) => void setLabels(key, 'lists', lists)}
      onNote={(key, note) => void editPapers([key], { note })}
      onRemove={(key) => void removePapers([key])}
      onMerge={(key, other) =>
        void runChange('changedDone', (opId) =>
          send('papers.merge', { opId, from: other, into: key }),
        )
      }
      onNotSame={() => undefined}
    />
  );
}

async function setLabels(
  key: PaperKey,
  kind: 'tags' | 'lists',
  wanted: readonly string[],
): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const gone = (stored?.entry?.[kind] ?? []).filter((name) => !wanted.includes(name));
  await editPapers(
    [key],
    kind === 'tags'
      ? { addTags: wanted, removeTags: gone }
      : { addLists: wanted, removeLists: gone },
  );
}

async function runExport(request: ExportRequest): Promise<void> {
  exporting.value = { busy: true };
  try {
    await exportPapersTo(request, idsOf(request.scope));
    await send('library.exported', {});
    dialog.value = null;
    showToast({ text: t(request.target === 'clipboard' ? 'copiedDone' : 'exportedDone') });
    exporting.value = { busy: false };
  } catch (error) {
    exporting.value = { busy: false, error: toErrorData(error) };
  }
}

function idsOf(scope: string): readonly PaperKey[] | undefined {
  if (scope === 'selected') return [...list.selected.value];
  if (scope === 'found') return list.papers.map(({ key }) => key);
  return undefined;
}

function Dialogs() {
  const shown = dialog.value;
  const close = () => {
    dialog.value = null;
  };
  if (shown?.kind === 'help') {
    return <KeyboardHelp t={t} keymap={settings.keymap.value} onClose={close} />;
  }
  if (shown?.kind === 'export') return <Export onClose={close} />;
  if (shown?.kind === 'tag') return <EditTag name={shown.name} onClose={close} />;
  return null;
}

function Export({ onClose }: { onClose: () => void }) {
  const { busy, error } = exporting.value;
  const chosen = list.selected.value.size;
  const found = list.rows.value.kind === 'ready' ? list.rows.value.count : 0;
  const isPart = list.base.value !== '' || list.query.value.trim() !== '';
  const scopes = [
    ...(chosen > 0 ? [{ id: 'selected', name: t('scopeSelected'), count: chosen }] : []),
    ...(isPart ? [{ id: 'found', name: titleOf(place.value), count: found }] : []),
    { id: 'all', name: t('scopeAll'), count: nav.value.counts.all },
  ];
  return (
    <ExportDialog
      t={t}
      scopes={scopes}
      formats={offeredFormats()}
      busy={busy}
      {...(error && { error })}
      onExport={(request) => void runExport(request)}
      onClose={onClose}
    />
  );
}

function EditTag({ name, onClose }: { name: string; onClose: () => void }) {
  const { tags } = labels.value;
  const rename = (to: string | null) => {
    onClose();
    void runChange('changedDone', (opId) =>
      send('labels.rename', { opId, kind: 'tags', from: name, to }),
    );
  };
  return (
    <TagDialog
      t={t}
      tag={name}
      count={tags.find((tag) => tag.name === name)?.count ?? 0}
      tags={tags.map((tag) => tag.name)}
      onRename={rename}
      onDelete={() => rename(null)}
      onClose={onClose}
    />
  );
}

function Welcome() {
  const missing = settings.sites.value.filter(({ isFixed, isAllowed }) => isFixed && !isAllowed);
  const leave = (to: LibraryPlace) => {
    isFirstRun.value = false;
    void go(to);
  };
  return (
    <FirstRun
      t={t}
      sites={settings.sites.value.filter(({ isFixed }) => !isFixed)}
      onAllowSite={(id) => settings.allow(id)}
      onImport={() => leave({ kind: 'import' })}
      onDone={() => leave({ kind: 'all' })}
      mainSitesMissing={missing.length > 0}
      onAllowMainSites={() => {
        for (const { id } of missing) settings.allow(id);
      }}
    />
  );
}
