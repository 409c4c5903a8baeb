import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/core/errors';
import { type MessageType, PAGE_MESSAGES } from '../../../lib/messages/protocol';
import { createServer, type Handlers, type Sender } from '../../../lib/messages/server';
import { makeCandidate } from '../../support/papers';

const ID = 'paperkin';
const ORIGIN = 'chrome-extension://paperkin/';
const OWN: Sender = { id: ID, url: `${ORIGIN}popup.html`, frameId: 0, tab: { id: 1 } };
const PAGE: Sender = {
  id: ID,
  url: 'https://arxiv.org/list/cs.LG/new',
  frameId: 0,
  tab: { id: 2 },
};

function setUp() {
  const handled = vi.fn(async () => ({ done: true }));
  const handlers = new Proxy({} as Handlers, { get: () => handled });
  const log = vi.fn();
  const serve = createServer({
    handlers,
    loadOthers: async () => ({}),
    extensionId: ID,
    extensionOrigin: ORIGIN,
    isSiteAllowed: ({ hostname }) => hostname === 'arxiv.org',
    translate: (error) => error,
    log,
  });
  return { serve, handled, log };
}

const save = {
  type: 'papers.save',
  request: { opId: 'operation-1', candidates: [makeCandidate()] },
};
const remove = {
  type: 'library.remove',
  request: { opId: 'operation-1', ids: ['arxiv:3101.00042'] },
};

describe('S-07: who may ask what', () => {
  it('lets a page save, and our own pages do everything', async () => {
    const { serve } = setUp();
    expect(await serve(save, PAGE)).toMatchObject({ ok: true });
    expect(await serve(remove, OWN)).toMatchObject({ ok: true });
  });

  it('refuses a page everything that deletes, exports, lists or configures', async () => {
    const { serve, handled } = setUp();
    expect(await serve(remove, PAGE)).toMatchObject({ ok: false, error: { code: 'bad-message' } });
    const types: MessageType[] = ['library.records', 'library.list', 'settings.set', 'bin.empty'];
    for (const type of types) {
      expect(PAGE_MESSAGES.has(type)).toBe(false);
      expect(await serve({ type, request: {} }, PAGE)).toMatchObject({ ok: false });
    }
    expect(handled).not.toHaveBeenCalled();
  });

  it.each([
    ['another extension', { ...PAGE, id: 'stranger' }],
    ['a frame inside a page', { ...PAGE, frameId: 3 }],
    ['a site that is not turned on', { ...PAGE, url: 'https://arxiv.org.evil.example/abs/1' }],
    ['no address at all', { id: ID, frameId: 0 }],
    [
      'an address that only begins like ours',
      { ...PAGE, url: 'chrome-extension://paperkin.evil/' },
    ],
  ])('refuses %s', async (_who, sender) => {
    const { serve, handled } = setUp();
    expect(await serve(save, sender)).toMatchObject({ ok: false });
    expect(handled).not.toHaveBeenCalled();
  });

  it('answers any malformed message with a refusal and lives on', async () => {
    const { serve, handled } = setUp();
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (message) => {
        expect(await serve(message, OWN)).toMatchObject({ ok: false });
      }),
      { numRuns: 1000 },
    );
    expect(handled).not.toHaveBeenCalled();
  });

  it('refuses any body that is not of the message, for every message a page may send', async () => {
    const { serve, handled } = setUp();
    const body = fc.anything().filter((request) => typeof request !== 'object' || request === null);
    for (const type of PAGE_MESSAGES) {
      await fc.assert(
        fc.asyncProperty(body, async (request) => {
          expect(await serve({ type, request }, PAGE)).toMatchObject({ ok: false });
        }),
        { numRuns: 50 },
      );
    }
    expect(handled).not.toHaveBeenCalled();
  });

  it('drops fields it does not know, cleans texts and keeps web addresses only', async () => {
    const { serve, handled } = setUp();
    const candidate = {
      ...makeCandidate(),
      title: 'A\u202e  title\u0000',
      urls: ['javascript:alert(1)', 'https://arxiv.org/abs/3101.00042'],
      polluted: true,
    };
    await serve(
      { type: 'papers.save', request: { ...save.request, candidates: [candidate] } },
      PAGE,
    );
    const [[request]] = handled.mock.calls as unknown as [[{ candidates: unknown[] }]];
    expect(request.candidates[0]).toMatchObject({
      title: 'A title',
      urls: ['https://arxiv.org/abs/3101.00042'],
    });
    expect(request.candidates[0]).not.toHaveProperty('polluted');
  });

  it('loads the other handlers for a message that those at hand do not answer', async () => {
    const loadOthers = vi.fn(async () => ({ 'library.remove': async () => 'removed' }) as never);
    const serve = createServer({
      handlers: { 'papers.save': async () => 'saved' } as never,
      loadOthers,
      extensionId: ID,
      extensionOrigin: ORIGIN,
      isSiteAllowed: () => true,
      translate: (thrown) => thrown,
      log: () => undefined,
    });
    expect(await serve(save, OWN)).toEqual({ ok: true, value: 'saved' });
    expect(loadOthers).not.toHaveBeenCalled();
    expect(await serve(remove, OWN)).toEqual({ ok: true, value: 'removed' });
  });

  it('says what failed by its code, and logs only what nobody expected', async () => {
    const { log } = setUp();
    const failing = (error: unknown) =>
      createServer({
        handlers: new Proxy({} as Handlers, { get: () => () => Promise.reject(error) }),
        loadOthers: async () => ({}),
        extensionId: ID,
        extensionOrigin: ORIGIN,
        isSiteAllowed: () => true,
        translate: (thrown) => thrown,
        log,
      })(save, OWN);
    expect(await failing(new AppError('storage-full', 'disk full'))).toMatchObject({
      error: { code: 'storage-full' },
    });
    expect(log).not.toHaveBeenCalled();
    expect(await failing(new TypeError('a bug'))).toMatchObject({ error: { code: 'unexpected' } });
    expect(log).toHaveBeenCalledOnce();
  });
});
