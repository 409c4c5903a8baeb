import type { Page as ChromiumPage } from 'playwright';
import type { ElementHandle, Page as FirefoxPage, KeyInput } from 'puppeteer-core';
import type { Chromium } from './chromium';
import type { Firefox } from './firefox';
import { launchChromium, launchFirefox } from './launch';
import type { ServedPages } from './served-pages';
import { until } from './until';

/** One tab, as far as a journey that both browsers can make needs it. */
export interface TestTab {
  /** Resolves once an element is there; fails after fifteen seconds. */
  waitFor(selector: string): Promise<void>;
  waitForText(text: string): Promise<void>;
  count(selector: string): Promise<number>;
  /** Clicks the button of that name in the element of that selector, with the real mouse. */
  press(name: string, within: string): Promise<void>;
  /** Chooses the radio button of that name in the element of that selector. */
  choose(name: string, within: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Drags one element onto another with the real mouse. */
  drag(from: string, to: string): Promise<void>;
  /** Puts a text into a field, as if typed over what stands there. */
  fill(selector: string, text: string): Promise<void>;
  /** Presses a key of the keyboard, by its name: `Enter`, `j`. */
  key(name: KeyInput): Promise<void>;
  /** Types a text, key by key, wherever the cursor is. */
  type(text: string): Promise<void>;
  /** Runs in the page. The function sees nothing of ours but its argument. */
  evaluate<Arg, Result>(run: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
  /** Runs a script of ours in the page, past the page's own policy. */
  inject(code: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser with the built extension, on served pages alone. */
export interface TestBrowser {
  readonly web: ServedPages;
  /** Addresses on the web that the extension itself asked for. */
  readonly extensionRequests: readonly string[];
  open(address: string): Promise<TestTab>;
  openExtensionPage(path: string): Promise<TestTab>;
  killWorker(): Promise<void>;
  killBrowser(): Promise<void>;
  closeBrowser(): Promise<void>;
  relaunch(): Promise<void>;
  readTable<Row>(name: string): Promise<Row[]>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

export type BrowserName = 'Chromium' | 'Firefox';

export async function launchBrowser(name: BrowserName): Promise<TestBrowser> {
  return name === 'Chromium'
    ? asChromiumTest(await launchChromium())
    : asFirefoxTest(await launchFirefox());
}

export function asChromiumTest(chromium: Chromium): TestBrowser {
  return asTestBrowser(chromium, chromiumTab);
}

export function asFirefoxTest(firefox: Firefox): TestBrowser {
  return asTestBrowser(firefox, firefoxTab);
}

const WAIT_MS = 15_000;

function asTestBrowser<Page>(
  browser: {
    readonly web: ServedPages;
    readonly extensionRequests: readonly string[];
    open(address: string): Promise<Page>;
    openExtensionPage(path: string): Promise<Page>;
    killWorker(): Promise<void>;
    killBrowser(): Promise<void>;
    closeBrowser(): Promise<void>;
    relaunch(): Promise<void>;
    readTable<Row>(name: string): Promise<Row[]>;
    reset(): Promise<void>;
    close(): Promise<void>;
  },
  asTab: (page: Page) => TestTab,
): TestBrowser {
  return {
    web: browser.web,
    get extensionRequests() {
      return browser.extensionRequests;
    },
    open: async (address) => asTab(await browser.open(address)),
    openExtensionPage: async (path) => asTab(await browser.openExtensionPage(path)),
    killWorker: () => browser.killWorker(),
    killBrowser: () => browser.killBrowser(),
    closeBrowser: () => browser.closeBrowser(),
    relaunch: () => browser.relaunch(),
    readTable: (name) => browser.readTable(name),
    reset: () => browser.reset(),
    close: () => browser.close(),
  };
}

function chromiumTab(page: ChromiumPage): TestTab {
  return {
    async waitFor(selector) {
      await page.locator(selector).first().waitFor({ state: 'attached', timeout: WAIT_MS });
    },
    async waitForText(text) {
      await page.getByText(text).first().waitFor({ timeout: WAIT_MS });
    },
    count: (selector) => page.locator(selector).count(),
    press: (name, within) =>
      page.locator(within).getByRole('button', { name, exact: true }).click({ timeout: WAIT_MS }),
    choose: (name, within) =>
      page.locator(within).getByRole('radio', { name, exact: true }).check({ timeout: WAIT_MS }),
    click: (selector) => page.locator(selector).first().click({ timeout: WAIT_MS }),
    drag: async (from, to) => {
      const places = [from, to].map((selector) => page.locator(selector).first().boundingBox());
      await dragBetween(page.mouse, await Promise.all(places));
    },
    fill: (selector, text) => page.locator(selector).first().fill(text, { timeout: WAIT_MS }),
    key: (name) => page.keyboard.press(name),
    type: (text) => page.keyboard.type(text),
    evaluate: (run, arg) => page.evaluate(run as never, arg as never),
    inject: async (code) => {
      await page.evaluate(code);
    },
    close: () => page.close(),
  };
}

function firefoxTab(page: FirefoxPage): TestTab {
  // Puppeteer's own waiting makes functions of texts, which pages of the extension refuse (their
  // policy, in Firefox 140).
  const attached = (selector: string) => until(selector, () => page.$(selector), WAIT_MS);
  /** Tried again if the page puts another element in its place meanwhile. */
  const use = async (selector: string, act: (element: ElementHandle) => Promise<void>) => {
    // A tab behind others draws nothing, and nothing in it comes to stand still.
    await page.bringToFront();
    const used = async () => {
      const element = await page.$(selector);
      if (!element || !(await element.evaluate(isReady))) return false;
      await act(element);
      return true;
    };
    await until(`${selector}, ready to be used`, used, WAIT_MS);
  };
  const click = (selector: string) =>
    use(selector, async (element) => {
      // What the pointer passes may raise a card, which a person would not click through.
      await element.hover();
      if (!(await element.evaluate(isOnTop))) throw new Error(`something lies over ${selector}`);
      await element.click();
    });
  return {
    async waitFor(selector) {
      await attached(selector);
    },
    async waitForText(text) {
      await attached(`::-p-text(${text})`);
    },
    count: async (selector) => (await page.$$(selector)).length,
    press: (name, within) => click(`${within} >>> ${buttonNamed(name)}`),
    choose: (name, within) => click(`${within} >>> ::-p-aria([name="${name}"][role="radio"])`),
    click,
    drag: async (from, to) => {
      await page.bringToFront();
      const elements = await Promise.all([page.$(from), page.$(to)]);
      await dragBetween(page.mouse, await Promise.all(elements.map((one) => one?.boundingBox())));
    },
    fill: (selector, text) => use(selector, (element) => element.evaluate(typeOver, text)),
    key: async (name) => {
      await page.bringToFront();
      await page.keyboard.press(name);
    },
    type: async (text) => {
      await page.bringToFront();
      await page.keyboard.type(text);
    },
    evaluate: (run, arg) => page.evaluate(run as never, arg as never),
    inject: async (code) => {
      await page.evaluate(code);
    },
    close: () => page.close(),
  };
}

/** Runs in the page: whether it is shown, not disabled, and where it was a frame ago. */
async function isReady(element: Element): Promise<boolean> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const place = () => JSON.stringify(element.getBoundingClientRect());
  await frame();
  const before = place();
  await frame();
  return element.checkVisibility() && !element.matches(':disabled') && place() === before;
}

/** Runs in the page: whether a click in its middle meets it, or the label that stands for it. */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const top = root.elementFromPoint(x + width / 2, y + height / 2);
  if (top === null) return false;
  return (
    element.contains(top) || top.contains(element) || top.closest('label')?.control === element
  );
}

/** Runs in the page: as a paste over all that the field holds. */
function typeOver(element: Element, text: string): void {
  const field = element as HTMLInputElement;
  field.focus();
  field.select();
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}

/** By its text or its label: Firefox takes half a second to look accessible names through. */
function buttonNamed(name: string): string {
  const labelled = `@aria-label = "${name}" or @id = //label[normalize-space() = "${name}"]/@for`;
  return `button::-p-xpath(self::*[normalize-space() = "${name}" or ${labelled}])`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Mouse {
  move(x: number, y: number, options?: { steps: number }): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
}

/** In steps, as a hand moves. */
async function dragBetween(
  mouse: Mouse,
  [from, to]: readonly (Box | null | undefined)[],
): Promise<void> {
  if (!from || !to) throw new Error('nothing to drag, or nowhere to drag it');
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await mouse.up();
}
