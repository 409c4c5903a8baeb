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
import { LIBRARY_PAGES, type LibraryPage, type LibraryPlace, type NavView } from './library-view';
import './nav.css';

interface NavProps {
  t: Translator;
  view: NavView;
  place: LibraryPlace;
  /** The pages that are there to go to; all unless said otherwise. */
  pages?: readonly LibraryPage[];
  onGo: (place: LibraryPlace) => void;
  onNewList: () => void;
  onEditTag: (name: string) => void;
}

const PAGES: Record<LibraryPage, readonly [IconNode, MessageName]> = {
  map: [Waypoints, 'map'],
  statistics: [ChartColumn, 'statistics'],
  import: [FileInput, 'import'],
  settings: [Settings, 'settings'],
  health: [Activity, 'health'],
  history: [History, 'history'],
};

/** Where one can go in the library: states, lists, tags, saved searches, pages. */
export function Nav({
  t,
  view,
  place,
  pages = LIBRARY_PAGES,
  onGo,
  onNewList,
  onEditTag,
}: NavProps) {
  const { counts, lists, tags, searches } = view;
  const entry = (of: IconNode, text: string, to: LibraryPlace, count?: number) => (
    <NavLink {...{ t, of, text, count }} isHere={isSame(to, place)} onGo={() => onGo(to)} />
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
        {lists.map(({ name, count }) => entry(Folder, name, { kind: 'list', name }, count))}
      </ul>
      {lists.length === 0 && <p class="nav-none hint">{t('noLists')}</p>}
      {searches.length > 0 && (
        <>
          <div class="nav-head">
            <h2>{t('savedSearches')}</h2>
          </div>
          <ul class="nav">
            {searches.map(({ name, query }) =>
              entry(Search, name, { kind: 'search', name, query }),
            )}
          </ul>
        </>
      )}
      <div class="nav-head">
        <h2>{t('tags')}</h2>
      </div>
      <ul class="nav">
        {tags.map(({ name, count }) => (
          <NavLink
            key={name}
            {...{ t, count }}
            of={Hash}
            text={name}
            isHere={isSame({ kind: 'tag', name }, place)}
            onGo={() => onGo({ kind: 'tag', name })}
            onEdit={() => onEditTag(name)}
          />
        ))}
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
  onEdit?: () => void;
}

function NavLink({ t, of, text, count, isHere, onGo, onEdit }: NavLinkProps) {
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
      {onEdit && <IconButton of={Pencil} label={t('editTag', text)} onClick={onEdit} />}
    </li>
  );
}

export function isSame(a: LibraryPlace, b: LibraryPlace): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
