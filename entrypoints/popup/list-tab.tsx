import { browser } from '@wxt-dev/browser';
import { ReadingList } from '../../components/popup/reading-list';
import { listProps } from '../app/list-props';
import type { RowsState } from '../app/reading-list-model';
import { actions, dialog, exportListed, keymap, list, showHelp } from './state';

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

function isClosed(rows: RowsState): boolean {
  return rows.kind === 'failed' && rows.error.code === 'storage-closed';
}

/** The page that works without the database. */
async function openRecovery(): Promise<void> {
  await browser.tabs.create({ url: '/recovery.html' });
}
