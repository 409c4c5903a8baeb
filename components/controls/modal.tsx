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

/** A dialog over the view. The browser keeps the focus in it, closes it on Escape and gives it back. */
export function Modal({ t, title, onClose, children }: ModalProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  return (
    <dialog class="modal" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <header>
        {/* The focus starts at the title, so that it is read and nothing is pressed by mistake. */}
        <h2 id={id} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <IconButton of={X} label={t('close')} onClick={() => dialog.current?.close()} />
      </header>
      {children}
    </dialog>
  );
}
