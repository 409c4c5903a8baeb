import type { MessageName } from '../../lib/i18n/translate';
import type { CopyFormat } from './page-view';

export const COPY_TEXTS: Readonly<Record<CopyFormat, MessageName>> = {
  bibtex: 'copyBibtex',
  citation: 'copyCitation',
  markdown: 'copyMarkdown',
  link: 'copyLink',
};
