import type { Translator } from '../../lib/i18n/translate';
import type { PaperActions, PaperView } from '../paper-view';
import type { RowRange } from './window';

/** What every view of rows is given, as cards or as a table. */
export interface RowsProps {
  t: Translator;
  label: string;
  count: number;
  /** What is listed, in a word: another list begins at its top. */
  listed?: string;
  /** The paper of a row, or undefined while it is not there yet; ask for it by onNeedRows. */
  paperAt: (index: number) => PaperView | undefined;
  onNeedRows?: (range: RowRange) => void;
  activeIndex: number;
  onActivate: (index: number) => void;
  actions: PaperActions;
  /** There where the rows have an order of the user's own. */
  onMove?: ((from: number, to: number) => void) | undefined;
}
