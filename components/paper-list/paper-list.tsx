import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import type { PaperActions, PaperView } from '../paper-view';
import { PaperRow } from './paper-row';
import { type RowRange, scrollToRow, visibleRows } from './window';
import './paper-list.css';

export interface PaperListProps {
  t: Translator;
  label: string;
  count: number;
  /** The paper of a row, or undefined while it is not there yet; ask for it by onNeedRows. */
  paperAt: (index: number) => PaperView | undefined;
  onNeedRows?: (range: RowRange) => void;
  activeIndex: number;
  onActivate: (index: number) => void;
  actions: PaperActions;
  selected?: ReadonlySet<PaperKey>;
  /** Toggles one paper, or with `range` all from the last one toggled to this. */
  onSelect?: (index: number, range: boolean) => void;
}

/**
 * A list of any length. Rows have one height (`--row-height`; two lines of title always have their
 * room), so a window over them is arithmetic and nothing is measured, and 50,000 rows scroll as 20
 * do. That is why no library does it.
 */
export function PaperList(props: PaperListProps) {
  const { label, count, paperAt, onNeedRows, activeIndex, selected } = props;
  const box = useRef<HTMLDivElement>(null);
  const [rowPx, setRowPx] = useState(66);
  const [windowPx, setWindowPx] = useState(600);
  const [scrollPx, setScrollPx] = useState(0);
  const range = visibleRows(scrollPx, windowPx, rowPx, count);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const height = getComputedStyle(element).getPropertyValue('--row-height');
    setRowPx(Number.parseFloat(height) || 66);
    const observer = new ResizeObserver(() => setWindowPx(element.clientHeight || 600));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (range.end > range.start) onNeedRows?.(range);
  }, [range.start, range.end, count, onNeedRows]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const top = scrollToRow(activeIndex, element.scrollTop, element.clientHeight, rowPx);
    if (top !== null) element.scrollTop = top;
  }, [activeIndex, rowPx]);

  useEffect(() => {
    // Focus follows j and k only while it is in the list: typing in the search box goes on.
    if (!box.current?.contains(document.activeElement)) return;
    box.current.querySelector<HTMLElement>('.row-active .row-title')?.focus();
  }, [activeIndex]);

  return (
    <div
      // Rows on their way cannot take the focus; then the list itself scrolls by key.
      tabIndex={count > 0 && paperAt(activeIndex) === undefined ? 0 : undefined}
      class={`paper-list ${selected && selected.size > 0 ? 'selecting' : ''}`}
      ref={box}
      onScroll={(event) => setScrollPx(event.currentTarget.scrollTop)}
    >
      <ul aria-label={label} style={{ height: `${count * rowPx}px` }}>
        {Array.from({ length: range.end - range.start }, (_, offset) => {
          const index = range.start + offset;
          return (
            <li
              key={index}
              aria-setsize={count}
              aria-posinset={index + 1}
              class="paper-list-slot"
              style={{ transform: `translateY(${index * rowPx}px)` }}
              onFocusCapture={() => index !== activeIndex && props.onActivate(index)}
            >
              <Slot {...props} index={index} paper={paperAt(index)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Slot(props: PaperListProps & { index: number; paper: PaperView | undefined }) {
  const { t, index, paper, selected, onSelect, actions, activeIndex } = props;
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
