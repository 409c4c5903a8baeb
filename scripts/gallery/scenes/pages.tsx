import { Confirm } from '../../../components/controls/confirm';
import { GoDialog } from '../../../components/controls/go-dialog';
import { FirstRun } from '../../../components/first-run/first-run';
import { ImportPage } from '../../../components/import/import-page';
import type { ImportEntry, ImportView } from '../../../components/import/import-view';
import { HealthPage, type HealthReport } from '../../../components/library/health-page';
import {
  HistoryPage,
  type HistoryView,
  type OperationView,
} from '../../../components/library/history-page';
import type { LibraryPage } from '../../../components/library/library-view';
import { RenameDialog } from '../../../components/library/rename-dialog';
import { RecoveryPage } from '../../../components/recovery/recovery-page';
import type { SiteView } from '../../../components/settings/setting-view';
import { SettingsPage } from '../../../components/settings/settings-page';
import { settingViews } from '../../../entrypoints/library/setting-views';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import { errorText } from '../../../lib/i18n/error-text';
import type { Translator } from '../../../lib/i18n/translate';
import { DEFAULT_KEYMAP } from '../../../lib/keyboard/keymap';
import { TITLES } from '../fixtures/papers';
import { logged } from '../logged';
import { DAY_MS, NOW_MS, type Scene } from '../scene';
import { LibraryFrame } from './library';

const page = (
  id: string,
  title: string,
  kind: LibraryPage,
  render: (t: Translator) => preact.ComponentChildren,
): Scene => ({
  id,
  title,
  stage: 'page',
  render: (t) => <LibraryFrame t={t} place={{ kind }} main={render(t)} />,
});

const importing = (id: string, title: string, view: ImportView) =>
  page(`import-${id}`, `Import: ${title}`, 'import', (t) => (
    <ImportPage
      {...{ t, view }}
      onFile={logged('file')}
      onText={logged('text')}
      onConfirm={logged('confirm')}
      onCancel={logged('cancel')}
      onUndo={logged('undo')}
      onAgain={logged('again')}
    />
  ));

const entries = (count: number, detail = ''): ImportEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    title: Object.values(TITLES)[index % 7] ?? '',
    detail,
  }));

const sites: readonly SiteView[] = [
  { id: 'arxiv', name: 'arXiv', host: 'arxiv.org', isAllowed: true, isFixed: true, isOn: true },
  {
    id: 'hf',
    name: 'Hugging Face',
    host: 'huggingface.co',
    isAllowed: true,
    isFixed: true,
    isOn: false,
  },
  {
    id: 'openreview',
    name: 'OpenReview',
    host: 'openreview.net',
    isAllowed: true,
    isFixed: false,
    isOn: true,
  },
  {
    id: 'acl',
    name: 'ACL Anthology',
    host: 'aclanthology.org',
    isAllowed: false,
    isFixed: false,
    isOn: true,
  },
  { id: 'dblp', name: 'DBLP', host: 'dblp.org', isAllowed: false, isFixed: false, isOn: true },
];

const report: HealthReport = {
  savedCount: 128,
  seenCount: 24_310,
  usedBytes: 41_000_000,
  allowedBytes: 9_800_000_000,
  isPersistent: true,
  snapshots: [1, 2, 5].map((days) => ({
    id: String(days),
    atMs: NOW_MS - days * DAY_MS,
    paperCount: 128 - days,
    bytes: 90_000,
  })),
  lastExportAtMs: NOW_MS - 12 * DAY_MS,
  lastError: { atMs: NOW_MS - DAY_MS, message: 'QuotaExceededError in papers.save' },
  version: '0.1.0',
};

const history = (id: string, title: string, view: HistoryView) =>
  page(`history-${id}`, `History: ${title}`, 'history', (t) => (
    <HistoryPage
      {...{ t, view }}
      nowMs={NOW_MS}
      onUndo={logged('undo')}
      onMore={logged('more')}
      onRetry={logged('retry')}
    />
  ));

const operation = (
  id: number,
  done: OperationView['done'],
  paperCount: number,
  isUndone = false,
): OperationView => ({
  id: String(id),
  done,
  atMs: NOW_MS - id * DAY_MS,
  paperCount,
  title: id % 2 === 0 ? TITLES.plain : TITLES.long,
  isUndone,
});

const health = (id: string, title: string, change: Partial<HealthReport>) =>
  page(`health-${id}`, `Health: ${title}`, 'health', (t) => (
    <HealthPage
      t={t}
      view={{ kind: 'ready', report: { ...report, ...change } }}
      nowMs={NOW_MS}
      onCheck={logged('check')}
      onRepair={logged('repair')}
      onSnapshot={logged('snapshot')}
      onRestore={logged('restore')}
      onExport={logged('export')}
      onCopyReport={logged('copy report')}
      onRetry={logged('retry')}
    />
  ));

const settingsPage = (t: Translator) => (
  <SettingsPage
    {...{ t, sites }}
    settings={settingViews(DEFAULT_SETTINGS, t)}
    onSetting={logged('setting')}
    onAction={logged('action')}
    onAllowSite={logged('allow')}
    onForbidSite={logged('forbid')}
    onSiteOn={logged('site on')}
    keymap={DEFAULT_KEYMAP}
    onKey={logged('key')}
    onResetKeys={logged('reset keys')}
  />
);

