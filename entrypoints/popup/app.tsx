import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import {
  ExportDialog,
  type ExportFormatView,
  type ExportRequest,
} from '../../components/controls/export-dialog';
import { KeyboardHelp } from '../../components/controls/keyboard-help';
import { selectRange, toggled } from '../../components/paper-list/selection';
import type { PaperActions } from '../../components/paper-view';
import type { CopyFormat } from '../../components/popup/page-view';
import { Popup, type PopupTab } from '../../components/popup/popup';
import { ReadingList } from '../../components/popup/reading-list';
import { Related } from '../../components/popup/related';
import { ThisPage } from '../../components/popup/this-page';
import { type ErrorData, toErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import { doneText } from '../../lib/i18n/done-text';
import { DEFAULT_KEYMAP, type Keymap, withOwnKeys } from '../../lib/keyboard/keymap';
import {
  dismissPapers,
  editPapers,
  removePapers,
  savePapers,
  showToast,
  toast,
  undoLast,
} from '../app/changes';
import { send, t } from '../app/connect';
import { PasteModel } from '../app/paste-model';
import { queryProblemText } from '../app/query-problem-text';
import { ReadingListModel, type RowsState } from '../app/reading-list-model';
import { PageModel } from './page-model';
import { RelatedModel } from './related-model';

const tab = signal<PopupTab>('page');
const dialog = signal<'help' | 'export' | null>(null);
const exporting = signal<{ busy: boolean; error?: ErrorData }>({ busy: false });
const formats = signal<readonly ExportFormatView[]>([]);
const tags = signal<readonly string[]>([]);
const keymap = signal<Keymap>(DEFAULT_KEYMAP);

const page = new PageModel(send, tabUnderneath);
export const list = new ReadingListModel(send);
export const related = new RelatedModel(send, Date.now);
const paste = new PasteModel(send);

/** What stands on screen first: the page, and the list in case there is nothing on the page. */
export async function load(): Promise<void> {
  const listed = list.load();
  await page.load();
  if (page.view.value.kind === 'nothing') tab.value = 'list';
  await listed;
  await loadTheRest();
}

/** Everything on screen, asked for anew. */
export async function refresh(): Promise<void> {
  await Promise.all([list.load(), page.refresh()]);
  await loadTheRest();
}

/** Related work is a second of work for the background, so only for those who look at it. */
async function loadTheRest(): Promise<void> {
  const [labels, settings] = [send('library.labels', {}), send('settings.get', {})];
  keymap.value = withOwnKeys((await settings).keys);
  if (tab.value === 'related') await related.load(page.openPaper);
  tags.value = (await labels).tags.map(({ name }) => name);
}

/** The tab in front; `?tab=` names another one, for a popup opened as a page of its own. */
async function tabUnderneath(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return Number(named);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? null;
}

async function openLibrary(path = ''): Promise<void> {
  await browser.tabs.create({ url: `/library.html${path}` as '/library.html' });
  window.close();
}

const openDetails = (key: PaperKey) => openLibrary(`#${encodeURIComponent(key)}`);

function suggestTags(typed: string): readonly string[] {
  const start = typed.toLocaleLowerCase();
  return tags.value.filter((tag) => tag.toLocaleLowerCase().includes(start));
}

const actions: PaperActions = {
  onOpen: (key) => void openPaper(key),
  onDetails: (key) => void openDetails(key),
  onSave: (key) => void saveListed([key]),
  onRemove: (key) => void removePapers([key]),
  onMarkRead: (key) => void editPapers([key], { status: 'read' }),
  onStar: (key, starred) => void editPapers([key], { starred }),
  onNote: (key) => void openDetails(key),
  onTag: (key) => void openDetails(key),
};

async function openPaper(key: PaperKey): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const url = stored?.paper.urls?.[0];
  if (url) await browser.tabs.create({ url });
}

/** Papers of this page are saved as the page tells them; seen ones as they were met. */
async function saveListed(keys: readonly PaperKey[]): Promise<void> {
  const here = keys.map((key) => page.candidateOf(key)).filter((one) => one !== undefined);
  const stored = here.length > 0 ? [] : await send('papers.view', { keys });
  const seen = stored.map(({ paper: { id, ids, title, authors } }) => {
    return { key: id, ids, title, authors, source: 'address' as const };
  });
  await savePapers([...here, ...seen], undefined, page.reading.value?.url);
}

async function copyAs(key: PaperKey, format: CopyFormat): Promise<void> {
  const { copyPaper } = await import('../app/export-papers');
  await copyPaper(key, format);
  showToast({ text: doneText(t, 'copied') });
}

/** Formats are loaded when they are first asked for: most popups close without. */
async function openExport(): Promise<void> {
  const { offeredFormats } = await import('../app/export-papers');
  formats.value = offeredFormats();
  dialog.value = 'export';
}

