import type { PaperState } from '../lib/core/paper';

/** One shape of a drawing on a 24 × 24 grid: tag and attributes, in the form that Lucide uses. */
export type Shape = readonly [
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
];
export type Drawing = readonly Shape[];

/** Lucide's `bookmark` (ISC), so that its other icons match. */
const BOOKMARK =
  'M17 3a2 2 0 0 1 2 2v15a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20V5a2 2 0 0 1 2-2z';
const LOWER_HALF =
  'M5 13h14V20a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20z';
const FILLED = { fill: 'currentColor' } as const;
const hollow: Shape = ['path', { d: BOOKMARK }];

/** How a paper stands with its reader: each state has a shape of its own, not only a colour. */
export const STATE_MARKS: Readonly<Record<PaperState, Drawing>> = {
  new: [hollow],
  seen: [hollow, ['circle', { cx: 24, cy: 5, r: 2.4 }]],
  saved: [['path', { d: BOOKMARK, ...FILLED }]],
  reading: [hollow, ['path', { d: LOWER_HALF, ...FILLED }]],
  read: [hollow, ['path', { d: 'm9 10 2 2 4-4' }]],
};

const SQUARE: Shape = ['rect', { x: 4, y: 4, width: 16, height: 16, rx: 3 }];

/** A box to tick: in place of the bookmark while papers are chosen. */
export const CHOICE_MARKS: Readonly<Record<'chosen' | 'unchosen', Drawing>> = {
  unchosen: [SQUARE],
  chosen: [SQUARE, ['path', { d: 'm8 12 3 3 5-6' }]],
};

/** Three linked dots: related papers. */
export const RELATED_MARK: Drawing = [
  ['path', { d: 'M5 6.5 19 11 9.5 19' }],
  ['circle', { cx: 5, cy: 6.5, r: 2.6, ...FILLED }],
  ['circle', { cx: 19, cy: 11, r: 2.6, ...FILLED }],
  ['circle', { cx: 9.5, cy: 19, r: 2.6, ...FILLED }],
];

/** Attributes of every drawing: 1.5 px lines at 16 px. */
export const DRAWING_ATTRIBUTES = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2.25,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
} as const;
