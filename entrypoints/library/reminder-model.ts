import { signal } from '@preact/signals';
import type { Send } from '../../lib/messages/client';

/** Fewer papers than these are no reason to speak. */
const MANY = 25;

/** Reminds of an export once many papers stand on this computer alone. */
export class ReminderModel {
  /** Papers saved since the last export or reminder; null while they are few. */
  readonly count = signal<number | null>(null);
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  async load(): Promise<void> {
    const { savedSinceExport } = await this.#send('health.report', {});
    this.count.value = savedSinceExport >= MANY ? savedSinceExport : null;
  }

  /** Speaks again when as many more have come. */
  async putOff(): Promise<void> {
    this.count.value = null;
    await this.#send('library.remindLater', {});
  }
}
