import type { PaperFacts, ReadingStatus } from './paper';

/**
 * A paper with what its reader made of it, as files carry it: the record that every exporter takes
 * and every importer gives.
 *
 * Field by field: `id` is the canonical key, `ids` all known keys (`id` among them); the facts are
 * those of PaperFacts; tags, lists, note (Markdown), status, starred and citationKey are the
 * user's own; the dates are ISO 8601 in UTC.
 */
export interface ExchangePaper extends PaperFacts {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly tags?: readonly string[];
  readonly lists?: readonly string[];
  readonly note?: string;
  readonly status?: ReadingStatus;
  readonly starred?: boolean;
  readonly citationKey?: string;
  /** Place in "read next", smallest first; only the backup carries it. */
  readonly queueRank?: number;
  readonly addedAt?: string;
  readonly openedAt?: string;
  readonly readAt?: string;
}
