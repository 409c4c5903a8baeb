import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Markdown } from './markdown';

interface NoteEditorProps {
  t: Translator;
  note: string;
  /** Starts with the cursor in the note. */
  isWriting: boolean;
  /** What was written before the note was there; taken over once. */
  early: RefObject<string>;
  /** Called when the writer leaves the note or presses Ctrl or Cmd and Enter. */
  onNote: (note: string) => void;
}

interface EarlyNoteProps {
  t: Translator;
  early: RefObject<string>;
}

/** Takes what is written while the note is on its way: nothing typed is lost, nor run as a command. */
export function EarlyNote({ t, early }: EarlyNoteProps) {
  return (
    <textarea
      class="field"
      rows={2}
      dir="auto"
      aria-label={t('note')}
      placeholder={t('noteHint')}
      ref={(field) => field?.focus()}
      onInput={(event) => {
        early.current = event.currentTarget.value;
      }}
    />
  );
}

/** The note as it reads; pressed, as it is written. */
export function NoteEditor({ t, note, isWriting: first, early, onNote }: NoteEditorProps) {
  const [isWriting, setWriting] = useState(first);
  const [text, setText] = useState(() => [note, early.current].filter(Boolean).join('\n'));
  const field = useRef<HTMLTextAreaElement>(null);
  // Before the next key arrives, which is meant for the note.
  useLayoutEffect(() => {
    early.current = '';
    if (isWriting) field.current?.focus();
  }, [isWriting, early]);
  const keep = () => {
    setWriting(false);
    if (text !== note) onNote(text);
  };
  return (
    <section>
      <div class="detail-head">
        <h3>{t('note')}</h3>
        <button
          type="button"
          class="link-button"
          // Else the field, which closes when it is left, would be opened again by the click.
          onMouseDown={(event) => isWriting && event.preventDefault()}
          onClick={() => (isWriting ? keep() : setWriting(true))}
        >
          {isWriting ? t('done') : t('edit')}
        </button>
      </div>
      {isWriting ? (
        <textarea
          class="field note-writing"
          rows={8}
          dir="auto"
          aria-label={t('note')}
          placeholder={t('noteHint')}
          ref={field}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
            if (!isDone && event.key !== 'Escape') return;
            event.preventDefault();
            keep();
          }}
        />
      ) : text === '' ? (
        <p class="hint">{t('noNote')}</p>
      ) : (
        <Markdown text={text} />
      )}
    </section>
  );
}
