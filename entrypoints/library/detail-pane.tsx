import { Detail } from '../../components/library/detail';
import { isSaved } from '../../components/paper-view';
import type { EntryEdit } from '../../lib/core/library-query';
import type { PaperKey } from '../../lib/core/paper';
import { editPapers, removePapers, runChange, savePapers } from '../app/changes';
import { send, t } from '../app/connect';
import { copyAs } from '../app/copy-as';
import { setLabels, setQueued } from '../app/paper-actions';
import { suggestFrom } from '../app/suggest';
import { toCandidate } from './detail-model';
import { detail, focusOn, labels, listNames, openDetail } from './state';

/** The pane on the right: everything known of one paper. */
export function Details() {
  return (
    <Detail
      t={t}
      view={detail.view.value}
      nowMs={Date.now()}
      suggestTags={suggestFrom(labels.value.tags.map(({ name }) => name))}
      suggestLists={suggestFrom(listNames())}
      {...(focusOn.value && { focusOn: focusOn.value })}
      onOpenPaper={(key) => void openDetail(key)}
      onCopy={(key, format) => void copyAs([key], format)}
      onQueue={(key, isQueued) => void setQueued([key], isQueued)}
      onRetry={() => void detail.refresh()}
      onSave={(key) => void saveSeen(key)}
      onStatus={(key, status) => void editPapers([key], { status })}
      onStar={(key, starred) => void editPapers([key], { starred })}
      onTags={(key, tags) => void setNames(key, 'tags', tags)}
      onLists={(key, lists) => void setNames(key, 'lists', lists)}
      onNote={(key, note) =>
        void (isSeen() ? saveSeen(key, { note }) : editPapers([key], { note }))
      }
      onRemove={(key) => void removePapers([key])}
      onMerge={(key, other) =>
        void runChange('merged', (opId) => send('papers.merge', { opId, from: other, into: key }))
      }
      onNotSame={(key, other) => void detail.keepApart(key, other)}
    />
  );
}

/** The paper that is shown is not saved. */
function isSeen(): boolean {
  const view = detail.view.value;
  return view.kind === 'ready' && !isSaved(view.paper);
}

/** Saves a paper as it was met. */
export async function saveSeen(key: PaperKey, edit?: EntryEdit): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  if (stored) await savePapers([toCandidate(stored)], edit);
}

function setNames(key: PaperKey, kind: 'tags' | 'lists', names: readonly string[]): Promise<void> {
  if (!isSeen()) return setLabels(key, kind, names);
  return saveSeen(key, kind === 'tags' ? { addTags: names } : { addLists: names });
}
