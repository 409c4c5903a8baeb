/** Where a list hangs on its button, as lengths of CSS in the window. */
export type MenuPlace = {
  readonly left?: string;
  readonly right?: string;
  readonly top?: string;
  readonly bottom?: string;
  readonly maxHeight: string;
};

const GAP_PX = 4;
const MARGIN_PX = 8;
/** With less room than this below, a list hangs upwards where there is more. */
const ENOUGH_PX = 200;

/** Under the button, or over it near the bottom; from its leading edge, as the language runs. */
export function placeMenu(
  button: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  viewport: { readonly width: number; readonly height: number },
  isRightToLeft: boolean,
): MenuPlace {
  const below = viewport.height - button.bottom - GAP_PX - MARGIN_PX;
  const above = button.top - GAP_PX - MARGIN_PX;
  const side = isRightToLeft
    ? { right: px(Math.max(MARGIN_PX, viewport.width - button.right)) }
    : { left: px(Math.max(MARGIN_PX, button.left)) };
  return below < ENOUGH_PX && above > below
    ? { ...side, bottom: px(viewport.height - button.top + GAP_PX), maxHeight: px(above) }
    : { ...side, top: px(button.bottom + GAP_PX), maxHeight: px(below) };
}

/** Preact sets a number as it is, and without a unit it is no length. */
function px(length: number): string {
  return `${length}px`;
}
