import type { BrowserSearch } from '../../scripts/browsers/find-browser';
import { findChromiumHere, findFirefoxHere } from '../../scripts/browsers/here';

/** Finds (or installs) the browsers once, before the first test; tests read the variables. */
export default function setup(): void {
  process.env.PAPERKIN_CHROMIUM = report(findChromiumHere());
  process.env.PAPERKIN_FIREFOX = report(findFirefoxHere());
}

function report(search: BrowserSearch): string {
  console.log(search.path === null ? search.advice : `${search.name} (${search.path})`);
  return search.path ?? '';
}
