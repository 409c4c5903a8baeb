import { Star } from 'lucide';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import { Icon } from '../marks';
import './filter-bar.css';

export const LIST_FILTERS = ['all', 'unread', 'reading', 'read', 'starred'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

const FILTER_TEXTS: Record<ListFilter, MessageName> = {
  all: 'filterAll',
  unread: 'statusUnread',
  reading: 'statusReading',
  read: 'statusRead',
  starred: 'starred',
};

export const SORT_ORDERS = ['relevance', 'added', 'published', 'opened', 'title', 'next'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

const SORT_TEXTS: Record<SortOrder, MessageName> = {
  relevance: 'sortRelevance',
  added: 'sortAdded',
  published: 'sortPublished',
  opened: 'sortOpened',
  title: 'sortTitle',
  next: 'sortNext',
};

interface FilterBarProps {
  t: Translator;
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
  counts: Readonly<Partial<Record<ListFilter, number>>>;
}

/** States with their counts. */
export function FilterBar({ t, filter, onFilter, counts }: FilterBarProps) {
  return (
    <fieldset class="filter-bar">
      <legend class="visually-hidden">{t('filterByState')}</legend>
      {LIST_FILTERS.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === filter}
          title={t(FILTER_TEXTS[name])}
          onClick={() => onFilter(name)}
        >
          {name === 'starred' ? (
            <>
              <Icon of={Star} sizePx={13} />
              <span class="visually-hidden">{t('starred')}</span>
            </>
          ) : (
            t(FILTER_TEXTS[name])
          )}
          {counts[name] !== undefined && <span class="count">{t.number(counts[name])}</span>}
        </button>
      ))}
    </fieldset>
  );
}

interface SortChoiceProps {
  t: Translator;
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  /** Relevance means something only for a query. */
  isSearching: boolean;
}

/** The order of the rows. */
export function SortChoice({ t, sort, onSort, isSearching }: SortChoiceProps) {
  const orders = SORT_ORDERS.filter((order) => isSearching || order !== 'relevance');
  return (
    <select
      class="quiet-select"
      aria-label={t('sortBy')}
      title={t('sortBy')}
      value={sort}
      onChange={(event) => {
        const order = orders.find((name) => name === event.currentTarget.value);
        if (order) onSort(order);
      }}
    >
      {orders.map((order) => (
        <option key={order} value={order}>
          {t(SORT_TEXTS[order])}
        </option>
      ))}
    </select>
  );
}
