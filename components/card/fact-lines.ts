import type { FactName } from '../../lib/core/paper';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import type { CardView } from './card-view';

/** One line of the facts table. */
export interface FactLine {
  readonly label: string;
  readonly value: string;
  readonly url?: string;
  /** "seen 3 March": for facts that age. */
  readonly seen?: string;
}

const MOST_AUTHORS = 5;

/** What is known, in the order of a citation; only what is there. */
export function factLines(
  t: Translator,
  view: Pick<CardView, 'facts' | 'factsSeenAtMs'>,
  nowMs: number,
): FactLine[] {
  const { facts } = view;
  const line = (label: MessageName, value: string | undefined, ages?: FactName): FactLine[] => {
    if (value === undefined || value === '') return [];
    const atMs = ages === undefined ? undefined : view.factsSeenAtMs?.[ages];
    const seen = atMs === undefined ? {} : { seen: t('factSeen', t.day(atMs, nowMs)) };
    return [{ label: t(label), value, ...seen }];
  };
  const count = (value: number | undefined) => (value === undefined ? undefined : t.number(value));
  return [
    ...line('factAuthors', authorsText(t, facts.authors ?? [], facts.authorCount)),
    ...line('factOrganization', facts.organization),
    ...line('factPublished', publishedText(t, facts.date, facts.version)),
    ...line('factVenue', venueText(facts)),
    ...line('factComments', facts.comments),
    ...line('factCategories', facts.categories?.join(t('separator'))),
    ...doiLine(t, facts.doi),
    ...line('factVotes', count(facts.upvotes), 'upvotes'),
    ...line(
      'factDiscussion',
      facts.commentCount === undefined ? undefined : t.count('comments', facts.commentCount),
      'commentCount',
    ),
    ...codeLine(t, view, nowMs),
  ];
}

/** The first few names and how many more there are. '' while none is known. */
export function authorsText(
  t: Translator,
  authors: readonly { readonly name: string }[],
  authorCount = authors.length,
): string {
  const names = authors.slice(0, authors.length > MOST_AUTHORS + 1 ? MOST_AUTHORS : undefined);
  const others = Math.max(authorCount, authors.length) - names.length;
  if (names.length === 0) return authorCount > 0 ? t.count('authorCount', authorCount) : '';
  const shown = names.map(({ name }) => name).join(t('separator'));
  return others > 0 ? t.count('andOthers', others, shown) : shown;
}

function publishedText(t: Translator, date?: string, version?: number): string {
  const parts = [date ? t.isoDate(date) : '', version && version > 1 ? `v${version}` : ''];
  return parts.filter((part) => part !== '').join(' · ');
}

function venueText({ venue, volume, number, pages }: CardView['facts']): string | undefined {
  if (venue === undefined) return undefined;
  const issue = number ? `${volume ?? ''}(${number})` : volume;
  return [[venue, issue].filter(Boolean).join(' '), pages].filter(Boolean).join(', ');
}

function doiLine(t: Translator, doi?: string): FactLine[] {
  if (doi === undefined) return [];
  return [{ label: t('factDoi'), value: doi, url: `https://doi.org/${encodeURI(doi)}` }];
}

function codeLine(
  t: Translator,
  view: Pick<CardView, 'facts' | 'factsSeenAtMs'>,
  nowMs: number,
): FactLine[] {
  const [url] = view.facts.codeLinks ?? [];
  if (url === undefined) return [];
  const stars = view.facts.codeStars;
  const place = url.replace(/^https?:\/\/(www\.)?/, '');
  const atMs = stars === undefined ? undefined : view.factsSeenAtMs?.codeStars;
  return [
    {
      label: t('factCode'),
      value: stars === undefined ? place : t.count('codeWithStars', stars, place),
      url,
      ...(atMs !== undefined && { seen: t('factSeen', t.day(atMs, nowMs)) }),
    },
  ];
}
