import type { PageSource } from '../../tests/support/served-pages';

/** What stands in for the web, and where to begin in it. */
export interface Place {
  /** null: the web itself. */
  readonly source: PageSource | null;
  readonly firstAddresses: readonly string[];
}
