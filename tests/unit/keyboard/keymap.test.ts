import { describe, expect, it } from 'vitest';
import { COMMANDS, commandOf, conflictOf, DEFAULT_KEYMAP } from '../../../lib/keyboard/keymap';

const press = (key: string, modifiers = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...modifiers,
});

describe('commandOf', () => {
  it('knows the keys that the help page promises', () => {
    const keys = ['j', 'k', 's', 'r', 'o', 'n', 't', 'x', '/', '?', 'Enter', 'Escape'];
    const commands = keys.map((key) => commandOf(press(key), false, DEFAULT_KEYMAP));
    expect(commands).toEqual([
      'next',
      'previous',
      'save',
      'read',
      'open',
      'note',
      'tag',
      'select',
      'search',
      'help',
      'details',
      'close',
    ]);
  });

  it('leaves every letter to the text that is being typed', () => {
    expect(commandOf(press('s'), true, DEFAULT_KEYMAP)).toBeNull();
    expect(commandOf(press('Enter'), true, DEFAULT_KEYMAP)).toBeNull();
    expect(commandOf(press('Escape'), true, DEFAULT_KEYMAP)).toBe('close');
    expect(commandOf(press('ArrowDown'), true, DEFAULT_KEYMAP)).toBe('next');
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leaves keys with %s to the browser', (modifier) => {
    expect(commandOf(press('s', { [modifier]: true }), false, DEFAULT_KEYMAP)).toBeNull();
  });

  it('leaves the keys of an input method alone', () => {
    expect(commandOf(press('Enter', { isComposing: true }), false, DEFAULT_KEYMAP)).toBeNull();
  });
});

describe('an arrow with shift', () => {
  const shifted = press('ArrowDown', { shiftKey: true });

  it('chooses row by row, whatever is remapped', () => {
    expect(commandOf(shifted, false, { ...DEFAULT_KEYMAP, selectNext: 'y' })).toBe('selectNext');
    const up = press('ArrowUp', { shiftKey: true });
    expect(commandOf(up, false, DEFAULT_KEYMAP)).toBe('selectPrevious');
  });

  it('only moves on while text is typed, where it would select text', () => {
    expect(commandOf(shifted, true, DEFAULT_KEYMAP)).toBe('next');
  });
});

describe('conflictOf', () => {
  it('names the command that has the key', () => {
    expect(conflictOf(DEFAULT_KEYMAP, 'save', 'r')).toBe('read');
    expect(conflictOf(DEFAULT_KEYMAP, 'save', 'ArrowDown')).toBe('next');
    expect(conflictOf(DEFAULT_KEYMAP, 'save', 's')).toBeNull();
    expect(conflictOf(DEFAULT_KEYMAP, 'save', 'w')).toBeNull();
  });

  it('finds none in the keys as shipped', () => {
    const conflicts = COMMANDS.map((name) =>
      conflictOf(DEFAULT_KEYMAP, name, DEFAULT_KEYMAP[name]),
    );
    expect(conflicts.every((conflict) => conflict === null)).toBe(true);
  });
});
