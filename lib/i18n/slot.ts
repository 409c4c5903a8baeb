/** Stands for something that is not text (an emphasised title) while a message is made up. */
export const SLOT = '\uFFFC';

/** What stands before and after the slot, wherever the language puts it. */
export function aroundSlot(text: string): readonly [before: string, after: string] {
  const at = text.indexOf(SLOT);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + SLOT.length)];
}
