import { type GoChoice, GoDialog } from '../../components/controls/go-dialog';
import { LIBRARY_PAGES, type LibraryPlace } from '../../components/library/library-view';
import { READING_STATUSES } from '../../lib/core/paper';
import { t } from '../app/connect';
import { chooseFrom } from '../app/suggest';
import { placeTitle } from './place-title';
import { hashOf } from './places';
import { detail, dialog, go, labels, listNames, settings } from './state';

/** As many as the dialog is looked through for. */
const MOST_CHOICES = 50;

/** Every place there is, by its name, and what the authors of the open paper wrote. */
function places(): LibraryPlace[] {
  return [
    { kind: 'all' },
    ...READING_STATUSES.map((status) => ({ kind: 'status' as const, status })),
    { kind: 'next' },
    { kind: 'starred' },
    ...listNames().map((name) => ({ kind: 'list' as const, name })),
    ...settings.settings.value.searches.map((search) => ({ kind: 'search' as const, ...search })),
    ...labels.value.tags.map(({ name }) => ({ kind: 'tag' as const, name })),
    ...authors(),
    ...LIBRARY_PAGES.map((kind) => ({ kind })),
    { kind: 'bin' },
  ];
}

function authors(): LibraryPlace[] {
  const view = detail.view.value;
  if (view.kind !== 'ready') return [];
  return view.paper.authors.map(({ name }) => {
    return { kind: 'search', name, query: `author:"${name.replaceAll('"', ' ')}"` };
  });
}

const KINDS = { list: 'lists', tag: 'tags', search: 'savedSearches' } as const;

function kindOf(place: LibraryPlace): string {
  if (place.kind === 'search' && place.query.startsWith('author:')) return t('factAuthors');
  return place.kind in KINDS ? t(KINDS[place.kind as keyof typeof KINDS]) : '';
}

function toChoice(place: LibraryPlace): GoChoice {
  return { id: hashOf(place), name: placeTitle(place), kind: kindOf(place) };
}

/** Any place of the library by a few letters of its name. */
export function GoTo() {
  const all = places();
  const choices = all.map(toChoice);
  const close = () => {
    dialog.value = null;
  };
  return (
    <GoDialog
      t={t}
      choose={(typed) => chooseFrom(choices, ({ name }) => name, typed, MOST_CHOICES)}
      onGo={(id) => {
        close();
        const place = all[choices.findIndex((choice) => choice.id === id)];
        if (place) go(place);
      }}
      onClose={close}
    />
  );
}
