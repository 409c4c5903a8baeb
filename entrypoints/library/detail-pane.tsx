import { Detail } from '../../components/library/detail';
import type { PaperKey } from '../../lib/core/paper';
import { editPapers, removePapers, runChange } from '../app/changes';
import { send, t } from '../app/connect';
import { copyAs } from '../app/copy-as';
import { detail, isNoting, labels, openDetail, settings } from './state';
import { suggestFrom } from './suggest';

/** The pane on the right: everything known of one paper. */
export function Details() {
  const lists = [...labels.value.lists.map(({ name }) => name), ...settings.settings.value.lists];
  return (
    <Detail
      t={t}
      view={detail.view.value}
      nowMs={Date.now()}
      suggestTags={suggestFrom(labels.value.tags.map(({ name }) => name))}
      suggestLists={suggestFrom([...new Set(lists)])}
      isNoting={isNoting.value}
      onOpenPaper={(key) => void openDetail(key)}
      onCopy={(key, format) => void copyAs([key], format)}
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

async function setLabels(
  key: PaperKey,
  kind: 'tags' | 'lists',
  wanted: readonly string[],
): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const gone = (stored?.entry?.[kind] ?? []).filter((name) => !wanted.includes(name));
  await editPapers(
    [key],
    kind === 'tags'
      ? { addTags: wanted, removeTags: gone }
      : { addLists: wanted, removeLists: gone },
  );
}
