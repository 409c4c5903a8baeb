import { AppError } from '../core/errors';
import type { ZoteroItem } from '../export/zotero-items';

/**
 * Zotero's own connector talks to the running program here; so may others. The answers are those of
 * `server_connector.js` in https://github.com/zotero/zotero.
 */
export const ZOTERO_ADDRESS = 'http://127.0.0.1:23119/connector/saveItems';
const PROTOCOL_VERSION = '3';
/** Items to a request: Zotero writes all of one before it answers. */
const BATCH = 50;

export interface ZoteroDeliveryOptions {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** A name that no other batch has, by which Zotero knows one it already took. */
  readonly makeId: () => string;
  /** Told after each batch. */
  readonly onSent?: (sent: number) => void;
}

/**
 * Papers on their way to Zotero, into the collection that is chosen there. After a failure it can be
 * run again and goes on where it stopped: what has arrived is not sent twice.
 */
export class ZoteroDelivery {
  /** How many items have arrived. */
  sent = 0;
  readonly #items: readonly ZoteroItem[];
  readonly #options: ZoteroDeliveryOptions;
  /** Of the batch under way; kept while nobody knows whether it arrived. */
  #sessionId: string | null = null;

  constructor(items: readonly ZoteroItem[], options: ZoteroDeliveryOptions) {
    this.#items = items;
    this.#options = options;
  }

  /**
   * Throws AppError: `zotero-closed` where nothing answers, `zotero-old` where what answers does
   * not know the protocol, `zotero-refused` where Zotero could not save.
   */
  async run(): Promise<void> {
    while (this.sent < this.#items.length) {
      const batch = this.#items.slice(this.sent, this.sent + BATCH);
      const isRepeated = this.#sessionId !== null;
      this.#sessionId ??= this.#options.makeId();
      const status = await this.#post(this.#sessionId, batch);
      this.#sessionId = null;
      // Taken before, only the answer was lost.
      if (!(status === 409 && isRepeated)) requireSaved(status);
      this.sent += batch.length;
      this.#options.onSent?.(this.sent);
    }
  }

  async #post(sessionID: string, items: readonly ZoteroItem[]): Promise<number> {
    try {
      const { status } = await this.#options.fetch(ZOTERO_ADDRESS, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          // Without it Zotero takes us for a web page and does not answer.
          'X-Zotero-Connector-API-Version': PROTOCOL_VERSION,
        },
        body: JSON.stringify({ sessionID, items }),
      });
      return status;
    } catch (cause) {
      throw new AppError('zotero-closed', `nothing answers at ${ZOTERO_ADDRESS}`, { cause });
    }
  }
}

function requireSaved(status: number): void {
  if (status === 200 || status === 201) return;
  // 400 and 412: another version of the protocol; 404 and 501: another program, or none of it.
  const isOld = [400, 404, 412, 501].includes(status);
  throw new AppError(isOld ? 'zotero-old' : 'zotero-refused', `Zotero answered ${status}`);
}
