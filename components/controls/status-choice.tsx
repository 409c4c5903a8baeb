import type { PaperState, ReadingStatus } from '../../lib/core/paper';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import './status-choice.css';

const CHOICES: readonly [ReadingStatus, PaperState, MessageName][] = [
  ['unread', 'saved', 'statusUnread'],
  ['reading', 'reading', 'statusReading'],
  ['read', 'read', 'statusRead'],
];

interface StatusChoiceProps {
  t: Translator;
  state: PaperState;
  onStatus: (status: ReadingStatus) => void;
}

/** To read, reading, read: one of three, set at once. */
export function StatusChoice({ t, state, onStatus }: StatusChoiceProps) {
  return (
    <fieldset class="status-choice">
      <legend class="visually-hidden">{t('status')}</legend>
      {CHOICES.map(([status, shown, text]) => (
        <button
          key={status}
          type="button"
          class={`status-${shown}`}
          aria-pressed={state === shown}
          onClick={() => onStatus(status)}
        >
          {t(text)}
        </button>
      ))}
    </fieldset>
  );
}
