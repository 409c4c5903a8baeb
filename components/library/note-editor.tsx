import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import { Markdown } from './markdown';

/** What was written into the note of a paper before it was there. */
export interface EarlyText {
  readonly key: PaperKey;
  readonly text: string;
}

interface NoteEditorProps {
  t: Translator;
  paperKey: PaperKey;
  note: string;
  /** Starts with the cursor in the note. */
  isWriting: boolean;
  /** Taken over once, and only into the note that it was meant for. */
  early: RefObject<EarlyText | null>;
  /** Called when the writer leaves the note or presses Ctrl or Cmd and Enter. */
  onNote: (note: string) => void;
}

interface EarlyNoteProps {
  t: Translator;
  paperKey: PaperKey;
  early: RefObject<EarlyText | null>;
}

/** Takes what is written while the note is on its way: nothing typed is lost, nor run as a command. */
export function EarlyNote({ t, paperKey: key, early }: EarlyNoteProps) {
  return (
    <textarea
      class="field"
      rows={2}
      dir="auto"
      aria-label={t('note')}
      placeholder={t('noteHint')}
      ref={(field) => field?.focus()}
      onInput={(event) => {
        early.current = { key, text: event.currentTarget.value };
      }}
    />
  );
}

/** The note as it reads; pressed, as it is written. */
export function NoteEditor(props: NoteEditorProps) {
  const { t, note, early, onNote } = props;
  const [isWriting, setWriting] = useState(props.isWriting);
  const [text, setText] = useState(() => startOf(props));
  const field = useRef<HTMLTextAreaElement>(null);
  // Before the next key arrives, which is meant for the note.
  useLayoutEffect(() => {
    early.current = null;
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

function startOf({ note, paperKey, early: { current: early } }: NoteEditorProps): string {
  return early?.key === paperKey ? [note, early.text].filter(Boolean).join('\n') : note;
}
