import {
  Activity,
  ChartColumn,
  FileInput,
  Folder,
  Hash,
  History,
  type IconNode,
  Library as LibraryIcon,
  ListOrdered,
  Pencil,
  Plus,
  Search,
  Settings,
  Star,
  Trash2,
  Waypoints,
} from 'lucide';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import { IconButton } from '../controls/icon-button';
import { STATE_MARKS } from '../mark-shapes';
import { Icon } from '../marks';
import {
  LIBRARY_PAGES,
  type LibraryPage,
  type LibraryPlace,
  type NamedPlace,
  type NavView,
} from './library-view';
import './nav.css';

interface NavProps {
  t: Translator;
  view: NavView;
  place: LibraryPlace;
  /** The pages that are there to go to; all unless said otherwise. */
  pages?: readonly LibraryPage[];
  onGo: (place: LibraryPlace) => void;
  onNewList: () => void;
  /** Renames a tag, a list or a kept search, or takes it away. */
  onEdit: (place: NamedPlace) => void;
}

const PAGES: Record<LibraryPage, readonly [IconNode, MessageName]> = {
  map: [Waypoints, 'map'],
  statistics: [ChartColumn, 'statistics'],
  import: [FileInput, 'import'],
  settings: [Settings, 'settings'],
  health: [Activity, 'health'],
  history: [History, 'history'],
};

const EDIT_TEXTS: Record<NamedPlace['kind'], MessageName> = {
  list: 'editList',
  search: 'editSearch',
  tag: 'editTag',
};

/** Where one can go in the library: states, lists, tags, saved searches, pages. */
export function Nav({ t, view, place, pages = LIBRARY_PAGES, onGo, onNewList, onEdit }: NavProps) {
  const { counts, lists, tags, searches } = view;
  const entry = (of: IconNode, text: string, to: LibraryPlace, count?: number) => (
    <NavLink {...{ t, of, text, count }} isHere={isSame(to, place)} onGo={() => onGo(to)} />
  );
  const named = (of: IconNode, to: NamedPlace, count?: number) => (
    <NavLink
      key={to.name}
      {...{ t, of, count }}
      text={to.name}
      isHere={isSame(to, place)}
      onGo={() => onGo(to)}
      edit={{ label: t(EDIT_TEXTS[to.kind], to.name), onEdit: () => onEdit(to) }}
    />
  );
  const mark = (state: keyof typeof STATE_MARKS) => STATE_MARKS[state] as IconNode;
  return (
    <>
      <ul class="nav">
        {entry(LibraryIcon, t('filterAll'), { kind: 'all' }, counts.all)}
        {entry(
          mark('saved'),
          t('statusUnread'),
          { kind: 'status', status: 'unread' },
          counts.unread,
        )}
        {entry(
          mark('reading'),
          t('statusReading'),
          { kind: 'status', status: 'reading' },
          counts.reading,
        )}
        {entry(mark('read'), t('statusRead'), { kind: 'status', status: 'read' }, counts.read)}
        {entry(ListOrdered, t('sortNext'), { kind: 'next' }, counts.next)}
        {entry(Star, t('starred'), { kind: 'starred' }, counts.starred)}
      </ul>
      <div class="nav-head">
        <h2>{t('lists')}</h2>
        <IconButton of={Plus} label={t('newList')} onClick={onNewList} />
      </div>
      <ul class="nav">
        {lists.map(({ name, count }) => named(Folder, { kind: 'list', name }, count))}
      </ul>
      {lists.length === 0 && <p class="nav-none hint">{t('noLists')}</p>}
      {searches.length > 0 && (
        <>
          <div class="nav-head">
            <h2>{t('savedSearches')}</h2>
          </div>
          <ul class="nav">
            {searches.map((search) => named(Search, { kind: 'search', ...search }))}
          </ul>
        </>
      )}
      <div class="nav-head">
        <h2>{t('tags')}</h2>
      </div>
      <ul class="nav">
        {tags.map(({ name, count }) => named(Hash, { kind: 'tag', name }, count))}
      </ul>
      {tags.length === 0 && <p class="nav-none hint">{t('noTags')}</p>}
      <ul class="nav nav-pages">
        {pages.map((kind) => entry(PAGES[kind][0], t(PAGES[kind][1]), { kind }))}
        {entry(Trash2, t('bin'), { kind: 'bin' }, counts.bin)}
      </ul>
    </>
  );
}

interface NavLinkProps {
  t: Translator;
  of: IconNode;
  text: string;
  count?: number | undefined;
  isHere: boolean;
  onGo: () => void;
  edit?: { readonly label: string; readonly onEdit: () => void };
}

function NavLink({ t, of, text, count, isHere, onGo, edit }: NavLinkProps) {
  return (
    <li>
      <button
        type="button"
        class="nav-link"
        aria-current={isHere ? 'page' : undefined}
        onClick={onGo}
      >
        <Icon of={of} sizePx={15} />
        <span class="nav-text" dir="auto">
          {text}
        </span>
        {count !== undefined && <span class="count">{t.number(count)}</span>}
      </button>
      {edit && <IconButton of={Pencil} label={edit.label} onClick={edit.onEdit} />}
    </li>
  );
}

export function isSame(a: LibraryPlace, b: LibraryPlace): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
