// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { badgeMaker } from '../../../components/badge/badge';
import { createCard } from '../../../components/card/card';
import type { CardView } from '../../../components/card/card-view';
import type { PaperKey } from '../../../lib/core/paper';
import { english } from '../../support/translator';

const KEY = 'arxiv:3105.00001' as PaperKey;
const NOW_MS = Date.UTC(2031, 4, 20, 12);
const VIEW: CardView = {
  key: KEY,
  title: 'Folded attention',
  state: 'new',
  related: [],
  facts: {},
  copies: [],
};

let abort = new AbortController();

function openCard(view: CardView, by: 'pointer' | 'command' = 'command') {
  const handlers = {
    onSave: vi.fn(),
    onStatus: vi.fn(),
    onUndo: vi.fn(),
    onDetails: vi.fn(),
    onClose: vi.fn(),
  };
  const common = {
    document,
    translate: english,
    theme: 'light',
    nowMs: NOW_MS,
    test: true,
    isGenuine: () => true,
  } as const;
  const nothing = { onSave: vi.fn(), onOpenCard: vi.fn(), onLeave: vi.fn() };
  const badge = badgeMaker({ ...common, ...nothing })(KEY);
  document.body.append(badge.host);
  const card = createCard({ ...common, ...handlers, signal: abort.signal });
  card.open(view, badge, by);
  const root = document.querySelector('paperkin-card')?.shadowRoot;
  const dialog = root?.querySelector<HTMLElement>('[role=dialog]');
  if (!root || !dialog) throw new Error('the card has no dialog');
  const button = (text: string) => {
    const found = [...dialog.querySelectorAll('button')].find((b) => b.textContent === text);
    if (!found) throw new Error(`no button ${text}`);
    return found;
  };
  return { card, badge, root, dialog, button, ...handlers };
}

describe('the card', () => {
  afterEach(() => {
    abort.abort();
    abort = new AbortController();
    document.querySelector('paperkin-card')?.remove();
    document.body.replaceChildren();
  });

  it('is a dialog named for its paper, and takes the focus when asked for by key', () => {
    const { dialog, root } = openCard(VIEW);
    expect(dialog.getAttribute('aria-label')).toBe('Paperkin: Folded attention');
    expect(root.activeElement).toBe(dialog);
  });

  it('closes on Escape and gives the focus back to its badge', () => {
    const { dialog, badge, onClose } = openCard(VIEW);
    dialog.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    expect(dialog.hidden).toBe(true);
    expect(document.activeElement).toBe(badge.host);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('stays where it is when the page draws its row anew, without its badge', () => {
    const { card, badge, dialog } = openCard(VIEW);
    const { left } = dialog.style;
    badge.host.remove();
    vi.spyOn(badge.host, 'getBoundingClientRect').mockReturnValue(new DOMRect(300, 300, 26, 20));
    card.update({ ...VIEW, state: 'saved' });
    expect(dialog.style.left).toBe(left);
  });

  it('closes on Escape from anywhere, which the page then does not hear', () => {
    const { dialog } = openCard(VIEW);
    const onKey = vi.fn();
    document.body.addEventListener('keydown', onKey);
    const press = () =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    press();
    expect(dialog.hidden).toBe(true);
    expect(onKey).not.toHaveBeenCalled();
    press();
    expect(onKey).toHaveBeenCalledOnce();
    document.body.removeEventListener('keydown', onKey);
  });

  it('keeps the focus on the button that was pressed while that is under way', () => {
    const { card, root } = openCard(VIEW);
    const save = () => root.querySelector<HTMLElement>('[data-action="save"]');
    save()?.focus();
    card.update({ ...VIEW, busy: true });
    expect(root.activeElement).toBe(save());
  });

  it('gives the reason in words and three related papers with their own', () => {
    const reason = { terms: ['superposition'], authors: [] };
    const paper = (title: string) => ({
      key: title as PaperKey,
      title,
      state: 'saved' as const,
      reason,
    });
    const { dialog } = openCard({
      ...VIEW,
      summary: { closestTitle: 'Circuits', others: 3, reason },
      related: ['Circuits', 'Dictionaries', 'Probes', 'A fourth'].map(paper),
    });
    expect(dialog.querySelector('.why')?.textContent).toBe(
      'Close to Circuits and 3 more: superposition',
    );
    expect(dialog.querySelectorAll('li')).toHaveLength(3);
  });

  it('dates the facts that age', () => {
    const { dialog } = openCard({
      ...VIEW,
      facts: { upvotes: 128, venue: 'Margins' },
      factsSeenAtMs: { upvotes: Date.UTC(2031, 4, 17, 12) },
    });
    const facts = dialog.querySelector('dl')?.textContent;
    expect(facts).toContain('Votes128 (seen 17 May)');
    expect(facts).toContain('InMargins');
  });

  it('never makes a link of an address that is not of the web', () => {
    const { dialog } = openCard({
      ...VIEW,
      copies: [
        { site: 'Evil', url: 'javascript:alert(1)' },
        { site: 'arXiv', url: 'https://arxiv.org/abs/3105.00001' },
      ],
    });
    const links = [...dialog.querySelectorAll('a')].map((a) => a.textContent);
    expect(links).toEqual(['arXiv']);
  });

  it('shows text from a page as text', () => {
    const { dialog } = openCard({ ...VIEW, facts: { comments: '<img src=x onerror=alert(1)>' } });
    expect(dialog.querySelector('img')).toBeNull();
    expect(dialog.textContent).toContain('<img src=x');
  });

  it('sets the state of a saved paper and offers to undo', () => {
    const { button, onStatus, onUndo } = openCard({ ...VIEW, state: 'saved', undoable: 'Saved.' });
    expect(button('To read').getAttribute('aria-pressed')).toBe('true');
    button('Reading').click();
    button('Undo').click();
    expect(onStatus).toHaveBeenCalledExactlyOnceWith(KEY, 'reading');
    expect(onUndo).toHaveBeenCalledExactlyOnceWith(KEY);
  });

  it('keeps the focus on the same action when it is redrawn', () => {
    const { card, button, root } = openCard({ ...VIEW, state: 'saved' });
    button('Read').focus();
    card.update({ ...VIEW, state: 'read' });
    expect(root.activeElement?.textContent).toBe('Read');
  });

  it('stays open when the pointer leaves a card that was opened by key', () => {
    vi.useFakeTimers();
    const { card, dialog } = openCard(VIEW);
    card.leave();
    vi.advanceTimersByTime(5000);
    expect(dialog.hidden).toBe(false);
    vi.useRealTimers();
  });

  it('says what was done to a screen reader', () => {
    const { card, root } = openCard(VIEW);
    card.announce('Saved');
    expect(root.querySelector('[role=status]')?.textContent).toBe('Saved');
  });
});
