import { useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Modal } from '../controls/modal';

interface RenameDialogProps {
  t: Translator;
  title: string;
  /** What the name is of. */
  label: string;
  name: string;
  /** All names of the kind, so that one in use means merging. */
  names: readonly string[];
  /** What renaming to this would do. */
  hint: (to: string, isMerge: boolean) => string;
  /** What the button says that takes it away. */
  removal: string;
  onRename: (to: string) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** Renames a tag, list or search everywhere, merges it into another, or takes it away. */
export function RenameDialog(props: RenameDialogProps) {
  const { t, title, label, names, hint, removal, onRename, onRemove, onClose } = props;
  const [name, setName] = useState(props.name);
  const wanted = name.trim().replace(/\s+/g, ' ');
  const isChanged = wanted !== '' && wanted !== props.name;
  const isMerge = isChanged && names.includes(wanted);
  return (
    <Modal t={t} title={title} onClose={onClose}>
      <form
        class="modal-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) onRename(wanted);
        }}
      >
        <input
          class="field"
          aria-label={label}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <p class="hint" role="status">
          {hint(wanted, isMerge)}
        </p>
        <div class="modal-foot">
          <button type="button" class="button button-danger" onClick={onRemove}>
            {removal}
          </button>
          <button type="submit" class="button button-primary" disabled={!isChanged}>
            {isMerge ? t('merge') : t('rename')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
