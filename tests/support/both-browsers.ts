import { hasFirefox } from './launch';
import type { BrowserName } from './test-browser';

/** Where a journey is made: in both browsers, or skipped in the one that is not there. */
export const BROWSERS: readonly { name: BrowserName; isMissing: boolean }[] = [
  { name: 'Chromium', isMissing: false }, // without it the run fails, and says why
  { name: 'Firefox', isMissing: !hasFirefox },
];

/** The selector of a paper's control. */
export function badgeOf(key: string): string {
  return `paperkin-badge[data-paper="${key}"]`;
}
