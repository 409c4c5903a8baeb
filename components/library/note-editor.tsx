import { useRef, useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { useFocus } from '../controls/use-focus';
import { Markdown } from './markdown';

interface NoteEditorProps {
  t: Translator;
  note: string;
  /** Starts with the cursor in the note. */
  isWriting: boolean;
  /** Called when the writer leaves the note or presses Ctrl or Cmd and Enter. */
  onNote: (note: string) => void;
}

/** The note as it reads; pressed, as it is written. */
export function NoteEditor({ t, note, isWriting: first, onNote }: NoteEditorProps) {
  const [isWriting, setWriting] = useState(first);
  const [text, setText] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  useFocus(field, isWriting);
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
