import { signal } from '@preact/signals';
import type { ExportFormatView, ExportRequest } from '../../components/controls/export-dialog';
import { type ErrorData, toErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import { doneText } from '../../lib/i18n/done-text';
import { showToast } from './changes';
import { send, t } from './connect';
import type { ReadingListModel } from './reading-list-model';

/** One set of papers that can be exported. */
export interface ExportScope {
  readonly id: 'selected' | 'found' | 'all';
  readonly name: string;
  readonly count: number;
}

/** The export dialog's doings over a list of papers. */
export class ExportModel {
  readonly state = signal<{ readonly busy: boolean; readonly error?: ErrorData }>({ busy: false });
  /** Loaded when they are first asked for: most popups close without. */
  readonly formats = signal<readonly ExportFormatView[]>([]);
  readonly #list: ReadingListModel;

  constructor(list: ReadingListModel) {
    this.#list = list;
  }

  async loadFormats(): Promise<void> {
    const { offeredFormats } = await import('./export-papers');
    this.formats.value = offeredFormats();
  }

  /** `found`: what the listed part of the library is called, where it is a part. */
  scopes(found: string | null): ExportScope[] {
    const { unread = 0, reading = 0, read = 0 } = this.#list.counts.value ?? {};
    const chosen = this.#list.selected.value.size;
    return [
      ...(chosen > 0 ? [{ id: 'selected' as const, name: t('scopeSelected'), count: chosen }] : []),
      ...(found === null ? [] : [{ id: 'found' as const, name: found, count: this.#list.count }]),
      { id: 'all', name: t('scopeAll'), count: unread + reading + read },
    ];
  }

  /** Calls `onDone` when it is done; what fails is said in the dialog. */
  async run(request: ExportRequest, onDone: () => void): Promise<void> {
    this.state.value = { busy: true };
    try {
      const { exportPapersTo } = await import('./export-papers');
      const count = await exportPapersTo(request, await this.#idsOf(request.scope));
      if (request.target === 'file') await send('library.exported', {});
      onDone();
      const done = request.target === 'clipboard' ? 'copied' : 'exported';
      showToast({ text: doneText(t, done, count) });
      this.state.value = { busy: false };
    } catch (error) {
      this.state.value = { busy: false, error: toErrorData(error) };
    }
  }

  async #idsOf(scope: string): Promise<readonly PaperKey[] | undefined> {
    if (scope === 'selected') return [...this.#list.selected.value];
    if (scope === 'found') return this.#list.allKeys();
    return undefined;
  }
}
