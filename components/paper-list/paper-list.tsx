import { useRef } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import type { PaperView } from '../paper-view';
import { PaperRow } from './paper-row';
import { RowGrip } from './row-grip';
import type { RowsProps } from './rows-props';
import { Still, useLatest } from './still';
import { dragClass, type GripEvents, useRowDrag } from './use-row-drag';
import { useRowWindow } from './use-row-window';
import './paper-list.css';

/** The height of a row: two lines of title and one of authors always have their room. */
const ROW_PX = 66;

export interface PaperListProps extends RowsProps {
  selected?: ReadonlySet<PaperKey>;
  /** Toggles one paper, or with `range` all from the last one toggled to this. */
  onSelect?: (index: number, range: boolean) => void;
}

/** A list of any length, of which only what is in view is drawn. */
export function PaperList(props: PaperListProps) {
  const { t, label, count, paperAt, actions, activeIndex, selected, onSelect } = props;
  const latest = useLatest(props);
  const box = useRef<HTMLDivElement>(null);
  const { range, onScroll } = useRowWindow({
    ...props,
    box,
    rowPx: ROW_PX,
    activeSelector: '.row-active .row-title',
  });
  const { drag, gripOf } = useRowDrag({ ...props, box, rowPx: ROW_PX });
  return (
    <div
      class={`paper-list ${selected && selected.size > 0 ? 'selecting' : ''}`}
      ref={box}
      // Rows on their way cannot take the focus; then the list itself scrolls by key.
      tabIndex={count > 0 && paperAt(activeIndex) === undefined ? 0 : undefined}
      onScroll={onScroll}
    >
      <ul aria-label={label} style={{ height: `${count * ROW_PX}px` }}>
        {Array.from({ length: range.end - range.start }, (_, offset) => {
          const index = range.start + offset;
          const paper = paperAt(index);
          const slot = {
            t,
            index,
            paper,
            actions,
            isActive: index === activeIndex,
            isSelected: paper !== undefined && selected?.has(paper.key) === true,
            isSelectable: selected !== undefined && onSelect !== undefined,
            grip: gripOf(index),
          };
          return (
            <li
              key={index}
              aria-setsize={count}
              aria-posinset={index + 1}
              class={`paper-list-slot ${dragClass(drag, index)}`}
              style={{ height: `${ROW_PX}px`, transform: `translateY(${index * ROW_PX}px)` }}
              onFocusCapture={() => index !== activeIndex && props.onActivate(index)}
            >
              <Still on={Object.values(slot)} draw={() => <Slot {...slot} latest={latest} />} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface SlotProps extends Pick<RowsProps, 't' | 'actions'> {
  index: number;
  paper: PaperView | undefined;
  isActive: boolean;
  isSelected: boolean;
  isSelectable: boolean;
  grip: GripEvents | undefined;
  /** The list as it is when something happens. */
  latest: { readonly current: PaperListProps };
}

function Slot(props: SlotProps) {
  const { t, index, paper, actions, isActive, isSelected, isSelectable, grip, latest } = props;
  if (paper === undefined) {
    return (
      <div class="row row-placeholder">
        <span class="visually-hidden">{t('loading')}</span>
      </div>
    );
  }
  return (
    <PaperRow
      t={t}
      paper={paper}
      actions={actions}
      isActive={isActive}
      grip={
        grip && (
          <RowGrip
            t={t}
            title={paper.title || paper.key}
            tabIndex={isActive ? 0 : -1}
            events={grip}
            onStep={(step) => latest.current.onMove?.(index, index + step)}
          />
        )
      }
      {...(isSelectable && {
        selection: {
          isSelected,
          onToggle: (range: boolean) => latest.current.onSelect?.(index, range),
        },
      })}
    />
  );
}
