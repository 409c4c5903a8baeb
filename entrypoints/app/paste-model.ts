import { signal } from '@preact/signals';
import type { PasteState } from '../../components/controls/paste-box';
import { localDay } from '../../lib/core/clock';
import { toErrorData } from '../../lib/core/errors';
import type { ExchangePaper } from '../../lib/core/exchange';
import type { PaperKey } from '../../lib/core/paper';
import { doneText } from '../../lib/i18n/done-text';
import { errorText } from '../../lib/i18n/error-text';
import type { Send } from '../../lib/messages/client';
import type { ImportJudgement } from '../../lib/messages/payloads';
import { showToast } from './changes';
import { makeOperationId, t } from './connect';
import { judged } from './judged';

/** Papers asked to be stored in one message. */
const BATCH = 500;

/** Saves what a pasted text names: identifiers, addresses, entries of any format, a copied list. */
export class PasteModel {
  readonly state = signal<PasteState>({ kind: 'idle' });
  readonly #send: Send;
  #papers: readonly ExchangePaper[] = [];

  constructor(send: Send) {
    this.#send = send;
  }

  /** Shows which papers a text names. */
  async look(text: string): Promise<void> {
    await this.#run(async () => {
      // Both are loaded when a text is pasted first: most popups close without.
      const [{ importText }, { formatIdentifier }] = await Promise.all([
        import('../../lib/import/index'),
        import('../../lib/core/identifiers'),
      ]);
      const { records } = await importText(text, '', { today: localDay(Date.now()) });
      this.#papers = records.map(({ paper }) => paper);
      if (this.#papers.length === 0) return { kind: 'nothing-found' };
      const judgements: ImportJudgement[] = [];
      for (const batch of this.#batches()) {
        judgements.push(...(await this.#send('import.preview', { records: batch })));
      }
      const papers = this.#papers.map((paper, i) => ({
        // Papers named by an identifier alone have no title yet.
        name: paper.title || formatIdentifier((paper.id ?? '') as PaperKey),
        isNew: judgements[i]?.outcome === 'new',
      }));
      this.#papers = judgements.map((judgement, i) =>
        judged(this.#papers[i] as ExchangePaper, judgement),
      );
      return { kind: 'found', papers };
    });
  }

  /** Saves what was shown, as one change. */
  async save(): Promise<void> {
    const shown = this.state.value.kind === 'found' ? this.state.value.papers : [];
    await this.#run(async () => {
      const groupId = makeOperationId();
      for (const batch of this.#batches()) {
        await this.#send('import.apply', { opId: makeOperationId(), groupId, records: batch });
      }
      showToast({ text: doneText(t, 'saved', shown.length), undoOf: groupId });
      const added = shown.filter(({ isNew }) => isNew).length;
      return { kind: 'done', found: shown.length, added };
    });
  }

  cancel(): void {
    this.#papers = [];
    this.state.value = { kind: 'idle' };
  }

  async #run(work: () => Promise<PasteState>): Promise<void> {
    this.state.value = { kind: 'busy' };
    try {
      this.state.value = await work();
    } catch (error) {
      this.state.value = { kind: 'idle' };
      showToast({ text: errorText(t, toErrorData(error)) });
    }
  }

  *#batches(): Generator<ExchangePaper[]> {
    for (let start = 0; start < this.#papers.length; start += BATCH) {
      yield this.#papers.slice(start, start + BATCH);
    }
  }
}
