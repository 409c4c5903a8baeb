import { useRef } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import type { PaperView } from '../paper-view';
import { PaperRow } from './paper-row';
import { RowGrip } from './row-grip';
import type { RowsProps } from './rows-props';
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
  const { label, count, paperAt, activeIndex, selected } = props;
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
          return (
            <li
              key={index}
              aria-setsize={count}
              aria-posinset={index + 1}
              class={`paper-list-slot ${dragClass(drag, index)}`}
              style={{ height: `${ROW_PX}px`, transform: `translateY(${index * ROW_PX}px)` }}
              onFocusCapture={() => index !== activeIndex && props.onActivate(index)}
            >
              <Slot {...props} index={index} paper={paperAt(index)} grip={gripOf(index)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface SlotProps extends PaperListProps {
  index: number;
  paper: PaperView | undefined;
  grip: GripEvents | undefined;
}

function Slot(props: SlotProps) {
  const { t, index, paper, selected, onSelect, actions, activeIndex, grip } = props;
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
      isActive={index === activeIndex}
      grip={
        grip && (
          <RowGrip
            t={t}
            title={paper.title || paper.key}
            tabIndex={index === activeIndex ? 0 : -1}
            events={grip}
            onStep={(step) => props.onMove?.(index, index + step)}
          />
        )
      }
      {...(selected &&
        onSelect && {
          selection: {
            isSelected: selected.has(paper.key),
            onToggle: (range: boolean) => onSelect(index, range),
          },
        })}
    />
  );
}
