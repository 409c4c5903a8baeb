import { computed, signal } from '@preact/signals';
import type { Recency, RelatedView } from '../../components/popup/related';
import { toErrorData } from '../../lib/core/errors';
import type { ListedPaper } from '../../lib/core/listed-paper';
import type { PaperCandidate } from '../../lib/core/paper';
import type { Send } from '../../lib/messages/client';

/** As many as anybody reads through. */
const LIMIT = 20;

const YEARS: Readonly<Record<Recency, number>> = {
  any: Number.POSITIVE_INFINITY,
  'five-years': 5,
  year: 1,
  month: 1 / 12,
};
const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000;

/** Work related to the open paper and to the library as a whole. */
export class RelatedModel {
  readonly recency = signal<Recency>('any');
  readonly #found = signal<RelatedView>({ kind: 'loading' });
  readonly #send: Send;
  readonly #now: () => number;

  constructor(send: Send, now: () => number) {
    this.#send = send;
    this.#now = now;
  }

  /** What was found, as recent as asked for. */
  readonly view = computed<RelatedView>(() => {
    const found = this.#found.value;
    if (found.kind !== 'ready') return found;
    const isRecent = (paper: ListedPaper) => this.#isRecent(paper);
    const { toPage, missed } = found;
    return {
      kind: 'ready',
      missed: missed.filter(isRecent),
      ...(toPage && { toPage: { ...toPage, papers: toPage.papers.filter(isRecent) } }),
    };
  });

  async load(open: PaperCandidate | null): Promise<void> {
    try {
      const [related, missed] = await Promise.all([
        open && this.#send('related.toPaper', { candidate: open, limit: LIMIT }),
        this.#send('related.missed', { limit: LIMIT }),
      ]);
      this.#found.value = {
        kind: 'ready',
        missed,
        ...(open && related && { toPage: { title: open.title, papers: related } }),
      };
    } catch (error) {
      this.#found.value = { kind: 'failed', error: toErrorData(error) };
    }
  }

  #isRecent({ date }: ListedPaper): boolean {
    const years = YEARS[this.recency.value];
    if (years === Number.POSITIVE_INFINITY) return true;
    return date !== undefined && this.#now() - Date.parse(date) < years * YEAR_MS;
  }
}
