import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { until } from './until';

const START_MS = 15_000;

/** What comes from an actor: an answer, in the order of the questions, or an event, with its type. */
interface Packet {
  readonly from: string;
  readonly type?: string;
  readonly error?: string;
  readonly message?: string;
  readonly [key: string]: unknown;
}

/** Firefox started with these is one that `FirefoxDevtools.connect` finds. */
export const devtoolsArgs = (port: number) => ['--start-debugger-server', String(port)];
export const DEVTOOLS_PREFS = {
  'devtools.chrome.enabled': true,
  'devtools.debugger.prompt-connection': false,
  'devtools.debugger.remote-enabled': true,
};

/**
 * The console of a whole Firefox, which runs scripts with the browser's own rights; WebDriver BiDi
 * has nothing of the kind in Firefox 140. A packet is its length in bytes, a colon, and JSON.
 * https://firefox-source-docs.mozilla.org/devtools/backend/protocol.html
 */
export class FirefoxDevtools {
  #received = Buffer.alloc(0);
  #console = '';
  readonly #asked = new Map<string, ((answer: Packet) => void)[]>();
  readonly #results = new Map<unknown, PromiseWithResolvers<Packet>>();

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes) => this.#receive(bytes));
  }

  static async connect(port: number): Promise<FirefoxDevtools> {
    const connected = async () => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    };
    const devtools = new FirefoxDevtools(await until('devtools', connected, START_MS));
    const { processDescriptor } = await devtools.#ask('root', 'getProcess', { id: 0 });
    const { process } = await devtools.#ask(fieldOf(processDescriptor, 'actor'), 'getTarget');
    devtools.#console = fieldOf(process, 'consoleActor');
    return devtools;
  }

  /** The value of an expression, a text, number or truth; a promise is awaited. */
  async evaluate(expression: string): Promise<unknown> {
    const { resultID } = await this.#ask(this.#console, 'evaluateJSAsync', {
      text: `(async () => (${expression}))()`,
      mapped: { await: true },
    });
    const { result, exceptionMessage } = await this.#resultOf(resultID).promise;
    this.#results.delete(resultID);
    if (exceptionMessage) throw new Error(`${exceptionMessage}, in ${expression}`);
    return this.#wholeText(result);
  }

  close(): void {
    this.socket.destroy();
  }

  /** Long texts come as their beginning. */
  async #wholeText(value: unknown): Promise<unknown> {
    if (!isLongText(value)) return value;
    const range = { start: 0, end: value.length };
    return (await this.#ask(value.actor, 'substring', range)).substring;
  }

  async #ask(to: string, type: string, more: object = {}): Promise<Packet> {
    const message = JSON.stringify({ to, type, ...more });
    const answer = await new Promise<Packet>((answered) => {
      this.#asked.set(to, [...(this.#asked.get(to) ?? []), answered]);
      this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
    if (answer.error) throw new Error(`${type}: ${answer.error}: ${answer.message}`);
    return answer;
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const start = this.#received.indexOf(':') + 1;
      if (start === 0) return;
      const end = start + Number(this.#received.toString('latin1', 0, start - 1));
      if (this.#received.length < end) return;
      this.#take(JSON.parse(this.#received.toString('utf8', start, end)));
      this.#received = this.#received.subarray(end);
    }
  }

  #take(packet: Packet): void {
    const isGreeting = 'applicationType' in packet;
    if (packet.type === 'evaluationResult') this.#resultOf(packet.resultID).resolve(packet);
    else if (!packet.type && !isGreeting) this.#asked.get(packet.from)?.shift()?.(packet);
  }

  /** It may come before or after it is waited for. */
  #resultOf(id: unknown): PromiseWithResolvers<Packet> {
    const known = this.#results.get(id) ?? Promise.withResolvers<Packet>();
    this.#results.set(id, known);
    return known;
  }
}

function fieldOf(value: unknown, name: string): string {
  const field = (value as Record<string, unknown> | undefined)?.[name];
  if (typeof field !== 'string') throw new Error(`Firefox named no ${name}`);
  return field;
}

function isLongText(value: unknown): value is { actor: string; length: number } {
  return (value as { type?: unknown } | null)?.type === 'longString';
}
