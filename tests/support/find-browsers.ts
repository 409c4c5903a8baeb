import { rmSync } from 'node:fs';
import type { BrowserSearch } from '../../scripts/browsers/find-browser';
import { findChromiumHere, findFirefoxHere } from '../../scripts/browsers/here';
import { makeFirefoxProfile } from './firefox-profile';

/** Finds (or installs) the browsers once, before the first test; tests read the variables. */
export default async function setup(): Promise<() => void> {
  process.env.PAPERKIN_CHROMIUM = report(findChromiumHere());
  const firefox = report(findFirefoxHere());
  const profile = firefox && (await makeFirefoxProfile(firefox));
  process.env.PAPERKIN_FIREFOX = firefox;
  process.env.PAPERKIN_FIREFOX_PROFILE = profile;
  return () => {
    if (profile) rmSync(profile, { recursive: true });
  };
}

function report(search: BrowserSearch): string {
  console.log(search.path === null ? search.advice : `${search.name} (${search.path})`);
  return search.path ?? '';
}
