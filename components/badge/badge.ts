import tokens from '../../assets/mark-tokens.css?inline';
import type { BadgeView, Theme } from '../../lib/core/badge-view';
import type { PaperKey } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import { createBuilder, setAttributes } from '../dom';
import { CHOICE_MARKS, RELATED_MARK, STATE_MARKS } from '../mark-shapes';
import { type AddStyles, shadowStyles } from '../shadow-styles';
import badgeCss from './badge.css?inline';
import { bookmarkText, relatedTexts } from './badge-texts';
import type { Badge, BadgeHandlers, OpenedBy } from './badge-view';
import { offerChoice } from './choice-box';
import { watchHover } from './hover';

export interface BadgeOptions extends BadgeHandlers {
  readonly document: Document;
  readonly translate: Translator;
  /** The page's own theme, so that badges look at home in it. */
  readonly theme: Theme;
  /** A test build opens the root and says on the host what is shown. Otherwise a page could read
   *  what its visitor keeps. */
  readonly test?: boolean;
  /** Did a person do this, on a control they could see? Pages can do both, click and hide. */
  readonly isGenuine: (event: MouseEvent, host: Element) => boolean;
  /** For "Seen on 3 March" without the year. UTC, milliseconds. */
  readonly nowMs: number;
}

/** What all badges of a page share: each is cloned from these. */
interface Prototype {
  readonly pill: HTMLElement;
  readonly related: HTMLButtonElement;
  readonly box: HTMLElement;
  readonly marks: ReadonlyMap<string, SVGSVGElement>;
  readonly addStyles: AddStyles;
}

const NOTHING_KNOWN: BadgeView = { state: 'new', relatedCount: 0 };

/** Makes the badges of one page; what they share (styles, drawings, words) is made once, with the first. */
export function badgeMaker(options: BadgeOptions): (key: PaperKey) => Badge {
  let prototype: Prototype | undefined;
  return (key) => {
    prototype ??= drawPrototype(options);
    return makeBadge(key, options, prototype);
  };
}

function makeBadge(key: PaperKey, options: BadgeOptions, prototype: Prototype): Badge {
  const host = options.document.createElement('paperkin-badge');
  host.dataset.paper = key;
  const root = host.attachShadow({ mode: options.test ? 'open' : 'closed' });
  prototype.addStyles(root);
  const pill = prototype.pill.cloneNode(true) as HTMLElement;
  pill.dataset.theme = options.theme;
  root.append(pill);
  const bookmark = pill.firstElementChild as HTMLButtonElement;
  const related = prototype.related.cloneNode(true) as HTMLButtonElement;

  let view = NOTHING_KNOWN;
  let opener = bookmark;
  let place: HTMLStyleElement | undefined;
  const open = (button: HTMLButtonElement, by: OpenedBy) => {
    opener = button;
    options.onOpenCard(key, badge, by);
  };
  const isOffered = () =>
    options.canChoose?.() === true && view.chosen === undefined && !view.busy && !isKept(view);
  const withdrawChoice = offerChoice({
    pill,
    isOffered,
    draw: () => {
      const box = prototype.box.cloneNode(true) as HTMLElement;
      box.addEventListener('click', (event) => {
        if (options.isGenuine(event, host)) options.onChoose?.(key, badge, event.shiftKey);
      });
      return box;
    },
  });
  const badge: Badge = {
    host,
    key,
    update(next) {
      view = next;
      fillBookmark(bookmark, view, bookmarkText(options.translate, view, options.nowMs), prototype);
      if (view.relatedCount > 0) {
        fillRelated(related, relatedTexts(options.translate, view));
        // Put in again it would lose the focus, and the click that is under way.
        if (!related.isConnected) bookmark.after(related);
      } else related.remove();
      if (!isOffered()) withdrawChoice(bookmark);
      if (options.test) {
        host.dataset.state = view.state;
        host.dataset.related = String(view.relatedCount);
      }
    },
    setTheme(theme) {
      pill.dataset.theme = theme;
    },
    setPlace({ gap, isAlone, isBare, shiftPx, risePx }) {
      place ??= root.appendChild(options.document.createElement('style'));
      place.textContent = `:host { --paperkin-gap: ${gap} !important; --paperkin-shift: ${shiftPx}px ${-risePx}px !important; --paperkin-position: ${isAlone ? 'absolute' : 'static'} !important; --paperkin-count: ${isBare ? 'none' : 'inline-flex'} !important }`;
    },
    focus: () => opener.focus(),
  };

  bookmark.addEventListener('click', (event) => {
    if (view.busy || !options.isGenuine(event, host)) return;
    if (view.chosen !== undefined) options.onChoose?.(key, badge, event.shiftKey);
    else if (isKept(view)) open(bookmark, 'command');
    else options.onSave(key, badge);
  });
  related.addEventListener('click', () => open(related, 'command'));
  pill.addEventListener('click', keepFromPage);
  pill.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      open(event.target === related ? related : bookmark, 'command');
    }
    event.stopPropagation();
  });
  watchHover(pill, {
    onRest: () => open(related.isConnected ? related : bookmark, 'pointer'),
    onLeave: () => options.onLeave(key, badge),
  });
  badge.update(view);
  return badge;
}

