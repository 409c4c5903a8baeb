import { ChevronDown, ChevronUp, Columns3 } from 'lucide';
import { LIBRARY_COLUMNS, type LibraryColumn } from '../../lib/core/settings';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import { Icon } from '../marks';
import type { SortOrder } from '../paper-list/filter-bar';

const COLUMN_TEXTS: Record<LibraryColumn, MessageName> = {
  authors: 'factAuthors',
  year: 'year',
  venue: 'venue',
  tags: 'tags',
  added: 'sortAdded',
};
/** The order that a column's head asks for. */
const COLUMN_ORDERS: Partial<Record<LibraryColumn | 'title', SortOrder>> = {
  title: 'title',
  year: 'published',
  added: 'added',
};
export interface TableHeadProps {
  t: Translator;
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  columns: readonly LibraryColumn[];
  onColumns: (columns: readonly LibraryColumn[]) => void;
}

/** The names of the columns, by which rows are ordered, and which of them are shown. */
export function TableHead({ t, columns, onColumns, sort, onSort }: TableHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">
          <span class="visually-hidden">{t('select')}</span>
        </th>
        <th scope="col">
          <span class="visually-hidden">{t('status')}</span>
        </th>
        <th scope="col" class="table-title-head" aria-sort={sortOf('title', sort)}>
          <HeadText {...{ t, name: 'title', sort, onSort }} />
          <ColumnChoice {...{ t, columns, onColumns }} />
        </th>
        {columns.map((name) => (
          <th key={name} scope="col" class={`table-${name}`} aria-sort={sortOf(name, sort)}>
            <HeadText {...{ t, name, sort, onSort }} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Titles run from A; dates from the newest. */
function sortOf(name: LibraryColumn | 'title', sort: SortOrder) {
  if (COLUMN_ORDERS[name] !== sort) return undefined;
  return name === 'title' ? 'ascending' : 'descending';
}

interface HeadTextProps extends Pick<TableHeadProps, 't' | 'sort' | 'onSort'> {
  name: LibraryColumn | 'title';
}

/** The name of a column; pressed, the rows are ordered by it where they can be. */
function HeadText({ t, name, sort, onSort }: HeadTextProps) {
  const text = t(name === 'title' ? 'paperTitle' : COLUMN_TEXTS[name]);
  const order = COLUMN_ORDERS[name];
  if (!order) return text;
  return (
    <button type="button" class="table-sort" onClick={() => onSort(order)}>
      {text}
      {order === sort && <Icon of={name === 'title' ? ChevronUp : ChevronDown} sizePx={12} />}
    </button>
  );
}

function ColumnChoice({
  t,
  columns,
  onColumns,
}: Pick<TableHeadProps, 't' | 'columns' | 'onColumns'>) {
  const toggle = (column: LibraryColumn) =>
    onColumns(LIBRARY_COLUMNS.filter((name) => columns.includes(name) !== (name === column)));
  return (
    <details class="column-choice">
      <summary aria-label={t('chooseColumns')} title={t('chooseColumns')}>
        <Icon of={Columns3} sizePx={14} />
      </summary>
      <div>
        {LIBRARY_COLUMNS.map((name) => (
          <label key={name}>
            <input type="checkbox" checked={columns.includes(name)} onChange={() => toggle(name)} />
            {t(COLUMN_TEXTS[name])}
          </label>
        ))}
      </div>
    </details>
  );
}
