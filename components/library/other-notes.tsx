import type { Translator } from '../../lib/i18n/translate';
import type { PaperDetail } from './library-view';
import { Markdown } from './markdown';

interface OtherNotesProps {
  t: Translator;
  paper: PaperDetail;
  onNote: (note: string) => void;
}

/** Notes that a merge brought beside this one; nothing of them is lost. */
export function OtherNotes({ t, paper: { note, otherNotes }, onNote }: OtherNotesProps) {
  if (otherNotes.length === 0) return null;
  return (
    <details class="other-notes">
      <summary>{t.count('otherNotes', otherNotes.length)}</summary>
      {otherNotes.map((text) => (
        <div key={text}>
          <Markdown text={text} />
          <button
            type="button"
            class="link-button"
            onClick={() => onNote([note, text].filter(Boolean).join('\n\n'))}
          >
            {t('addToNote')}
          </button>
        </div>
      ))}
    </details>
  );
}
