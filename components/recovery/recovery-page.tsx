import type { MessageName, Translator } from '../../lib/i18n/translate';
import './recovery.css';

interface RecoveryPageProps {
  t: Translator;
  /** How the last step ended, or nothing yet. */
  said: string;
  onTry: () => void;
  onDump: () => void;
  onSnapshot: () => void;
  onAfresh: () => void;
}

/** What to do when the library does not open, from the harmless to the last resort. */
export function RecoveryPage(props: RecoveryPageProps) {
  const { t, said } = props;
  const step = (why: MessageName, text: MessageName, onClick: () => void, look = '') => (
    <li>
      <p>{t(why)}</p>
      <button type="button" class={`button ${look}`} onClick={onClick}>
        {t(text)}
      </button>
    </li>
  );
  return (
    <main class="recovery">
      <h1>{t('recoveryTitle')}</h1>
      <p>{t('recoveryWhy')}</p>
      <ol>
        {step('recoveryTryWhy', 'tryAgain', props.onTry, 'button-primary')}
        {step('recoveryDumpWhy', 'recoveryDump', props.onDump)}
        {step('recoverySnapshotWhy', 'recoverySnapshot', props.onSnapshot)}
        {step('recoveryAfreshWhy', 'recoveryAfresh', props.onAfresh, 'button-danger')}
      </ol>
      <p role="status">{said}</p>
    </main>
  );
}
