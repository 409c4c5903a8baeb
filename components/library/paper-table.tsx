import { useRef } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import type { LibraryColumn } from '../../lib/core/settings';
import type { Translator } from '../../lib/i18n/translate';
import { StateMark } from '../marks';
import { RowGrip } from '../paper-list/row-grip';
import { RowCheck, RowTitle } from '../paper-list/row-parts';
import type { RowsProps } from '../paper-list/rows-props';
import { Still, useLatest } from '../paper-list/still';
import { dragClass, type GripEvents, useRowDrag } from '../paper-list/use-row-drag';
import { useRowWindow } from '../paper-list/use-row-window';
import type { PaperView } from '../paper-view';
import { TableHead, type TableHeadProps } from './table-head';
import './paper-table.css';

/** Shares of the table; the title has the rest. */
const WIDTHS: Record<LibraryColumn, string> = {
  authors: '20%',
  year: '52px',
  venue: '15%',
  tags: '13%',
  added: '116px',
};

const ROW_PX = 34;
/** Choice, mark and title. */
const FIXED_CELLS = 3;

interface PaperTableProps extends RowsProps, TableHeadProps {
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
        <TableHead {...props} />
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
  // One cell until its paper is there: most rows that a long jump passes are gone before.
  if (!paper && !isActive) return <Waiting {...props} />;
  const title = paper ? paper.title || paper.key : t('loading');
  return (
    <tr
      aria-rowindex={index + 2}
      class={`${isActive ? 'table-active' : ''} ${isSelected ? 'row-selected' : ''} ${props.dragClass}`}
      onFocusCapture={() => !isActive && latest.current.onActivate(index)}
    >
      <td class="table-check">
        <RowCheck
          {...{ t, title, isActive, isSelected }}
          onToggle={(isRange) => latest.current.onSelect(index, isRange)}
        />
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
        <RowTitle
          class="table-title"
          {...{ title, isActive }}
          matches={paper?.titleMatches}
          onOpen={() => paper && latest.current.actions.onDetails(paper.key)}
        />
      </td>
      {columns.map((name) => (
        <td key={name} class={`table-${name}`} dir="auto">
          {paper && cellText(t, paper, name)}
        </td>
      ))}
    </tr>
  );
}

function Waiting({ t, index, columns, ...row }: RowProps) {
  return (
    <tr aria-rowindex={index + 2} class={row.dragClass}>
      <td class="table-waiting" colSpan={FIXED_CELLS + columns.length}>
        {t('loading')}
      </td>
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
