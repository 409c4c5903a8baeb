import { signal } from '@preact/signals';
import { importedText } from '../../components/import/import-page';
import type {
  ImportEntry,
  ImportExtras,
  ImportGroup,
  ImportPreview,
  ImportView,
  ImportProblem as ShownProblem,
} from '../../components/import/import-view';
import type { BackupExtras } from '../../lib/core/backup';
import { localDay } from '../../lib/core/clock';
import { AppError, toErrorData } from '../../lib/core/errors';
import type { ExchangePaper } from '../../lib/core/exchange';
import { restoreSettings } from '../../lib/core/restore-settings';
import type { Settings } from '../../lib/core/settings';
import { doneText } from '../../lib/i18n/done-text';
import type { MessageName } from '../../lib/i18n/translate';
import type { ImportProblem } from '../../lib/import/index';
import type { Send } from '../../lib/messages/client';
import type { ImportOutcome } from '../../lib/messages/payloads';
import { showToast } from '../app/changes';
import { makeOperationId, t } from '../app/connect';
import { judged } from '../app/judged';
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

const PROBLEM_TEXTS: Readonly<Record<ImportProblem['code'], MessageName>> = {
  unreadable: 'importUnreadable',
  'nothing-found': 'importNamesNone',
  doubtful: 'importDoubtful',
};

/** The readers of all formats are a quarter of the library page, and few visits import. */
const loadFormats = () => import('../../lib/import/index');

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
      const { decodeFile, MAX_IMPORT_BYTES } = await loadFormats();
      if (file.size > MAX_IMPORT_BYTES) {
        throw new AppError('bad-input', `${file.size} bytes`, { fault: 'too-large' });
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
      showToast({ text: importedText(t, total - this.#known), undoOf: this.#groupId });
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

  /** Part of the same undo. */
  async #restoreSettings(): Promise<void> {
    const { mine, settings } = await this.#settings();
    if (!bringsOf(mine, settings)) return;
    const [opId, groupId] = [makeOperationId(), this.#groupId];
    await this.#send('import.apply', { opId, groupId, records: [], settings });
  }

  /** The settings here, and what a backup would change of them. */
  async #settings(): Promise<{ mine: Settings; settings: Partial<Settings> }> {
    const mine = await this.#send('settings.get', {});
    if (!this.#extras) return { mine, settings: {} };
    const { lists, settings: file } = this.#extras;
    return { mine, settings: restoreSettings(mine, lists, file) };
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
    const { importText } = await loadFormats();
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
    const { mine, settings } = await this.#settings();
    this.view.value = {
      kind: 'preview',
      preview: {
        fileName,
        format: importFormatName(format),
        groups,
        extras: bringsOf(mine, settings),
        problems: problems.filter(({ isKept }) => !isKept).map(toShown),
        doubts: problems.filter(({ isKept }) => isKept).map(toShown),
      },
    };
  }

  /** The dry run: what each record would do. What is known by its title gets the identifier. */
  async #judge(): Promise<ImportPreview['groups']> {
    const all: ExchangePaper[] = [];
    const groups: Record<ImportGroup, ImportEntry[]> = {
      new: [],
      changed: [],
      duplicates: [],
      known: [],
    };
    for (let start = 0; start < this.#records.length; start += BATCH) {
      this.#work.signal.throwIfAborted();
      const records = this.#records.slice(start, start + BATCH);
      const judgements = await this.#send('import.preview', { records });
      for (const [i, judgement] of judgements.entries()) {
        const record = records[i] as ExchangePaper;
        groups[GROUPS[judgement.outcome]].push({ title: displayTitle(record), detail: '' });
        all.push(judged(record, judgement));
      }
    }
    this.#records = all;
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

/** Lists, searches and settings that would change, if any. */
function bringsOf(mine: Settings, settings: Partial<Settings>): ImportExtras | null {
  const next = { ...mine, ...settings };
  if (JSON.stringify(next) === JSON.stringify(mine)) return null;
  const others = { ...next, lists: mine.lists, searches: mine.searches };
  const isKnown = ({ name }: { name: string }) => mine.searches.some((one) => one.name === name);
  return {
    lists: next.lists.filter((name) => !mine.lists.includes(name)),
    searches: next.searches.filter((search) => !isKnown(search)).map(({ name }) => name),
    hasSettings: JSON.stringify(others) !== JSON.stringify(mine),
  };
}

/** A record may have nothing but an identifier. */
function displayTitle({ title, id, ids, urls }: ExchangePaper): string {
  return title || id || ids?.[0] || urls?.[0] || '';
}

/** Readers speak English; in other languages what kind of problem it is stands beside the place. */
function toShown({ line, code, message, excerpt }: ImportProblem): ShownProblem {
  const isEnglish = t.language.startsWith('en');
  return { line, reason: isEnglish ? message : t(PROBLEM_TEXTS[code], excerpt) };
}
