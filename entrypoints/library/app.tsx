import { computed } from '@preact/signals';
import { useCommands } from '../../components/controls/use-commands';
import { FirstRun } from '../../components/first-run/first-run';
import { ExportReminder } from '../../components/library/export-reminder';
import { Library } from '../../components/library/library';
import type { LibraryPlace, NavView } from '../../components/library/library-view';
import { Nav } from '../../components/library/nav';
import type { Command } from '../../lib/keyboard/keymap';
import { progress, toast, undoLast } from '../app/changes';
import { t } from '../app/connect';
import { ExportView } from '../app/export-view';
import { Details } from './detail-pane';
import { Dialogs } from './dialogs';
import { Page } from './pages';
import { Middle } from './rows-pane';
import {
  bin,
  detail,
  dialog,
  exports,
  go,
  isFirstRun,
  isPage,
  labels,
  list,
  openBackup,
  pane,
  place,
  reminder,
  settings,
} from './state';

const FEED = 'https://huggingface.co/papers';

const nav = computed<NavView>(() => {
  const { unread = 0, reading = 0, read = 0, starred = 0, queued = 0 } = list.counts.value ?? {};
  return {
    counts: {
      all: unread + reading + read,
      starred,
      unread,
      reading,
      read,
      next: queued,
      bin: bin.papers.value.length,
    },
    lists: withEmptyLists(),
    tags: labels.value.tags,
    searches: settings.settings.value.searches,
  };
});

/** Lists that were made, also those that no paper is on. */
function withEmptyLists() {
  const named = new Map(labels.value.lists.map(({ name, count }) => [name, count]));
  for (const name of settings.settings.value.lists) if (!named.has(name)) named.set(name, 0);
  return [...named].map(([name, count]) => ({ name, count }));
}

export function App() {
  useCommands(settings.keymap.value, runAnywhere);
  if (isFirstRun.value) return <Welcome />;
  const hasDetail = !isPage(place.value) && detail.view.value.kind !== 'none';
  return (
    <>
      <Library
        t={t}
        pane={pane.value}
        onPane={(next) => {
          pane.value = next;
        }}
        nav={<Places />}
        main={isPage(place.value) ? <Page /> : <Middle />}
        {...(hasDetail && { detail: <Details /> })}
        toast={toast.value?.text ?? null}
        progress={progress.value}
        {...(toast.value?.undoOf && { onUndo: () => void undoLast() })}
      />
      <Dialogs />
      <ExportView model={exports} />
    </>
  );
}

/** What keys do whatever stands in the middle. */
function runAnywhere(command: Command): boolean {
  if (dialog.value !== null || isFirstRun.value) return false;
  if (command === 'goTo') dialog.value = { kind: 'go' };
  else if (command === 'help') dialog.value = { kind: 'help' };
  else if (command === 'undo') void undoLast();
  else return false;
  return true;
}

function Places() {
  return (
    <>
      <Nav
        t={t}
        view={nav.value}
        place={place.value}
        onGo={go}
        onNewList={() => {
          dialog.value = { kind: 'new-list' };
        }}
        onEdit={(named) => {
          dialog.value = { kind: 'rename', place: named };
        }}
      />
      {reminder.count.value !== null && (
        <ExportReminder
          t={t}
          count={reminder.count.value}
          onExport={() => void openBackup()}
          onLater={() => void reminder.putOff()}
        />
      )}
    </>
  );
}

function Welcome() {
  const missing = settings.sites.value.filter(({ isFixed, isAllowed }) => isFixed && !isAllowed);
  const leave = (to: LibraryPlace) => {
    go(to);
  };
  return (
    <FirstRun
      t={t}
      sites={settings.sites.value.filter(({ isFixed }) => !isFixed)}
      onAllowSite={(id) => settings.allow([id])}
      onImport={() => leave({ kind: 'import' })}
      onDone={() => location.assign(FEED)}
      mainSitesMissing={missing.length > 0}
      onAllowMainSites={() => settings.allow(missing.map(({ id }) => id))}
    />
  );
}
