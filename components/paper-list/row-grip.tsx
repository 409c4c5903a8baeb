import { GripVertical } from 'lucide';
import type { Translator } from '../../lib/i18n/translate';
import { Icon } from '../marks';
import type { GripEvents } from './use-row-drag';
import './row-grip.css';

interface RowGripProps {
  t: Translator;
  title: string;
  tabIndex: number;
  events: GripEvents;
  /** Up (-1) or down (1), by the arrow keys. */
  onStep: (step: -1 | 1) => void;
}

/** By which a row is dragged to another place, or moved with the arrow keys. */
export function RowGrip({ t, title, tabIndex, events, onStep }: RowGripProps) {
  return (
    <button
      type="button"
      class="row-grip"
      aria-label={t('moveInQueue', title)}
      title={t('moveByDragging')}
      tabIndex={tabIndex}
      onKeyDown={(event) => {
        const step = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
        if (!step) return;
        event.preventDefault();
        onStep(step);
      }}
      {...events}
    >
      <Icon of={GripVertical} sizePx={14} />
    </button>
  );
}
