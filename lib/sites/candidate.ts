import { cleanLine, TEXT_LIMITS } from '../core/clean-text';
import { parseName } from '../core/names';
import type { Author, PaperCandidate, PaperFacts, PaperKey, Source } from '../core/paper';
import { titleKey } from '../core/title-key';
import type { Sighting } from './site-adapter';

/** Facts as an adapter gathers them: what the page does not tell may be undefined or empty. */
export type GatheredFacts = { readonly [Name in keyof PaperFacts]?: PaperFacts[Name] | undefined };

/**
 * A candidate of what a page tells. `ids` are further identifiers, of which null ones are left out;
 * so are facts that are undefined, '' or [].
 */
export function makeCandidate(
  source: Source,
  key: PaperKey,
  ids: readonly (PaperKey | null | undefined)[],
  facts: GatheredFacts,
): PaperCandidate {
  const known = Object.entries(facts).filter(([, value]) => !isEmpty(value));
  const others = ids.filter((id): id is PaperKey => id !== null && id !== undefined);
  return {
    title: '',
    authors: [],
    ...(Object.fromEntries(known) as Partial<PaperFacts>),
    source,
    key,
    ids: [...new Set([key, ...others])],
  };
}

/** What names a paper of which only the facts are known. */
export function keyOfTitle({ title = '', authors, date }: GatheredFacts): PaperKey {
  return titleKey(title, authors?.[0]?.name, Number(date?.slice(0, 4)) || undefined);
}

/** "Ann Doe, Bo Roe, et al. (3 additional authors not shown)": all five; undefined where none is held back. */
export function countAuthors(list: Element | null | undefined, named: number): number | undefined {
  const held = /\((\d{1,4}) additional authors/.exec(list?.textContent ?? '')?.[1];
  return held ? named + Number(held) : undefined;
}

/** A sighting whose paper is read when it is first asked for, as thousands of rows must be. */
export function sightLazily(
  sighting: Omit<Sighting, 'candidate'>,
  read: () => PaperCandidate,
): Sighting {
  let candidate: PaperCandidate | undefined;
  return {
    ...sighting,
    get candidate() {
      candidate ??= read();
      return candidate;
    },
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Most names: nothing to drop, and nothing that parts them. */
const PLAIN_NAME = /^\p{L}[\p{L} .'’-]{0,80}$/u;

/** Authors from names as a page writes them; marks of footnotes and a final comma are dropped. */
export function toAuthors(names: readonly string[]): Author[] {
  const authors: Author[] = [];
  for (const name of names.slice(0, TEXT_LIMITS.authors)) {
    if (PLAIN_NAME.test(name)) {
      authors.push({ name });
      continue;
    }
    const bare = cleanLine(name, TEXT_LIMITS.authorName)
      .replace(/[\d*†‡§¶∥#]+$|[\s,;*†‡§¶∥]+$/u, '')
      .replace(/[\s,;*†‡§¶∥]+$/u, '')
      .trim();
    if (/\p{L}/u.test(bare)) authors.push(toAuthor(bare));
  }
  return authors;
}

/** Only a name that is written family first tells its parts; others are left as they stand. */
function toAuthor(name: string): Author {
  return /,\s*\S/.test(name) ? parseName(name) : { name };
}
