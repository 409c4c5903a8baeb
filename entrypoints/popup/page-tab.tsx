import { browser } from '@wxt-dev/browser';
import { ThisPage } from '../../components/popup/this-page';
import { editPapers, savePapers, undoLast } from '../app/changes';
import { t } from '../app/connect';
import { copyAs } from '../app/copy-as';
import { setLabels } from '../app/paper-actions';
import { suggestFrom } from '../app/suggest';
import {
  actions,
  exports,
  keymap,
  labels,
  openDetails,
  page,
  paste,
  saveListed,
  showHelp,
} from './state';

/** The paper or papers of the tab under the popup. */
export function PageTab() {
  return (
    <ThisPage
      t={t}
      keymap={keymap.value}
      view={page.view.value}
      nowMs={Date.now()}
      actions={actions}
      suggestTags={suggestFrom(labels.value.tags.map(({ name }) => name))}
      onSave={(key, { tags: addTags, note }) => {
        const candidate = page.candidateOf(key);
        const edit = { addTags, ...(note && { note }) };
        if (candidate) void savePapers([candidate], edit, page.reading.value?.url);
      }}
      onSaveMany={(keys) => void saveListed(keys)}
      onStatus={(key, status) => void editPapers([key], { status })}
      onTags={(key, wanted) => void setLabels(key, 'tags', wanted)}
      onNote={(key, note) => void editPapers([key], { note })}
      onCopy={(key, format) => void copyAs([key], format)}
      onExport={(keys) => void exports.open([{ id: 'page', name: t('tabPage'), keys }])}
      onDetails={(key) => void openDetails(key)}
      onAllowSite={allowSite}
      paste={paste.state.value}
      onPaste={(text) => void paste.look(text)}
      onPasteSave={() => void paste.save()}
      onPasteCancel={() => paste.cancel()}
      {...(page.offeredSite.value && { offeredSite: page.offeredSite.value })}
      onUndo={() => void undoLast()}
      onHelp={showHelp}
      onRetry={() => void page.load()}
    />
  );
}

/** The question must come first in the click; what follows is the background's to do. */
function allowSite(): void {
  const origins = [...page.origins];
  if (origins.length > 0) void browser.permissions.request({ origins });
}
