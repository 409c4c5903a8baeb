export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 6;
const MARGIN_PX = 8;

/**
 * Where a card goes, in viewport pixels: under its badge and behind it, above it where there is more
 * room, moved sideways to stay in view. In a list the badges stand one below the other, so what is
 * under one is the next: a card on its way to it would be in the way. `maxHeight` keeps it from
 * covering the badge.
 */
export function placeCard(
  badge: Box,
  card: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number; readonly maxHeight: number } {
  const bottom = badge.top + badge.height;
  const roomBelow = viewport.height - bottom - GAP_PX - MARGIN_PX;
  const roomAbove = badge.top - GAP_PX - MARGIN_PX;
  const below = card.height <= roomBelow || roomBelow >= roomAbove;
  const maxHeight = Math.max(120, below ? roomBelow : roomAbove);
  const height = Math.min(card.height, maxHeight);
  const furthestLeft = viewport.width - card.width - MARGIN_PX;
  return {
    left: Math.max(MARGIN_PX, Math.min(badge.left + badge.width, furthestLeft)),
    top: below ? bottom + GAP_PX : badge.top - GAP_PX - height,
    maxHeight,
  };
}