const firstRun = (id: string, title: string, mainSitesMissing: boolean): Scene => ({
  id,
  title,
  stage: 'page',
  render: (t) => (
    <FirstRun
      {...{ t, mainSitesMissing }}
      sites={sites.filter(({ isFixed }) => !isFixed)}
      onAllowSite={logged('allow')}
      onAllowMainSites={logged('allow main')}
      onImport={logged('import')}
      onDone={logged('done')}
    />
  ),
});

const recovery = (id: string, title: string, said: (t: Translator) => string): Scene => ({
  id,
  title,
  stage: 'page',
  render: (t) => (
    <RecoveryPage
      t={t}
      said={said(t)}
      onTry={logged('try')}
      onDump={logged('dump')}
      onSnapshot={logged('snapshot')}
      onAfresh={logged('afresh')}
    />
  ),
});

export const pageScenes: readonly Scene[] = [
  importing('choose', 'choosing', { kind: 'choose' }),
  importing('reading', 'reading', {
    kind: 'reading',
    fileName: 'library.bib',
    done: 1200,
    total: 5000,
  }),
  importing('preview', 'the dry run', {
    kind: 'preview',
    preview: {
      fileName: 'library.bib',
      format: 'BibTeX',
      groups: {
        new: entries(412),
        changed: entries(9, 'adds the abstract, 2 tags'),
        duplicates: entries(2, 'like “Folded attention” (2029)'),
        known: entries(37),
      },
      problems: [
        { line: 14, reason: 'The entry begins with “@artcle{”, which is no kind of entry.' },
        { line: 90, reason: 'A brace opened here is never closed.' },
      ],
      doubts: [{ line: 31, reason: 'Entry was read, but a closing brace too many' }],
      extras: null,
    },
  }),
  importing('known', 'nothing new', {
    kind: 'preview',
    preview: {
      fileName: 'paperkin-backup.json',
      format: 'Paperkin backup',
      groups: { new: [], changed: [], duplicates: [], known: entries(128) },
      problems: [],
      doubts: [],
      extras: null,
    },
  }),
  importing('extras', 'a backup of lists alone', {
    kind: 'preview',
    preview: {
      fileName: 'paperkin-backup.json',
      format: 'Paperkin backup',
      groups: { new: [], changed: [], duplicates: [], known: [] },
      problems: [],
      doubts: [],
      extras: {
        lists: ['Thesis', 'Journal club'],
        searches: ['Unread on lamps'],
        hasSettings: true,
      },
    },
  }),
  importing('running', 'importing', { kind: 'importing', done: 210, total: 423 }),
  importing('done', 'done', { kind: 'done', imported: 423, skipped: 37 }),
  importing('failed', 'failed', {
    kind: 'failed',
    error: { code: 'bad-input', message: '', fault: 'zotero-rdf' },
  }),
  page('settings', 'Settings', 'settings', settingsPage),
  history('some', 'some', {
    kind: 'ready',
    operations: [
      operation(0, 'saved', 1),
      operation(1, 'edited', 12),
      operation(2, 'imported', 250, true),
      operation(3, 'removed', 1),
    ],
    hasMore: true,
  }),
  history('none', 'nothing done', { kind: 'ready', operations: [], hasMore: false }),
  health('well', 'well', { findings: [] }),
  health('unwell', 'something found', {
    isPersistent: false,
    findings: ['2 papers are on the reading list but have no record.'],
    snapshots: [],
  }),
  firstRun('first-run', 'First run', false),
  firstRun('first-run-missing', 'First run without its sites', true),
  recovery('recovery', 'The library did not open', () => ''),
  recovery('recovery-failed', 'Nor did it when tried again', (t) =>
    errorText(t, { code: 'storage-closed', message: '' }),
  ),
  page('tag-dialog', 'Renaming a tag', 'settings', (t) => (
    <>
      {settingsPage(t)}
      <RenameDialog
        t={t}
        title={t('editTag', 'survey')}
        label={t('tagName')}
        name="survey"
        names={['survey', 'sparse']}
        hint={() => t.count('tagRename', 12)}
        removal={t('deleteTag')}
        onRename={logged('rename')}
        onRemove={logged('remove')}
        onClose={logged('close')}
      />
    </>
  )),
  page('go', 'Going somewhere by its name', 'settings', (t) => (
    <>
      {settingsPage(t)}
      <GoDialog
        t={t}
        choose={() => [
          { id: '#next', name: t('sortNext'), kind: '' },
          { id: '#list', name: 'Thesis, chapter 3', kind: t('lists') },
          { id: '#tag', name: '检索', kind: t('tags') },
        ]}
        onGo={logged('go')}
        onClose={logged('close')}
      />
    </>
  )),
  page('confirm', 'Asking before what cannot be undone', 'settings', (t) => (
    <>
      {settingsPage(t)}
      <Confirm
        t={t}
        title="Empty the bin"
        text="2 papers will be gone for good, with their notes."
        action="Empty the bin"
        onConfirm={logged('confirm')}
        onExportFirst={logged('export first')}
        onClose={logged('close')}
      />
    </>
  )),
];
