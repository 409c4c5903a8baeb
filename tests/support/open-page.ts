import { vi } from 'vitest';
import type { BadgePlace, BadgeView } from '../../lib/core/badge-view';
import { AppError } from '../../lib/core/errors';
import type { PaperKey, PaperState } from '../../lib/core/paper';
import { DEFAULT_SETTINGS } from '../../lib/core/settings';
import type { Send } from '../../lib/messages/client';
import type { Done, PageRow } from '../../lib/messages/payloads';
import { PageSession } from '../../lib/page/page-session';
import type { SessionPaper } from '../../lib/page/session-paper';
import type { Sighting, SiteAdapter } from '../../lib/sites/site-adapter';

/** Reads `<li data-names="arxiv:…">Title</li>` as one row each. */
const adapter: SiteAdapter = {
  id: 'plain-list',
  name: 'Plain list',
  matches: ['https://list.example/*'],
  hosts: () => true,
  classify: () => 'list',
  read: (doc): Sighting[] =>
    [...doc.querySelectorAll<HTMLElement>('[data-names]')].map((anchor) => {
      const key = anchor.dataset.names as PaperKey;
      const title = anchor.textContent ?? '';
      const candidate = { key, ids: [key], source: 'site', title, authors: [] } as const;
      return { key, candidate, anchor, place: 'inside', row: [anchor] };
    }),
};

/** An observer of what is in view whose view the test decides. */
class FakeIntersectionObserver {
  static readonly all: FakeIntersectionObserver[] = [];
  readonly targets = new Set<Element>();
  constructor(private readonly tell: (entries: readonly object[]) => void) {
    FakeIntersectionObserver.all.push(this);
  }
  observe(target: Element): void {
    this.targets.add(target);
  }
  unobserve(target: Element): void {
    this.targets.delete(target);
  }
  disconnect(): void {
    this.targets.clear();
  }
  see(targets: readonly Element[], about: object = {}): void {
    const known = targets.filter((target) => this.targets.has(target));
    this.tell(known.map((target) => ({ target, isIntersecting: true, ...about })));
  }
}

/** A background that answers from a table of states, and can be made to fail or to wait. */
export class FakeBackground {
  readonly asked: { type: string; request: Record<string, unknown> }[] = [];
  readonly states = new Map<string, PaperState>();
  /** How many saved papers each is close to. */
  readonly counts = new Map<string, number>();
  readonly likings = new Map<string, number>();
  quietHosts: string[] = [];
  failWith: AppError | null = null;
  /** Answers wait for it. */
  gate: Promise<void> = Promise.resolve();

  readonly send = (async (type: string, request: Record<string, unknown>) => {
    this.asked.push({ type, request });
    await this.gate;
    if (this.failWith) throw this.failWith;
    return this.#answer(type, request);
  }) as unknown as Send;

  countOf(type: string): number {
    return this.asked.filter((one) => one.type === type).length;
  }

  #answer(type: string, request: Record<string, unknown>): unknown {
    const keys = ((request.candidates ?? []) as { key: PaperKey }[]).map(({ key }) => key);
    if (type === 'page.look') {
      const others = (request.others ?? []) as PaperKey[];
      const told = [...keys, ...others.filter((key) => this.states.has(key))];
      const rows: PageRow[] = told.map((key) => ({
        key,
        state: this.states.get(key) ?? 'new',
      }));
      return { rows, settings: { ...DEFAULT_SETTINGS, quietHosts: this.quietHosts } };
    }
    if (type === 'page.relate') {
      const counts = keys.flatMap((key) => {
        const count = this.counts.get(key);
        return count === undefined ? [] : [{ key, count }];
      });
      return { counts, rows: [] };
    }
    if (type === 'page.rank') {
      return keys.flatMap((key) => {
        const score = this.likings.get(key);
        return score === undefined ? [] : [{ key, score }];
      });
    }
    return this.#change(type, request, keys);
  }

  #change(type: string, request: Record<string, unknown>, keys: readonly PaperKey[]): Done {
    const undone = this.asked.find(({ request: { opId } }) => opId === request.undoOf);
    const before = (undone?.request.candidates ?? []) as { key: PaperKey }[];
    const touched = undone ? before.map(({ key }) => key) : keys;
    for (const key of touched) this.states.set(key, type === 'papers.save' ? 'saved' : 'new');
    const changed = touched.map((key) => ({
      ids: [key],
      state: this.states.get(key) ?? 'new',
    }));
    return { opId: String(request.opId), changed };
  }
}

