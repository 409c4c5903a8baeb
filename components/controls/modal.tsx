import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { IconButton } from './icon-button';
import './modal.css';

interface ModalProps {
  t: Translator;
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** Where to begin: what is to be written, or the first choice that is made already. */
const FIRST_FIELD = 'input.field, textarea.field, .tag-input input, input[type=radio]:checked';

/** A dialog over the view. The browser keeps the focus in it, closes it on Escape and gives it back. */
export function Modal({ t, title, onClose, children }: ModalProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const field = dialog.current?.querySelector<HTMLElement>(FIRST_FIELD);
    (field ?? heading.current)?.focus();
  }, []);
  return (
    <dialog class="modal" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <header>
        {/* Where there is nothing to write the focus starts here, so that nothing is pressed by mistake. */}
        <h2 id={id} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <IconButton of={X} label={t('close')} onClick={() => dialog.current?.close()} />
      </header>
      {children}
    </dialog>
  );
}
