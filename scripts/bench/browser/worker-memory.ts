import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chromium } from '../../../tests/support/chromium';

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** Objects and buffers of the worker after a collection. */
export async function workerMegabytes(browser: Chromium): Promise<number> {
  const port = readFileSync(join(browser.profileDir, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  const response = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = (await response.json()) as { type: string; webSocketDebuggerUrl: string }[];
  const worker = targets.find(({ type }) => type === 'service_worker');
  if (!worker) throw new Error('the background does not run');
  const socket = new WebSocket(worker.webSocketDebuggerUrl);
  await new Promise((done) => socket.addEventListener('open', done));
  const send = (id: number, method: string) =>
    new Promise<unknown>((done) => {
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data));
        if (message.id === id) done(message.result);
      });
      socket.send(JSON.stringify({ id, method }));
    });
  await send(1, 'HeapProfiler.collectGarbage');
  const usage = (await send(2, 'Runtime.getHeapUsage')) as HeapUsage;
  socket.close();
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage;
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}
