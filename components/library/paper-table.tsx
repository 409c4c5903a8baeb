import { ChevronDown, ChevronUp, Columns3 } from 'lucide';
import { useRef } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import { LIBRARY_COLUMNS, type LibraryColumn } from '../../lib/core/settings';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import { Icon, StateMark } from '../marks';
import type { SortOrder } from '../paper-list/filter-bar';
import { Highlighted } from '../paper-list/highlighted';
import { RowGrip } from '../paper-list/row-grip';
import type { RowsProps } from '../paper-list/rows-props';
import { Still, useLatest } from '../paper-list/still';
import { dragClass, type GripEvents, useRowDrag } from '../paper-list/use-row-drag';
import { useRowWindow } from '../paper-list/use-row-window';
import type { PaperView } from '../paper-view';
import './paper-table.css';

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
/** Shares of the table; the title has the rest. */
const WIDTHS: Record<LibraryColumn, string> = {
  authors: '20%',
  year: '52px',
  venue: '15%',
  tags: '13%',
  added: '116px',
};

const ROW_PX = 34;

interface PaperTableProps extends RowsProps {
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  columns: readonly LibraryColumn[];
  onColumns: (columns: readonly LibraryColumn[]) => void;
  selected: ReadonlySet<PaperKey>;
  onSelect: (index: number, range: boolean) => void;
}

/** Papers one line each, with the columns chosen; any number of them. */
export function PaperTable(props: PaperTableProps) {
  const { t, count, columns, paperAt, activeIndex, selected } = props;
  const latest = useLatest(props);
  const box = useRef<HTMLDivElement>(null);
  const { range, onScroll } = useRowWindow({
    ...props,
    box,
    rowPx: ROW_PX,
    headPx: ROW_PX,
    activeSelector: '.table-active .table-title',
  });
  const { drag, gripOf } = useRowDrag({ ...props, box, rowPx: ROW_PX, headPx: ROW_PX });

  const above = range.start * ROW_PX;
  const below = (count - range.end) * ROW_PX;
  return (
    <div class="paper-table" ref={box} onScroll={onScroll}>
      <table aria-label={props.label} aria-rowcount={count + 1}>
        <colgroup>
          <col width="40" />
          <col width="28" />
          <col />
          {columns.map((name) => (
            <col key={name} class={`table-${name}`} style={{ width: WIDTHS[name] }} />
          ))}
        </colgroup>
        <Head {...props} />
        <tbody>
          {above > 0 && <tr style={{ height: `${above}px` }} />}
          {Array.from({ length: range.end - range.start }, (_, offset) => {
            const index = range.start + offset;
            const paper = paperAt(index);
            const row = {
              t,
              index,
              paper,
              columns,
              isActive: index === activeIndex,
              isSelected: paper !== undefined && selected.has(paper.key),
              dragClass: dragClass(drag, index),
              grip: gripOf(index),
            };
            return (
              <Still
                key={index}
                on={Object.values(row)}
                draw={() => <Row {...row} latest={latest} />}
              />
            );
          })}
          {below > 0 && <tr style={{ height: `${below}px` }} />}
        </tbody>
      </table>
    </div>
  );
}

function Head({ t, columns, onColumns, sort, onSort }: PaperTableProps) {
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

interface HeadTextProps extends Pick<PaperTableProps, 't' | 'sort' | 'onSort'> {
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
}: Pick<PaperTableProps, 't' | 'columns' | 'onColumns'>) {
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

interface RowProps {
  t: Translator;
  index: number;
  /** Not there yet where undefined. */
  paper: PaperView | undefined;
  columns: readonly LibraryColumn[];
  isActive: boolean;
  isSelected: boolean;
  dragClass: string;
  grip: GripEvents | undefined;
  /** The table as it is when something happens. */
  latest: { readonly current: PaperTableProps };
}

function Row(props: RowProps) {
  const { t, index, paper, columns, isActive, isSelected, grip, latest } = props;
  const title = paper ? paper.title || paper.key : t('loading');
  return (
    <tr
      aria-rowindex={index + 2}
      class={`${isActive ? 'table-active' : ''} ${isSelected ? 'row-selected' : ''} ${props.dragClass}`}
      onFocusCapture={() => !isActive && latest.current.onActivate(index)}
    >
      <td class="table-check">
        <label>
          <input
            type="checkbox"
            aria-label={t('selectPaper', title)}
            tabIndex={isActive ? 0 : -1}
            checked={isSelected}
            onClick={(event) => latest.current.onSelect(index, event.shiftKey)}
          />
        </label>
      </td>
      <td>{paper && <StateMark t={t} state={paper.state} />}</td>
      <td class="table-title-cell">
        {grip && (
          <RowGrip
            t={t}
            title={title}
            tabIndex={isActive ? 0 : -1}
            events={grip}
            onStep={(step) => latest.current.onMove?.(index, index + step)}
          />
        )}
        <button
          type="button"
          class="table-title"
          dir="auto"
          tabIndex={isActive ? 0 : -1}
          onClick={() => paper && latest.current.actions.onDetails(paper.key)}
        >
          <Highlighted text={title} {...(paper?.titleMatches && { matches: paper.titleMatches })} />
        </button>
      </td>
      {columns.map((name) => (
        <td key={name} class={`table-${name}`} dir="auto">
          {paper && cellText(t, paper, name)}
        </td>
      ))}
    </tr>
  );
}

function cellText(t: Translator, paper: PaperView, column: LibraryColumn): string {
  switch (column) {
    case 'authors':
      return paper.authors.map(({ name, family }) => family ?? name).join(t('separator'));
    case 'year':
      return paper.date?.slice(0, 4) ?? '';
    case 'venue':
      return paper.venue ?? '';
    case 'added':
      return paper.addedAtMs === undefined ? '' : t.day(paper.addedAtMs);
    case 'tags':
      return paper.tags.join(t('separator'));
  }
}
