import type { ComponentChildren } from 'preact';
import type { Translator } from '../../lib/i18n/translate';

/** One picture of the gallery. */
export interface Scene {
  /** Kebab-case: the `scene` of its address. */
  readonly id: string;
  readonly title: string;
  /** What it stands in: the popup's frame, a full tab, or a page of another site. */
  readonly stage: 'popup' | 'page' | 'site';
  /** A view, or something that draws itself into the element given. */
  readonly render: (t: Translator) => ComponentChildren;
  readonly mount?: (element: HTMLElement, look: Look, leaving: AbortSignal) => void;
}

/** What a scene is looked at with; each is a parameter of its address. */
export interface Look {
  readonly t: Translator;
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
}

/** All fixtures are of this day, so that pictures do not change overnight. */
export const NOW_MS = Date.UTC(2031, 4, 20, 12);
export const DAY_MS = 86_400_000;
