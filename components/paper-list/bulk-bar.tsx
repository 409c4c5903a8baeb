import { Trash2 } from 'lucide';
import type { ReadingStatus } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import { IconButton } from '../controls/icon-button';
import { Menu } from '../controls/menu';

export interface BulkActions {
  onStatus(status: ReadingStatus): void;
  onStar(): void;
  /** Tags and lists. */
  onTag(): void;
  /** To the end of "read next". */
  onQueue(): void;
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
      <Menu
        label={t.count('selectedCount', count)}
        items={[
          { label: t('selectAll'), onChoose: bulk.onSelectAll },
          { label: t('selectNone'), onChoose: bulk.onClear },
        ]}
      />
      <span class="grow" />
      <Menu
        label={t('mark')}
        items={[
          { label: t('statusUnread'), onChoose: () => bulk.onStatus('unread') },
          { label: t('statusReading'), onChoose: () => bulk.onStatus('reading') },
          { label: t('statusRead'), onChoose: () => bulk.onStatus('read') },
          { label: t('starred'), onChoose: bulk.onStar },
          { label: t('sortNext'), onChoose: bulk.onQueue },
        ]}
      />
      <button type="button" class="button button-quiet" onClick={bulk.onTag}>
        {t('tag')}
      </button>
      <button type="button" class="button button-quiet" onClick={onExport}>
        {t('export')}
      </button>
      <IconButton of={Trash2} label={t('remove')} onClick={bulk.onRemove} />
    </div>
  );
}
