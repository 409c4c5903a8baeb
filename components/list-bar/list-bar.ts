import tokens from '../../assets/tokens.css?inline';
import type { Theme } from '../../lib/core/badge-view';
import type { ListBar, ListBarHandlers, ListBarView } from '../../lib/core/list-bar-view';
import type { Translator } from '../../lib/i18n/translate';
import { createBuilder } from '../dom';
import { drawAfterPress } from '../draw-after-press';
import { shadowStyles } from '../shadow-styles';
import listBarCss from './list-bar.css?inline';
import { drawListBar } from './list-bar-parts';

export interface ListBarOptions extends ListBarHandlers {
  readonly document: Document;
  readonly translate: Translator;
  readonly theme: Theme;
  readonly test?: boolean;
  /** Did a person do this, on a control they could see? */
  readonly isGenuine: (event: MouseEvent, host: Element) => boolean;
}

export function createListBar(options: ListBarOptions): ListBar {
  const { document, translate, theme, test } = options;
  const build = createBuilder(document);
  const host = document.createElement('paperkin-bar');
  const root = host.attachShadow({ mode: test ? 'open' : 'closed' });
  shadowStyles(document, `${tokens}${listBarCss}`)(root);
  const bar = build('section', {
    class: 'bar',
    'aria-label': translate('extensionName'),
    lang: translate.language,
    dir: translate.direction,
    'data-theme': theme,
  });
  root.append(bar);
  document.documentElement.append(host);

  let isFolded = true;
  let last: ListBarView | null = null;
  const draw = () => {
    if (last === null) return;
    const focused = root.activeElement?.getAttribute('data-action');
    bar.replaceChildren(
      ...drawListBar(build, last, isFolded, {
        ...options,
        onFold,
        isGenuine: (event) => options.isGenuine(event, host),
      }),
    );
    if (focused) focusAction(bar, focused);
  };
  const redraw = drawAfterPress(bar, draw);
  const onFold = (folded: boolean) => {
    isFolded = folded;
    draw();
  };
  // What is typed in the bar is not the page's shortcut.
  bar.addEventListener('keydown', (event) => event.stopPropagation());
  return {
    update(view) {
      // Drawing the filter anew while it is typed in would disturb input methods.
      const isTyped = last !== null && root.querySelector('input')?.value === view.filter;
      const isSame = isTyped && sayingAll(last) === sayingAll(view);
      // Choosing may begin in a row.
      if (last?.chosen === null && view.chosen !== null) isFolded = false;
      last = view;
      if (!isSame) redraw();
      if (test) host.dataset.sorted = String(view.isSorted);
    },
    setTheme(next) {
      bar.dataset.theme = next;
    },
    remove: () => host.remove(),
  };
}

/** What was pressed, or else the way back from it, or else the bar. */
function focusAction(bar: HTMLElement, pressed: string): void {
  const found = [pressed, 'undo', 'fold'].map((action) =>
    bar.querySelector<HTMLElement>(`[data-action="${action}"]:not([disabled])`),
  );
  found.find((element) => element !== null)?.focus();
}

/** Everything a bar shows but its filter. */
function sayingAll(view: ListBarView | null): string {
  return JSON.stringify({ ...view, filter: '' });
}
