import { signal } from '@preact/signals';
import type { LibraryPane } from '../../components/library/library';
import {
  LIBRARY_PAGES,
  type LibraryPlace,
  type NamedPlace,
} from '../../components/library/library-view';
import type { PaperKey } from '../../lib/core/paper';
import type { Labels } from '../../lib/messages/payloads';
import { send, t } from '../app/connect';
import { ExportModel, type ExportPart } from '../app/export-model';
import { ReadingListModel } from '../app/reading-list-model';
import { BinModel } from './bin-model';
import { DetailModel } from './detail-model';
import { HealthModel } from './health-model';
import { HistoryModel } from './history-model';
import { ImportModel } from './import-model';
import { MapModel } from './map-model';
import { placeTitle } from './place-title';
import { hashOf, placeQuery, readHash } from './places';
import { ReminderModel } from './reminder-model';
import { SettingsModel } from './settings-model';
import { StatisticsModel } from './statistics-model';

/** The dialog that stands over the page. */
export type DialogState =
  | { readonly kind: 'help' | 'go' | 'new-list' | 'keep-search' | 'empty-bin' }
  | { readonly kind: 'rename'; readonly place: NamedPlace }
  | { readonly kind: 'labels'; readonly ids: readonly PaperKey[] };

const NO_LABELS: Labels = { tags: [], lists: [] };

export const place = signal<LibraryPlace>({ kind: 'all' });
export const pane = signal<LibraryPane>('rows');
export const dialog = signal<DialogState | null>(null);
export const labels = signal<Labels>(NO_LABELS);
export const isFirstRun = signal(false);
/** Where the cursor goes in the details, which were opened for it; null while rows are gone through. */
export const focusOn = signal<'note' | 'title' | null>(null);

export const list = new ReadingListModel(send);
export const bin = new BinModel(send);
export const exports = new ExportModel();
export const detail = new DetailModel(send);
export const imports = new ImportModel(send);
export const health = new HealthModel(send);
export const reminder = new ReminderModel(send);
export const history = new HistoryModel(send);
export const settings = new SettingsModel(send);
export const statistics = new StatisticsModel(send);
export const map = new MapModel(send);

/** Everything on screen, asked for anew. */
export async function refresh(): Promise<void> {
  await Promise.all([
    countLabels(),
    bin.load(),
    list.refresh(),
    settings.load(),
    detail.refresh(),
    reminder.load(),
    loadPage(place.value),
  ]);
}

async function countLabels(): Promise<void> {
  labels.value = await send('library.labels', {});
}

/** By the page's address, so that the browser's own way back leads here again. */
export function go(to: LibraryPlace): void {
  const hash = hashOf(to);
  if (location.hash === hash) void follow();
  else location.hash = hash;
}

/** Shows what the page's address asks for. */
export async function follow(): Promise<void> {
  isFirstRun.value = location.hash === '#welcome';
  const { place: to, paper, isNoting, exported } = readHash(location.hash);
  place.value = to;
  pane.value = 'rows';
  if (isPage(to)) await loadPage(to);
  else await list.setBase(placeQuery(to), to.kind === 'next' ? 'next' : 'added');
  if (paper) await openDetail(paper, isNoting ? 'note' : 'title');
  else await detail.open(null);
  if (exported) await openExport(exported);
}

/** The whole library, in the one format that loses nothing. */
export async function openBackup(): Promise<void> {
  await exports.open([], 'json');
}

/** Asks how papers shall leave: those given, or those chosen, those of this place, or all. */
export async function openExport(given: readonly PaperKey[] = []): Promise<void> {
  const parts: ExportPart[] = [];
  const chosen = [...list.selected.value];
  const isList = given.length === 0 && !isPage(place.value);
  if (given.length > 0) parts.push({ id: 'given', name: t('scopeGiven'), keys: given });
  else if (chosen.length > 0)
    parts.push({ id: 'selected', name: t('scopeSelected'), keys: chosen });
  const name = place.value.kind === 'all' ? t('scopeFound') : placeTitle(place.value);
  if (isList && list.isPart) parts.push({ id: 'found', name, keys: await list.allKeys() });
  // Health asks for the backup, which is the one format that loses nothing.
  await exports.open(parts, place.value.kind === 'health' ? 'json' : undefined);
}

export async function openDetail(key: PaperKey, focus: 'note' | 'title' = 'title'): Promise<void> {
  focusOn.value = focus;
  pane.value = 'detail';
  await detail.open(key, focus === 'note');
}

/** From a page that stands in place of the rows: to the rows, with this paper's details. */
export function leaveFor(key: PaperKey): void {
  location.hash = `#${encodeURIComponent(key)}`;
}

export function isPage(to: LibraryPlace): boolean {
  return LIBRARY_PAGES.some((name) => name === to.kind);
}

async function loadPage(to: LibraryPlace): Promise<void> {
  if (to.kind === 'health') await health.load();
  if (to.kind === 'history') await history.load();
  if (to.kind === 'statistics') await statistics.load();
  if (to.kind === 'map') await map.load();
}

/** Lists that are in use or were made. */
export function listNames(): string[] {
  const used = labels.value.lists.map(({ name }) => name);
  return [...new Set([...used, ...settings.settings.value.lists])];
}
