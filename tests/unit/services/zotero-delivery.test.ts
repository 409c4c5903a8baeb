import { describe, expect, it } from 'vitest';
import { toZoteroItems } from '../../../lib/export/zotero-items';
import { ZOTERO_ADDRESS, ZoteroDelivery } from '../../../lib/services/zotero-delivery';
import { exchangePaper } from '../../support/exchange-papers';

interface Sent {
  readonly address: string;
  readonly headers: Headers;
  readonly sessionID: string;
  readonly titles: readonly string[];
}

/** Zotero, answering with these in turn: a status, or a broken line. The last one stays. */
function fakeZotero(answers: readonly (number | 'broken')[]) {
  const sent: Sent[] = [];
  let ids = 0;
  const options = {
    makeId: () => {
      ids += 1;
      return `session-${ids}`;
    },
    fetch: async (address: string, init: RequestInit) => {
      const { sessionID, items } = JSON.parse(String(init.body));
      const titles = items.map(({ title }: { title: string }) => title);
      sent.push({ address, headers: new Headers(init.headers), sessionID, titles });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (answer === 'broken' || answer === undefined) throw new TypeError('Failed to fetch');
      return new Response(null, { status: answer });
    },
  };
  return { sent, options };
}

const items = (count: number) =>
  toZoteroItems(Array.from({ length: count }, (_, i) => exchangePaper({ title: `Paper ${i}` })));

describe('sending papers to Zotero', () => {
  it('speaks as its connector does', async () => {
    const { sent, options } = fakeZotero([201]);
    await new ZoteroDelivery(items(2), options).run();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.address).toBe(ZOTERO_ADDRESS);
    expect(sent[0]?.headers.get('Content-Type')).toBe('application/json');
    expect(sent[0]?.headers.get('X-Zotero-Connector-API-Version')).toBe('3');
    expect(sent[0]?.titles).toEqual(['Paper 0', 'Paper 1']);
  });

  it('sends many in batches, each of a session of its own, and says how far it is', async () => {
    const { sent, options } = fakeZotero([201]);
    const told: number[] = [];
    await new ZoteroDelivery(items(120), { ...options, onSent: (n) => told.push(n) }).run();
    expect(told).toEqual([50, 100, 120]);
    expect(new Set(sent.map(({ sessionID }) => sessionID)).size).toBe(3);
    expect(new Set(sent.flatMap(({ titles }) => titles)).size).toBe(120);
  });

  it.each([
    ['zotero-closed', 'broken'],
    ['zotero-old', 400],
    ['zotero-old', 404],
    ['zotero-old', 412],
    ['zotero-refused', 409],
    ['zotero-refused', 500],
    ['zotero-refused', 503],
  ] as const)('says %s where Zotero answers %s', async (code, answer) => {
    const { options } = fakeZotero([answer]);
    await expect(new ZoteroDelivery(items(1), options).run()).rejects.toMatchObject({ code });
  });

  it('goes on behind what has arrived when it is run again', async () => {
    const { sent, options } = fakeZotero([201, 500, 201]);
    const delivery = new ZoteroDelivery(items(70), options);
    await expect(delivery.run()).rejects.toMatchObject({ code: 'zotero-refused' });
    expect(delivery.sent).toBe(50);
    await delivery.run();
    expect(delivery.sent).toBe(70);
    expect(sent[2]?.titles).toEqual(sent[1]?.titles);
    expect(sent[2]?.sessionID).not.toBe(sent[1]?.sessionID);
  });

  it('asks for the same session again when only the answer was lost, and takes "exists" for yes', async () => {
    const { sent, options } = fakeZotero(['broken', 409]);
    const delivery = new ZoteroDelivery(items(1), options);
    await expect(delivery.run()).rejects.toMatchObject({ code: 'zotero-closed' });
    await delivery.run();
    expect(delivery.sent).toBe(1);
    expect(sent[1]?.sessionID).toBe(sent[0]?.sessionID);
  });

  it('sends nothing where there is nothing', async () => {
    const { sent, options } = fakeZotero([201]);
    await new ZoteroDelivery([], options).run();
    expect(sent).toEqual([]);
  });
});
