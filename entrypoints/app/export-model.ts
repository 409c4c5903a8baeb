import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { ExportFormatView, ExportRequest } from '../../components/controls/export-dialog';
import { AppError, type ErrorData, toErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import { doneText } from '../../lib/i18n/done-text';
import type { ZoteroDelivery } from '../../lib/services/zotero-delivery';
import { showToast } from './changes';
import { send, t } from './connect';

/** Papers that can leave together: those chosen, those found, all. */
export interface ExportPart {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly PaperKey[];
}

export interface ExportState {
  readonly parts: readonly ExportPart[];
  readonly formats: readonly ExportFormatView[];
  /** The format to begin with. */
  readonly format?: string;
  readonly busy: boolean;
  readonly error?: ErrorData;
  readonly sent?: { readonly count: number; readonly total: number };
}

/** This computer; `PAGE_POLICY` of wxt.config.ts lets our pages through to Zotero's port only. */
const ZOTERO_ORIGINS = ['http://127.0.0.1/*'];

/** The question which papers shall leave, in what form, to where; null while nobody asks. */
export class ExportModel {
  readonly view = signal<ExportState | null>(null);
  /** What is on its way to Zotero, so that a second try sends only the rest. */
  #delivery: { readonly scope: string; readonly delivery: ZoteroDelivery } | null = null;
  #closing = new AbortController();

  /** The formats are loaded when they are first asked for: most pages close without. */
  async open(parts: readonly ExportPart[], format?: string): Promise<void> {
    const [{ offeredFormats }, all] = await Promise.all([
      import('./export-papers'),
      send('library.keys', { sort: 'added' }),
    ]);
    this.#delivery = null;
    this.#closing = new AbortController();
    this.view.value = {
      parts: [...parts, { id: 'all', name: t('scopeAll'), keys: all }],
      formats: offeredFormats(),
      ...(format && { format }),
      busy: false,
    };
  }

  close(): void {
    this.#closing.abort();
    this.view.value = null;
  }

  /** Starts in the click itself, where alone the browser may be asked for a permission. */
  async run(request: ExportRequest): Promise<void> {
    const isZotero = request.target === 'zotero';
    const isAllowed = isZotero && browser.permissions.request({ origins: ZOTERO_ORIGINS });
    const { signal: closing } = this.#closing;
    const keys = this.view.value?.parts.find(({ id }) => id === request.scope)?.keys ?? [];
    this.#show({ busy: true });
    try {
      if (!isZotero) await this.#write(request, keys);
      else if (await isAllowed) await this.#deliver(request, keys);
      else throw new AppError('zotero-denied', 'the permission was not given');
      if (closing.aborted) return;
      this.close();
      const done = isZotero ? 'sent' : request.target === 'clipboard' ? 'copied' : 'exported';
      showToast({ text: doneText(t, done, keys.length) });
    } catch (error) {
      if (!closing.aborted) this.#show({ busy: false, error: toErrorData(error) });
    }
  }

  async #write(request: ExportRequest, keys: readonly PaperKey[]): Promise<void> {
    const { exportPapersTo } = await import('./export-papers');
    await exportPapersTo(request, keys, request.scope === 'all');
    // A part of it is no copy of the library.
    if (request.target === 'file' && request.scope === 'all') await send('library.exported', {});
  }

  async #deliver({ scope }: ExportRequest, keys: readonly PaperKey[]): Promise<void> {
    const { signal: closing } = this.#closing;
    if (this.#delivery?.scope !== scope) {
      const { deliveryToZotero } = await import('./export-papers');
      const onSent = (count: number) => this.#show({ sent: { count, total: keys.length } });
      this.#delivery = { scope, delivery: await deliveryToZotero(keys, { closing, onSent }) };
    }
    await this.#delivery.delivery.run();
  }

  #show(change: Partial<ExportState>): void {
    const { error: _, ...state } = this.view.value ?? {};
    if (this.view.value) this.view.value = { ...(state as ExportState), ...change };
  }
}
