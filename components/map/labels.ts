import type { MapCluster } from './map-view';
import { toScreen, type Viewport } from './viewport';

/** Room that a name takes at most, in pixels: it is of one or two short words. */
const LETTER_PX = 7.5;
const LINE_PX = 20;

/** The names that have room on the screen, the first of them first; zoomed in there is more. */
export function labelsWithRoom(
  clusters: readonly MapCluster[],
  viewport: Viewport,
): readonly MapCluster[] {
  const placed: { readonly x: number; readonly y: number; readonly width: number }[] = [];
  return clusters.filter((cluster) => {
    const { x, y } = toScreen(viewport, cluster);
    const width = cluster.name.length * LETTER_PX;
    const isFree = placed.every(
      (other) =>
        Math.abs(other.x - x) > (other.width + width) / 2 || Math.abs(other.y - y) > LINE_PX,
    );
    if (isFree) placed.push({ x, y, width });
    return isFree;
  });
}
