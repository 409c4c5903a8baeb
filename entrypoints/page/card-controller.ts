import type { Badge, OpenedBy } from '../../components/badge/badge-view';
import type { Card } from '../../components/card/card';
import type { CardView as DrawnCard } from '../../components/card/card-view';
import type { Theme } from '../../lib/core/badge-view';
import type { PaperKey } from '../../lib/core/paper';
import { toReadableText } from '../../lib/core/readable-text';
import type { Translator } from '../../lib/i18n/translate';
import type { Send } from '../../lib/messages/client';
import type { CardView } from '../../lib/messages/payloads';
import type { PageSession } from '../../lib/page/page-session';
import type { SessionPaper } from '../../lib/page/session-paper';

export interface CardControllerOptions {
  /** Called when a card is first opened. */
  readonly makeCard: () => Card;
  readonly session: PageSession;
  readonly send: Send;
  readonly translate: Translator;
  readonly log: (message: string, error: unknown) => void;
}

/** Opens the page's one card beside a badge and keeps it true while it is open. */
export class CardController {
  readonly #options: CardControllerOptions;
  #card: Card | null = null;
  #shown: { key: PaperKey; answer: CardView } | null = null;
  #asked: PaperKey | null = null;

  constructor(options: CardControllerOptions) {
    this.#options = options;
  }

  async open(key: PaperKey, badge: Badge, by: OpenedBy): Promise<void> {
    const { makeCard, session, send, log } = this.#options;
    const paper = session.paperOf(key);
    if (!paper) return;
    this.#asked = key;
    try {
      const answer = await send('paper.card', { candidate: paper.candidate });
      // The row may be gone by now, and its badge with it.
      if (this.#asked !== key || !badge.host.isConnected) return;
      this.#shown = { key, answer };
      this.#card ??= makeCard();
      this.#card.open(this.#draw(paper, answer), badge, by);
    } catch (error) {
      log('opening a card failed', error);
    }
  }

  /** The pointer left the badge, perhaps before the answer came. */
  leave(): void {
    this.#asked = null;
    this.#card?.leave();
  }

  onClose(): void {
    this.#shown = null;
  }

  setTheme(theme: Theme): void {
    this.#card?.setTheme(theme);
  }

  remove(): void {
    this.#asked = null;
    this.#card?.remove();
  }

  redraw(paper: SessionPaper): void {
    if (this.#shown?.key !== paper.key) return;
    this.#card?.update(this.#draw(paper, this.#shown.answer));
  }

  #draw(paper: SessionPaper, { view, related, relatedCount, links }: CardView): DrawnCard {
    const { translate } = this.#options;
    const facts = view?.paper ?? paper.candidate;
    const [closest] = related;
    const doi = facts.ids.find((id) => id.startsWith('doi:'))?.slice('doi:'.length);
    const { busy, failed, seenAtMs, state } = paper.view;
    return {
      key: paper.key,
      title: toReadableText(facts.title),
      state,
      ...(seenAtMs !== undefined && { seenAtMs }),
      ...(closest && {
        summary: {
          closestTitle: closest.title,
          others: relatedCount - 1,
          reason: closest.reason,
        },
      }),
      related,
      facts: { ...facts, ...(doi && { doi }) },
      ...(view && { factsSeenAtMs: seenDates(view) }),
      copies: links,
      ...(busy && { busy }),
      ...(failed && { failed }),
      ...(paper.undoable && { undoable: translate('savedDone') }),
    };
  }
}

function seenDates({ paper }: NonNullable<CardView['view']>): Record<string, number> {
  const entries = Object.entries(paper.provenance);
  return Object.fromEntries(entries.map(([name, { atMs }]) => [name, atMs]));
}
