import { Chromium } from '../../tests/support/chromium';
import type { Place } from './place';

/** A profile of its own, kept from one start to the next. */
const PROFILE = '.output/profile';

/** Opens a window with Paperkin in it, and stays until it is closed. */
export async function openWindow(
  launch: { readonly program: string; readonly extensionDir: string },
  { source, firstAddresses }: Place,
): Promise<void> {
  const browser = await Chromium.launch({
    ...launch,
    profileDir: PROFILE,
    headless: false,
    viewport: null,
    isLive: source === null,
  });
  if (source) browser.web.add(source);
  const closed = new Promise((done) => browser.context.once('close', done));
  for (const address of firstAddresses) await browser.open(address);
  console.log('Paperkin is open. Save a paper with the bookmark beside its title; the button in');
  console.log('the toolbar shows your reading list. Close the window to end.');
  await closed;
}
