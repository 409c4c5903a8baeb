import type { Badge } from './badge-view';

export interface ChoiceBoxOptions {
  /** The badge's own controls; the box comes last among them. */
  readonly pill: HTMLElement;
  readonly draw: () => HTMLElement;
  /** Can this paper be chosen, and is it not a box already? */
  readonly isOffered: () => boolean;
}

/**
 * A box to tick in a badge, by which choosing begins: there while the mouse or the focus is in the
 * badge, since boxes in all rows of a page would be noise. Not made before.
 *
 * @returns what takes the box away; the focus goes to `next` if it was in the box.
 */
export function offerChoice({
  pill,
  draw,
  isOffered,
}: ChoiceBoxOptions): (next: Pick<Badge, 'focus'>) => void {
  let box: HTMLElement | undefined;
  const root = pill.getRootNode() as ShadowRoot;
  const hasFocus = () => pill.contains(root.activeElement);
  const show = () => {
    // Put in again it would lose the focus, and the click that is under way.
    if (box?.isConnected || !isOffered()) return;
    box ??= draw();
    pill.append(box);
  };
  pill.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && show());
  pill.addEventListener('pointerleave', () => !hasFocus() && box?.remove());
  pill.addEventListener('focusin', show);
  pill.addEventListener('focusout', ({ relatedTarget }) => {
    if (!pill.contains(relatedTarget as Node | null)) box?.remove();
  });
  return (next) => {
    // Before, not after: a node that is taken out with the focus in it calls us once more.
    if (box !== undefined && root.activeElement === box) next.focus();
    box?.remove();
  };
}
