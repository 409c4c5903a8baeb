import type { ErrorData } from '../core/errors';
import type { MessageName, Translator } from './translate';

const TEXTS: Record<ErrorData['code'], MessageName> = {
  'bad-message': 'errorBadMessage',
  'bad-input': 'errorBadInput',
  'not-found': 'errorNotFound',
  'storage-full': 'errorStorageFull',
  'storage-closed': 'errorStorageClosed',
  'storage-newer': 'errorStorageNewer',
  'permission-missing': 'errorPermissionMissing',
  'page-unreadable': 'errorPageUnreadable',
  'zotero-denied': 'errorZoteroDenied',
  'zotero-closed': 'errorZoteroClosed',
  'zotero-old': 'errorZoteroOld',
  'zotero-refused': 'errorZoteroRefused',
  disconnected: 'errorDisconnected',
  unexpected: 'errorUnexpected',
};

/** What failed and what to do about it, in the reader's language. */
export function errorText(t: Translator, error: ErrorData): string {
  return t(TEXTS[error.code]);
}
