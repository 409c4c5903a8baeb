// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createListBar } from '../../../components/list-bar/list-bar';
import type { ListBarView } from '../../../lib/core/list-bar-view';
import { english } from '../../support/translator';

const VIEW: ListBarView = {
  found: 12,
  saved: 3,
  chosen: null,
  filter: '',
  dim: { isOn: false, count: 4 },
  canSort: () => true,
  isSorted: false,
};

function openBar(view: ListBarView, isGenuine = true) {
  const handlers = {
    onChoosing: vi.fn(),
    onFilter: vi.fn(),
    onChooseAllNew: vi.fn(),
    onSaveChosen: vi.fn(),
    onExportChosen: vi.fn(),
    onUndo: vi.fn(),
    onDim: vi.fn(),
    onSort: vi.fn(),
  };
  let answer = true;
  const bar = createListBar({
    document,
    translate: english,
    theme: 'light',
    test: true,
    isGenuine: () => answer,
    ...handlers,
  });
  bar.update(view);
  const root = document.querySelector('paperkin-bar')?.shadowRoot;
  if (!root) throw new Error('the bar is in the page');
  root.querySelector('button')?.click();
  answer = isGenuine;
  const button = (text: string) => {
    const found = [...root.querySelectorAll('button')].find((b) => b.textContent === text);
    if (!found) throw new Error(`no button ${text}`);
    return found;
  };
  return { bar, root, button, ...handlers };
}

describe('the bar of a listing', () => {
  afterEach(() => document.querySelector('paperkin-bar')?.remove());

  it('keeps the focus while busy, and puts it on the way back when its button is gone', () => {
    const { bar, root, button, onSaveChosen } = openBar({ ...VIEW, chosen: 2 });
    button('Save 2 papers').focus();
    bar.update({ ...VIEW, chosen: 2, busy: true });
    expect(root.activeElement).toBe(button('Save 2 papers'));
    button('Save 2 papers').click();
    expect(onSaveChosen).not.toHaveBeenCalled();
    bar.update({ ...VIEW, undoable: 'Saved 2 papers.' });
    expect(root.activeElement).toBe(button('Undo'));
  });

  it('opens when choosing begins in a row', () => {
    const { bar, root, button } = openBar(VIEW);
    root.querySelector<HTMLElement>('.fold')?.click();
    expect(root.querySelector('.fold')?.getAttribute('aria-expanded')).toBe('false');
    bar.update({ ...VIEW, chosen: 1 });
    expect(button('Save 1 paper')).toBeTruthy();
  });

  it('says in words what its figures are, folded and open', () => {
    const { root } = openBar(VIEW);
    const fold = root.querySelector('.fold');
    expect(fold?.getAttribute('aria-label')).toBe(
      'Paperkin: 12 papers found on this page, 3 saved',
    );
    expect(fold?.getAttribute('aria-expanded')).toBe('true');
  });

  it('dims and sorts, and goes back', () => {
    const { bar, button, onDim, onSort } = openBar(VIEW);
    button('Dim 4 met before').click();
    expect(onDim).toHaveBeenLastCalledWith(true);
    bar.update({ ...VIEW, dim: { isOn: true, count: 4 }, isSorted: true });
    expect(button('Dim 4 met before').getAttribute('aria-pressed')).toBe('true');
    button('Closest to yours first').click();
    expect(onSort).toHaveBeenLastCalledWith(false);
  });

  it('saves those chosen, and nothing while none is', () => {
    const { bar, button, onSaveChosen } = openBar({ ...VIEW, chosen: 0 });
    expect(button('Save selected').disabled).toBe(true);
    bar.update({ ...VIEW, chosen: 2 });
    button('Save 2 papers').click();
    expect(onSaveChosen).toHaveBeenCalledOnce();
  });

  it('asks how papers shall leave, chosen or not', () => {
    const { button, onExportChosen } = openBar({ ...VIEW, chosen: 0 });
    button('Export').click();
    expect(onExportChosen).toHaveBeenCalledOnce();
  });

  it('keeps the cursor in its filter while it is redrawn', () => {
    const { bar, root, onFilter } = openBar({ ...VIEW, chosen: 0 });
    const filter = root.querySelector('input');
    if (!filter) throw new Error('no filter');
    filter.focus();
    filter.value = 'fold';
    filter.dispatchEvent(new Event('input'));
    expect(onFilter).toHaveBeenCalledExactlyOnceWith('fold');
    bar.update({ ...VIEW, chosen: 0, filter: 'fold' });
    expect(root.activeElement).toBe(filter);
    bar.update({ ...VIEW, chosen: 1, filter: 'fold' });
    expect(root.activeElement).toBe(root.querySelector('input'));
  });

  it('does nothing for a click that no person made', () => {
    const { button, onChoosing } = openBar(VIEW, false);
    button('Choose papers').click();
    expect(onChoosing).not.toHaveBeenCalled();
  });
});
