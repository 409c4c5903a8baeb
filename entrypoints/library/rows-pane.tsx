import { signal } from '@preact/signals';
import type { Column } from '../../components/library/paper-table';
import { Rows } from '../../components/library/rows';
import { selectRange, toggled } from '../../components/paper-list/selection';
import type { PaperActions } from '../../components/paper-view';
import type { PaperKey } from '../../lib/core/paper';
import { editPapers, removePapers, runChange, savePapers, undoLast } from '../app/changes';
import { send, t } from '../app/connect';
import { copyAs } from '../app/copy-as';
import { queryProblemText } from '../app/query-problem-text';
import { toCandidate } from './detail-model';
import { placeTitle } from './place-title';
import { binned, detail, dialog, list, openDetail, openExport, place, settings } from './state';

const look = signal<'table' | 'cards'>('table');
const columns = signal<readonly Column[]>(['authors', 'year', 'venue', 'tags']);

const actions: PaperActions = {
  onOpen: (key) => void openPaper(key),
  onDetails: (key) => void openDetail(key),
  onSave: (key) => void saveSeen(key),
  onRemove: (key) => void removePapers([key]),
  onMarkRead: (key) => void editPapers([key], { status: 'read' }),
  onStar: (key, starred) => void editPapers([key], { starred }),
  onNote: (key) => void openDetail(key, true),
  onTag: (key) => {
    dialog.value = { kind: 'add-tags', ids: [key] };
  },
  onCopy: (key, format) => {
    const chosen = [...list.selected.value];
    void copyAs(chosen.length > 0 ? chosen : [key], format);
  },
};

async function openPaper(key: PaperKey): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const url = stored?.paper.urls?.[0];
  if (url) window.open(url, '_blank', 'noopener');
}

async function saveSeen(key: PaperKey): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  if (stored) await savePapers([toCandidate(stored)]);
}

/** The middle pane: the papers of a place, or the bin. */
export function Middle() {
  const isBin = place.value.kind === 'bin';
  const rows = list.rows.value;
  const selected = [...list.selected.value];
  // Reading it makes this view follow rows that arrive later.
  void list.fetched.value;
  const shownRows = rows.kind === 'ready' ? { ...rows, paperAt: list.paperAt } : rows;
  const binRows = {
    kind: 'ready' as const,
    count: binned.value.length,
    paperAt: (index: number) => binned.value[index],
  };
  return (
    <Rows
      t={t}
      keymap={settings.keymap.value}
      title={placeTitle(place.value)}
      isBin={isBin}
      rows={isBin ? binRows : shownRows}
      query={list.query.value}
      onQuery={(query) => void list.setQuery(query)}
      queryProblems={list.problems.value.map((problem) => queryProblemText(t, problem))}
      onSaveSearch={() => {
        dialog.value = { kind: 'keep-search' };
      }}
      look={look.value}
      onLook={(next) => {
        look.value = next;
      }}
      columns={columns.value}
      onColumns={(next) => {
        columns.value = next;
      }}
      sort={list.sort.value}
      onSort={(sort) => void list.setSort(sort)}
      activeIndex={list.activeIndex.value}
      onActivate={(index) => {
        list.activeIndex.value = index;
        const paper = isBin ? undefined : list.paperAt(index);
        if (paper) void detail.open(paper.key);
      }}
      selected={list.selected.value}
      onSelect={select}
      onNeedRows={(range) => void list.need(range)}
      actions={actions}
      bulk={{
        onStatus: (status) => void editPapers(selected, { status }),
        onStar: () => void editPapers(selected, { starred: true }),
        onTag: () => {
          dialog.value = { kind: 'add-tags', ids: selected };
        },
        onRemove: () => void removePapers(selected),
        onSelectAll: () => void selectAll(),
        onClear: () => {
          list.selected.value = new Set();
        },
      }}
      onRestore={(keys) =>
        void runChange('restored', (opId) => send('bin.restore', { opId, ids: keys }))
      }
      onEmptyBin={() => {
        dialog.value = { kind: 'empty-bin' };
      }}
      onExport={() => void openExport()}
      onUndo={() => void undoLast()}
      onHelp={() => {
        dialog.value = { kind: 'help' };
      }}
      onRetry={() => void list.load()}
    />
  );
}

function select(index: number, isRange: boolean): void {
  const paper = place.value.kind === 'bin' ? binned.value[index] : list.paperAt(index);
  if (!paper) return;
  const keys = (place.value.kind === 'bin' ? binned.value : list.papers).map(({ key }) => key);
  const { activeIndex, selected } = list;
  selected.value = isRange
    ? selectRange(selected.value, keys, activeIndex.value, index)
    : toggled(selected.value, paper.key);
  activeIndex.value = index;
}

async function selectAll(): Promise<void> {
  list.selected.value = new Set(await list.allKeys());
}
