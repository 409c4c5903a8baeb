import { signal } from '@preact/signals';
import type { PasteState } from '../../components/controls/paste-box';
import { localDay } from '../../lib/core/clock';
import { toErrorData } from '../../lib/core/errors';
import type { ExchangePaper } from '../../lib/core/exchange';
import { doneText } from '../../lib/i18n/done-text';
import { errorText } from '../../lib/i18n/error-text';
import type { Send } from '../../lib/messages/client';
import { showToast } from './changes';
import { makeOperationId, t } from './connect';
import { judged } from './judged';

/** Papers asked to be stored in one message. */
const BATCH = 500;

/** Saves what a pasted text names: identifiers, addresses, entries of any format, a copied list. */
export class PasteModel {
  readonly state = signal<PasteState>({ kind: 'idle' });
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  async save(text: string): Promise<void> {
    this.state.value = { kind: 'busy' };
    try {
      await this.#save(text);
    } catch (error) {
      this.state.value = { kind: 'idle' };
      showToast({ text: errorText(t, toErrorData(error)) });
    }
  }

  async #save(text: string): Promise<void> {
    const { importText } = await import('../../lib/import/index');
    const { records } = await importText(text, '', { today: localDay(Date.now()) });
    const papers = records.map(({ paper }) => paper);
    if (papers.length === 0) {
      this.state.value = { kind: 'nothing-found' };
      return;
    }
    const groupId = makeOperationId();
    let added = 0;
    for (let start = 0; start < papers.length; start += BATCH) {
      const batch = papers.slice(start, start + BATCH);
      const judgements = await this.#send('import.preview', { records: batch });
      added += judgements.filter(({ outcome }) => outcome === 'new').length;
      const records = judgements.map((judgement, i) =>
        judged(batch[i] as ExchangePaper, judgement),
      );
      await this.#send('import.apply', { opId: makeOperationId(), groupId, records });
    }
    this.state.value = { kind: 'done', found: papers.length, added };
    showToast({ text: doneText(t, 'saved', papers.length), undoOf: groupId });
  }
}
