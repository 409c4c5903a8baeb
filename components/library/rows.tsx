import { BookOpen, LayoutList, Table2, Trash2 } from 'lucide';
import { useRef } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import type { LibraryColumn, LibraryLook } from '../../lib/core/settings';
import { IconButton } from '../controls/icon-button';
import { Empty, Failure, Loading } from '../controls/notices';
import { SearchBox } from '../controls/search-box';
import { BulkBar } from '../paper-list/bulk-bar';
import { NothingFits, NothingNext } from '../paper-list/empty-lists';
import { SortChoice } from '../paper-list/filter-bar';
import { FEED, type ListViewProps, useListKeys } from '../paper-list/list-view';
import { PaperList } from '../paper-list/paper-list';
import { PaperTable } from './paper-table';
import './rows.css';

export interface RowsProps extends ListViewProps {
  /** The name of the place: "All", a list, a tag. */
  title: string;
  /** Papers in the bin can be restored until a day; nothing else can be done to them. */
  isBin: boolean;
  /** All papers, not a part of them: where nothing is, nothing is anywhere. */
  isWhole: boolean;
  onImport: () => void;
  /** Keeps the query as a saved search. */
  onSaveSearch: () => void;
  look: LibraryLook;
  onLook: (look: LibraryLook) => void;
  columns: readonly LibraryColumn[];
  onColumns: (columns: readonly LibraryColumn[]) => void;
  onRestore: (keys: readonly PaperKey[]) => void;
  onEmptyBin: () => void;
}

/** The middle pane: search, rows as cards or as a table, and what can be done to those chosen. */
export function Rows(given: RowsProps) {
  const props = given.isBin ? inBin(given) : given;
  const { t, rows, selected, isBin, look } = props;
  const search = useRef<HTMLInputElement>(null);
  useListKeys(props, search);
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
        {isBin ? (
          <button type="button" class="button button-danger" onClick={props.onEmptyBin}>
            {t('emptyBin')}
          </button>
        ) : (
          <button type="button" class="button" onClick={props.onExport}>
            {t('export')}
          </button>
        )}
      </div>
      <SearchBox
        t={t}
        input={search}
        query={props.query}
        onQuery={props.onQuery}
        notes={props.queryNotes}
        isFocused={!isBin}
      >
        {props.query.trim() !== '' && !isBin && (
          <button type="button" class="link-button" onClick={props.onSaveSearch}>
            {t('saveSearch')}
          </button>
        )}
        {!isBin && <SortChoice {...props} isSearching={props.query.trim() !== ''} />}
      </SearchBox>
      {isBin && <p class="rows-note hint">{t('binWhy')}</p>}
      <Body {...props} />
      {selected.size > 0 && <Foot {...props} />}
    </>
  );
}

/** In the bin `save` brings back, and nothing else changes a paper. */
function inBin(props: RowsProps): RowsProps {
  const { selected, onRestore } = props;
  const nothing = () => undefined;
  return {
    ...props,
    onExport: nothing,
    actions: {
      onOpen: nothing,
      onDetails: nothing,
      onSave: (key) => onRestore(selected.size > 0 ? [...selected] : [key]),
      onRemove: nothing,
      onMarkRead: nothing,
      onStar: nothing,
      onNote: nothing,
      onTag: nothing,
      onQueue: nothing,
      onCopy: props.actions.onCopy,
    },
  };
}

function Body(props: RowsProps) {
  const { t, rows, look, query, isBin } = props;
  if (rows.kind === 'loading') return <Loading t={t} rows={9} />;
  if (rows.kind === 'failed') return <Failure t={t} error={rows.error} onRetry={props.onRetry} />;
  if (rows.count === 0) {
    if (query !== '') return <NothingFits {...props} />;
    if (isBin) return <Empty of={Trash2} title={t('binIsEmpty')} />;
    if (props.sort === 'next' && props.isWhole) return <NothingNext {...props} />;
    if (props.isWhole)
      return (
        <Empty of={BookOpen} title={t('emptyList')}>
          <p>{t('emptyLibraryWhy')}</p>
          <a class="button button-primary" href={FEED} target="_blank" rel="noopener noreferrer">
            {t('openFeed')}
          </a>
          <button type="button" class="button" onClick={props.onImport}>
            {t('import')}
          </button>
        </Empty>
      );
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
