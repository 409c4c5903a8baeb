import type { BackupExtras } from '../core/backup';

/** Everything a person can choose about an export. Each format reads what concerns it. */
export interface ExportOptions {
  /**
   * Abstracts, keywords (the user's tags, then the paper's own) and the user's notes, in BibTeX,
   * BibLaTeX, RIS and CSL-JSON. Without a choice RIS and CSL-JSON, which feed reference managers,
   * carry them, and the BibTeX kinds, which stand beside manuscripts, do not.
   */
  readonly abstracts?: boolean;
  readonly keywords?: boolean;
  readonly notes?: boolean;
  /** BibTeX kinds: write accents as TeX commands, for BibTeX programs that read no UTF-8. */
  readonly ascii?: boolean;
  /** Give the DOI that arXiv registers where no other is known. On by default. */
  readonly arxivDoi?: boolean;
  /** Name the arXiv version last met (`3101.00042v2`). Off by default. */
  readonly arxivVersion?: boolean;
  /** For papers without a citation key yet; see makeCitationKey. */
  readonly keyTemplate?: string;
  /** Citation keys of papers of the library that are not exported. */
  readonly takenKeys?: readonly string[];
  /** CSV: start with a byte order mark, without which Excel reads no UTF-8. On by default. */
  readonly byteOrderMark?: boolean;
  /** Backup: when it is made, ISO 8601 in UTC. */
  readonly exportedAt?: string;
  /** Backup: what the library holds beside the papers. */
  readonly backup?: Partial<BackupExtras>;
}
