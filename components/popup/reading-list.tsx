import { BookOpen, Download, SearchX } from 'lucide';
import { useRef } from 'preact/hooks';
import type { ErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import type { Keymap } from '../../lib/keyboard/keymap';
import { IconButton } from '../controls/icon-button';
import { Empty, Failure, Loading } from '../controls/notices';
import { SearchBox } from '../controls/search-box';
import { useCommands } from '../controls/use-commands';
import { type BulkActions, BulkBar } from '../paper-list/bulk-bar';
import { FilterBar, type ListFilter, SortChoice, type SortOrder } from '../paper-list/filter-bar';
import { runListCommand } from '../paper-list/list-commands';
import { PaperList } from '../paper-list/paper-list';
import type { RowRange } from '../paper-list/window';
import type { PaperActions, PaperView } from '../paper-view';

export type ReadingListRows =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | {
      readonly kind: 'ready';
      readonly count: number;
      readonly paperAt: (index: number) => PaperView | undefined;
    };

export interface ReadingListProps {
  t: Translator;
  keymap: Keymap;
  rows: ReadingListRows;
  query: string;
  onQuery: (query: string) => void;
  /** What of the query was not understood, in the reader's language; the rest was searched. */
  queryProblems: readonly string[];
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
  counts: Readonly<Partial<Record<ListFilter, number>>>;
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  activeIndex: number;
  onActivate: (index: number) => void;
  selected: ReadonlySet<PaperKey>;
  onSelect: (index: number, range: boolean) => void;
  onNeedRows: (range: RowRange) => void;
  actions: PaperActions;
  bulk: BulkActions;
  onExport: () => void;
  onUndo: () => void;
  onHelp: () => void;
  onRetry: () => void;
}

/** Where a first paper is soonest found. */
const FEED = 'https://huggingface.co/papers';

/** The reading list: one box to search, states to filter by, rows, and what can be done to many. */
export function ReadingList(props: ReadingListProps) {
  const { t, rows, selected } = props;
  const search = useRef<HTMLInputElement>(null);
  useCommands(props.keymap, (command) => {
    if (command === 'search') search.current?.focus();
    else if (command === 'help') props.onHelp();
    else if (command === 'undo') props.onUndo();
    else if (command === 'close') return leave(props, search.current);
    else
      return (
        rows.kind === 'ready' && runListCommand(command, { ...props, ...activeRow(props, rows) })
      );
    return true;
  });
  return (
    <>
      <SearchBox
        t={t}
        input={search}
        query={props.query}
        onQuery={props.onQuery}
        problems={props.queryProblems}
      >
        <SortChoice {...props} isSearching={props.query !== ''} />
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

function activeRow({ activeIndex }: ReadingListProps, rows: ReadingListRows & { kind: 'ready' }) {
  return { count: rows.count, paper: rows.paperAt(activeIndex) };
}

/** Escape goes one step back: out of the choice, out of the query; then the browser closes. */
function leave(props: ReadingListProps, search: HTMLInputElement | null): boolean {
  if (props.selected.size > 0) props.bulk.onClear();
  else if (props.query !== '') props.onQuery('');
  else return false;
  search?.focus();
  return true;
}

function ListBody(props: ReadingListProps) {
  const { t, rows, query, filter } = props;
  if (rows.kind === 'loading') return <Loading t={t} />;
  if (rows.kind === 'failed') return <Failure t={t} error={rows.error} onRetry={props.onRetry} />;
  if (rows.count > 0)
    return <PaperList {...props} label={t('tabList')} count={rows.count} paperAt={rows.paperAt} />;
  if (query !== '')
    return (
      <Empty of={SearchX} title={t('nothingFits')}>
        <p>{t('nothingFitsWhy')}</p>
        <button type="button" class="button" onClick={() => props.onQuery('')}>
          {t('clearSearch')}
        </button>
      </Empty>
    );
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
