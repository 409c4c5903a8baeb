import { Detail } from '../../components/library/detail';
import { editPapers, removePapers, runChange } from '../app/changes';
import { send, t } from '../app/connect';
import { copyAs } from '../app/copy-as';
import { setLabels, setQueued } from '../app/paper-actions';
import { suggestFrom } from '../app/suggest';
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
      onStatus={(key, status) => void editPapers([key], { status })}
      onStar={(key, starred) => void editPapers([key], { starred })}
      onTags={(key, tags) => void setLabels(key, 'tags', tags)}
      onLists={(key, wanted) => void setLabels(key, 'lists', wanted)}
      onNote={(key, note) => void editPapers([key], { note })}
      onRemove={(key) => void removePapers([key])}
      onMerge={(key, other) =>
        void runChange('merged', (opId) => send('papers.merge', { opId, from: other, into: key }))
      }
      onNotSame={(key, other) => void detail.keepApart(key, other)}
    />
  );
}
