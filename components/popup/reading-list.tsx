import { BookOpen, Download } from 'lucide';
import { useRef } from 'preact/hooks';
import { IconButton } from '../controls/icon-button';
import { Empty, Failure, Loading } from '../controls/notices';
import { SearchBox } from '../controls/search-box';
import { BulkBar } from '../paper-list/bulk-bar';
import { NothingFits, NothingNext } from '../paper-list/empty-lists';
import { FilterBar, type ListFilter, SortChoice } from '../paper-list/filter-bar';
import { FEED, type ListViewProps, useListKeys } from '../paper-list/list-view';
import { PaperList } from '../paper-list/paper-list';

export interface ReadingListProps extends ListViewProps {
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
  counts: Readonly<Partial<Record<ListFilter, number>>>;
}

/** The reading list: one box to search, states to filter by, rows, and what can be done to many. */
export function ReadingList(props: ReadingListProps) {
  const { t, selected } = props;
  const search = useRef<HTMLInputElement>(null);
  useListKeys(props, search);
  return (
    <>
      <SearchBox
        t={t}
        input={search}
        query={props.query}
        onQuery={props.onQuery}
        notes={props.queryNotes}
      >
        <SortChoice {...props} isSearching={props.query.trim() !== ''} />
        <IconButton of={Download} label={t('exportTitle')} onClick={props.onExport} />
      </SearchBox>
      <FilterBar {...props} />
      <ListBody {...props} />
      {selected.size > 0 && (
        <BulkBar t={t} count={selected.size} bulk={props.bulk} onExport={props.onExport} />
      )}
    </>
  );
}

function ListBody(props: ReadingListProps) {
  const { t, rows, query, filter } = props;
  if (rows.kind === 'loading') return <Loading t={t} />;
  if (rows.kind === 'failed') return <Failure t={t} error={rows.error} onRetry={props.onRetry} />;
  if (rows.count > 0)
    return <PaperList {...props} label={t('tabList')} count={rows.count} paperAt={rows.paperAt} />;
  if (query !== '') return <NothingFits {...props} />;
  if (props.sort === 'next' && filter === 'all') return <NothingNext {...props} />;
  if (filter !== 'all')
    return (
      <Empty of={BookOpen} title={t('emptyFilter')}>
        <button type="button" class="button" onClick={() => props.onFilter('all')}>
          {t('showAll')}
        </button>
      </Empty>
    );
  return (
    <Empty of={BookOpen} title={t('emptyList')}>
      <p>{t('emptyListWhy')}</p>
      <a class="button" href={FEED} target="_blank" rel="noopener noreferrer">
        {t('openFeed')}
      </a>
    </Empty>
  );
}
