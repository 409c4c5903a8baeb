import { signal } from '@preact/signals';
import { browser } from '@wxt-dev/browser';
import { joinNotes } from '../../components/controls/note-dialog';
import type { PopupTab } from '../../components/popup/popup';
import type { EntryEdit } from '../../lib/core/library-query';
import type { PaperKey } from '../../lib/core/paper';
import { toReadableText } from '../../lib/core/readable-text';
import { DEFAULT_KEYMAP, type Keymap, withOwnKeys } from '../../lib/keyboard/keymap';
import type { Labels } from '../../lib/messages/payloads';
import { editPapers, savePapers } from '../app/changes';
import { send, t } from '../app/connect';
import { ExportModel, type ExportPart } from '../app/export-model';
import { paperActions } from '../app/paper-actions';
import { PasteModel } from '../app/paste-model';
import { ReadingListModel } from '../app/reading-list-model';
import { loadSuggestions } from '../app/suggest';
import { PageModel } from './page-model';
import { RelatedModel } from './related-model';

/** The dialog over the popup. */
export type DialogState =
  | { readonly kind: 'help' }
  /** `note` and `title` are null while they are on their way. */
  | {
      readonly kind: 'note';
      readonly key: PaperKey;
      readonly title: string | null;
      readonly note: string | null;
    }
  | { readonly kind: 'labels'; readonly ids: readonly PaperKey[] };

export const tab = signal<PopupTab>('page');
export const dialog = signal<DialogState | null>(null);
export const labels = signal<Labels>({ tags: [], lists: [] });
export const keymap = signal<Keymap>(DEFAULT_KEYMAP);

export const page = new PageModel(send, tabUnderneath);
export const list = new ReadingListModel(send);
export const related = new RelatedModel(send);
export const paste = new PasteModel(send);
export const exports = new ExportModel();

/** What stands on screen first: the page, and the list in case there is nothing on the page. */
export async function load(): Promise<void> {
  const listed = list.load();
  await page.load();
  if (page.view.value.kind === 'nothing') tab.value = 'list';
  await listed;
  await loadTheRest();
  await loadSuggestions();
}

/** Everything on screen, asked for anew. */
export async function refresh(): Promise<void> {
  await Promise.all([list.refresh(), page.refresh()]);
  await loadTheRest();
}

/** Related work is a second of work for the background, so only for those who look at it. */
async function loadTheRest(): Promise<void> {
  const [named, settings] = [send('library.labels', {}), send('settings.get', {})];
  keymap.value = withOwnKeys((await settings).keys);
  if (tab.value === 'related') await related.load(page.openPaper);
  labels.value = await named;
}

export function goTo(next: PopupTab): void {
  tab.value = next;
  if (next === 'related') void related.load(page.openPaper);
}

export function showHelp(): void {
  dialog.value = { kind: 'help' };
}

/** The tab in front; `?tab=` names another one, for a popup opened as a page of its own. */
async function tabUnderneath(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return Number(named);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  // Known without asking the background, which may have to start.
  const isOurs = active?.url?.startsWith(location.origin);
  return isOurs ? null : (active?.id ?? null);
}

export async function openLibrary(hash = ''): Promise<void> {
  await browser.tabs.create({ url: `/library.html${hash}` as '/library.html' });
  window.close();
}

export const openDetails = (key: PaperKey) => openLibrary(`#${encodeURIComponent(key)}`);

/** The papers chosen, or the one where none is. */
function chosen(key: PaperKey): readonly PaperKey[] {
  const selected = [...list.selected.value];
  return selected.length > 0 ? selected : [key];
}

/** Those chosen, and those that the list shows where it is not the whole library. */
export async function exportListed(): Promise<void> {
  const selected = [...list.selected.value];
  const parts: ExportPart[] = [];
  if (selected.length > 0) parts.push({ id: 'selected', name: t('scopeSelected'), keys: selected });
  if (list.isPart) parts.push({ id: 'found', name: t('scopeFound'), keys: await list.allKeys() });
  await exports.open(parts);
}

export const actions = paperActions({
  chosen,
  openAddress: (url) => void browser.tabs.create({ url }),
  onDetails: (key) => void openDetails(key),
  onNote: (key) => void openNote(key),
  onSave: (key) => void saveListed([key]),
  onTag: (key) => {
    dialog.value = { kind: 'labels', ids: [key] };
  },
});

/** Papers of this page are saved as the page tells them; seen ones as they were met. */
export async function saveListed(keys: readonly PaperKey[], edit?: EntryEdit): Promise<void> {
  const here = keys.map((key) => page.candidateOf(key)).filter((one) => one !== undefined);
  const stored = here.length > 0 ? [] : await send('papers.view', { keys });
  const seen = stored.map(({ paper: { id, ids, title, authors } }) => {
    return { key: id, ids, title, authors, source: 'address' as const };
  });
  await savePapers([...here, ...seen], edit, page.reading.value?.url);
}

async function openNote(key: PaperKey): Promise<void> {
  const isOpen = () => dialog.value?.kind === 'note' && dialog.value.key === key;
  dialog.value = { kind: 'note', key, title: null, note: null };
  const [stored] = await send('papers.view', { keys: [key] });
  const title = toReadableText(stored?.paper.title ?? '');
  if (isOpen()) dialog.value = { kind: 'note', key, title, note: stored?.entry?.note ?? '' };
}

/** A note as it was written over `before`; null where that was not there yet. A paper with a note is saved. */
export async function keepNote(key: PaperKey, before: string | null, text: string): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const kept = stored?.entry?.note ?? '';
  const note = before === null ? joinNotes(kept, text) : text;
  if (note === kept) return;
  if (stored?.entry) await editPapers([key], { note });
  else await saveListed([key], { note });
}
