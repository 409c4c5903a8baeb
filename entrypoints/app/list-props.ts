import type { ListViewProps } from '../../components/paper-list/list-view';
import type { PaperKey } from '../../lib/core/paper';
import { editPapers, removePapers, undoLast } from './changes';
import { t } from './connect';
import { moveRow, setQueued } from './paper-actions';
import { queryProblemText } from './query-problem-text';
import type { ReadingListModel } from './reading-list-model';

/** What a view of the list shows and does, the same in popup and library. */
export function listProps(
  list: ReadingListModel,
  onLabels: (ids: readonly PaperKey[]) => void,
): Omit<ListViewProps, 'keymap' | 'actions' | 'onExport' | 'onHelp' | 'onRetry'> {
  const rows = list.rows.value;
  const selected = [...list.selected.value];
  // Reading it makes the view follow rows that arrive later.
  void list.fetched.value;
  return {
    t,
    rows: rows.kind === 'ready' ? { ...rows, paperAt: list.paperAt } : rows,
    listed: list.listed.value,
    query: list.query.value,
    onQuery: (query) => void list.setQuery(query),
    queryNotes: [
      ...list.problems.value.map((problem) => queryProblemText(t, problem)),
      ...(list.isIndexing.value ? [t('stillIndexing')] : []),
    ],
    sort: list.sort.value,
    onSort: (sort) => void list.setSort(sort),
    activeIndex: list.activeIndex.value,
    onActivate: (index) => {
      list.activeIndex.value = index;
    },
    selected: list.selected.value,
    onSelect: (index, isRange) => void list.select(index, isRange),
    onSelectBoth: (one, other) => list.selectBoth(one, other),
    onNeedRows: (range) => void list.need(range),
    ...(list.isMovable.value && { onMove: (from, to) => void moveRow(list, from, to) }),
    bulk: {
      onStatus: (status) => void editPapers(selected, { status }),
      onStar: () => void editPapers(selected, { starred: true }),
      onTag: () => onLabels(selected),
      onQueue: () => void setQueued(selected, true),
      onRemove: () => {
        list.clearSelection();
        void removePapers(selected);
      },
      onSelectAll: () => void list.selectAll(),
      onClear: () => list.clearSelection(),
    },
    onUndo: () => void undoLast(),
  };
}
