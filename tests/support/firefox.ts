import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Frame, type HTTPRequest, type Page } from 'puppeteer-core';
import { FIREFOX_UUID, GECKO_ID } from '../../scripts/browsers/test-extension';
import { DEVTOOLS_PREFS, devtoolsArgs, FirefoxDevtools } from './firefox-devtools';
import { forgetAll } from './forget-all';
import { findFreePort } from './free-port';
import { readTable } from './read-table';
import { RefusingProxy } from './refusing-proxy';
import { ServedPages } from './served-pages';
import { until } from './until';

export interface FirefoxOptions {
  /** The browser's program. */
  readonly program: string;
  readonly extensionDir: string;
  /** Kept after closing if given; otherwise a new one that is removed. */
  readonly profileDir?: string;
  readonly headless?: boolean;
  /** How long the background may idle before Firefox stops it; Firefox's own is 30 s. */
  readonly idleTimeoutMs?: number;
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
}

/** How long a page of the extension may take to load. */
const LOAD_MS = 15_000;

/** Whom Firefox asks for its own ends, whatever is installed. */
const FIREFOX_OWN = /^(http:\/\/)?([^/]+\.)?(mozilla\.(com|org|net)|firefox\.com)(:\d+)?(\/|$)/;

/**
 * A real Firefox with the built extension, driven over WebDriver BiDi, and no web but the pages
 * served to it. The counterpart of Chromium in chromium.ts.
 */
export class Firefox {
  readonly web = new ServedPages();
  #browser!: Browser;
  #devtoolsPort = 0;
  #devtools: Promise<FirefoxDevtools> | null = null;

  private constructor(
    private readonly options: FirefoxOptions,
    readonly profileDir: string,
    private readonly proxy: RefusingProxy,
  ) {}

  static async launch(options: FirefoxOptions): Promise<Firefox> {
    const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'paperkin-firefox-'));
    const firefox = new Firefox(options, profileDir, await RefusingProxy.start());
    await firefox.relaunch();
    return firefox;
  }

  /** Starts the browser (again) on the same profile; it must be closed or killed. */
  async relaunch(): Promise<void> {
    this.#devtoolsPort = await findFreePort();
    this.#browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: this.options.program,
      headless: this.options.headless ?? true,
      defaultViewport: { width: 1280, height: 900 },
      userDataDir: this.profileDir,
      args: [
        '--remote-allow-system-access', // else no moz-extension: pages, since Firefox 153
        ...devtoolsArgs(this.#devtoolsPort),
      ],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
        // The extension is installed anew at each start, and must find what it had.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'extensions.background.idle.timeout': this.options.idleTimeoutMs ?? 30_000,
        'devtools.jsonview.enabled': false, // manifest.json as a plain page of the extension
        ...DEVTOOLS_PREFS,
        // Firefox asks whether there is a web when it finds none.
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': this.proxy.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': this.proxy.port,
        ...this.options.prefs,
      },
    });
    await this.#browser.installExtension(resolve(this.options.extensionDir));
  }

  /** Whom the extension itself asked for on the web. What pages ask for is answered before. */
  get extensionRequests(): string[] {
    return this.proxy.asked.filter((asked) => !FIREFOX_OWN.test(asked));
  }

  addressOf(path: string): string {
    return `moz-extension://${FIREFOX_UUID}/${path}`;
  }

  async open(address: string): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => this.#answer(request));
    await page.goto(address);
    return page;
  }

  async #answer(request: HTTPRequest): Promise<void> {
    try {
      if (!/^https?:/.test(request.url())) await request.continue();
      else await request.respond(this.web.answer(request.url()));
    } catch (error) {
      // Its page was closed or went elsewhere meanwhile: nobody waits for the answer.
      if (!/no such request/.test(String(error))) throw error;
    }
  }

  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.#browser.newPage();
    const address = this.addressOf(path);
    // The process switches under way, so the load that puppeteer would wait for is never reported.
    await this.#connection.send('browsingContext.navigate', {
      context: (page.mainFrame() as Frame & BidiContext)._id,
      url: address,
      wait: 'none',
    });
    await waitUntilLoaded(page, address);
    return page;
  }

  /** Stops the background at once, whatever it is doing. It starts again when needed. */
  async killWorker(): Promise<void> {
    await this.evaluateInBrowser(`
      WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension.terminateBackground({
        ignoreDevToolsAttached: true,
        disableResetIdleForTest: true,
      })`);
  }

  /** As if installed just now, for a tenth of what a new browser costs: no tabs, nothing stored. */
  async reset(): Promise<void> {
    const own = await this.openExtensionPage('manifest.json');
    for (const page of await this.#browser.pages()) if (page !== own) await page.close();
    await this.killWorker();
    await own.evaluate(forgetAll);
    this.proxy.asked.splice(0);
  }

  /** Kills the browser's process: no goodbye, no flush. `relaunch` starts it on what is left. */
  async killBrowser(): Promise<void> {
    const process = this.#browser.process();
    if (!process) throw new Error('The browser is closed');
    const exited = new Promise((done) => process.once('exit', done));
    await this.#letGoOfDevtools();
    process.kill('SIGKILL');
    await exited;
    for (const name of ['lock', '.parentlock'])
      rmSync(join(this.profileDir, name), { force: true });
  }

  /** All rows of one table of the database `paperkin`, as JSON has them; [] when there is none yet. */
  async readTable<Row = Record<string, unknown>>(name: string): Promise<Row[]> {
    const asked = JSON.stringify({ name, what: 'getAll' });
    const script = `(${readTable})(${asked}).then(JSON.stringify)`;
    // With the extension's rights but outside of its pages: opening one costs 30 times as much.
    const rows = await this.evaluateInBrowser(`
      Cu.evalInSandbox(
        ${JSON.stringify(script)},
        new Cu.Sandbox(WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension.principal, {
          wantGlobalProperties: ['indexedDB'],
        }),
      )`);
    return JSON.parse(String(rows));
  }

  /** Runs an expression with the browser's own rights and gives its value; a promise is awaited. */
  async evaluateInBrowser(expression: string): Promise<unknown> {
    this.#devtools ??= FirefoxDevtools.connect(this.#devtoolsPort);
    return (await this.#devtools).evaluate(expression);
  }

  get #connection(): BidiConnection {
    return (this.#browser as Browser & { connection: BidiConnection }).connection;
  }

  /** Closes the browser as a person would. `relaunch` opens it again. */
  async closeBrowser(): Promise<void> {
    await this.#letGoOfDevtools();
    await this.#browser.close();
  }

  async #letGoOfDevtools(): Promise<void> {
    (await this.#devtools)?.close();
    this.#devtools = null;
  }

  /** Closes the browser for good. */
  async close(): Promise<void> {
    await this.closeBrowser();
    await this.proxy.stop();
    if (!this.options.profileDir) rmSync(this.profileDir, { recursive: true, force: true });
  }
}

async function waitUntilLoaded(page: Page, address: string): Promise<void> {
  const isLoaded = (href: string) => location.href === href && document.readyState === 'complete';
  // What is asked just as the process switches fails with it, and is asked again.
  await until(`${address} loaded`, () => page.evaluate(isLoaded, address), LOAD_MS);
}

/** What puppeteer does not publish: a frame's own name, and commands of Firefox's own. */
interface BidiContext {
  readonly _id: string;
}

interface BidiConnection {
  send(method: string, params: object): Promise<unknown>;
}
