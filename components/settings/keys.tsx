import { useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { type Command, conflictOf, type Keymap } from '../../lib/keyboard/keymap';
import { COMMAND_TEXTS, keyName } from '../controls/keyboard-help';

interface KeysProps {
  t: Translator;
  /** Those whose keys are shown. */
  commands: readonly Command[];
  keymap: Keymap;
  onKey: (command: Command, key: string) => void;
  onResetKeys: () => void;
}

/** One key for each command: press the button, then the key. */
export function Keys({ t, commands, keymap, onKey, onResetKeys }: KeysProps) {
  const [waiting, setWaiting] = useState<Command | null>(null);
  const [conflict, setConflict] = useState<string | null>(null);

  const listen = (event: KeyboardEvent) => {
    if (waiting === null || event.key === 'Tab' || isModifier(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const other = conflictOf(keymap, waiting, event.key);
    if (other === null) {
      onKey(waiting, event.key);
      setWaiting(null);
    }
    setConflict(
      other === null ? null : t('keyTaken', keyName(t, event.key), t(COMMAND_TEXTS[other])),
    );
  };

  return (
    <section>
      <h3>{t('keyboardHelp')}</h3>
      <p role="status" class={conflict ? 'warn' : 'hint'}>
        {conflict ?? t('keysWhy')}
      </p>
      {commands.map((command) => (
        <div class="setting" key={command}>
          <span>{t(COMMAND_TEXTS[command])}</span>
          <button
            type="button"
            class="button key-button"
            aria-label={t('changeKey', t(COMMAND_TEXTS[command]), keyName(t, keymap[command]))}
            aria-pressed={command === waiting}
            onClick={() => setWaiting(command)}
            onBlur={() => setWaiting(null)}
            onKeyDown={listen}
          >
            {command === waiting ? t('pressKey') : keyName(t, keymap[command])}
          </button>
        </div>
      ))}
      <button type="button" class="button" onClick={onResetKeys}>
        {t('resetKeys')}
      </button>
    </section>
  );
}

function isModifier({ key }: KeyboardEvent): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key);
}
