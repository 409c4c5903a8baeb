import type { NamedPlace } from '../../components/library/library-view';
import { RenameDialog } from '../../components/library/rename-dialog';
import type { MessageName } from '../../lib/i18n/translate';
import { runChange } from '../app/changes';
import { send, t } from '../app/connect';
import { dialog, go, place as here, labels, listNames, settings } from './state';

interface Words {
  readonly title: MessageName;
  readonly label: MessageName;
  readonly removal: MessageName;
}

const WORDS: Readonly<Record<NamedPlace['kind'], Words>> = {
  tag: { title: 'editTag', label: 'tagName', removal: 'deleteTag' },
  list: { title: 'editList', label: 'listName', removal: 'deleteList' },
  search: { title: 'editSearch', label: 'searchName', removal: 'deleteSearch' },
};

/** The dialog in which a tag, a list or a kept search gets another name or goes. */
export function Rename({ place }: { place: NamedPlace }) {
  const { title, label, removal } = WORDS[place.kind];
  const close = () => {
    dialog.value = null;
  };
  const rename = (to: string | null) => {
    close();
    void renamePlace(place, to);
  };
  return (
    <RenameDialog
      t={t}
      title={t(title, place.name)}
      label={t(label)}
      name={place.name}
      names={namesOf(place)}
      hint={(to, isMerge) => hintOf(place, to, isMerge)}
      removal={t(removal)}
      onRename={rename}
      onRemove={() => rename(null)}
      onClose={close}
    />
  );
}

function namesOf({ kind }: NamedPlace): string[] {
  if (kind === 'tag') return labels.value.tags.map(({ name }) => name);
  return kind === 'list' ? listNames() : settings.settings.value.searches.map(({ name }) => name);
}

function countOf({ kind, name }: NamedPlace): number {
  const all = kind === 'tag' ? labels.value.tags : labels.value.lists;
  return all.find((one) => one.name === name)?.count ?? 0;
}

function hintOf(place: NamedPlace, to: string, isMerge: boolean): string {
  if (place.kind === 'search') return place.query;
  const count = countOf(place);
  return isMerge ? t.count('tagMerge', count, to) : t.count('tagRename', count);
}

/** `null` takes it away. Whoever stands there goes along. */
async function renamePlace(place: NamedPlace, to: string | null): Promise<void> {
  const isHere = JSON.stringify(here.value) === JSON.stringify(place);
  if (place.kind !== 'tag') await renameInSettings(place, to);
  if (place.kind !== 'search' && (place.kind === 'tag' || countOf(place) > 0)) {
    const kind = place.kind === 'tag' ? 'tags' : 'lists';
    const what = kind === 'tags' ? 'tagged' : 'listed';
    await runChange(what, (opId) => send('labels.rename', { opId, kind, from: place.name, to }));
  }
  if (isHere) go(to === null ? { kind: 'all' } : { ...place, name: to });
}

/** Lists that were made, and kept searches. */
async function renameInSettings({ kind, name }: NamedPlace, to: string | null): Promise<void> {
  const { lists, searches } = settings.settings.value;
  if (kind === 'list') {
    const named = lists.flatMap((one) => (one === name ? (to ?? []) : one));
    return settings.change({ lists: [...new Set(named)] });
  }
  const others = searches.filter((one) => one.name !== to);
  return settings.change({
    searches: others.flatMap((one) =>
      one.name !== name ? one : to === null ? [] : { ...one, name: to },
    ),
  });
}
