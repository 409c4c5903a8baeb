import { describe, expect, it } from 'vitest';
import { createClient } from '../../../lib/messages/client';

function client(answers: (() => Promise<unknown>)[], isAlive = () => true) {
  const sent: unknown[] = [];
  const waits: number[] = [];
  const send = createClient({
    sendRaw: (message) => {
      sent.push(message);
      return (answers.shift() ?? (() => Promise.resolve(undefined)))();
    },
    isAlive,
    wait: async (ms) => void waits.push(ms),
  });
  return { send, sent, waits };
}

describe('talking to the background', () => {
  it('gives the answer', async () => {
    const { send } = client([async () => ({ ok: true, value: { unread: 3 } })]);
    expect(await send('library.counts', {})).toEqual({ unread: 3 });
  });

  it('asks again, with the same operation, when the background died before it answered', async () => {
    const { send, sent, waits } = client([
      () => Promise.reject(new Error('message channel closed')),
      async () => undefined,
      async () => ({ ok: true, value: { opId: 'operation-1', views: [] } }),
    ]);
    await send('library.remove', { opId: 'operation-1', ids: [] });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((message) => JSON.stringify(message))).size).toBe(1);
    expect(waits).toEqual([200, 1000]);
  });

  it('gives up after the fourth silence and says so', async () => {
    const { send, sent } = client([]);
    await expect(send('library.counts', {})).rejects.toMatchObject({ code: 'disconnected' });
    expect(sent).toHaveLength(4);
  });

  it('does not ask at all once the extension is gone', async () => {
    const { send, sent } = client([], () => false);
    await expect(send('library.counts', {})).rejects.toMatchObject({ code: 'disconnected' });
    expect(sent).toHaveLength(0);
  });

  it('passes on what the background says went wrong, and does not repeat the question', async () => {
    const failure = { ok: false, error: { code: 'storage-full', message: 'disk full' } };
    const { send, sent } = client([async () => failure]);
    await expect(send('library.counts', {})).rejects.toMatchObject({ code: 'storage-full' });
    expect(sent).toHaveLength(1);
  });
});
