import { ImportPage } from '../../components/import/import-page';
import { HealthPage } from '../../components/library/health-page';
import { HistoryPage } from '../../components/library/history-page';
import { SettingsPage } from '../../components/settings/settings-page';
import { StatisticsPage } from '../../components/statistics/statistics-page';
import { t } from '../app/connect';
import {
  health,
  history,
  imports,
  leaveFor,
  map,
  openExport,
  place,
  refresh,
  settings,
  statistics,
} from './state';

/** What stands in place of the rows. */
export function Page() {
  switch (place.value.kind) {
    case 'import':
      return <Import />;
    case 'settings':
      return <Settings />;
    case 'statistics':
      return (
        <StatisticsPage
          t={t}
          view={statistics.view.value}
          nowMs={Date.now()}
          onOpenPaper={leaveFor}
          onRetry={() => void statistics.load()}
        />
      );
    case 'history':
      return (
        <HistoryPage
          t={t}
          view={history.view.value}
          nowMs={Date.now()}
          onUndo={(id) => void history.undo(id)}
          onMore={() => void history.more()}
          onRetry={() => void history.load()}
        />
      );
    case 'map':
      return <MapOfPapers />;
    default:
      return <Health />;
  }
}

/** Loaded with the layout, when the map is first opened. */
function MapOfPapers() {
  const MapPage = map.page.value;
  return MapPage ? (
    <MapPage
      t={t}
      view={map.view.value}
      titles={map.titles.value}
      onNeedTitles={(keys) => void map.needTitles(keys)}
      onOpenPaper={leaveFor}
      onRetry={() => void map.load()}
    />
  ) : null;
}

function Import() {
  return (
    <ImportPage
      t={t}
      view={imports.view.value}
      onFile={(file) => void imports.readFile(file)}
      onText={(text) => void imports.readText(text)}
      onConfirm={() => void imports.confirm().then(refresh)}
      onCancel={() => {
        imports.cancel();
        void refresh();
      }}
      onUndo={() => void imports.undo()}
      onAgain={() => imports.startAgain()}
    />
  );
}

function Settings() {
  return (
    <SettingsPage
      t={t}
      settings={settings.shown.value}
      onSetting={(id, value) => void settings.set(id, value)}
      onAction={() => void settings.forgetSeen()}
      sites={settings.sites.value}
      onAllowSite={(id) => settings.allow([id])}
      onForbidSite={(id) => void settings.forbid(id)}
      onSiteOn={(id, isOn) => void settings.setOn(id, isOn)}
      keymap={settings.keymap.value}
      onKey={(command, key) => void settings.setKey(command, key)}
      onResetKeys={() => void settings.change({ keys: {} })}
    />
  );
}

function Health() {
  return (
    <HealthPage
      t={t}
      view={health.view.value}
      nowMs={Date.now()}
      onCheck={() => void health.check()}
      onRepair={() => void health.repair()}
      onSnapshot={() => void health.takeSnapshot()}
      onRestore={(id) => void health.restore(id)}
      onExport={() => void openExport()}
      onCopyReport={() => void health.copyReport()}
      onRetry={() => void health.load()}
    />
  );
}
