import type { InputFault } from '../core/errors';
import type { MessageName, Translator } from './translate';

const TEXTS: Record<InputFault, MessageName> = {
  'zotero-rdf': 'faultZoteroRdf',
  'endnote-xml': 'faultEndnoteXml',
  xml: 'faultXml',
  'web-of-science': 'faultWebOfScience',
  refer: 'faultRefer',
  pdf: 'faultPdf',
  zip: 'faultZip',
  'web-page': 'faultWebPage',
  'not-utf-8': 'faultNotUtf8',
  'too-large': 'faultTooLarge',
  'too-many': 'faultTooMany',
  'few-papers': 'faultFewPapers',
  'newer-backup': 'faultNewerBackup',
  'damaged-copy': 'faultDamagedCopy',
};

/** What a file is and what to do instead, in the reader's language. */
export function faultText(t: Translator, fault: InputFault): string {
  return t(TEXTS[fault]);
}
