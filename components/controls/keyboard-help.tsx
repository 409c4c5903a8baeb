import type { MessageName, Translator } from '../../lib/i18n/translate';
import { COMMANDS, type Command, type Keymap } from '../../lib/keyboard/keymap';
import { Modal } from './modal';
import './keyboard-help.css';

export const COMMAND_TEXTS: Record<Command, MessageName> = {
  next: 'commandNext',
  previous: 'commandPrevious',
  open: 'commandOpen',
  details: 'commandDetails',
  save: 'save',
  read: 'markRead',
  star: 'star',
  note: 'commandNote',
  tag: 'commandTag',
  queue: 'sortNext',
  moveUp: 'commandMoveUp',
  moveDown: 'commandMoveDown',
  select: 'commandSelect',
  selectNext: 'commandSelectNext',
  remove: 'remove',
  undo: 'undo',
  copy: 'copyBibtex',
  copyCitation: 'copyCitation',
  copyMarkdown: 'copyMarkdown',
  export: 'exportTitle',
  search: 'searchPapers',
  goTo: 'goTo',
  help: 'keyboardHelp',
  close: 'commandClose',
};

/** What each key does. */
export function KeyboardHelp({
  t,
  keymap,
  onClose,
}: {
  t: Translator;
  keymap: Keymap;
  onClose: () => void;
}) {
  return (
    <Modal t={t} title={t('keyboardHelp')} onClose={onClose}>
      <dl class="keyboard-help">
        {COMMANDS.map((command) => (
          <div key={command}>
            <dt>
              <kbd>{keyName(t, keymap[command])}</kbd>
            </dt>
            <dd>{t(COMMAND_TEXTS[command])}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

const KEY_TEXTS: Readonly<Record<string, MessageName>> = {
  Enter: 'keyEnter',
  Escape: 'keyEscape',
  Delete: 'keyDelete',
  ' ': 'keySpace',
};

/** A key as it is printed on it. */
export function keyName(t: Translator, key: string): string {
  const text = KEY_TEXTS[key];
  return text ? t(text) : key;
}
