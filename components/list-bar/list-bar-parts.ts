import type { ListBarHandlers, ListBarView } from '../../lib/core/list-bar-view';
import type { Translator } from '../../lib/i18n/translate';
import type { Attributes, Builder } from '../dom';
import { STATE_MARKS } from '../mark-shapes';

interface Drawing extends ListBarHandlers {
  /** Folds the bar to its mark, for this visit. */
  readonly onFold: (isFolded: boolean) => void;
  readonly translate: Translator;
  readonly isGenuine: (event: MouseEvent) => boolean;
}

/** Folded: the mark and two figures. Open: what can be done with the rows of the page. */
export function drawListBar(
  build: Builder,
  view: ListBarView,
  isFolded: boolean,
  drawing: Drawing,
): Node[] {
  const { translate: t, onFold } = drawing;
  const button = makeButton(build, view, drawing);
  const figures = t.count('papersFound', view.found, view.saved);
  const shown = isFolded ? t('ofTotal', view.saved, view.found) : figures;
  const fold = button('fold', '', () => onFold(!isFolded), {
    class: 'fold',
    'aria-expanded': String(!isFolded),
  });
  fold.replaceChildren(build.drawing(STATE_MARKS.saved, 16), build('span', {}, shown));
  fold.setAttribute(
    'aria-label',
    `${t('extensionName')}: ${isFolded ? `${shown}, ` : ''}${figures}`,
  );
  if (isFolded) return [fold];
  const rows =
    view.chosen === null ? browsing(build, view, drawing) : choosing(build, view, drawing);
  return [fold, ...message(build, view, drawing), build('div', { class: 'actions' }, ...rows)];
}

function browsing(build: Builder, view: ListBarView, on: Drawing): Node[] {
  const { translate: t } = on;
  const button = makeButton(build, view, on);
  const { isOn, count } = view.dim;
  const sort = button('sort', t('sortByCloseness'), () => on.onSort(!view.isSorted), {
    'aria-pressed': String(view.isSorted),
  });
  return [
    button('choose', t('choosePapers'), () => on.onChoosing(true)),
    button('dim', t.count('dimRows', count), () => on.onDim(!isOn), {
      'aria-pressed': String(isOn),
      'aria-keyshortcuts': 'Alt+Shift+D',
      title: 'Alt+Shift+D',
    }),
    ...(view.canSort() ? [sort] : []),
  ];
}

function choosing(build: Builder, view: ListBarView, on: Drawing): Node[] {
  const { translate: t } = on;
  const button = makeButton(build, view, on);
  const chosen = view.chosen ?? 0;
  const filter = build('input', {
    type: 'search',
    'data-action': 'filter',
    'aria-label': t('filterPapers'),
    placeholder: t('filterPapers'),
    value: view.filter,
  });
  filter.addEventListener('input', () => on.onFilter(filter.value));
  return [
    filter,
    button('all', t('chooseAllNew'), () => on.onChooseAllNew()),
    button(
      'save',
      chosen === 0 ? t('saveSelected') : t.count('saveCount', chosen),
      () => on.onSaveChosen(),
      { class: 'primary', disabled: chosen === 0 },
    ),
    button('export', t('export'), () => on.onExportChosen()),
    button('cancel', t('cancel'), () => on.onChoosing(false)),
  ];
}

function message(build: Builder, view: ListBarView, on: Drawing): Node[] {
  const { translate: t } = on;
  if (view.failed !== undefined)
    return [build('p', { class: 'failed', role: 'alert' }, view.failed)];
  if (view.undoable === undefined) return [];
  const undo = makeButton(build, view, on)('undo', t('undo'), () => on.onUndo());
  return [build('p', { role: 'status' }, `${view.undoable} `, undo)];
}

/** Buttons are not disabled while the page is busy: that would take the focus away. */
function makeButton(build: Builder, { busy }: ListBarView, { isGenuine }: Drawing) {
  return (action: string, text: string, onClick: () => void, attributes: Attributes = {}) => {
    const base = { type: 'button', 'data-action': action, 'aria-disabled': busy && 'true' };
    const element = build('button', { ...base, ...attributes }, text);
    element.addEventListener('click', (event) => !busy && isGenuine(event) && onClick());
    return element;
  };
}
