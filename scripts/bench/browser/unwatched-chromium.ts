import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CHROMIUM_ID } from '../../browsers/test-extension';
import type { BenchPage } from './bench-page';

export interface UnwatchedOptions {
  readonly program: string;
  readonly extensionDir: string;
  /** Kept after closing if given. */
  readonly profileDir?: string;
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * Chromium over a bare debugging pipe. Playwright attaches to each background as it starts, which
 * holds the start up and follows every step of it; here nothing but our own page is attached to, so
 * that a start takes as long as it does for users.
 */
export class UnwatchedChromium {
  readonly #process: ChildProcess;
  readonly #profileDir: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #lastId = 0;

  private constructor(private readonly options: UnwatchedOptions) {
    this.#profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'paperkin-unwatched-'));
    const dir = resolve(options.extensionDir);
    this.#process = spawn(
      options.program,
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--remote-debugging-pipe',
        `--user-data-dir=${this.#profileDir}`,
        `--disable-extensions-except=${dir}`,
        `--load-extension=${dir}`,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    this.#listen(this.#process.stdio[4] as Readable);
  }

  static async launch(options: UnwatchedOptions): Promise<UnwatchedChromium> {
    const browser = new UnwatchedChromium(options);
    // The browser starts each background once as it loads the extension.
    while (!(await browser.#findWorker()));
    return browser;
  }

  /** A page of the extension whose background has answered it once, and so is installed. */
  async openExtensionPage(path: string): Promise<BenchPage> {
    const url = this.#addressOf(path);
    const { targetId } = (await this.#send('Target.createTarget', { url })) as Target;
    const attached = await this.#send('Target.attachToTarget', { targetId, flatten: true });
    const { sessionId } = attached as { sessionId: string };
    const evaluate = async (expression: string) => {
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = (await this.#send(
        'Runtime.evaluate',
        options,
        sessionId,
      )) as Evaluation;
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
      return result.value;
    };
    await this.#send('Page.enable', {}, sessionId);
    while ((await evaluate('location.href + document.readyState')) !== `${url}complete`);
    while ((await evaluate(PING)) !== true);
    return { evaluate };
  }

  /** Stops the background at once; resolves when it is gone. */
  async killWorker(): Promise<void> {
    const worker = await this.#findWorker();
    if (!worker) return;
    await this.#send('Target.closeTarget', { targetId: worker.targetId });
    while ((await this.#findWorker())?.targetId === worker.targetId);
  }

  async #findWorker(): Promise<Target | undefined> {
    const { targetInfos } = (await this.#send('Target.getTargets')) as {
      targetInfos: readonly Target[];
    };
    const origin = this.#addressOf('');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
  }

  async close(): Promise<void> {
    const gone = new Promise((done) => this.#process.once('exit', done));
    await this.#send('Browser.close');
    await gone;
    if (!this.options.profileDir) rmSync(this.#profileDir, { recursive: true, force: true });
  }

  #addressOf(path: string): string {
    return `chrome-extension://${CHROMIUM_ID}/${path}`;
  }

  async #send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answered = new Promise<Answer>((done) => this.#waiting.set(id, done));
    const pipe = this.#process.stdio[3] as Writable;
    pipe.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** Messages are JSON texts, each ended by a zero byte. */
  #listen(pipe: Readable): void {
    let rest = '';
    pipe.setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        const answer = JSON.parse(message) as Answer;
        if (answer.id === undefined) continue;
        this.#waiting.get(answer.id)?.(answer);
        this.#waiting.delete(answer.id);
      }
    });
  }
}

/** Whether the background answers. */
const PING = 'chrome.runtime.sendMessage({}).then(() => true, () => false)';

interface Evaluation {
  readonly result: { readonly value: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}
