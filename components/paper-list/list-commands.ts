import type { Command } from '../../lib/keyboard/keymap';
import type { CopyFormat } from '../copy-formats';
import { isSaved, type PaperActions, type PaperView } from '../paper-view';
import type { BulkActions } from './bulk-bar';

/** What keys act on: the active row of a list. */
export interface ListCommands {
  readonly paper: PaperView | undefined;
  readonly activeIndex: number;
  readonly count: number;
  readonly actions: PaperActions;
  onActivate(index: number): void;
  onSelect?: ((index: number, range: boolean) => void) | undefined;
  /** Chooses two neighbours besides those that are chosen. */
  onSelectBoth?: ((one: number, other: number) => void) | undefined;
  /** There where rows have an order that can be changed. */
  onMove?: ((from: number, to: number) => void) | undefined;
}

/** Runs a command on the active row; false where it has no meaning there. */
export function runListCommand(command: Command, list: ListCommands): boolean {
  const { activeIndex, count } = list;
  switch (command) {
    case 'next':
      list.onActivate(Math.min(count - 1, activeIndex + 1));
      return count > 0;
    case 'previous':
      list.onActivate(Math.max(0, activeIndex - 1));
      return count > 0;
    case 'select':
      list.onSelect?.(activeIndex, false);
      return list.onSelect !== undefined;
    case 'selectNext':
      return selectOn(list, 1);
    case 'selectPrevious':
      return selectOn(list, -1);
    case 'moveUp':
    case 'moveDown':
      list.onMove?.(activeIndex, activeIndex + (command === 'moveUp' ? -1 : 1));
      return list.onMove !== undefined;
    default:
      return list.paper !== undefined && runPaperCommand(command, list.paper, list.actions);
  }
}

/** One press a row: this and its neighbour are chosen, and there the following press goes on. */
function selectOn(list: ListCommands, step: 1 | -1): boolean {
  const { activeIndex, count, onSelectBoth, onActivate } = list;
  if (!onSelectBoth || count === 0) return false;
  const to = Math.max(0, Math.min(count - 1, activeIndex + step));
  onSelectBoth(activeIndex, to);
  onActivate(to);
  return true;
}

/** Runs a command on all papers chosen; false where it has a meaning for one paper only. */
export function runBulkCommand(command: Command, bulk: BulkActions): boolean {
  switch (command) {
    case 'read':
      bulk.onStatus('read');
      return true;
    case 'star':
      bulk.onStar();
      return true;
    case 'tag':
      bulk.onTag();
      return true;
    case 'queue':
      bulk.onQueue();
      return true;
    case 'remove':
      bulk.onRemove();
      return true;
    default:
      return false;
  }
}

const COPIES: Readonly<Partial<Record<Command, CopyFormat>>> = {
  copy: 'bibtex',
  copyCitation: 'citation',
  copyMarkdown: 'markdown',
};

/** Copies by one of the keys for it; false for any other. */
export function copyBy(command: Command, copy: (format: CopyFormat) => void): boolean {
  const format = COPIES[command];
  if (format) copy(format);
  return format !== undefined;
}

/** Runs a command on one paper; false where it has no meaning for it. */
export function runPaperCommand(
  command: Command,
  paper: PaperView,
  actions: PaperActions,
): boolean {
  const { key, starred, state, isQueued } = paper;
  switch (command) {
    case 'open':
      actions.onOpen(key);
      return true;
    case 'details':
      actions.onDetails(key);
      return true;
    case 'save':
      if (!isSaved(paper)) actions.onSave(key);
      return true;
    case 'read':
      actions.onMarkRead(key, state !== 'read');
      return true;
    case 'star':
      actions.onStar(key, !starred);
      return true;
    case 'note':
      actions.onNote(key);
      return true;
    case 'tag':
      actions.onTag(key);
      return true;
    case 'queue':
      actions.onQueue(key, !isQueued);
      return true;
    case 'remove':
      actions.onRemove(key);
      return true;
    default:
      return copyBy(command, (format) => actions.onCopy(key, format));
  }
}
