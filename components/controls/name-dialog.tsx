import { useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Modal } from './modal';

interface NameDialogProps {
  t: Translator;
  title: string;
  /** What the name is of. */
  label: string;
  /** What the button does: "Add". */
  action: string;
  onName: (name: string) => void;
  onClose: () => void;
}

/** Asks for one name; never gives an empty one. */
export function NameDialog({ t, title, label, action, onName, onClose }: NameDialogProps) {
  const [typed, setTyped] = useState('');
  const name = typed.trim().replace(/\s+/g, ' ');
  return (
    <Modal t={t} title={title} onClose={onClose}>
      <form
        class="modal-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '') onName(name);
        }}
      >
        <label class="field-label">
          {label}
          <input
            class="field"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <div class="modal-foot">
          <button type="button" class="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="button button-primary" disabled={name === ''}>
            {action}
          </button>
        </div>
      </form>
    </Modal>
  );
}
