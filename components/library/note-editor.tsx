import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import { joinNotes } from '../controls/note-dialog';
import { NoteField } from '../controls/note-field';
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
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const onChange = (next: string) => {
    setText(next);
    early.current = { key, text: next };
  };
  // Nothing is kept before it is known what was there.
  return <NoteField {...{ t, field, onChange }} note={text} rows={2} onDone={() => undefined} />;
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
        <NoteField
          {...{ t, field }}
          note={text}
          onChange={setText}
          rows={8}
          onDone={keep}
          onLeave={keep}
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
  return early?.key === paperKey ? joinNotes(note, early.text) : note;
}
