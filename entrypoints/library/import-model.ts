import { signal } from '@preact/signals';
import type {
  ImportEntry,
  ImportGroup,
  ImportPreview,
  ImportView,
} from '../../components/import/import-view';
import type { BackupExtras } from '../../lib/core/backup';
import { localDay } from '../../lib/core/clock';
import { AppError, toErrorData } from '../../lib/core/errors';
import type { ExchangePaper } from '../../lib/core/exchange';
import { restoreSettings } from '../../lib/core/restore-settings';
import { doneText } from '../../lib/i18n/done-text';
import { decodeFile, importText, MAX_IMPORT_BYTES } from '../../lib/import/index';
import type { Send } from '../../lib/messages/client';
import type { ImportOutcome } from '../../lib/messages/protocol';
import { showToast } from '../app/changes';
import { makeOperationId, t } from '../app/connect';
import { importFormatName } from './import-formats';

/** Records to a message: one transaction each. */
const BATCH = 250;
/** Outcomes of the dry run, and the group of the preview that shows them. */
const GROUPS: Readonly<Record<ImportOutcome, ImportGroup>> = {
  new: 'new',
  changed: 'changed',
  maybe: 'duplicates',
  known: 'known',
};

/** One import, from the file to its undo: read, shown, confirmed, done. */
export class ImportModel {
  readonly view = signal<ImportView>({ kind: 'choose' });
  readonly #send: Send;
  #records: readonly ExchangePaper[] = [];
  #extras: BackupExtras | undefined;
  /** Records with nothing to add. */
  #known = 0;
  /** Records written so far. */
  #written = 0;
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
      this.#written = 0;
      for (let done = 0; done < total; done += BATCH) {
        this.view.value = { kind: 'importing', done, total };
        this.#work.signal.throwIfAborted();
        const records = this.#records.slice(done, done + BATCH);
        const groupId = this.#groupId;
        await this.#send('import.apply', { opId: makeOperationId(), groupId, records });
        this.#written += records.length;
      }
      await this.#restoreSettings();
      this.view.value = { kind: 'done', imported: total - this.#known, skipped: this.#known };
      showToast({ text: doneText(t, 'imported', total - this.#known), undoOf: this.#groupId });
    });
  }

  /** Stops what is going on. What was written by then can be taken back as one. */
  cancel(): void {
    this.#work.abort();
    if (this.#written > 0) {
      showToast({ text: doneText(t, 'imported', this.#written), undoOf: this.#groupId });
    }
    this.startAgain();
  }

  startAgain(): void {
    this.#work = new AbortController();
    this.#written = 0;
    this.view.value = { kind: 'choose' };
  }

  /** Lists without papers, searches, keys: of our own backup only. */
  async #restoreSettings(): Promise<void> {
    if (!this.#extras) return;
    const { lists, settings } = this.#extras;
    const mine = await this.#send('settings.get', {});
    await this.#send('import.settings', {
      opId: makeOperationId(),
      groupId: this.#groupId,
      settings: restoreSettings(mine, lists, settings),
    });
  }

  async undo(): Promise<void> {
    await this.#attempt(async () => {
      const undoOf = this.#groupId;
      const opId = makeOperationId();
      await this.#send('operations.undo', { opId, undoOf });
      showToast({ text: doneText(t, 'undone') });
      this.startAgain();
    });
  }

  async #read(text: string, fileName: string): Promise<void> {
    this.view.value = { kind: 'reading', fileName, done: 0 };
    const { signal } = this.#work;
    const { records, problems, format, extras } = await importText(text, fileName, {
      today: localDay(Date.now()),
      signal,
      onProgress: ({ done }) => {
        this.view.value = { kind: 'reading', fileName, done: Math.round(done * 100), total: 100 };
      },
    });
    this.#records = records.map(({ paper }) => paper);
    this.#extras = extras;
    const groups = await this.#judge();
    this.#known = groups.known.length;
    this.view.value = {
      kind: 'preview',
      preview: {
        fileName,
        format: importFormatName(format),
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
        groups[GROUPS[outcome]].push({ title: records[i]?.title ?? '', detail: '' });
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
