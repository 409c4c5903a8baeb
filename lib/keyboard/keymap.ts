/** What can be done by one key in the popup and the library, and with which key. */

/** All commands, what belongs together in one group. */
export const COMMAND_GROUPS = [
  ['move', ['next', 'previous', 'search', 'details', 'open', 'goTo']],
  ['paper', ['save', 'read', 'star', 'tag', 'note', 'queue', 'remove']],
  ['select', ['select', 'selectNext', 'selectPrevious', 'moveUp', 'moveDown']],
  ['out', ['copy', 'copyCitation', 'copyMarkdown', 'export']],
  ['anywhere', ['undo', 'close', 'help']],
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number][0];
export type Command = (typeof COMMAND_GROUPS)[number][1][number];
export const COMMANDS: readonly Command[] = COMMAND_GROUPS.flatMap(([, commands]) => commands);

/** The key of each command, as `KeyboardEvent.key` gives it. */
export type Keymap = Readonly<Record<Command, string>>;

/** Letters without a modifier, so that none clashes with the browser's or Zotero's shortcuts. */
export const DEFAULT_KEYMAP: Keymap = {
  next: 'j',
  previous: 'k',
  open: 'o',
  details: 'Enter',
  save: 's',
  read: 'r',
  star: '*',
  note: 'n',
  tag: 't',
  queue: 'q',
  moveUp: 'K',
  moveDown: 'J',
  select: 'x',
  selectNext: 'X',
  selectPrevious: 'Z',
  remove: 'Delete',
  undo: 'u',
  copy: 'c',
  copyCitation: 'i',
  copyMarkdown: 'm',
  export: 'e',
  search: '/',
  goTo: 'g',
  help: '?',
  close: 'Escape',
};

/** Second keys that always work, whatever is remapped. */
const ALWAYS: Readonly<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'previous' };
/** The same with shift, which in a text field selects text. */
const ALWAYS_SHIFTED: Readonly<Record<string, Command>> = {
  ArrowDown: 'selectNext',
  ArrowUp: 'selectPrevious',
};

/** What of a KeyboardEvent decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** An input method is composing: its keys are text. */
  readonly isComposing: boolean;
}

/**
 * The command of a key, or null. While text is typed only Escape and the arrows are commands, so
 * that every letter can be written.
 */
export function commandOf(press: KeyPress, isTyping: boolean, keymap: Keymap): Command | null {
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.shiftKey && !isTyping && ALWAYS_SHIFTED[press.key])
    return ALWAYS_SHIFTED[press.key] ?? null;
  const command = ALWAYS[press.key] ?? COMMANDS.find((name) => keymap[name] === press.key) ?? null;
  if (!isTyping || command === 'close') return command;
  return ALWAYS[press.key] ?? null;
}

/** The command that already has this key, or null where the key is free for `command`. */
export function conflictOf(keymap: Keymap, command: Command, key: string): Command | null {
  const other = ALWAYS[key] ?? COMMANDS.find((name) => keymap[name] === key);
  return other === undefined || other === command ? null : other;
}

/** The default keys with the user's own over them. */
export function withOwnKeys(own: Readonly<Record<string, string>>): Keymap {
  return { ...DEFAULT_KEYMAP, ...own };
}
