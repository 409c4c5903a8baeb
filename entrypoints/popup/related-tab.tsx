import { Related } from '../../components/popup/related';
import { dismissPapers, undoLast } from '../app/changes';
import { t } from '../app/connect';
import { actions, keymap, page, related, showHelp } from './state';

/** Work related to the open paper and to the library. */
export function RelatedTab() {
  return (
    <Related
      t={t}
      keymap={keymap.value}
      view={related.view.value}
      recency={related.recency.value}
      onRecency={(recency) => void related.setRecency(recency)}
      actions={actions}
      onDismiss={(key) => void dismissPapers([key])}
      onUndo={() => void undoLast()}
      onHelp={showHelp}
      onRetry={() => void related.load(page.openPaper)}
    />
  );
}
