import { signal } from '@preact/signals';
import type { LibraryPane } from '../../components/library/library';
import { LIBRARY_PAGES, type LibraryPlace } from '../../components/library/library-view';
import type { ListedPaper } from '../../lib/core/listed-paper';
import type { PaperKey } from '../../lib/core/paper';
import type { Labels } from '../../lib/messages/protocol';
import { send, t } from '../app/connect';
import { ExportModel, type ExportPart } from '../app/export-model';
import { ReadingListModel } from '../app/reading-list-model';
import { DetailModel } from './detail-model';
import { HealthModel } from './health-model';
import { ImportModel } from './import-model';
import { MapModel } from './map-model';
import { placeTitle } from './place-title';
import { placeQuery } from './places';
import { SettingsModel } from './settings-model';
import { StatisticsModel } from './statistics-model';

/** The dialog that stands over the page. */
export type DialogState =
  | { readonly kind: 'help' | 'new-list' | 'keep-search' | 'empty-bin' }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'add-tags'; readonly ids: readonly PaperKey[] };

const NO_LABELS: Labels = { tags: [], lists: [] };

export const place = signal<LibraryPlace>({ kind: 'all' });
export const pane = signal<LibraryPane>('rows');
export const dialog = signal<DialogState | null>(null);
export const labels = signal<Labels>(NO_LABELS);
export const binned = signal<readonly ListedPaper[]>([]);
export const isFirstRun = signal(false);
/** The details were opened to write the note. */
export const isNoting = signal(false);

export const list = new ReadingListModel(send);
export const detail = new DetailModel(send);
export const exports = new ExportModel();
export const imports = new ImportModel(send);
export const health = new HealthModel(send);
export const settings = new SettingsModel(send);
export const statistics = new StatisticsModel(send);
export const map = new MapModel(send);

/** Everything on screen, asked for anew. */
export async function refresh(): Promise<void> {
  const [counted, inBin] = await Promise.all([
    send('library.labels', {}),
    send('bin.list', {}),
    list.load(),
    settings.load(),
    detail.refresh(),
    loadPage(place.value),
  ]);
  labels.value = counted;
  binned.value = inBin;
}

export async function go(to: LibraryPlace): Promise<void> {
  place.value = to;
  pane.value = 'rows';
  if (isPage(to)) await loadPage(to);
  else await list.setBase(placeQuery(to));
}

export async function openDetail(key: PaperKey | null, noting = false): Promise<void> {
  isNoting.value = noting;
  pane.value = key ? 'detail' : 'rows';
  await detail.open(key);
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

/** From a page that stands in place of the rows: to the rows, with this paper's details. */
export async function leaveFor(key: PaperKey): Promise<void> {
  await go({ kind: 'all' });
  await openDetail(key);
}

export function isPage(to: LibraryPlace): boolean {
  return LIBRARY_PAGES.some((name) => name === to.kind);
}

async function loadPage(to: LibraryPlace): Promise<void> {
  if (to.kind === 'health') await health.load();
  if (to.kind === 'statistics') await statistics.load();
  if (to.kind === 'map') await map.load();
}
