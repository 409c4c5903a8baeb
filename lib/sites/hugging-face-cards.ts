import { arxivKey, parseArxivId } from '../core/identifiers/arxiv-id';
import type { PaperKey } from '../core/paper';
import { type GatheredFacts, makeCandidate, sightLazily } from './candidate';
import { type PaperProps, readProps } from './hugging-face-props';
import { findLinkedRows, findRowTitle, HEADINGS, type LinkedRow } from './linked-rows';
import { parseCount, readText } from './page-text';
import type { Sighting } from './site-adapter';

/**
 * One sighting for each card or line that names a paper. A card links its paper several times
 * (picture, title, authors, comments); the links say which papers are there, and in what order.
 */
export function readCards(doc: Document, url: URL): Sighting[] {
  const rows = findLinkedRows(doc, url, 'a[href*="/papers/"]', (target) =>
    target.hostname === url.hostname ? toKey(target) : null,
  );
  const props = readProps(doc);
  return rows.map((row) => readCard(row, props)).filter((sighting) => sighting !== null);
}

function toKey({ pathname }: URL): PaperKey | null {
  const id = parseArxivId(/^\/papers\/(.+?)\/?$/.exec(pathname)?.[1] ?? '');
  return id && arxivKey(id);
}

function readCard(row: LinkedRow<PaperKey>, props: PaperProps): Sighting | null {
  const key = row.links[0]?.name;
  const title = findRowTitle(row);
  if (!key || !title) return null;
  return sightLazily({ key, ...findPlace(row, title), row: [row.element] }, () => {
    const id = key.slice('arxiv:'.length);
    const known = props.get(id) ?? {};
    const { authorCount, ...shown } = readShown(row);
    return makeCandidate('hugging-face', key, [], {
      ...known,
      ...withoutUndefined(shown),
      authorCount: authorCount === known.authors?.length ? undefined : authorCount,
      title: readText(title) || known.title,
      urls: [`https://huggingface.co/papers/${id}`, `https://arxiv.org/abs/${id}`],
      type: 'preprint',
    });
  });
}

/** What the card itself shows goes before what the server once said. */
function readShown({ element, links }: LinkedRow): GatheredFacts {
  const comments = links.find(({ target }) => target.hash !== '');
  const count = /(\d[\d,]*) authors?/.exec(readText(element, 4_000))?.[1];
  return {
    authorCount: parseCount(count),
    commentCount: parseCount(comments?.element.textContent),
    upvotes: readUpvotes(element),
  };
}

/** The vote box is a link to the login, or a label with a checkbox for who is logged in. */
function readUpvotes(row: Element): number | undefined {
  for (const box of row.querySelectorAll('a[href^="/login"], label, div:has(> input)')) {
    const count = parseCount((box.textContent ?? '').replace(/^\s*upvote/i, ''));
    if (count !== undefined) return count;
  }
  return undefined;
}

/**
 * A card's last line has its authors at the left and its comments at the right, with room between:
 * there nothing moves. Where there is no such line, the control stands in the heading.
 */
function findPlace(
  { element, links }: LinkedRow,
  title: Element,
): Pick<Sighting, 'anchor' | 'place'> {
  const comments = links.find(({ target }) => target.hash !== '')?.element;
  const authors = comments?.parentElement?.firstElementChild;
  if (authors && authors !== comments && authors.localName === 'a') {
    return { anchor: authors, place: 'after' };
  }
  const heading = title.closest(HEADINGS);
  if (heading && !heading.closest('a')) return { anchor: heading, place: 'inside' };
  const link = title.closest('a') ?? title;
  return element === link ? { anchor: link, place: 'after' } : { anchor: element, place: 'inside' };
}

function withoutUndefined(facts: GatheredFacts): GatheredFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
