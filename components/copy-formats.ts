import type { MessageName } from '../lib/i18n/translate';

/** How a paper can be put on the clipboard. */
export const COPY_FORMATS = ['bibtex', 'citation', 'markdown', 'link'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

export const COPY_TEXTS: Readonly<Record<CopyFormat, MessageName>> = {
  bibtex: 'copyBibtex',
  citation: 'copyCitation',
  markdown: 'copyMarkdown',
  link: 'copyLink',
};