async function runExport(request: ExportRequest): Promise<void> {
  exporting.value = { busy: true };
  try {
    const { exportPapersTo } = await import('../app/export-papers');
    const count = await exportPapersTo(request, idsOf(request.scope));
    if (request.target === 'file') await send('library.exported', {});
    dialog.value = null;
    const done = request.target === 'clipboard' ? 'copied' : 'exported';
    showToast({ text: doneText(t, done, count) });
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

export function App() {
  const { unread = 0, reading = 0, read = 0 } = list.counts.value ?? {};
  const view = page.view.value;
  const counts = {
    ...(view.kind === 'list' && { page: view.papers.length }),
    ...(list.counts.value && { list: unread + reading + read }),
  };
  return (
    <Popup
      t={t}
      tab={tab.value}
      onTab={(next) => {
        tab.value = next;
        if (next === 'related') void related.load(page.openPaper);
      }}
      counts={counts}
      onLibrary={() => void openLibrary()}
      onSettings={() => void openLibrary('#settings')}
      onHelp={() => {
        dialog.value = 'help';
      }}
      toast={toast.value?.text ?? null}
      {...(toast.value?.undoOf && { onUndo: () => void undoLast() })}
    >
      {tab.value === 'page' && <PageTab />}
      {tab.value === 'list' && <ListTab />}
      {tab.value === 'related' && <RelatedTab />}
      <Dialogs />
    </Popup>
  );
}

function PageTab() {
  return (
    <ThisPage
      t={t}
      view={page.view.value}
      nowMs={Date.now()}
      suggestTags={suggestTags}
      onSave={(key, { tags: addTags, note }) => {
        const candidate = page.candidateOf(key);
        const edit = { addTags, ...(note && { note }) };
        if (candidate) void savePapers([candidate], edit, page.reading.value?.url);
      }}
      onSaveMany={(keys) => void saveListed(keys)}
      onStatus={(key, status) => void editPapers([key], { status })}
      onStar={(key, starred) => void editPapers([key], { starred })}
      onTags={(key, wanted) => void setTags(key, wanted)}
      onNote={(key, note) => void editPapers([key], { note })}
      onRemove={(key) => void removePapers([key])}
      onCopy={(key, format) => void copyAs(key, format)}
      onDetails={(key) => void openDetails(key)}
      onAllowSite={allowSite}
      paste={paste.state.value}
      onPaste={(text) => void paste.look(text)}
      onPasteSave={() => void paste.save()}
      onPasteCancel={() => paste.cancel()}
      {...(page.offeredSite.value && { offeredSite: page.offeredSite.value })}
      onRetry={() => void page.load()}
    />
  );
}

/** The question must come first in the click; what follows is the background's to do. */
function allowSite(): void {
  const origins = [...page.origins];
  if (origins.length > 0) void browser.permissions.request({ origins });
}

async function setTags(key: PaperKey, wanted: readonly string[]): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const had = stored?.entry?.tags ?? [];
  const removeTags = had.filter((tag) => !wanted.includes(tag));
  await editPapers([key], { addTags: wanted, removeTags });
}

function ListTab() {
  const rows = list.rows.value;
  const counted = list.counts.value;
  // Reading it makes this view follow rows that arrive later.
  void list.fetched.value;
  const selected = [...list.selected.value];
  return (
    <ReadingList
      t={t}
      keymap={keymap.value}
      rows={rows.kind === 'ready' ? { ...rows, paperAt: list.paperAt } : rows}
      query={list.query.value}
      onQuery={(query) => void list.setQuery(query)}
      queryProblems={list.problems.value.map((problem) => queryProblemText(t, problem))}
      filter={list.filter.value}
      onFilter={(filter) => void list.setFilter(filter)}
      counts={counted ? { ...counted, all: counted.unread + counted.reading + counted.read } : {}}
      sort={list.sort.value}
      onSort={(sort) => void list.setSort(sort)}
      activeIndex={list.activeIndex.value}
      onActivate={(index) => {
        list.activeIndex.value = index;
      }}
      selected={list.selected.value}
      onSelect={select}
      onNeedRows={(range) => void list.need(range)}
      actions={actions}
      bulk={{
        onStatus: (status) => void editPapers(selected, { status }),
        onStar: () => void editPapers(selected, { starred: true }),
        onTag: () => void openLibrary('#tags'),
        onRemove: () => void removePapers(selected),
        onSelectAll: () => void selectAll(),
        onClear: () => {
          list.selected.value = new Set();
        },
      }}
      onExport={() => void openExport()}
      onUndo={() => void undoLast()}
      onHelp={() => {
        dialog.value = 'help';
      }}
      onRetry={() => void (isClosed(rows) ? openRecovery() : list.load())}
    />
  );
}

function isClosed(rows: RowsState): boolean {
  return rows.kind === 'failed' && rows.error.code === 'storage-closed';
}

/** The page that works without the database. */
async function openRecovery(): Promise<void> {
  await browser.tabs.create({ url: '/recovery.html' });
}

function select(index: number, isRange: boolean): void {
  const paper = list.paperAt(index);
  if (!paper) return;
  const keys = list.papers.map(({ key }) => key);
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

function RelatedTab() {
  return (
    <Related
      t={t}
      keymap={keymap.value}
      view={related.view.value}
      recency={related.recency.value}
      onRecency={(recency) => {
        related.recency.value = recency;
      }}
      actions={actions}
      onDismiss={(key) => void dismissPapers([key])}
      onRetry={() => void related.load(page.openPaper)}
    />
  );
}

function Dialogs() {
  const close = () => {
    dialog.value = null;
  };
  if (dialog.value === 'help') return <KeyboardHelp t={t} keymap={keymap.value} onClose={close} />;
  if (dialog.value === 'export') return <Export onClose={close} />;
  return null;
}

function Export({ onClose }: { onClose: () => void }) {
  const { unread = 0, reading = 0, read = 0 } = list.counts.value ?? {};
  const { busy, error } = exporting.value;
  const chosen = list.selected.value.size;
  const found = list.query.value.trim() !== '' && list.rows.value.kind === 'ready';
  const scopes = [
    ...(chosen > 0 ? [{ id: 'selected', name: t('scopeSelected'), count: chosen }] : []),
    ...(found ? [{ id: 'found', name: t('scopeFound'), count: list.papers.length }] : []),
    { id: 'all', name: t('scopeAll'), count: unread + reading + read },
  ];
  return (
    <ExportDialog
      t={t}
      scopes={scopes}
      formats={formats.value}
      busy={busy}
      {...(error && { error })}
      onExport={(request) => void runExport(request)}
      onClose={onClose}
    />
  );
}
