import { signal } from '@preact/signals';
import type { RelatedView } from '../../components/popup/related';
import { toErrorData } from '../../lib/core/errors';
import type { PaperCandidate } from '../../lib/core/paper';
import type { Recency } from '../../lib/core/recency';
import { DEFAULT_SETTINGS } from '../../lib/core/settings';
import type { Send } from '../../lib/messages/client';

/** As many as anybody reads through. */
const LIMIT = 20;

/** Work related to the open paper and to the library as a whole. */
export class RelatedModel {
  /** How much new work is preferred: a setting, kept from one popup to the next. */
  readonly recency = signal<Recency>(DEFAULT_SETTINGS.recency);
  readonly view = signal<RelatedView>({ kind: 'loading' });
  readonly #send: Send;
  #open: PaperCandidate | null = null;

  constructor(send: Send) {
    this.#send = send;
  }

  async load(open: PaperCandidate | null): Promise<void> {
    this.#open = open;
    try {
      const [settings, related, missed] = await Promise.all([
        this.#send('settings.get', {}),
        open && this.#send('related.toPaper', { candidate: open, limit: LIMIT }),
        this.#send('related.missed', { limit: LIMIT }),
      ]);
      this.recency.value = settings.recency;
      this.view.value = {
        kind: 'ready',
        missed,
        ...(open && related && { toPage: { title: open.title, papers: related } }),
      };
    } catch (error) {
      this.view.value = { kind: 'failed', error: toErrorData(error) };
    }
  }

  async setRecency(recency: Recency): Promise<void> {
    this.recency.value = recency;
    try {
      await this.#send('settings.set', { settings: { recency } });
    } catch (error) {
      this.view.value = { kind: 'failed', error: toErrorData(error) };
      return;
    }
    await this.load(this.#open);
  }
}
