import { useLayoutEffect, useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Modal } from './modal';
import { NoteField } from './note-field';

interface NoteDialogProps {
  t: Translator;
  /** The paper's title, and its note; null while they are on their way. */
  title: string | null;
  note: string | null;
  /** However it is closed, what was written is kept. */
  onKeep: (note: string) => void;
  /** The same, and more room to write. */
  onOpenLibrary: (note: string) => void;
}

/** The note of one paper, over the popup. What is typed before the note is there follows it. */
export function NoteDialog({ t, title, note, onKeep, onOpenLibrary }: NoteDialogProps) {
  const [text, setText] = useState('');
  useLayoutEffect(() => {
    if (note !== null) setText((early) => joinNotes(note, early));
  }, [note === null]);
  const keep = () => onKeep(text);
  return (
    <Modal t={t} title={t('note')} onClose={keep}>
      <div class="modal-body">
        <p class="note-of hint" dir="auto">
          {title}
        </p>
        <NoteField t={t} note={text} onChange={setText} rows={8} onDone={keep} />
        <div class="modal-foot">
          <button type="button" class="button button-quiet" onClick={() => onOpenLibrary(text)}>
            {t('openInLibrary')}
          </button>
          <button type="button" class="button button-primary" onClick={keep}>
            {t('done')}
          </button>
        </div>
      </div>
    </Modal>
  );
}

/** A note and what was written before it was there. */
export function joinNotes(note: string, early: string): string {
  return [note, early].filter(Boolean).join('\n');
}