/** A page with these papers, watched by a session; `badges` shows what each control says. */
export function openPage(keys: readonly string[]) {
  FakeIntersectionObserver.all.length = 0;
  vi.stubGlobal('IntersectionObserver', FakeIntersectionObserver);
  Object.assign(window, { IntersectionObserver: FakeIntersectionObserver });
  document.body.replaceChildren();
  const list = document.createElement('ul');
  document.body.append(list);
  const addRow = (key: string) => {
    const row = document.createElement('li');
    row.dataset.names = key;
    row.textContent = `Title of ${key}`;
    list.append(row);
    return row;
  };
  const rows = keys.map(addRow);
  const background = new FakeBackground();
  const leaving = new AbortController();
  const views = new WeakMap<Element, BadgeView>();
  const places = new WeakMap<Element, BadgePlace>();
  const logged: string[] = [];
  const shown: SessionPaper[] = [];
  const onFollowed = vi.fn();
  let operations = 0;
  const isOwnNode = (node: Node) => node.nodeName.toLowerCase().startsWith('paperkin-');
  const session = new PageSession({
    document,
    signal: leaving.signal,
    adapter,
    address: () => new URL('https://list.example/today'),
    send: background.send,
    makeBadge: (key) => {
      const host = document.createElement('paperkin-badge');
      host.dataset.paper = key;
      return {
        host,
        update: (view) => views.set(host, view),
        setTheme: () => undefined,
        setPlace: (place) => places.set(host, place),
      };
    },
    isOwnNode,
    now: () => 0,
    makeOperationId: () => `operation-${++operations}`,
    failureText: (error) => (error instanceof AppError ? error.message : 'unexpected'),
    onShown: (paper) => shown.push(paper),
    onFollowed,
    onThemeChanged: () => undefined,
    log: (message) => logged.push(message),
  });
  return {
    session,
    background,
    leaving,
    list,
    rows,
    addRow,
    logged,
    shown,
    onFollowed,
    isOwnNode,
    /** Keys of the controls in the page, in page order. */
    badgeKeys: () =>
      [...document.querySelectorAll<HTMLElement>('paperkin-badge')].map((b) => b.dataset.paper),
    /** What the controls of a paper say. */
    viewsOf: (key: string) =>
      [...document.querySelectorAll(`paperkin-badge[data-paper="${key}"]`)].map((badge) =>
        views.get(badge),
      ),
    scrollTo: (elements: readonly Element[]) => {
      for (const observer of FakeIntersectionObserver.all) observer.see(elements);
    },
    /** The browser has laid out the controls, all that far from the left of a window so wide. */
    layOut: (leftPx: number, windowPx: number) => {
      const hosts = [...document.querySelectorAll('paperkin-badge')];
      const about = { boundingClientRect: { left: leftPx }, rootBounds: { right: windowPx } };
      for (const observer of FakeIntersectionObserver.all) observer.see(hosts, about);
    },
    /** Where the controls of a paper were drawn to. */
    shiftsOf: (key: string) =>
      [...document.querySelectorAll(`paperkin-badge[data-paper="${key}"]`)].map(
        (badge) => places.get(badge)?.shiftPx ?? 0,
      ),
    /** Lets the page's observer, a frame and the answers run. */
    settle: async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
    },
  };
}
