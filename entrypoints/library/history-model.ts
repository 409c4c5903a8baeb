import { signal } from '@preact/signals';
import type { HistoryView, OperationView } from '../../components/library/history-page';
import { editKind } from '../../lib/core/edit-kind';
import { toErrorData } from '../../lib/core/errors';
import { type Done, doneText } from '../../lib/i18n/done-text';
import type { Send } from '../../lib/messages/client';
import type { OperationItem } from '../../lib/messages/payloads';
import { showToast } from '../app/changes';
import { makeOperationId, t } from '../app/connect';

/** Operations asked for at a time, and at most. */
const PAGE = 50;
const MOST = 1000;

const DONE: Readonly<Record<OperationItem['kind'], Done>> = {
  save: 'saved',
  edit: 'edited',
  remove: 'removed',
  merge: 'merged',
  import: 'imported',
  dismiss: 'dismissed',
  restore: 'restored',
  undo: 'undone',
};

/** What was done in the last 30 days, and how it is taken back. */
export class HistoryModel {
  readonly view = signal<HistoryView>({ kind: 'loading' });
  readonly #send: Send;
  #limit = PAGE;

  constructor(send: Send) {
    this.#send = send;
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      const items = await this.#send('operations.list', {
        limit: Math.min(this.#limit + 1, MOST),
      });
      this.view.value = {
        kind: 'ready',
        operations: items.slice(0, this.#limit).map(toView),
        hasMore: items.length > this.#limit,
      };
    });
  }

  async more(): Promise<void> {
    this.#limit += PAGE;
    await this.load();
  }

  async undo(undoOf: string): Promise<void> {
    await this.#attempt(async () => {
      const opId = makeOperationId();
      await this.#send('operations.undo', { opId, undoOf });
      showToast({ text: doneText(t, 'undone'), undoOf: opId });
      await this.load();
    });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.view.value = { kind: 'failed', error: toErrorData(error) };
    }
  }
}

function toView({ id, kind, edit, atMs, papers, title, isUndone }: OperationItem): OperationView {
  return {
    id,
    done: edit ? editKind(edit) : DONE[kind],
    atMs,
    paperCount: papers,
    title,
    isUndone,
  };
}
