import type { LibraryPlace } from '../../components/library/library-view';
import { t } from '../app/connect';

const STATUSES = { unread: 'statusUnread', reading: 'statusReading', read: 'statusRead' } as const;

/** What stands above the rows of a place. */
export function placeTitle(to: LibraryPlace): string {
  switch (to.kind) {
    case 'list':
    case 'tag':
    case 'search':
      return to.name;
    case 'starred':
      return t('starred');
    case 'status':
      return t(STATUSES[to.status]);
    case 'next':
      return t('sortNext');
    case 'bin':
      return t('bin');
    case 'all':
      return t('filterAll');
    default:
      return t(to.kind);
  }
}
