import { Popup } from '../../components/popup/popup';
import { progress, toast, undoLast } from '../app/changes';
import { t } from '../app/connect';
import { ExportView } from '../app/export-view';
import { Dialogs } from './dialogs';
import { ListTab } from './list-tab';
import { PageTab } from './page-tab';
import { RelatedTab } from './related-tab';
import { exports, goTo, list, openLibrary, page, showHelp, tab } from './state';

export function App() {
  const { unread = 0, reading = 0, read = 0 } = list.counts.value ?? {};
  const view = page.view.value;
  const counts = {
    ...(view.kind === 'list' && { page: view.papers.length }),
    ...(list.counts.value && { list: unread + reading + read }),
  };
  return (
    <Popup
      t={t}
      tab={tab.value}
      onTab={goTo}
      counts={counts}
      onLibrary={() => void openLibrary()}
      onSettings={() => void openLibrary('#settings')}
      onHelp={showHelp}
      toast={toast.value?.text ?? null}
      progress={progress.value}
      {...(toast.value?.undoOf && { onUndo: () => void undoLast() })}
    >
      {tab.value === 'page' && <PageTab />}
      {tab.value === 'list' && <ListTab />}
      {tab.value === 'related' && <RelatedTab />}
      <Dialogs />
      <ExportView model={exports} />
    </Popup>
  );
}
