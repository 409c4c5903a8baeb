import type { RefObject } from 'preact';
import type { Translator } from '../../lib/i18n/translate';
import './note-field.css';

interface NoteFieldProps {
  t: Translator;
  note: string;
  onChange: (note: string) => void;
  rows: number;
  field?: RefObject<HTMLTextAreaElement | null>;
  /** Ctrl or Cmd and Enter, since Enter alone is a new line. */
  onDone: () => void;
  /** The cursor goes elsewhere; Escape sends it there. */
  onLeave?: () => void;
}

/** Where a note is written. */
export function NoteField({ t, note, onChange, rows, field, onDone, onLeave }: NoteFieldProps) {
  return (
    <textarea
      class="field note-field"
      rows={rows}
      dir="auto"
      aria-label={t('note')}
      placeholder={t('noteHint')}
      {...(field && { ref: field })}
      value={note}
      onInput={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onDone();
        else if (event.key === 'Escape' && onLeave) event.currentTarget.blur();
        else return;
        event.preventDefault();
      }}
    />
  );
}
