import { BookOpen, SearchX } from 'lucide';
import { Empty } from '../controls/notices';
import type { ListViewProps } from './list-view';

/** Where nothing is found. */
export function NothingFits({ t, onQuery }: Pick<ListViewProps, 't' | 'onQuery'>) {
  return (
    <Empty of={SearchX} title={t('nothingFits')}>
      <p>{t('nothingFitsWhy')}</p>
      <button type="button" class="button" onClick={() => onQuery('')}>
        {t('clearSearch')}
      </button>
    </Empty>
  );
}

/** Where nothing is put into "Read next", which other papers may stand outside of. */
export function NothingNext({ t, keymap, onSort }: Pick<ListViewProps, 't' | 'keymap' | 'onSort'>) {
  return (
    <Empty of={BookOpen} title={t('emptyNext')}>
      <p>{t('emptyNextWhy', keymap.queue)}</p>
      <button type="button" class="button" onClick={() => onSort('added')}>
        {t('showAll')}
      </button>
    </Empty>
  );
}
