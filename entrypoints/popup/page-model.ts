import { signal } from '@preact/signals';
import { browser } from '@wxt-dev/browser';
import type { PagePaperView, PageView } from '../../components/popup/page-view';
import { toErrorData } from '../../lib/core/errors';
import type { ListedPaper } from '../../lib/core/listed-paper';
import type { PaperCandidate, PaperKey } from '../../lib/core/paper';
import { findPaperLinks } from '../../lib/core/paper-links';
import { toReadableText } from '../../lib/core/readable-text';
import type { Send } from '../../lib/messages/client';
import type { PageRow, StoredView, TabReading } from '../../lib/messages/payloads';
import { factsSeenAtMs } from '../app/facts-seen';

/** Relatedness of a listing's papers, asked for in one go up to so many. */
const RELATE_UP_TO = 200;

/** The papers of the tab under the popup, and how they stand. */
export class PageModel {
  readonly view = signal<PageView>({ kind: 'loading' });
  readonly reading = signal<TabReading | null>(null);
  /** What to ask the browser for, so that this page's site can be read. */
  origins: readonly string[] = [];
  /** The site of papers that were read, where its pages could be marked too. */
  readonly offeredSite = signal<string | null>(null);
  readonly #send: Send;
  readonly #tabId: () => Promise<number | null>;

  constructor(send: Send, tabId: () => Promise<number | null>) {
    this.#send = send;
    this.#tabId = tabId;
  }

  candidateOf(key: PaperKey): PaperCandidate | undefined {
    return this.reading.value?.candidates.find((one) => one.key === key);
  }

  /** The one paper that is open, if the page is about one. */
  get openPaper(): PaperCandidate | null {
    const { kind = null, candidates = [] } = this.reading.value ?? {};
    return kind === 'list' ? null : (candidates[0] ?? null);
  }

  async load(): Promise<void> {
    try {
      const tabId = await this.#tabId();
      if (tabId === null) {
        this.view.value = { kind: 'nothing', reason: 'browser-page' };
        return;
      }
      const reading = await this.#send('tab.read', { tabId });
      this.reading.value = reading;
      await this.refresh();
    } catch (error) {
      this.view.value = { kind: 'failed', error: toErrorData(error) };
    }
  }

  /** How the papers stand now; the page is not read again. */
  async refresh(): Promise<void> {
    const reading = this.reading.value;
    if (!reading) return;
    const { kind, candidates, url } = reading;
    if (candidates.length === 0) {
      const site = await findSite(url);
      this.origins = site?.origins ?? [];
      this.view.value = nothingAt(url, site);
    } else if (kind === 'list') {
      this.view.value = { kind: 'list', papers: await this.#listed(reading) };
    } else {
      this.view.value = { kind: 'paper', paper: await this.#opened(reading) };
    }
    if (candidates.length > 0) await this.#offerMarks(url);
  }

  /** After the papers are shown: what has leave already needs no look at the sites. */
  async #offerMarks(url: string): Promise<void> {
    if (await isAllowed([`${new URL(url).origin}/*`])) return;
    const site = await findSite(url);
    this.origins = site?.origins ?? [];
    this.offeredSite.value = site?.name ?? null;
  }

  async #listed({ url, candidates }: TabReading): Promise<ListedPaper[]> {
    const [{ rows }, { counts }] = await Promise.all([
      this.#send('page.look', { url, candidates }),
      this.#send('page.relate', { candidates: candidates.slice(0, RELATE_UP_TO) }),
    ]);
    const countOf = new Map(counts.map(({ key, count }) => [key, count]));
    return candidates.map((candidate, i) =>
      toListed(candidate, rows[i], countOf.get(candidate.key) ?? 0),
    );
  }

  async #opened({ url, candidates }: TabReading): Promise<PagePaperView> {
    const shown = candidates.slice(0, 1);
    const [{ rows }, { counts }, [stored]] = await Promise.all([
      this.#send('page.look', { url, candidates: shown }),
      this.#send('page.relate', { candidates: shown }),
      this.#send('papers.view', { keys: shown.flatMap(({ ids }) => ids) }),
    ]);
    const [candidate] = shown;
    if (!candidate) throw new Error('a page of one paper names none');
    return toPagePaper(toListed(candidate, rows[0], counts[0]?.count ?? 0), candidate, stored);
  }
}

/** A site that Paperkin reads, and whether it may. */
interface KnownSite {
  readonly name: string;
  readonly isAllowed: boolean;
  readonly origins: readonly string[];
  readonly isListing: boolean;
}

/** The site of an address. The sites are a third of all code here, and are loaded only now. */
async function findSite(address: string): Promise<KnownSite | null> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const { adapters, siteOrigins } = await import('../../lib/sites/index');
  const site = adapters.find((adapter) => adapter.hosts(url));
  if (!site) return null;
  const origins = siteOrigins(site);
  return {
    name: site.name,
    isAllowed: await isAllowed(origins),
    origins,
    isListing: site.classify(url) === 'list',
  };
}

function isAllowed(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/** Why nothing was found, and so what can be done. */
function nothingAt(address: string, site: KnownSite | null): PageView {
  if (!/^https?:/.test(address)) return { kind: 'nothing', reason: 'browser-page' };
  if (!site) return { kind: 'nothing', reason: 'no-paper' };
  if (!site.isAllowed) return { kind: 'permission', siteName: site.name };
  if (site.isListing) return { kind: 'unread-listing', siteName: site.name };
  return { kind: 'nothing', reason: 'no-paper' };
}

function toListed(
  candidate: PaperCandidate,
  row: PageRow | undefined,
  relatedCount: number,
): ListedPaper {
  const { key, title, authors, authorCount, date, venue, urls } = candidate;
  return {
    key,
    title: toReadableText(title),
    authors,
    ...(authorCount !== undefined && { authorCount }),
    ...(date && { date }),
    ...(venue && { venue }),
    state: row?.state ?? 'new',
    starred: false,
    hasNote: false,
    tags: [],
    isQueued: false,
    relatedCount,
    ...(urls?.[0] && { url: urls[0] }),
  };
}

function toPagePaper(
  listed: ListedPaper,
  candidate: PaperCandidate,
  stored: StoredView | undefined,
): PagePaperView {
  const facts = stored?.paper ?? candidate;
  const entry = stored?.entry;
  const [shown, latest] = [candidate.version ?? 0, facts.version ?? 0];
  const doi = facts.ids.find((id) => id.startsWith('doi:'))?.slice('doi:'.length);
  return {
    ...listed,
    title: toReadableText(facts.title),
    authors: facts.authors,
    starred: entry?.starred ?? false,
    hasNote: Boolean(entry?.note),
    tags: entry?.tags ?? [],
    isQueued: entry?.queueRank !== undefined,
    note: entry?.note ?? '',
    facts: { ...facts, ...(doi && { doi }) },
    ...(stored && { factsSeenAtMs: factsSeenAtMs(stored.paper) }),
    places: findPaperLinks(facts.ids, facts.title).map(({ site, url }) => ({ name: site, url })),
    ...(facts.abstract && { abstract: facts.abstract }),
    ...(entry && { addedAtMs: entry.addedAtMs }),
    ...(shown > 0 && latest > shown && { newerVersion: { shown, latest } }),
  };
}
