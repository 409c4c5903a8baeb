import { browser } from 'wxt/browser';
import { ReadingList } from '../../components/popup/reading-list';
import { t } from '../app/connect';
import type { ExportPart } from '../app/export-model';
import { listProps } from '../app/list-props';
import type { RowsState } from '../app/reading-list-model';
import { actions, dialog, exports, keymap, list, showHelp } from './state';

/** The reading list. */
export function ListTab() {
  const counted = list.counts.value;
  return (
    <ReadingList
      {...listProps(list, (ids) => {
        dialog.value = { kind: 'labels', ids };
      })}
      keymap={keymap.value}
      actions={actions}
      filter={list.filter.value}
      onFilter={(filter) => void list.setFilter(filter)}
      counts={counted ? { ...counted, all: counted.unread + counted.reading + counted.read } : {}}
      onExport={() => void exportListed()}
      onHelp={showHelp}
      onRetry={() => void (isClosed(list.rows.value) ? openRecovery() : list.load())}
    />
  );
}

/** Those chosen, and those that the list shows where it is not the whole library. */
async function exportListed(): Promise<void> {
  const chosen = [...list.selected.value];
  const parts: ExportPart[] = [];
  if (chosen.length > 0) parts.push({ id: 'selected', name: t('scopeSelected'), keys: chosen });
  if (list.isPart) parts.push({ id: 'found', name: t('scopeFound'), keys: await list.allKeys() });
  await exports.open(parts);
}

function isClosed(rows: RowsState): boolean {
  return rows.kind === 'failed' && rows.error.code === 'storage-closed';
}

/** The page that works without the database. */
async function openRecovery(): Promise<void> {
  await browser.tabs.create({ url: '/recovery.html' });
}
