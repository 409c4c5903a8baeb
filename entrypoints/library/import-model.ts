import { signal } from '@preact/signals';
import type {
  ImportEntry,
  ImportGroup,
  ImportPreview,
  ImportView,
} from '../../components/import/import-view';
import { localDay } from '../../lib/core/clock';
import { AppError, toErrorData } from '../../lib/core/errors';
import type { ExchangePaper } from '../../lib/core/exchange';
import { decodeFile, importText, MAX_IMPORT_BYTES } from '../../lib/import/index';
import type { Send } from '../../lib/messages/client';
import { showToast } from '../app/changes';
import { makeOperationId, t } from '../app/connect';

/** Records to a message: one transaction each. */
const BATCH = 250;

/** One import, from the file to its undo: read, shown, confirmed, done. */
export class ImportModel {
  readonly view = signal<ImportView>({ kind: 'choose' });
  readonly #send: Send;
  #records: readonly ExchangePaper[] = [];
  #work = new AbortController();
  #groupId = '';

  constructor(send: Send) {
    this.#send = send;
  }

  async readFile(file: File): Promise<void> {
    await this.#attempt(async () => {
      if (file.size > MAX_IMPORT_BYTES) {
        throw new AppError('bad-input', `${file.name} is larger than 25 MB`);
      }
      await this.#read(decodeFile(new Uint8Array(await file.arrayBuffer())), file.name);
    });
  }

  async readText(text: string): Promise<void> {
    await this.#attempt(() => this.#read(text, ''));
  }

  /** Writes what the preview showed. Stopping half-way keeps what is written; undo takes it back. */
  async confirm(): Promise<void> {
    await this.#attempt(async () => {
      const total = this.#records.length;
      this.#groupId = makeOperationId();
      for (let done = 0; done < total; done += BATCH) {
        this.view.value = { kind: 'importing', done, total };
        this.#work.signal.throwIfAborted();
        const records = this.#records.slice(done, done + BATCH);
        const groupId = this.#groupId;
        await this.#send('import.apply', { opId: makeOperationId(), groupId, records });
      }
      this.view.value = { kind: 'done', imported: total, skipped: 0 };
      showToast({ text: t('savedDone'), undoOf: this.#groupId });
    });
  }

  cancel(): void {
    this.#work.abort();
    this.#work = new AbortController();
    this.view.value = { kind: 'choose' };
    if (this.#groupId) showToast({ text: t('savedDone'), undoOf: this.#groupId });
  }

  async undo(): Promise<void> {
    await this.#attempt(async () => {
      await this.#send('operations.undo', { opId: makeOperationId(), undoOf: this.#groupId });
      showToast({ text: t('undoneDone') });
      this.view.value = { kind: 'choose' };
    });
  }

  async #read(text: string, fileName: string): Promise<void> {
    this.view.value = { kind: 'reading', fileName, done: 0 };
    const { signal } = this.#work;
    const { records, problems, format } = await importText(text, fileName, {
      today: localDay(Date.now()),
      signal,
      onProgress: ({ done }) => {
        this.view.value = { kind: 'reading', fileName, done: Math.round(done * 100), total: 100 };
      },
    });
    this.#records = records.map(({ paper }) => paper);
    const groups = await this.#judge();
    this.view.value = {
      kind: 'preview',
      preview: {
        fileName,
        format,
        groups,
        problems: problems.map(({ line, message }) => ({ line, reason: message })),
      },
    };
  }

  /** The dry run: what each record would do. */
  async #judge(): Promise<ImportPreview['groups']> {
    const groups: Record<ImportGroup, ImportEntry[]> = {
      new: [],
      changed: [],
      duplicates: [],
      known: [],
    };
    for (let start = 0; start < this.#records.length; start += BATCH) {
      const records = this.#records.slice(start, start + BATCH);
      const outcomes = await this.#send('import.preview', { records });
      for (const [i, outcome] of outcomes.entries()) {
        groups[outcome].push({ title: records[i]?.title ?? '', detail: '' });
      }
    }
    return groups;
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    const { signal } = this.#work;
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) this.view.value = { kind: 'failed', error: toErrorData(error) };
    }
  }
}
