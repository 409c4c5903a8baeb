export const IMPORT_FORMATS = [
  'backup',
  'bibtex',
  'ris',
  'csl-json',
  'csv',
  'medline',
  'papermemory',
  'papermemory-list',
  'bookmarks',
  'listing-text',
  'identifiers',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
