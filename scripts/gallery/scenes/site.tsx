import { badgeMaker } from '../../../components/badge/badge';
import { createCard } from '../../../components/card/card';
import type { CardView } from '../../../components/card/card-view';
import { createListBar } from '../../../components/list-bar/list-bar';
import type { BadgeView } from '../../../lib/core/badge-view';
import type { ListBarView } from '../../../lib/core/list-bar-view';
import { bareCard, failedCard, foreignCard, fullCard, savedCard } from '../fixtures/card';
import { key, TITLES } from '../fixtures/papers';
import { logged } from '../logged';
import { DAY_MS, type Look, NOW_MS, type Scene } from '../scene';
import './site.css';

const ROWS: readonly [title: string, view: BadgeView][] = [
  [TITLES.plain, { state: 'new', relatedCount: 0 }],
  [TITLES.long, { state: 'seen', relatedCount: 3, seenAtMs: NOW_MS - 40 * DAY_MS }],
  [TITLES.short, { state: 'saved', relatedCount: 12 }],
  [TITLES.math, { state: 'reading', relatedCount: 0 }],
  [TITLES.german, { state: 'read', relatedCount: 120 }],
  [TITLES.chinese, { state: 'new', relatedCount: 1 }],
  [TITLES.arabic, { state: 'new', relatedCount: 2, busy: true }],
  [
    'A paper whose save failed',
    { state: 'new', relatedCount: 0, failed: 'There is no room left.' },
  ],
];

/** Rows of an invented listing with badges, and a card on the row given. */
function mountRows(
  main: HTMLElement,
  { t, theme }: Look,
  signal: AbortSignal,
  card?: CardView,
  cardRow = 1,
  isChoosing = false,
): void {
  const common = {
    document,
    translate: t,
    theme,
    nowMs: NOW_MS,
    test: true,
    isGenuine: () => true,
  };
  const pageCard = createCard({
    ...common,
    signal,
    onSave: logged('onSave'),
    onStatus: logged('onStatus'),
    onUndo: logged('onUndo'),
    onDetails: logged('onDetails'),
    onClose: logged('onClose'),
  });
  const makeBadge = badgeMaker({
    ...common,
    onSave: (_, badge) => badge.update({ state: 'saved', relatedCount: 2 }),
    onOpenCard: (_, badge, by) => pageCard.open(card ?? fullCard, badge, by),
    onLeave: () => pageCard.leave(),
  });
  for (const [index, row] of [...main.querySelectorAll('.row-heading')].entries()) {
    const badge = makeBadge(key(`arxiv:3105.0000${index}`));
    const view = ROWS[index]?.[1] ?? { state: 'new', relatedCount: 0 };
    badge.update(isChoosing ? { ...view, chosen: index < 2 } : view);
    row.append(badge.host);
    if (card && index === cardRow) pageCard.open(card, badge, 'pointer');
  }
}

function Listing({ look }: { look: 'serif' | 'cards' }) {
  return (
    <main class={`listing listing-${look}`}>
      <h1>{look === 'serif' ? 'New submissions' : 'Daily papers'}</h1>
      {ROWS.map(([title], index) => (
        <article key={title}>
          <h2 class="row-heading">
            <a href="#row">{title}</a>
          </h2>
          <p>Ada Beispiel, Bruno Muster, Chen Jian · {index + 3} May 2031</p>
        </article>
      ))}
    </main>
  );
}

const scene = (
  id: string,
  title: string,
  look: 'serif' | 'cards',
  card?: CardView,
  row?: number,
): Scene => ({
  id,
  title,
  stage: 'site',
  render: () => <Listing look={look} />,
  mount: (main, with_, leaving) => mountRows(main, with_, leaving, card, row),
});

const BAR: ListBarView = {
  found: 8,
  saved: 3,
  chosen: null,
  filter: '',
  dim: { isOn: true, count: 4 },
  canSort: () => true,
  isSorted: false,
};

/** A listing with its bar open, and boxes to tick where papers are chosen. */
const withBar = (id: string, title: string, view: ListBarView, isOpen = true): Scene => ({
  id,
  title,
  stage: 'site',
  render: () => <Listing look="serif" />,
  mount: (main, look, leaving) => {
    mountRows(main, look, leaving, undefined, 0, view.chosen !== null);
    const bar = createListBar({
      document,
      translate: look.t,
      theme: look.theme,
      test: true,
      isGenuine: () => true,
      onChoosing: logged('choosing'),
      onFilter: logged('filter'),
      onChooseAllNew: logged('all new'),
      onSaveChosen: logged('save chosen'),
      onExportChosen: logged('export chosen'),
      onUndo: logged('undo'),
      onDim: logged('dim'),
      onSort: logged('sort'),
    });
    bar.update(view);
    const root = document.querySelector('paperkin-bar')?.shadowRoot;
    if (isOpen) root?.querySelector('button')?.click();
  },
});

export const siteScenes: readonly Scene[] = [
  scene('badges-serif', 'Badges in a plain listing', 'serif'),
  scene('badges-cards', 'Badges in a feed of cards', 'cards'),
  scene('card-full', 'Card with everything known', 'serif', fullCard),
  scene('card-saved', 'Card just after saving', 'cards', savedCard, 2),
  scene('card-bare', 'Card of which nothing is known', 'serif', bareCard, 0),
  scene('card-failed', 'Card after a failure', 'cards', failedCard, 1),
  withBar('bar-folded', 'Bar of a listing, folded', BAR, false),
  withBar('bar-open', 'Bar of a listing', BAR),
  withBar('bar-choosing', 'Choosing papers in place', { ...BAR, chosen: 2 }),
  withBar('bar-saved', 'After saving those chosen', { ...BAR, undoable: 'Saved 2 papers.' }),
  scene('card-foreign', 'Card with Chinese and long German words', 'serif', foreignCard, 5),
];
