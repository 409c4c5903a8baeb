import { Confirm } from '../../components/controls/confirm';
import { KeyboardHelp } from '../../components/controls/keyboard-help';
import { LabelsDialog } from '../../components/controls/labels-dialog';
import { NameDialog } from '../../components/controls/name-dialog';
import type { PaperKey } from '../../lib/core/paper';
import { editPapers } from '../app/changes';
import { send, t } from '../app/connect';
import { suggestFrom } from '../app/suggest';
import { GoTo } from './go-to';
import { Rename } from './rename';
import { dialog, labels, list, listNames, openBackup, refresh, settings } from './state';

function close(): void {
  dialog.value = null;
}

/** The dialog over the page, if there is one. */
export function Dialogs() {
  const shown = dialog.value;
  switch (shown?.kind) {
    case 'help':
      return <KeyboardHelp t={t} keymap={settings.keymap.value} onClose={close} />;
    case 'go':
      return <GoTo />;
    case 'rename':
      return <Rename place={shown.place} />;
    case 'labels':
      return <Labels ids={shown.ids} />;
    case 'new-list':
      return (
        <NameDialog
          t={t}
          title={t('newList')}
          label={t('promptListName')}
          action={t('add')}
          onName={(name) => void addList(name)}
          onClose={close}
        />
      );
    case 'keep-search':
      return (
        <NameDialog
          t={t}
          title={t('saveSearch')}
          label={t('promptSearchName')}
          action={t('save')}
          onName={(name) => void keepSearch(name)}
          onClose={close}
        />
      );
    case 'empty-bin':
      return (
        <Confirm
          t={t}
          title={t('emptyBin')}
          text={t('emptyBinQuestion')}
          action={t('emptyBin')}
          onConfirm={() => void emptyBin()}
          onExportFirst={() => {
            close();
            void openBackup();
          }}
          onClose={close}
        />
      );
    default:
      return null;
  }
}

async function addList(name: string): Promise<void> {
  close();
  const { lists } = settings.settings.value;
  await settings.change({ lists: [...new Set([...lists, name])] });
}

async function keepSearch(name: string): Promise<void> {
  close();
  const query = `${list.base.value} ${list.query.value}`.trim();
  const others = settings.settings.value.searches.filter((search) => search.name !== name);
  await settings.change({ searches: [...others, { name, query }] });
}

async function emptyBin(): Promise<void> {
  close();
  await send('bin.empty', {});
  await refresh();
}

function Labels({ ids }: { ids: readonly PaperKey[] }) {
  return (
    <LabelsDialog
      t={t}
      count={ids.length}
      suggestTags={suggestFrom(labels.value.tags.map(({ name }) => name))}
      suggestLists={suggestFrom(listNames())}
      onChange={(change) => {
        close();
        void editPapers(ids, change);
      }}
      onClose={close}
    />
  );
}
