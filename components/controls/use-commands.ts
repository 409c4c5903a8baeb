import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Command, commandOf, type Keymap } from '../../lib/keyboard/keymap';

/** Runs commands by key anywhere in the view. `run` says whether it did something. */
export function useCommands(
  keymap: Keymap,
  run: (command: Command, event: KeyboardEvent) => boolean,
): void {
  const latest = useRef(run);
  latest.current = run;
  // With the rows themselves: a key pressed at their first sight is meant for them.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // What stands in a dialog has keys of its own.
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const target = event.target instanceof Element ? event.target : null;
      // Enter in a search box is meant for what was found.
      const isTyping = isTextField(target) && !(event.key === 'Enter' && target?.closest('search'));
      const command = commandOf(event, isTyping, keymap);
      if (command === null) return;
      // Enter on a button or a link is that button's own.
      if (event.key === 'Enter' && target?.closest('button, a, summary, select')) return;
      if (latest.current(command, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [keymap]);
}

function isTextField(element: Element | null): boolean {
  const fields = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';
  return element?.matches(fields) ?? false;
}
