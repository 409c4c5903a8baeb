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
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="modal" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <IconButton of={X} label={t('close')} onClick={() => dialog.current?.close()} />
      </header>
      {children}
    </dialog>
  );
}
