import { KeyboardHelp } from '../../components/controls/keyboard-help';
import { LabelsDialog } from '../../components/controls/labels-dialog';
import { NoteDialog } from '../../components/controls/note-dialog';
import { editPapers } from '../app/changes';
import { t } from '../app/connect';
import { suggestFrom } from '../app/suggest';
import { dialog, keepNote, keymap, labels, openLibrary } from './state';

function close(): void {
  dialog.value = null;
}

/** The dialog over the popup, if there is one. */
export function Dialogs() {
  const shown = dialog.value;
  switch (shown?.kind) {
    case 'help':
      return <KeyboardHelp t={t} keymap={keymap.value} onClose={close} />;
    case 'note': {
      const { key, title, note } = shown;
      const keep = (text: string) => {
        close();
        return keepNote(key, note, text);
      };
      return (
        <NoteDialog
          {...{ t, title, note }}
          onKeep={(text) => void keep(text)}
          onOpenLibrary={(text) =>
            void keep(text).then(() => openLibrary(`#note/${encodeURIComponent(key)}`))
          }
        />
      );
    }
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
