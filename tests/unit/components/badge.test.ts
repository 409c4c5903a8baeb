// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeMaker } from '../../../components/badge/badge';
import type { PaperKey } from '../../../lib/core/paper';
import { english } from '../../support/translator';

const KEY = 'arxiv:3105.00001' as PaperKey;
const NOW_MS = Date.UTC(2031, 4, 20, 12);

function makeBadge(test = true) {
  const handlers = {
    onSave: vi.fn(),
    onOpenCard: vi.fn(),
    onLeave: vi.fn(),
    onChoose: vi.fn(),
    canChoose: () => true,
  };
  const isGenuine = () => true;
  const looks = { document, translate: english, theme: 'light', nowMs: NOW_MS, test } as const;
  const badge = badgeMaker({ ...looks, ...handlers, isGenuine })(KEY);
  document.body.append(badge.host);
  const button = (name: string | RegExp) => {
    const all = [...(badge.host.shadowRoot?.querySelectorAll('button') ?? [])];
    const named = all.find((b) => b.getAttribute('aria-label')?.match(name));
    if (!named) throw new Error(`no button ${name}`);
    return named;
  };
  return { badge, button, ...handlers };
}

/** Sends pointer events of a mouse to a badge. */
function mouseOver({ host }: { readonly host: HTMLElement }): (type: string) => void {
  const pill = host.shadowRoot?.querySelector('.pill');
  return (type) => pill?.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' }));
}

describe('a badge', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it('saves a new paper with one click, and only once while busy', () => {
    const { badge, button, onSave } = makeBadge();
    button('Save').click();
    badge.update({ state: 'new', relatedCount: 0, busy: true });
    button('Saving').click();
    expect(onSave).toHaveBeenCalledExactlyOnceWith(KEY, badge);
  });

  it('keeps the focus, and the click under way, in a count that changes', () => {
    const { badge, button } = makeBadge();
    badge.update({ state: 'new', relatedCount: 1 });
    const count = button(/1 /);
    count.focus();
    badge.update({ state: 'new', relatedCount: 2 });
    expect(badge.host.shadowRoot?.activeElement).toBe(count);
  });

  it('opens the card of a saved paper instead of saving again', () => {
    const { badge, button, onSave, onOpenCard } = makeBadge();
    badge.update({ state: 'saved', relatedCount: 0 });
    button('Saved').click();
    expect(onSave).not.toHaveBeenCalled();
    expect(onOpenCard).toHaveBeenCalledExactlyOnceWith(KEY, badge, 'command');
  });

  it('says in words what its marks mean', () => {
    const { badge, button } = makeBadge();
    badge.update({ state: 'seen', relatedCount: 120, seenAtMs: Date.UTC(2031, 2, 3, 12) });
    expect(button(/^Save/).getAttribute('aria-label')).toBe('Save (seen on 3 March)');
    expect(button(/^Related/).getAttribute('aria-label')).toBe('Related to 120 of yours');
    expect(button(/^Related/).textContent).toBe('120');
  });

  it('is a box to tick while papers are chosen, whatever the state', () => {
    const { badge, button, onChoose, onSave } = makeBadge();
    badge.update({ state: 'new', relatedCount: 0, chosen: true });
    const box = button('Select');
    expect(box.getAttribute('role')).toBe('checkbox');
    expect(box.getAttribute('aria-checked')).toBe('true');
    box.dispatchEvent(new MouseEvent('click', { shiftKey: true }));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(KEY, badge, true);
    expect(onSave).not.toHaveBeenCalled();
    badge.update({ state: 'new', relatedCount: 0 });
    expect(button('Save').hasAttribute('role')).toBe(false);
  });

  it('offers a box to begin choosing while the mouse or the focus is in it, and no longer', () => {
    const { badge, button, onChoose } = makeBadge();
    const pill = badge.host.shadowRoot?.querySelector('.pill');
    const point = (type: string) =>
      pill?.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' }));
    point('pointerenter');
    button('Select').click();
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(KEY, badge, false);
    point('pointerleave');
    expect(() => button('Select')).toThrow();
    button('Save').focus();
    const box = button('Select');
    box.focus();
    expect(button('Select')).toBe(box);
    badge.update({ state: 'new', relatedCount: 0, chosen: true });
    expect(badge.host.shadowRoot?.querySelectorAll('button')).toHaveLength(1);
  });

  it('offers no box on what is saved', () => {
    const { badge, button } = makeBadge();
    badge.update({ state: 'saved', relatedCount: 0 });
    button('Saved').focus();
    expect(() => button('Select')).toThrow();
  });

  it('shows no count where nothing is related', () => {
    const { badge, button } = makeBadge();
    badge.update({ state: 'new', relatedCount: 3 });
    badge.update({ state: 'new', relatedCount: 0 });
    expect(() => button(/^Related/)).toThrow();
  });

  it('names the failure on its bookmark', () => {
    const { badge, button } = makeBadge();
    badge.update({ state: 'new', relatedCount: 0, failed: 'There is no room left.' });
    expect(button('no room').title).toBe('There is no room left.');
  });

  it('opens the card when a mouse rests, not when it passes', () => {
    const { badge, onOpenCard, onLeave } = makeBadge();
    const send = mouseOver(badge);
    send('pointerenter');
    vi.advanceTimersByTime(200);
    send('pointerleave');
    vi.advanceTimersByTime(1000);
    expect(onOpenCard).not.toHaveBeenCalled();
    expect(onLeave).toHaveBeenCalledOnce();
    send('pointerenter');
    vi.advanceTimersByTime(200);
    send('pointermove');
    vi.advanceTimersByTime(200);
    expect(onOpenCard).not.toHaveBeenCalled();
    vi.advanceTimersByTime(51);
    send('pointermove');
    vi.advanceTimersByTime(1000);
    expect(onOpenCard).toHaveBeenCalledExactlyOnceWith(KEY, badge, 'pointer');
  });

  it('opens no card under a mouse that has clicked, until it comes again', () => {
    const { badge, onOpenCard } = makeBadge();
    const send = mouseOver(badge);
    send('pointerenter');
    vi.advanceTimersByTime(100);
    send('pointerdown');
    send('pointermove');
    vi.advanceTimersByTime(1000);
    expect(onOpenCard).not.toHaveBeenCalled();
    send('pointerleave');
    send('pointerenter');
    vi.advanceTimersByTime(251);
    expect(onOpenCard).toHaveBeenCalledOnce();
  });

  it('keeps its clicks from the link or row that it stands in', () => {
    const { badge, button } = makeBadge();
    const row = document.createElement('div');
    const onRowClick = vi.fn();
    row.addEventListener('click', onRowClick);
    document.body.append(row);
    row.append(badge.host);
    button('Save').click();
    expect(onRowClick).not.toHaveBeenCalled();
  });

  it('tells a page nothing but the key that the page itself uses', () => {
    const { badge } = makeBadge(false);
    badge.update({ state: 'read', relatedCount: 4 });
    expect(badge.host.shadowRoot).toBeNull();
    expect(badge.host.getAttributeNames()).toEqual(['data-paper']);
    expect(badge.host.textContent).toBe('');
  });

  it('says its state on the host in a test build', () => {
    const { badge } = makeBadge();
    badge.update({ state: 'reading', relatedCount: 4 });
    expect(badge.host.dataset).toMatchObject({ paper: KEY, state: 'reading', related: '4' });
  });
});
