import type { ReadingStatus } from '../../lib/core/paper';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import type { Builder } from '../dom';
import { STATE_MARKS } from '../mark-shapes';
import { reasonText, summaryParts } from '../reason-text';
import { stateLine, stateText } from '../state-text';
import type { CardHandlers, CardView, RelatedPaperView } from './card-view';
import { factLines } from './fact-lines';

interface Drawing extends CardHandlers {
  readonly translate: Translator;
  readonly nowMs: number;
  readonly isGenuine: (event: MouseEvent) => boolean;
}

const MOST_RELATED = 3;

/** What stands in the card: the reason first, then what explains it, then facts, then actions. */
export function drawCard(build: Builder, view: CardView, drawing: Drawing): (Node | string)[] {
  return [
    header(build, view, drawing),
    ...reason(build, view, drawing.translate),
    ...facts(build, view, drawing),
    ...copies(build, view, drawing.translate),
    actions(build, view, drawing),
  ];
}

function header(build: Builder, view: CardView, { translate: t, nowMs, onClose }: Drawing): Node {
  const close = build('button', { type: 'button', class: 'close', 'aria-label': t('close') });
  close.append(build.drawing([['path', { d: 'M18 6 6 18M6 6l12 12' }]], 14));
  close.addEventListener('click', () => onClose());
  return build(
    'header',
    {},
    build('span', { class: `mark ${view.state}` }, build.drawing(STATE_MARKS[view.state], 14)),
    build('span', { class: 'state' }, stateLine(t, view, nowMs)),
    build('span', { class: 'name' }, t('extensionName')),
    close,
  );
}

function reason(build: Builder, view: CardView, t: Translator): Node[] {
  if (view.summary === undefined) return [];
  const { before, title, after } = summaryParts(t, view.summary);
  return [
    build('p', { class: 'why' }, before, build('cite', {}, title), after),
    build(
      'ul',
      { class: 'related', 'aria-label': t('relatedFromList') },
      ...view.related.slice(0, MOST_RELATED).map((paper) => relatedItem(build, paper, t)),
    ),
  ];
}

function relatedItem(build: Builder, paper: RelatedPaperView, t: Translator): Node {
  return build(
    'li',
    {},
    build(
      'span',
      { class: `mark ${paper.state}`, role: 'img', 'aria-label': stateText(t, paper.state) },
      build.drawing(STATE_MARKS[paper.state], 14),
    ),
    build(
      'div',
      {},
      paper.url
        ? link(build, paper.url, paper.title, 'title')
        : build('span', { class: 'title' }, paper.title),
      build('span', { class: 'hint' }, reasonText(t, paper.reason)),
    ),
  );
}

function facts(build: Builder, view: CardView, { translate, nowMs }: Drawing): Node[] {
  const lines = factLines(translate, view, nowMs);
  if (lines.length === 0) return [];
  return [
    build(
      'dl',
      {},
      ...lines.flatMap(({ label, value, url, seen }) => [
        build('dt', {}, label),
        build(
          'dd',
          {},
          url ? link(build, url, value) : value,
          seen ? build('span', { class: 'hint' }, ` ${seen}`) : null,
        ),
      ]),
    ),
  ];
}

function copies(build: Builder, view: CardView, t: Translator): Node[] {
  if (view.copies.length === 0) return [];
  return [
    build(
      'p',
      { class: 'copies' },
      build('span', { class: 'hint' }, t('openElsewhere')),
      ...view.copies.map(({ site, url }) => link(build, url, site)),
    ),
  ];
}

const STATUSES: readonly [ReadingStatus, CardView['state'], MessageName][] = [
  ['unread', 'saved', 'statusUnread'],
  ['reading', 'reading', 'statusReading'],
  ['read', 'read', 'statusRead'],
];

function actions(build: Builder, view: CardView, drawing: Drawing): Node {
  const { translate: t } = drawing;
  const button = (name: string, text: string, onClick: () => void, attributes = {}) => {
    const element = build(
      'button',
      // Not disabled while busy: that would take the focus away.
      { type: 'button', 'data-action': name, 'aria-disabled': view.busy && 'true', ...attributes },
      text,
    );
    element.addEventListener(
      'click',
      (event) => !view.busy && drawing.isGenuine(event) && onClick(),
    );
    return element;
  };
  const kept = view.state !== 'new' && view.state !== 'seen';
  const main = kept
    ? build(
        'div',
        { class: 'statuses', role: 'group', 'aria-label': t('status') },
        ...STATUSES.map(([status, state, text]) =>
          button(status, t(text), () => drawing.onStatus(view.key, status), {
            'aria-pressed': view.state === state ? 'true' : 'false',
          }),
        ),
      )
    : button('save', t('save'), () => drawing.onSave(view.key), { class: 'primary' });
  return build(
    'footer',
    {},
    message(build, view, drawing),
    build(
      'div',
      { class: 'actions' },
      main,
      kept
        ? button('details', t('noteAndTags'), () => drawing.onDetails(view.key), { class: 'quiet' })
        : null,
    ),
  );
}

/** One line for what just happened: a failure, or a change that can be taken back. */
function message(build: Builder, view: CardView, drawing: Drawing): Node | null {
  const { translate: t, isGenuine, onUndo } = drawing;
  if (view.failed !== undefined) return build('p', { class: 'failed', role: 'alert' }, view.failed);
  if (view.undoable === undefined) return null;
  const undo = build(
    'button',
    { type: 'button', class: 'quiet', 'data-action': 'undo' },
    t('undo'),
  );
  undo.addEventListener('click', (event) => isGenuine(event) && onUndo(view.key));
  return build('p', { class: 'done' }, `${view.undoable} `, undo);
}

/** Addresses come from pages and files: only those of the web become links. */
function link(build: Builder, url: string, text: string, name?: string): HTMLElement {
  if (!/^https?:\/\//i.test(url)) return build('span', { class: name }, text);
  return build('a', { href: url, target: '_blank', rel: 'noopener noreferrer', class: name }, text);
}
