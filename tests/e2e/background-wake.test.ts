import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';

type Listener = (...args: unknown[]) => unknown;

/** `chrome` as the background sees it: every event can be listened to, every call is noted. */
function fakeBrowser() {
  const listeners = new Map<string, Listener[]>();
  const calls: string[] = [];
  const answers: Record<string, unknown> = {
    'runtime.getURL': 'chrome-extension://paperkin/',
    'runtime.getManifest': { host_permissions: [], optional_host_permissions: [] },
    'storage.local.get': Promise.resolve({}),
    'alarms.get': Promise.resolve(undefined),
    'tabs.query': Promise.resolve([]),
    'scripting.getRegisteredContentScripts': Promise.resolve([]),
  };
  const api = (path: string): unknown =>
    new Proxy(() => undefined, {
      get(_target, name) {
        if (typeof name === 'symbol' || name === 'then') return undefined;
        const full = path ? `${path}.${name}` : name;
        if (full === 'runtime.id') return 'paperkin';
        if (name !== 'addListener') return api(full);
        return (listener: Listener) => {
          listeners.set(path, [...(listeners.get(path) ?? []), listener]);
        };
      },
      apply() {
        calls.push(path);
        return path in answers ? answers[path] : Promise.resolve();
      },
    });
  return { chrome: api(''), listeners, calls };
}

function wake(build: string) {
  const { chrome, listeners, calls } = fakeBrowser();
  const run = (path: string) => {
    const script = readFileSync(`.output/${build}/${path}`, 'utf8');
    runInContext(script.replaceAll('import(', 'importHere('), scope);
  };
  const installs: ((event: unknown) => void)[] = [];
  const errors: unknown[][] = [];
  const scream = (...words: unknown[]) => errors.push(words);
  const scope = createContext({
    chrome,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    console: { ...console, error: scream },
    crypto,
    setTimeout,
    clearTimeout,
    setImmediate,
    MessageChannel,
    queueMicrotask,
    structuredClone,
    CompressionStream,
    DecompressionStream,
    TextEncoder,
    TextDecoder,
    Response,
    Blob,
    URL,
    navigator: { storage: { estimate: async () => ({ quota: 1e9, usage: 0 }) } },
    DOMException,
    AbortController,
    // The only file it reads: the word counts it ships with.
    fetch: async () => new Response(readFileSync('assets/related/background.bin')),
    btoa,
    atob,
    // How a service worker gets its second script, and how Firefox's page does: its `import`, which
    // a context of Node lacks.
    importScripts: run,
    importHere: async (path: string) => run(path),
    addEventListener: (_event: string, listener: (event: unknown) => void) =>
      installs.push(listener),
  });
  run('background.js');
  const atOnce = new Map([...listeners].map(([event, added]) => [event, added.length]));
  const fire = (event: string, ...args: unknown[]) => {
    for (const listener of listeners.get(event) ?? []) listener(...args);
  };
  const counted = () => new Map([...listeners].map(([event, added]) => [event, added.length]));
  const times = (call: string) => calls.filter((one) => one === call).length;
  const loaded = () => runInContext('typeof paperkinWhole', scope) === 'function';
  return { fire, atOnce, counted, times, errors, installs, loaded };
}

describe.each(['chrome-mv3', 'firefox-mv3'])('R-16: the background of %s, woken', (build) => {
  it('listens to everything in its first turn, and to nothing more later', async () => {
    const { atOnce, counted, fire, times } = wake(build);
    expect(atOnce.get('runtime.onMessage')).toBe(1);
    for (const event of ['alarms.onAlarm', 'runtime.onInstalled', 'permissions.onRemoved']) {
      expect(atOnce.get(event)).toBe(1);
    }
    fire('runtime.onStartup');
    await expect.poll(() => times('alarms.create')).toBe(1);
    expect(counted()).toEqual(atOnce);
  });

  it('handles a message, the alarm and an install of one moment once each', async () => {
    const { fire, times, errors } = wake(build);
    const replies: unknown[] = [];
    const sender = { id: 'paperkin', url: 'chrome-extension://paperkin/popup.html' };
    const message = { type: 'library.counts', request: {} };
    fire('runtime.onMessage', message, sender, (reply: unknown) => replies.push(reply));
    fire('alarms.onAlarm', { name: 'upkeep' });
    fire('runtime.onInstalled', { reason: 'install' });
    await expect.poll(() => replies.length).toBe(1);
    await expect.poll(() => times('contextMenus.create')).toBe(3);
    await expect.poll(() => times('alarms.create')).toBe(1);
    // Upkeep has run to its end, the snapshot of an empty library included.
    await expect.poll(() => times('storage.local.set'), { timeout: 10_000 }).toBeGreaterThan(0);
    expect(replies).toMatchObject([{ ok: true, value: { unread: 0 } }]);
    expect(times('tabs.create')).toBe(1);
    expect(errors).toEqual([]);
  });
});

describe.each(['chrome-mv3', 'firefox-mv3'])('the second script of %s', (build) => {
  it('holds no copy of what the first one lends it', () => {
    const [first, second] = ['background.js', 'whole.js'].map((name) =>
      readFileSync(`.output/${build}/${name}`, 'utf8'),
    );
    const aTableOfTex = 'varepsilon';
    expect(first).toContain(aTableOfTex);
    expect(second).not.toContain(aTableOfTex);
  });
});

describe('the second script of a service worker', () => {
  it('is run while the worker is installed, so that it may be run ever after', async () => {
    const { installs, loaded } = wake('chrome-mv3');
    expect(loaded()).toBe(false);
    const waiting: Promise<unknown>[] = [];
    for (const install of installs)
      install({ waitUntil: (work: Promise<unknown>) => waiting.push(work) });
    expect(waiting).toHaveLength(1);
    expect(loaded()).toBe(true);
  });
});
