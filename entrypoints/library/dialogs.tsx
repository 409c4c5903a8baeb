import { signal } from '@preact/signals';
import { Confirm } from '../../components/controls/confirm';
import { ExportDialog, type ExportRequest } from '../../components/controls/export-dialog';
import { KeyboardHelp } from '../../components/controls/keyboard-help';
import { NameDialog } from '../../components/controls/name-dialog';
import { AddTagsDialog } from '../../components/library/add-tags-dialog';
import { TagDialog } from '../../components/library/tag-dialog';
import { type ErrorData, toErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import { doneText } from '../../lib/i18n/done-text';
import { editPapers, runChange, showToast } from '../app/changes';
import { send, t } from '../app/connect';
import { exportPapersTo, offeredFormats } from '../app/export-papers';
import { placeTitle } from './place-title';
import { dialog, isPage, labels, list, place, refresh, settings } from './state';
import { suggestFrom } from './suggest';

const exporting = signal<{ busy: boolean; error?: ErrorData }>({ busy: false });

function close(): void {
  dialog.value = null;
}

/** The dialog over the page, if there is one. */
export function Dialogs() {
  const shown = dialog.value;
  switch (shown?.kind) {
    case 'help':
      return <KeyboardHelp t={t} keymap={settings.keymap.value} onClose={close} />;
    case 'export':
      return <Export />;
    case 'tag':
      return <EditTag name={shown.name} />;
    case 'add-tags':
      return <AddTags ids={shown.ids} />;
    case 'new-list':
      return (
        <NameDialog
          t={t}
          title={t('newList')}
          label={t('promptListName')}
          action={t('add')}
          onName={(name) => void addList(name)}
          onClose={close}
        />
      );
    case 'keep-search':
      return (
        <NameDialog
          t={t}
          title={t('saveSearch')}
          label={t('promptSearchName')}
          action={t('save')}
          onName={(name) => void keepSearch(name)}
          onClose={close}
        />
      );
    case 'empty-bin':
      return (
        <Confirm
          t={t}
          title={t('emptyBin')}
          text={t('emptyBinQuestion')}
          action={t('emptyBin')}
          onConfirm={() => void emptyBin()}
          onClose={close}
        />
      );
    default:
      return null;
  }
}

async function addList(name: string): Promise<void> {
  close();
  const { lists } = settings.settings.value;
  await settings.change({ lists: [...new Set([...lists, name])] });
}

async function keepSearch(name: string): Promise<void> {
  close();
  const query = `${list.base.value} ${list.query.value}`.trim();
  const others = settings.settings.value.searches.filter((search) => search.name !== name);
  await settings.change({ searches: [...others, { name, query }] });
}

async function emptyBin(): Promise<void> {
  close();
  await send('bin.empty', {});
  await refresh();
}

function AddTags({ ids }: { ids: readonly PaperKey[] }) {
  return (
    <AddTagsDialog
      t={t}
      count={ids.length}
      suggest={suggestFrom(labels.value.tags.map(({ name }) => name))}
      onAdd={(addTags) => {
        close();
        void editPapers(ids, { addTags });
      }}
      onClose={close}
    />
  );
}

function EditTag({ name }: { name: string }) {
  const { tags } = labels.value;
  const rename = (to: string | null) => {
    close();
    void runChange('tagged', (opId) =>
      send('labels.rename', { opId, kind: 'tags', from: name, to }),
    );
  };
  return (
    <TagDialog
      t={t}
      tag={name}
      count={tags.find((tag) => tag.name === name)?.count ?? 0}
      tags={tags.map((tag) => tag.name)}
      onRename={rename}
      onDelete={() => rename(null)}
      onClose={close}
    />
  );
}

function Export() {
  const { busy, error } = exporting.value;
  const { unread = 0, reading = 0, read = 0 } = list.counts.value ?? {};
  const chosen = list.selected.value.size;
  const found = list.rows.value.kind === 'ready' ? list.rows.value.count : 0;
  const isPart = !isPage(place.value) && `${list.base.value}${list.query.value}`.trim() !== '';
  const scopes = [
    ...(chosen > 0 ? [{ id: 'selected', name: t('scopeSelected'), count: chosen }] : []),
    ...(isPart ? [{ id: 'found', name: placeTitle(place.value), count: found }] : []),
    { id: 'all', name: t('scopeAll'), count: unread + reading + read },
  ];
  // Health asks for the backup, which is the one format that loses nothing.
  const format = place.value.kind === 'health' ? 'json' : undefined;
  return (
    <ExportDialog
      t={t}
      scopes={scopes}
      formats={offeredFormats()}
      {...(format && { format })}
      busy={busy}
      {...(error && { error })}
      onExport={(request) => void runExport(request)}
      onClose={close}
    />
  );
}

async function runExport(request: ExportRequest): Promise<void> {
  exporting.value = { busy: true };
  try {
    const count = await exportPapersTo(request, idsOf(request.scope));
    if (request.target === 'file') await send('library.exported', {});
    close();
    const done = request.target === 'clipboard' ? 'copied' : 'exported';
    showToast({ text: doneText(t, done, count) });
    exporting.value = { busy: false };
  } catch (error) {
    exporting.value = { busy: false, error: toErrorData(error) };
  }
}

function idsOf(scope: string): readonly PaperKey[] | undefined {
  if (scope === 'selected') return [...list.selected.value];
  if (scope === 'found') return list.papers.map(({ key }) => key);
  return undefined;
}
