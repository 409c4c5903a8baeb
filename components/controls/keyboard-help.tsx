import type { MessageName, Translator } from '../../lib/i18n/translate';
import {
  COMMAND_GROUPS,
  type Command,
  type CommandGroup,
  type Keymap,
} from '../../lib/keyboard/keymap';
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
  selectPrevious: 'commandSelectPrevious',
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

export const GROUP_TEXTS: Record<CommandGroup, MessageName> = {
  move: 'keysMove',
  paper: 'keysPaper',
  select: 'keysSelect',
  out: 'keysOut',
  anywhere: 'keysAll',
};

/** What each key does, what belongs together side by side. */
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
      <div class="keyboard-help">
        {COMMAND_GROUPS.map(([group, commands]) => (
          <section key={group}>
            <h3>{t(GROUP_TEXTS[group])}</h3>
            <dl>
              {commands.map((command) => (
                <div key={command}>
                  <dt>
                    <kbd>{keyName(t, keymap[command])}</kbd>
                  </dt>
                  <dd>{t(COMMAND_TEXTS[command])}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
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
