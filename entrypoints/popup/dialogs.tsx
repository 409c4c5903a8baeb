import { KeyboardHelp } from '../../components/controls/keyboard-help';
import { LabelsDialog } from '../../components/controls/labels-dialog';
import { editPapers } from '../app/changes';
import { t } from '../app/connect';
import { suggestFrom } from '../app/suggest';
import { dialog, keymap, labels } from './state';

function close(): void {
  dialog.value = null;
}

/** The dialog over the popup, if there is one. */
export function Dialogs() {
  const shown = dialog.value;
  switch (shown?.kind) {
    case 'help':
      return <KeyboardHelp t={t} keymap={keymap.value} onClose={close} />;
    case 'labels':
      return (
        <LabelsDialog
          t={t}
          count={shown.ids.length}
          suggestTags={suggestFrom(labels.value.tags.map(({ name }) => name))}
          suggestLists={suggestFrom(labels.value.lists.map(({ name }) => name))}
          onChange={(change) => {
            close();
            void editPapers(shown.ids, change);
          }}
          onClose={close}
        />
      );
    default:
      return null;
  }
}
