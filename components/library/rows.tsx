import { BookOpen, LayoutList, SearchX, Table2, Trash2 } from 'lucide';
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
import { SortChoice, type SortOrder } from '../paper-list/filter-bar';
import { runListCommand } from '../paper-list/list-commands';
import { PaperList } from '../paper-list/paper-list';
import type { RowRange } from '../paper-list/window';
import type { PaperActions, PaperView } from '../paper-view';
import { type Column, PaperTable } from './paper-table';
import './rows.css';

export type LibraryRows =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | {
      readonly kind: 'ready';
      readonly count: number;
      readonly paperAt: (index: number) => PaperView | undefined;
    };

export interface RowsProps {
  t: Translator;
  keymap: Keymap;
  /** The name of the place: "All", a list, a tag. */
  title: string;
  /** Papers in the bin can be restored until a day; nothing else can be done to them. */
  isBin: boolean;
  rows: LibraryRows;
  query: string;
  onQuery: (query: string) => void;
  queryProblems: readonly string[];
  /** Keeps the query as a saved search. */
  onSaveSearch: () => void;
  look: 'table' | 'cards';
  onLook: (look: 'table' | 'cards') => void;
  columns: readonly Column[];
  onColumns: (columns: readonly Column[]) => void;
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  activeIndex: number;
  onActivate: (index: number) => void;
  selected: ReadonlySet<PaperKey>;
  onSelect: (index: number, range: boolean) => void;
  onNeedRows: (range: RowRange) => void;
  actions: PaperActions;
  bulk: BulkActions;
  onRestore: (keys: readonly PaperKey[]) => void;
  onEmptyBin: () => void;
  onExport: () => void;
  onUndo: () => void;
  onHelp: () => void;
  onRetry: () => void;
}

/** The middle pane: search, rows as cards or as a table, and what can be done to those chosen. */
export function Rows(props: RowsProps) {
  const { t, rows, selected, isBin, look } = props;
  const search = useRef<HTMLInputElement>(null);
  useCommands(props.keymap, (command) => {
    if (command === 'search') search.current?.focus();
    else if (command === 'help') props.onHelp();
    else if (command === 'undo') props.onUndo();
    else if (command === 'close' && selected.size > 0) props.bulk.onClear();
    else if (command === 'close' && props.query !== '') props.onQuery('');
    else if (rows.kind !== 'ready') return false;
    else {
      const { count, paperAt } = rows;
      return runListCommand(command, { ...props, count, paper: paperAt(props.activeIndex) });
    }
    return true;
  });
  return (
    <>
      <div class="rows-head">
        <h2 dir="auto">{props.title}</h2>
        {rows.kind === 'ready' && <span class="count">{t.count('papers', rows.count)}</span>}
        <span class="grow" />
        <IconButton
          of={LayoutList}
          label={t('viewCards')}
          pressed={look === 'cards'}
          onClick={() => props.onLook('cards')}
        />
        <IconButton
          of={Table2}
          label={t('viewTable')}
          pressed={look === 'table'}
          onClick={() => props.onLook('table')}
        />
        <button type="button" class="button" onClick={props.onExport}>
          {t('export')}
        </button>
        {isBin && (
          <button type="button" class="button button-danger" onClick={props.onEmptyBin}>
            {t('emptyBin')}
          </button>
        )}
      </div>
      <SearchBox
        t={t}
        input={search}
        query={props.query}
        onQuery={props.onQuery}
        problems={props.queryProblems}
      >
        {props.query !== '' && (
          <button type="button" class="link-button" onClick={props.onSaveSearch}>
            {t('saveSearch')}
          </button>
        )}
        <SortChoice {...props} isSearching={props.query !== ''} />
      </SearchBox>
      {isBin && <p class="rows-note hint">{t('binWhy')}</p>}
      <Body {...props} />
      {selected.size > 0 && <Foot {...props} />}
    </>
  );
}

function Body(props: RowsProps) {
  const { t, rows, look, query, isBin } = props;
  if (rows.kind === 'loading') return <Loading t={t} rows={9} />;
  if (rows.kind === 'failed') return <Failure t={t} error={rows.error} onRetry={props.onRetry} />;
  if (rows.count === 0) {
    if (query !== '')
      return (
        <Empty of={SearchX} title={t('nothingFits')}>
          <p>{t('nothingFitsWhy')}</p>
        </Empty>
      );
    if (isBin) return <Empty of={Trash2} title={t('binIsEmpty')} />;
    return (
      <Empty of={BookOpen} title={t('emptyPlace')}>
        <p>{t('emptyPlaceWhy')}</p>
      </Empty>
    );
  }
  const list = { ...props, count: rows.count, paperAt: rows.paperAt, label: props.title };
  return look === 'cards' ? <PaperList {...list} /> : <PaperTable {...list} />;
}

function Foot({ t, isBin, selected, bulk, onExport, onRestore }: RowsProps) {
  if (!isBin) return <BulkBar t={t} count={selected.size} bulk={bulk} onExport={onExport} />;
  return (
    <div class="bar">
      <span>{t.count('selectedCount', selected.size)}</span>
      <span class="grow" />
      <button type="button" class="button button-primary" onClick={() => onRestore([...selected])}>
        {t('restore')}
      </button>
    </div>
  );
}
