import type { Translator } from '../../lib/i18n/translate';
import { Modal } from './modal';

interface ConfirmProps {
  t: Translator;
  title: string;
  /** What will be lost, in a sentence. */
  text: string;
  /** What the button does, in its own words: "Empty the bin". */
  action: string;
  onConfirm: () => void;
  /** Before anything destructive a copy is offered. */
  onExportFirst?: () => void;
  onClose: () => void;
}

/** Asks before what cannot be undone; everything else is done at once and can be. */
export function Confirm({
  t,
  title,
  text,
  action,
  onConfirm,
  onExportFirst,
  onClose,
}: ConfirmProps) {
  return (
    <Modal t={t} title={title} onClose={onClose}>
      <div class="modal-body">
        <p>{text}</p>
        <div class="modal-foot">
          {onExportFirst && (
            <button type="button" class="button" onClick={onExportFirst}>
              {t('exportFirst')}
            </button>
          )}
          <button type="button" class="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="button" class="button button-danger" onClick={onConfirm}>
            {action}
          </button>
        </div>
      </div>
    </Modal>
  );
}
