import { existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright';
import { CHROMIUM_ID } from '../../scripts/browsers/test-extension';
import { forgetAll } from './forget-all';
import { readTable } from './read-table';
import { ServedPages } from './served-pages';

export interface ChromiumOptions {
  /** The browser's program. */
  readonly program: string;
  /** A folder with a built extension that carries the test key. */
  readonly extensionDir: string;
  /** Kept after closing if given; otherwise a new one that is removed. */
  readonly profileDir?: string;
  /** True where nothing is said. */
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** null lets the window have its own size. */
  readonly viewport?: { width: number; height: number } | null;
  /** The real web instead of served pages. */
  readonly isLive?: boolean;
}

/**
 * Playwright passes a list of its own, but the last list is the one that counts: this is what of it
 * matters to us, and two pages under the address bar, which cost as much as the rest of a start.
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/**
 * A real Chromium with the built extension, and no web but the pages served to it. Everything a
 * person does goes through `context`; the rest are the faults and the looks inside that no person
 * has.
 */
export class Chromium {
  readonly web = new ServedPages();
  /** Addresses on the web that the extension itself asked for. */
  readonly extensionRequests: string[] = [];
  /** What the extension's worker and pages logged as an error, or threw. */
  readonly extensionErrors: string[] = [];
  context!: BrowserContext;
  /** A page of the extension in which its tables are read. */
  #reader: Promise<Page> | null = null;
  #closers: (() => Promise<unknown>)[] = [];

  private constructor(
    private readonly options: ChromiumOptions,
    readonly profileDir: string,
  ) {}

  static async launch(options: ChromiumOptions): Promise<Chromium> {
    const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'paperkin-chromium-'));
    const browser = new Chromium(options, profileDir);
    await browser.relaunch();
    return browser;
  }

  /** Starts the browser (again) on the same profile; it must be closed or killed. */
  async relaunch(): Promise<void> {
    const dir = resolve(this.options.extensionDir);
    if (!existsSync(join(dir, 'manifest.json'))) throw new Error(`There is no build in ${dir}.`);
    this.#reader = null;
    this.context = await chromium.launchPersistentContext(this.profileDir, {
      executablePath: this.options.program,
      headless: this.options.headless ?? true,
      viewport:
        this.options.viewport === undefined ? { width: 1280, height: 900 } : this.options.viewport,
      colorScheme: this.options.colorScheme ?? 'light',
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${DISABLED_FEATURES.join(',')}`,
        `--disable-extensions-except=${dir}`,
        `--load-extension=${dir}`,
        // Both for pressAction: a second door, and the right to press the toolbar's button.
        '--remote-debugging-port=0',
        '--enable-unsafe-extension-debugging',
      ],
    });
    this.context.on('request', (request) => {
      const asker = request.serviceWorker()?.url() ?? request.headers().origin ?? '';
      if (asker.startsWith('chrome-extension:') && /^https?:/.test(request.url())) {
        this.extensionRequests.push(request.url());
      }
    });
    this.context.on('weberror', (event) => {
      if (event.page()?.url().startsWith('chrome-extension:')) {
        this.extensionErrors.push(String(event.error()));
      }
    });
    this.context.on('console', (message) => {
      const from = message.page()?.url() ?? message.worker()?.url() ?? message.location().url;
      if (message.type() === 'error' && from.startsWith('chrome-extension:')) {
        this.extensionErrors.push(message.text());
      }
    });
    if (this.options.isLive) return;
    await this.context.route(/^https?:/, (route) => {
      const { status, contentType, body } = this.web.answer(route.request().url());
      return route.fulfill({ status, contentType, body });
    });
  }

  addressOf(path: string): string {
    return `chrome-extension://${CHROMIUM_ID}/${path}`;
  }

  async open(address: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(address);
    return page;
  }

  openExtensionPage(path: string): Promise<Page> {
    return this.open(this.addressOf(path));
  }

  /**
   * Presses the extension's button in the toolbar while `page` is the tab in front, as a person
   * would: the tab is lent to the extension (activeTab), and the popup opens. Gives the popup.
   */
  async pressAction(page: Page): Promise<Page> {
    await page.bringToFront();
    const session = await this.#browserSession();
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find((info) => info.url === page.url() && isInFront(info));
    if (!tab) throw new Error(`No tab in front shows ${page.url()}`);
    await session.send('Extensions.triggerAction', { id: CHROMIUM_ID, targetId: tab.targetId });
    // Playwright's own connection does not see popups; one made while it is open does.
    return await this.#findPopup();
  }

  async #findPopup(): Promise<Page> {
    const port = readFileSync(join(this.profileDir, 'DevToolsActivePort'), 'utf8').split('\n')[0];
    const popupUrl = this.addressOf('popup.html');
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
      const other = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const popup = other
        .contexts()
        .flatMap((context) => context.pages())
        .find((page) => page.url().startsWith(popupUrl));
      if (popup) {
        this.#closers.push(() => other.close());
        return popup;
      }
      await other.close();
    }
    throw new Error('The popup did not open within 10 s');
  }

  /**
   * Does what starts a download and gives the path of the file, in `dir`, under the name that the
   * extension chose. (Playwright's own downloads go astray once pressAction has connected twice.)
   */
  async download(dir: string, start: () => Promise<unknown>): Promise<string> {
    const session = await this.#browserSession();
    const downloadPath = resolve(dir);
    const behavior = { behavior: 'allow', downloadPath, eventsEnabled: true } as const;
    await session.send('Browser.setDownloadBehavior', behavior);
    const name = new Promise<string>((done) =>
      session.once('Browser.downloadWillBegin', (event) => done(event.suggestedFilename)),
    );
    const completed = new Promise<void>((done, fail) =>
      session.on('Browser.downloadProgress', ({ state }) => {
        if (state === 'completed') done();
        if (state === 'canceled') fail(new Error('The download was cancelled'));
      }),
    );
    await start();
    await completed;
    return join(dir, await name);
  }

  /** The running background; waits for it where it is still starting. */
  async worker(): Promise<Worker> {
    const [running] = this.context.serviceWorkers();
    return running ?? (await this.context.waitForEvent('serviceworker'));
  }

  /** Stops the background at once, whatever it is doing. It starts again when needed. */
  killWorker(): Promise<void> {
    return this.#closeTargets((type) => type === 'service_worker');
  }

  /** As if installed just now, for a tenth of what a new browser costs: no tabs, nothing stored. */
  async reset(): Promise<void> {
    const reader = await this.#readerPage();
    await this.#letGoOfPopups();
    for (const page of this.context.pages()) if (page !== reader) await page.close();
    // The background, and popups that stayed open.
    await this.#closeTargets((_type, url) => url !== reader.url());
    await reader.evaluate(forgetAll);
    this.extensionRequests.splice(0);
    this.extensionErrors.splice(0);
  }

  /** Closes those of the extension's targets (pages, popups, the background) that fit. */
  async #closeTargets(fits: (type: string, url: string) => boolean): Promise<void> {
    const session = await this.#browserSession();
    const { targetInfos } = await session.send('Target.getTargets');
    for (const { type, url, targetId } of targetInfos) {
      if (!url.startsWith(this.addressOf('')) || !fits(type, url)) continue;
      await session.send('Target.closeTarget', { targetId });
    }
  }

  /** Kills the browser's process: no goodbye, no flush. `relaunch` starts it on what is left. */
  async killBrowser(): Promise<void> {
    const lock = join(this.profileDir, 'SingletonLock');
    const pid = Number(readlinkSync(lock).split('-').at(-1)); // "host-1234"
    const closed = new Promise((done) => this.context.once('close', done));
    process.kill(pid, 'SIGKILL');
    await closed;
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
      rmSync(join(this.profileDir, name), { force: true });
    }
  }

  /** All rows of one table of the database `paperkin`; [] when there is none yet. */
  async readTable<Row = Record<string, unknown>>(name: string): Promise<Row[]> {
    const page = await this.#readerPage();
    return (await page.evaluate(readTable, { name, what: 'getAll' } as const)) as Row[];
  }

  /** The reader's page. One after the other, so that those who ask at once get the same. */
  #readerPage(): Promise<Page> {
    this.#reader = this.#openReader(this.#reader);
    return this.#reader;
  }

  /** Opens it behind the others, where it stays: opening one for each read costs 14 times as much. */
  async #openReader(last: Promise<Page> | null): Promise<Page> {
    const open = await last;
    if (open?.isClosed() === false) return open;
    const session = await this.#browserSession();
    const url = this.addressOf('manifest.json');
    const opening = this.context.waitForEvent('page', (page) => page.url() === url);
    await session.send('Target.createTarget', { url, background: true });
    return await opening;
  }

  /** Closes the browser as a person would. `relaunch` opens it again. */
  async closeBrowser(): Promise<void> {
    await this.#letGoOfPopups();
    await this.context.close();
  }

  /** Closes the browser for good. */
  async close(): Promise<void> {
    await this.closeBrowser();
    if (!this.options.profileDir) rmSync(this.profileDir, { recursive: true, force: true });
  }

  async #letGoOfPopups(): Promise<void> {
    for (const close of this.#closers.splice(0)) await close().catch(() => undefined); // gone already
  }

  async #browserSession(): Promise<CDPSession> {
    const browser = this.context.browser();
    if (!browser) throw new Error('The browser is closed');
    return await browser.newBrowserCDPSession();
  }
}

function isInFront(target: object): boolean {
  const data = 'embedderData' in target ? target.embedderData : null;
  return (
    typeof data === 'object' && data !== null && 'tabActive' in data && data.tabActive === true
  );
}