/** A badge may stand inside a link or a row that answers to clicks; those are not meant. */
function keepFromPage(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function isKept({ state }: BadgeView): boolean {
  return state !== 'new' && state !== 'seen';
}

function drawPrototype({ document, translate }: BadgeOptions): Prototype {
  const build = createBuilder(document);
  return {
    pill: build(
      'span',
      { class: 'pill', lang: translate.language, dir: translate.direction },
      build('button', { type: 'button', class: 'bookmark' }),
    ),
    related: build(
      'button',
      { type: 'button', class: 'related', 'aria-haspopup': 'dialog' },
      build.drawing(RELATED_MARK, 13),
      build('span', { 'aria-hidden': 'true' }),
    ),
    box: build(
      'button',
      {
        type: 'button',
        class: 'box',
        role: 'checkbox',
        'aria-checked': 'false',
        'aria-label': translate('select'),
      },
      build.drawing(CHOICE_MARKS.unchosen, 16),
    ),
    marks: new Map(
      Object.entries({ ...STATE_MARKS, ...CHOICE_MARKS }).map(([name, mark]) => [
        name,
        build.drawing(mark, 16),
      ]),
    ),
    addStyles: shadowStyles(document, `${tokens}${badgeCss}`),
  };
}

function fillBookmark(
  bookmark: HTMLButtonElement,
  view: BadgeView,
  text: string,
  { marks }: Prototype,
): void {
  const isChoice = view.chosen !== undefined;
  setAttributes(bookmark, {
    role: isChoice ? 'checkbox' : null,
    'aria-checked': isChoice ? String(view.chosen) : null,
    'data-state': view.state,
    'data-failed': view.failed !== undefined,
    'aria-busy': view.busy ? 'true' : null,
    'aria-haspopup': !isChoice && isKept(view) ? 'dialog' : null,
    'aria-label': text,
    // The card says the rest in words when the pointer rests; a tooltip would lie over it.
    title: view.failed ?? null,
  });
  const mark = marks.get(isChoice ? (view.chosen ? 'chosen' : 'unchosen') : view.state);
  if (mark === undefined) throw new Error(`no mark for ${view.state}`);
  const drawing = mark.cloneNode(true);
  // Not by `replaceChildren`: after it, Chromium forgets a press under way, and there is no click.
  if (bookmark.firstChild) bookmark.firstChild.replaceWith(drawing);
  else bookmark.append(drawing);
}

function fillRelated(
  related: HTMLButtonElement,
  { count, meaning }: ReturnType<typeof relatedTexts>,
): void {
  related.setAttribute('aria-label', meaning);
  if (related.lastElementChild) related.lastElementChild.textContent = count;
}
