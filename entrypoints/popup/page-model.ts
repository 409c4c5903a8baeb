import { signal } from '@preact/signals';
import type { PagePaperView, PageView } from '../../components/popup/page-view';
import { toErrorData } from '../../lib/core/errors';
import type { ListedPaper } from '../../lib/core/listed-paper';
import type { PaperCandidate, PaperKey } from '../../lib/core/paper';
import { findPaperLinks } from '../../lib/core/paper-links';
import { toReadableText } from '../../lib/core/readable-text';
import type { Send } from '../../lib/messages/client';
import type { PageRow, StoredView, TabReading } from '../../lib/messages/protocol';

/** Relatedness of a listing's papers, asked for in one go up to so many. */
const RELATE_UP_TO = 200;

/** The papers of the tab under the popup, and how they stand. */
export class PageModel {
  readonly view = signal<PageView>({ kind: 'loading' });
  readonly reading = signal<TabReading | null>(null);
  /** What to ask the browser for, so that this page's site can be read. */
  origins: readonly string[] = [];
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
      const { view, origins } = await nothingAt(url);
      this.origins = origins;
      this.view.value = view;
    } else if (kind === 'list') {
      this.view.value = { kind: 'list', papers: await this.#listed(reading) };
    } else {
      this.view.value = { kind: 'paper', paper: await this.#opened(reading) };
    }
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

/**
 * Why nothing was found, and so what can be done. The sites are a third of all code here, and are
 * loaded only now.
 */
async function nothingAt(address: string): Promise<{ view: PageView; origins: readonly string[] }> {
  const nothing = (view: PageView) => ({ view, origins: [] });
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    return nothing({ kind: 'nothing', reason: 'browser-page' });
  const { adapters, optionalAdapters, siteOrigins } = await import('../../lib/sites/index');
  const site = adapters.find((adapter) => adapter.hosts(url));
  if (!site) return nothing({ kind: 'nothing', reason: 'no-paper' });
  if (optionalAdapters.includes(site)) {
    return { view: { kind: 'permission', siteName: site.name }, origins: siteOrigins(site) };
  }
  return site.classify(url) === 'list'
    ? nothing({ kind: 'unread-listing', siteName: site.name })
    : nothing({ kind: 'nothing', reason: 'no-paper' });
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
    places: findPaperLinks(facts.ids, facts.title).map(({ site, url }) => ({ name: site, url })),
    ...(facts.abstract && { abstract: facts.abstract }),
    ...(entry && { addedAtMs: entry.addedAtMs }),
  };
}
