import type { RefObject } from 'preact';
import type { ErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import type { Keymap } from '../../lib/keyboard/keymap';
import { useCommands } from '../controls/use-commands';
import type { PaperActions, PaperView } from '../paper-view';
import type { BulkActions } from './bulk-bar';
import type { SortOrder } from './filter-bar';
import { runBulkCommand, runListCommand } from './list-commands';
import type { RowRange } from './window';

/** Where a first paper is soonest found. */
export const FEED = 'https://huggingface.co/papers';

export type ListRows =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | {
      readonly kind: 'ready';
      readonly count: number;
      readonly paperAt: (index: number) => PaperView | undefined;
    };

/** A list of the user's papers with its search box: what popup and library have in common. */
export interface ListViewProps {
  t: Translator;
  keymap: Keymap;
  rows: ListRows;
  /** What is listed, in a word: another list begins at its top. */
  listed: string;
  query: string;
  onQuery: (query: string) => void;
  /** What of the query was not understood, and what was not searched yet, in the reader's language. */
  queryNotes: readonly string[];
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  activeIndex: number;
  onActivate: (index: number) => void;
  selected: ReadonlySet<PaperKey>;
  onSelect: (index: number, range: boolean) => void;
  onSelectBoth: (one: number, other: number) => void;
  onNeedRows: (range: RowRange) => void;
  /** There where the rows have an order of the user's own. */
  onMove?: (from: number, to: number) => void;
  actions: PaperActions;
  bulk: BulkActions;
  onExport: () => void;
  onUndo: () => void;
  onHelp: () => void;
  onRetry: () => void;
}

/** The keys of a list: those of its active row, of the search box, and the way back out of both. */
export function useListKeys(
  props: ListViewProps,
  search: RefObject<HTMLInputElement | null>,
): void {
  useCommands(props.keymap, (command, event) => {
    const { rows } = props;
    if (crossByArrow(event, search.current, props)) return true;
    switch (command) {
      case 'search':
        search.current?.focus();
        return true;
      case 'help':
        props.onHelp();
        return true;
      case 'undo':
        props.onUndo();
        return true;
      case 'export':
        props.onExport();
        return true;
      case 'close':
        return leave(props, search.current);
      default: {
        if (rows.kind !== 'ready') return false;
        // What comes next is meant for the paper, not for the query.
        if (command === 'details') focusActiveRow();
        // What is chosen is what is meant, as it is by the bar below the rows.
        if (props.selected.size > 0 && runBulkCommand(command, props.bulk)) return true;
        const paper = rows.paperAt(props.activeIndex);
        return runListCommand(command, { ...props, count: rows.count, paper });
      }
    }
  });
}

/** Arrows lead from a search box into the rows under it, and from the first of them back. */
export function crossByArrow(
  { key, shiftKey }: KeyboardEvent,
  search: HTMLInputElement | null,
  { activeIndex, onActivate }: Pick<ListViewProps, 'activeIndex' | 'onActivate'>,
): boolean {
  if (shiftKey) return false;
  const isInRows = document.activeElement?.closest('.paper-list, .paper-table') != null;
  if (key === 'ArrowDown' && document.activeElement === search) {
    onActivate(activeIndex);
    focusActiveRow();
    return true;
  }
  if (key !== 'ArrowUp' || activeIndex > 0 || !isInRows) return false;
  search?.focus();
  return true;
}

function focusActiveRow(): void {
  document
    .querySelector<HTMLElement>('.row-active .row-title, .table-active .table-title')
    ?.focus();
}

/** Escape goes one step back: out of the choice, out of the query, out of the box;
 *  a popup the browser then closes. */
function leave(props: ListViewProps, search: HTMLInputElement | null): boolean {
  if (props.selected.size > 0) {
    // The hand stays in the rows: a letter that follows is still a command.
    props.bulk.onClear();
    return true;
  }
  if (props.query !== '') {
    props.onQuery('');
    search?.focus();
    return true;
  }
  // From here on letters are commands.
  search?.blur();
  return false;
}
