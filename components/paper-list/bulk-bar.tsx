import { Star, Trash2 } from 'lucide';
import type { ReadingStatus } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import { IconButton } from '../controls/icon-button';
import { Menu } from '../controls/menu';

export interface BulkActions {
  onStatus(status: ReadingStatus): void;
  onStar(): void;
  onTag(): void;
  onRemove(): void;
  onSelectAll(): void;
  onClear(): void;
}

interface BulkBarProps {
  t: Translator;
  count: number;
  bulk: BulkActions;
  onExport: () => void;
}

/** What can be done to the papers chosen. */
export function BulkBar({ t, count, bulk, onExport }: BulkBarProps) {
  return (
    <div class="bar bulk-bar" role="toolbar" aria-label={t.count('selectedCount', count)}>
      <button type="button" class="link-button" onClick={bulk.onClear} title={t('selectNone')}>
        {t.count('selectedCount', count)}
      </button>
      <button type="button" class="button button-quiet" onClick={bulk.onSelectAll}>
        {t('selectAll')}
      </button>
      <span class="grow" />
      <Menu
        label={t('mark')}
        items={[
          { label: t('statusUnread'), onChoose: () => bulk.onStatus('unread') },
          { label: t('statusReading'), onChoose: () => bulk.onStatus('reading') },
          { label: t('statusRead'), onChoose: () => bulk.onStatus('read') },
        ]}
      />
      <button type="button" class="button button-quiet" onClick={bulk.onTag}>
        {t('tag')}
      </button>
      <button type="button" class="button button-quiet" onClick={onExport}>
        {t('export')}
      </button>
      <IconButton of={Star} label={t('star')} onClick={bulk.onStar} />
      <IconButton of={Trash2} label={t('remove')} onClick={bulk.onRemove} />
    </div>
  );
}
