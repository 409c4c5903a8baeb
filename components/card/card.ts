import tokens from '../../assets/tokens.css?inline';
import type { Theme } from '../../lib/core/badge-view';
import type { Translator } from '../../lib/i18n/translate';
import type { Badge, OpenedBy } from '../badge/badge-view';
import { createBuilder } from '../dom';
import { drawAfterPress } from '../draw-after-press';
import { shadowStyles } from '../shadow-styles';
import cardCss from './card.css?inline';
import { drawCard } from './card-parts';
import type { CardHandlers, CardView } from './card-view';
import { placeCard } from './placement';

export interface CardOptions extends CardHandlers {
  readonly document: Document;
  readonly translate: Translator;
  readonly theme: Theme;
  readonly test?: boolean;
  readonly nowMs: number;
  /** Did a person do this, on a control they could see? */
  readonly isGenuine: (event: MouseEvent, host: Element) => boolean;
  /** Ends what the card listens to on the page. */
  readonly signal: AbortSignal;
}

/** The one card of a page, and the voice that says what was done. */
export interface Card {
  /** Beside the badge. By command the focus goes in; by pointer it stays where it is. */
  open(view: CardView, badge: Badge, by: OpenedBy): void;
  /** Redraws an open card of the same paper; otherwise does nothing. */
  update(view: CardView): void;
  /** The pointer left the badge: closes unless it has moved into the card meanwhile. */
  leave(): void;
  close(): void;
  setTheme(theme: Theme): void;
  /** Says it to screen readers, politely. */
  announce(text: string): void;
  /** Takes everything out of the page. */
  remove(): void;
}

/** Time to cross the gap between badge and card. */
const LEAVE_MS = 250;

export function createCard(options: CardOptions): Card {
  const { document } = options;
  const build = createBuilder(document);
  const host = document.createElement('paperkin-card');
  const root = host.attachShadow({ mode: options.test ? 'open' : 'closed' });
  shadowStyles(document, `${tokens}${cardCss}`)(root);
  const dialog = build('div', {
    class: 'card',
    role: 'dialog',
    tabindex: -1,
    lang: options.translate.language,
    dir: options.translate.direction,
    'data-theme': options.theme,
    hidden: true,
  });
  const voice = build('div', { class: 'voice', role: 'status', 'aria-live': 'polite' });
  root.append(dialog, voice);
  document.documentElement.append(host);

  let shown: { view: CardView; badge: Badge; by: OpenedBy } | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const draw = (view: CardView) => {
    const focused = root.activeElement?.getAttribute('data-action');
    dialog.setAttribute('aria-label', options.translate('cardLabel', view.title));
    dialog.replaceChildren(
      ...drawCard(build, view, {
        ...options,
        isGenuine: (event) => options.isGenuine(event, host),
        onClose: card.close,
      }),
    );
    if (focused) focusAction(dialog, focused);
  };
  const place = (badge: Badge) => {
    // A row that the page draws anew gets another badge; the card stays where it is.
    if (!badge.host.isConnected) return;
    dialog.style.maxHeight = '';
    const view = document.documentElement;
    const { left, top, maxHeight } = placeCard(
      badge.host.getBoundingClientRect(),
      { width: dialog.offsetWidth, height: dialog.offsetHeight },
      { width: view.clientWidth, height: document.defaultView?.innerHeight ?? view.clientHeight },
    );
    const { scrollX = 0, scrollY = 0 } = document.defaultView ?? {};
    Object.assign(dialog.style, {
      left: `${left + scrollX}px`,
      top: `${top + scrollY}px`,
      maxHeight: `${maxHeight}px`,
    });
  };
  const redraw = drawAfterPress(dialog, () => {
    if (shown === null) return;
    draw(shown.view);
    place(shown.badge);
  });
  const card: Card = {
    open(view, badge, by) {
      clearTimeout(leaving);
      // A card opened on purpose is not replaced because the pointer crossed another badge.
      if (shown?.by === 'command' && by === 'pointer') return;
      shown = { view, badge, by };
      dialog.hidden = false;
      draw(view);
      place(badge);
      if (by === 'command') dialog.focus({ preventScroll: true });
    },
    update(view) {
      if (shown?.view.key !== view.key) return;
      shown = { ...shown, view };
      redraw();
    },
    leave() {
      if (shown?.by !== 'pointer') return;
      clearTimeout(leaving);
      leaving = setTimeout(card.close, LEAVE_MS);
    },
    close() {
      clearTimeout(leaving);
      if (shown === null) return;
      const { badge } = shown;
      const hadFocus = root.activeElement !== null;
      shown = null;
      dialog.hidden = true;
      dialog.replaceChildren();
      if (hadFocus) badge.focus();
      options.onClose();
    },
    setTheme(theme) {
      dialog.dataset.theme = theme;
    },
    announce(text) {
      voice.textContent = text;
    },
    remove() {
      card.close();
      host.remove();
    },
  };

  dialog.addEventListener('pointerenter', () => clearTimeout(leaving));
  dialog.addEventListener('pointerleave', () => card.leave());
  dialog.addEventListener('pointerdown', () => {
    if (shown) shown = { ...shown, by: 'command' };
  });
  // What is typed in the card is not the page's shortcut.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  // Wherever the focus is: a card that covers something must go without the pointer moving.
  const onKey = (event: KeyboardEvent) => {
    if (shown === null || event.key !== 'Escape') return;
    event.stopPropagation();
    card.close();
  };
  document.addEventListener('keydown', onKey, { signal: options.signal, capture: true });
  dialog.addEventListener('focusout', (event) => {
    const next = event.relatedTarget;
    const wentOut = next instanceof Node && !dialog.contains(next);
    if (wentOut) card.close();
  });
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      // Seen from the document, what happens in a shadow root happens at its host.
      if (target !== host && target !== shown?.badge.host) card.close();
    },
    { signal: options.signal },
  );
  return card;
}

function focusAction(dialog: HTMLElement, action: string): void {
  const again = dialog.querySelector<HTMLElement>(`[data-action="${action}"]`);
  (again ?? dialog).focus({ preventScroll: true });
}
