import type { Translator } from '../../lib/i18n/translate';
import type { TextRange } from '../paper-view';
import { Highlighted } from './highlighted';
import './row-parts.css';

/** What a row of cards and a row of a table have in common. */
interface RowPart {
  title: string;
  /** The one row of the list that Tab reaches. */
  isActive: boolean;
}

interface RowCheckProps extends RowPart {
  t: Translator;
  isSelected: boolean;
  /** With `isRange` all rows from the last one toggled to this. */
  onToggle: (isRange: boolean) => void;
}

/** Chooses the paper of a row. */
export function RowCheck({ t, title, isActive, isSelected, onToggle }: RowCheckProps) {
  return (
    <label class="row-check">
      <input
        type="checkbox"
        aria-label={t('selectPaper', title)}
        tabIndex={isActive ? 0 : -1}
        checked={isSelected}
        onClick={(event) => onToggle(event.shiftKey)}
      />
    </label>
  );
}

interface RowTitleProps extends RowPart {
  class: string;
  matches: readonly TextRange[] | undefined;
  onOpen: () => void;
}

/** The title, with what the query asked for; pressed, the paper's details open. */
export function RowTitle({ title, isActive, matches, onOpen, ...look }: RowTitleProps) {
  return (
    <button type="button" {...look} tabIndex={isActive ? 0 : -1} dir="auto" onClick={onOpen}>
      <Highlighted text={title} {...(matches && { matches })} />
    </button>
  );
}
