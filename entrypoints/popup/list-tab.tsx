import { browser } from 'wxt/browser';
import { ReadingList } from '../../components/popup/reading-list';
import { t } from '../app/connect';
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
      onExport={() => void openExport()}
      onHelp={showHelp}
      onRetry={() => void (isClosed(list.rows.value) ? openRecovery() : list.load())}
    />
  );
}

async function openExport(): Promise<void> {
  await exports.loadFormats();
  dialog.value = { kind: 'export' };
}

function isClosed(rows: RowsState): boolean {
  return rows.kind === 'failed' && rows.error.code === 'storage-closed';
}

/** The page that works without the database. */
async function openRecovery(): Promise<void> {
  await browser.tabs.create({ url: '/recovery.html' });
}

/** What the part of the list on screen is called where it can be exported by itself. */
export function foundName(): string | null {
  return list.query.value.trim() !== '' && list.rows.value.kind === 'ready'
    ? t('scopeFound')
    : null;
}
