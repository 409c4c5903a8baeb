import type { Theme } from '../core/badge-view';

/** What the page looks like behind our controls; a site's own switch beats the system's. */
export function readTheme(document: Document): Theme {
  const view = document.defaultView;
  if (!view) return 'light';
  for (const element of [document.body, document.documentElement]) {
    const rgb = element && parseColor(view.getComputedStyle(element).backgroundColor);
    if (rgb) return luminance(rgb) < 0.4 ? 'dark' : 'light';
  }
  const scheme = view.getComputedStyle(document.documentElement).colorScheme;
  const followsSystem = scheme.includes('dark');
  return followsSystem && view.matchMedia('(prefers-color-scheme: dark)').matches
    ? 'dark'
    : 'light';
}

type Rgb = readonly [number, number, number];

/** Computed colours are `rgb(…)` or `rgba(…)`; null for a transparent or another form. */
function parseColor(color: string): Rgb | null {
  const parts = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:[,/ ]+([\d.]+))?\)$/.exec(color);
  if (!parts || (parts[4] !== undefined && Number(parts[4]) < 0.5)) return null;
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** Rough brightness in [0, 1], Rec. 601 weights. */
function luminance([red, green, blue]: Rgb): number {
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
