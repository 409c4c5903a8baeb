import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { HealthReport, HealthView } from '../../components/library/health-page';
import { toErrorData } from '../../lib/core/errors';
import { doneText } from '../../lib/i18n/done-text';
import type { MessageName } from '../../lib/i18n/translate';
import type { Send } from '../../lib/messages/client';
import type { Finding } from '../../lib/messages/payloads';
import { showToast } from '../app/changes';
import { makeOperationId, t } from '../app/connect';

const FINDINGS: Readonly<Record<Finding['kind'], MessageName>> = {
  'entry-without-paper': 'findingEntry',
  'alias-without-paper': 'findingAlias',
  'id-without-alias': 'findingIdentifier',
  counts: 'findingCounts',
};

function findingText({ kind, id }: Finding): string {
  return t(FINDINGS[kind], id);
}

/** How the library is, and what mends it. */
export class HealthModel {
  readonly view = signal<HealthView>({ kind: 'loading' });
  readonly #send: Send;
  #findings: readonly string[] | undefined;

  constructor(send: Send) {
    this.#send = send;
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      const [report, room, isPersistent] = await Promise.all([
        this.#send('health.report', {}),
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ]);
      const { counts, snapshots } = report;
      const shown: HealthReport = {
        savedCount: counts.unread + counts.reading + counts.read,
        seenCount: counts.seen,
        usedBytes: room.usage ?? 0,
        ...(room.quota !== undefined && { allowedBytes: room.quota }),
        // `unlimitedStorage` is what exempts the data; Chrome says false here all the same.
        isPersistent: isPersistent || import.meta.env.CHROME,
        snapshots: snapshots.map(({ atMs, papers, size }) => ({
          id: String(atMs),
          atMs,
          paperCount: papers,
          bytes: size,
        })),
        ...(report.lastExportAtMs !== undefined && { lastExportAtMs: report.lastExportAtMs }),
        ...(report.lastError && { lastError: report.lastError }),
        ...(this.#findings && { findings: this.#findings }),
        version: browser.runtime.getManifest().version,
      };
      this.view.value = { kind: 'ready', report: shown };
    });
  }

  async check(): Promise<void> {
    await this.#attempt(async () => {
      const findings = await this.#send('health.check', {});
      this.#findings = findings.map(findingText);
      await this.load();
    });
  }

  async repair(): Promise<void> {
    await this.#attempt(async () => {
      const findings = await this.#send('health.repair', {});
      this.#findings = findings.map(findingText);
      await this.load();
    });
  }

  async takeSnapshot(): Promise<void> {
    await this.#attempt(async () => {
      await this.#send('snapshots.take', {});
      await this.load();
    });
  }

  async restore(id: string): Promise<void> {
    await this.#attempt(async () => {
      const opId = makeOperationId();
      const { changed } = await this.#send('snapshots.restore', { opId, atMs: Number(id) });
      showToast({ text: doneText(t, 'restored', Math.max(1, changed.length)), undoOf: opId });
      await this.load();
    });
  }

  /** Figures only: nothing of any paper. */
  async copyReport(): Promise<void> {
    const view = this.view.value;
    if (view.kind !== 'ready') return;
    await navigator.clipboard.writeText(JSON.stringify(view.report, null, 2));
    showToast({ text: doneText(t, 'copied') });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.view.value = { kind: 'failed', error: toErrorData(error) };
    }
  }
}
