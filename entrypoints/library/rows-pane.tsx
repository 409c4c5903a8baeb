import { Rows } from '../../components/library/rows';
import type { PaperKey } from '../../lib/core/paper';
import { runChange } from '../app/changes';
import { send } from '../app/connect';
import { listProps } from '../app/list-props';
import { paperActions } from '../app/paper-actions';
import { saveSeen } from './detail-pane';
import { placeTitle } from './place-title';
import {
  bin,
  detail,
  dialog,
  focusOn,
  go,
  list,
  openDetail,
  openExport,
  place,
  settings,
} from './state';

const actions = paperActions({
  chosen: (key) => (list.selected.value.size > 0 ? [...list.selected.value] : [key]),
  openAddress: (url) => void window.open(url, '_blank', 'noopener'),
  onDetails: (key) => void openDetail(key),
  onNote: (key) => void openDetail(key, 'note'),
  onSave: (key) => void saveSeen(key),
  onTag: (key) => openLabels([key]),
});

function openLabels(ids: readonly PaperKey[]): void {
  dialog.value = { kind: 'labels', ids };
}

/** The middle pane: the papers of a place, or the bin. */
export function Middle() {
  const isBin = place.value.kind === 'bin';
  const { libraryLook, libraryColumns } = settings.settings.value;
  const listed = listProps(list, openLabels);
  const shown = isBin ? { ...listed, ...bin.props() } : listed;
  return (
    <Rows
      {...shown}
      keymap={settings.keymap.value}
      actions={actions}
      title={placeTitle(place.value)}
      isBin={isBin}
      isWhole={place.value.kind === 'all'}
      onImport={() => go({ kind: 'import' })}
      onSaveSearch={() => {
        dialog.value = { kind: 'keep-search' };
      }}
      look={libraryLook}
      onLook={(look) => void settings.change({ libraryLook: look })}
      columns={libraryColumns}
      onColumns={(columns) => void settings.change({ libraryColumns: columns })}
      onActivate={(index) => {
        shown.onActivate(index);
        const paper = isBin ? undefined : list.paperAt(index);
        focusOn.value = null;
        if (paper) void detail.open(paper.key);
      }}
      onRestore={(keys) =>
        void runChange('restored', (opId) => send('bin.restore', { opId, ids: keys }), keys.length)
      }
      onEmptyBin={() => {
        dialog.value = { kind: 'empty-bin' };
      }}
      onExport={() => void openExport()}
      onHelp={() => {
        dialog.value = { kind: 'help' };
      }}
      onRetry={() => void list.load()}
    />
  );
}
