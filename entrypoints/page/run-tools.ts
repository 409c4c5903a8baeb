import { createCard } from '../../components/card/card';
import { createListBar } from '../../components/list-bar/list-bar';
import { ListingTools } from '../../lib/page/listing-tools';
import type { MarkedPage, PageTools } from '../../lib/page/meeting';
import { CardController } from './card-controller';

/** The card and the tools of a listing, in a page whose papers are marked. */
export function runTools(page: MarkedPage): PageTools {
  const { session, signal, send, translate, log, isGenuine } = page;
  const drawing = { document, translate, isGenuine, test: import.meta.env.MODE === 'e2e' };
  const cards: CardController = new CardController({
    makeCard: () =>
      createCard({
        ...drawing,
        signal,
        theme: page.theme(),
        nowMs: Date.now(),
        onSave: (key) => void session.save([key]),
        onStatus: (key, status) => void session.setStatus(key, status),
        onUndo: (key) => {
          const undoable = session.paperOf(key)?.undoable;
          if (undoable) void session.undo([key], undoable);
        },
        onDetails: (key) => void send('page.openDetails', { key }),
        onClose: () => cards.onClose(),
      }),
    session,
    send,
    translate,
    log,
  });
  signal.addEventListener('abort', () => cards.remove());
  const listing = new ListingTools({
    ...page,
    document,
    address: () => new URL(location.href),
    makeBar: (handlers) => createListBar({ ...drawing, ...handlers, theme: page.theme() }),
    savedText: (count) => translate.count('doneSaved', count),
    exportPapers: (keys) => void send('page.openExport', { keys }),
  });
  listing.refresh();
  return {
    onFollowed: () => listing.refresh(),
    onShown(paper) {
      cards.redraw(paper);
      listing.refresh();
    },
    onThemeChanged(theme) {
      cards.setTheme(theme);
      listing.setTheme(theme);
    },
    choose: (key, range) => listing.choose(key, range),
    openCard: (key, badge, by) => void cards.open(key, badge, by),
    leaveCard: () => cards.leave(),
  };
}
