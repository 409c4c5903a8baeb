import { signal } from '@preact/signals';
import type { DetailView, HistoryEntry, PaperDetail } from '../../components/library/library-view';
import { editKind, without } from '../../lib/core/edit-kind';
import { toErrorData } from '../../lib/core/errors';
import { formatIdentifier } from '../../lib/core/identifiers';
import type { PaperCandidate, PaperKey } from '../../lib/core/paper';
import { findPaperLinks } from '../../lib/core/paper-links';
import type { Send } from '../../lib/messages/client';
import type { HistoryItem, StoredView } from '../../lib/messages/payloads';
import { factsSeenAtMs } from '../app/facts-seen';
import { toDuplicate } from './duplicate-view';

const RELATED = 8;

/** Answers that come sooner are shown at once and whole. */
const PATIENCE_MS = 150;

const SCHEME_NAMES: Readonly<Record<string, string>> = {
  arxiv: 'arXiv',
  doi: 'DOI',
  openreview: 'OpenReview',
  acl: 'ACL Anthology',
  pmid: 'PubMed',
  pmcid: 'PMC',
  s2: 'Semantic Scholar',
};

/** Everything known of the paper whose details are open. */
export class DetailModel {
  readonly view = signal<DetailView>({ kind: 'none' });
  readonly #send: Send;
  #key: PaperKey | null = null;

  constructor(send: Send) {
    this.#send = send;
  }

  get key(): PaperKey | null {
    return this.#key;
  }

  /** `isUrgent`: what is known at once is shown at once, since somebody waits to write. */
  async open(key: PaperKey | null, isUrgent = false): Promise<void> {
    this.#key = key;
    this.view.value = key ? { kind: 'loading', key } : { kind: 'none' };
    await this.refresh(isUrgent ? 0 : PATIENCE_MS);
  }

  /** Two papers that look alike are two. */
  async keepApart(key: PaperKey, other: PaperKey): Promise<void> {
    await this.#send('papers.notSame', { a: key, b: other });
    await this.refresh();
  }

  async refresh(patienceMs = PATIENCE_MS): Promise<void> {
    const key = this.#key;
    if (!key) return;
    try {
      const [stored] = await this.#send('papers.view', { keys: [key] });
      if (!stored) {
        this.view.value = { kind: 'none' };
        return;
      }
      const candidate = toCandidate(stored);
      const waiting = setTimeout(() => this.#showKnown(key, stored), patienceMs);
      const [history, related, doubles] = await Promise.all([
        this.#send('papers.history', { key }),
        this.#send('related.toPaper', { candidate, limit: RELATED }),
        stored.entry ? this.#send('papers.duplicates', { key: stored.paper.id }) : [],
      ]).finally(() => clearTimeout(waiting));
      if (key === this.#key) {
        const duplicates = doubles.map((other) => toDuplicate(stored, other));
        const paper = { ...toDetail(stored, history), related, duplicates };
        this.view.value = { kind: 'ready', paper };
      }
    } catch (error) {
      if (key === this.#key) this.view.value = { kind: 'failed', error: toErrorData(error) };
    }
  }

  /** An index that is being built must not keep a paper's own facts and note waiting. */
  #showKnown(key: PaperKey, stored: StoredView): void {
    if (key !== this.#key || this.view.value.kind !== 'loading') return;
    this.view.value = { kind: 'ready', paper: { ...toDetail(stored, []), duplicates: [] } };
  }
}

/** A stored paper, named so that a message may carry it. */
export function toCandidate({ paper }: StoredView): PaperCandidate {
  const { id, ids, title, authors, abstract, categories, date } = paper;
  return {
    key: id,
    ids,
    title,
    authors,
    source: 'address',
    ...(abstract && { abstract }),
    ...(categories && { categories }),
    ...(date && { date }),
  };
}

function toDetail(
  { paper, state, entry }: StoredView,
  history: readonly HistoryItem[],
): Omit<PaperDetail, 'duplicates' | 'related'> {
  const places = findPaperLinks(paper.ids, paper.title);
  const doi = paper.ids.find((id) => id.startsWith('doi:'))?.slice('doi:'.length);
  return {
    key: paper.id,
    title: paper.title,
    authors: paper.authors,
    ...(paper.authorCount !== undefined && { authorCount: paper.authorCount }),
    ...(paper.date && { date: paper.date }),
    ...(paper.venue && { venue: paper.venue }),
    ...(paper.abstract && { abstract: paper.abstract }),
    ...(paper.urls?.[0] && { url: paper.urls[0] }),
    state,
    starred: entry?.starred ?? false,
    hasNote: Boolean(entry?.note),
    tags: entry?.tags ?? [],
    lists: entry?.lists ?? [],
    isQueued: entry?.queueRank !== undefined,
    note: entry?.note ?? '',
    otherNotes: otherNotes(entry),
    ...(entry?.citationKey && { citationKey: entry.citationKey }),
    relatedCount: 0,
    facts: { ...paper, ...(doi && { doi }) },
    factsSeenAtMs: factsSeenAtMs(paper),
    places: places.map(({ site, url }) => ({ name: site, url })),
    identifiers: paper.ids.map((id) => ({
      scheme: SCHEME_NAMES[id.slice(0, id.indexOf(':'))] ?? id.slice(0, id.indexOf(':')),
      value: formatIdentifier(id),
    })),
    history: history.map(toHistoryEntry),
  };
}

function toHistoryEntry({ edit, ...item }: HistoryItem): HistoryEntry {
  if (!edit) return item;
  const [before, after] = [edit.before, edit.after].map(({ tags, lists }) => [...tags, ...lists]);
  const [added, removed] = [without(after, before), without(before, after)];
  return { ...item, edit: editKind(edit), added, removed };
}

/** What the note does not say already. */
function otherNotes(entry: StoredView['entry']): string[] {
  const { note = '', otherNotes: versions = [] } = entry ?? {};
  return versions.map(({ text }) => text).filter((text) => !note.includes(text));
}
