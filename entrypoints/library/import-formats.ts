import type { ImportFormat } from '../../lib/import/index';
import { t } from '../app/connect';

const PROPER_NAMES: Readonly<Partial<Record<ImportFormat, string>>> = {
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
  csv: 'CSV',
  medline: 'MEDLINE',
  papermemory: 'PaperMemory',
  'papermemory-list': 'PaperMemory',
};

/** What a format is called, as the preview says it was recognised. */
export function importFormatName(format: ImportFormat): string {
  switch (format) {
    case 'backup':
      return t('formatBackup');
    case 'bookmarks':
      return t('formatBookmarks');
    case 'listing':
      return t('formatListing');
    case 'identifiers':
      return t('formatIdentifiers');
    default:
      return PROPER_NAMES[format] ?? format;
  }
}
