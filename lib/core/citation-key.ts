import { foldToAscii } from './ascii-fold';
import { cleanLine, TEXT_LIMITS } from './clean-text';
import type { ExchangePaper } from './exchange';
import { familyWithParticle, nameParts } from './names';
import { parseRichText, type RichPart } from './rich-text';

/**
 * The known styles as templates. Fields, in brackets: `auth` (first author's family name),
 * `authors` (`a`, `a-b` or `a-etal`), `year`, `word` (first significant word of the title), `words`
 * (all that arXiv counts as significant), `Words3` (the first three, capitalised).
 */
export const CITATION_KEY_STYLES = {
  /** vaswani2017attention */
  scholar: '[auth][year][word]',
  /** vaswani2017attentionneed */
  arxiv: '[auth][year][words]',
  /** vaswaniAttentionAllYou2017 */
  'better-bibtex': '[auth][Words3][year]',
  /** vaswani_attention_2017 */
  zotero: '[auth]_[word]_[year]',
  /** vaswani-etal-2017-attention */
  acl: '[authors]-[year]-[word]',
} as const;
export type CitationKeyStyle = keyof typeof CITATION_KEY_STYLES;

/** Enough of a paper to name it. */
export type KeyedPaper = Pick<
  ExchangePaper,
  'title' | 'authors' | 'authorCount' | 'date' | 'id' | 'ids' | 'citationKey' | 'addedAt'
>;

const SKIPPED = new Set('a an the on of in for to and or from with by at is are as via'.split(' '));
const SKIPPED_BY_ARXIV = new Set(
  (
    'all you we i it its this that these those be not no can do does how what when why who which ' +
    'more than your our their into over under up out only through between beyond without within ' +
    'using towards toward about'
  ).split(' '),
);
/**
 * What ends or breaks a key in BibTeX, LaTeX or a reader in use: Better BibTeX's cuts `a!b` to `a`.
 * Letters of all scripts are safe.
 */
const BREAKS_BIBTEX = /[^\p{L}\p{M}\p{N}&*+\-./:;[\]_]+/gu;

/**
 * The key that a paper would get in an empty library: ASCII letters and digits, and the template's
 * own `_`, `-` and `:`. A first author without a Latin name gives `arxiv310100042`, or
 * `paper2031` where there is no arXiv id.
 *
 * @param template one of CITATION_KEY_STYLES or the user's own; unknown fields are left out.
 */
export function makeCitationKey(
  paper: KeyedPaper,
  template: string = CITATION_KEY_STYLES.scholar,
): string {
  const fields = keyFields(paper);
  if (!fields.auth) return keyWithoutName(paper, fields.year);
  const filled = template.replace(/\[([^\]]*)\]/g, (_, name: string) => fields[name] ?? '');
  const key = filled
    .replace(/[^A-Za-z0-9_:-]/g, '')
    .replace(/([_:-])[_:-]+/g, '$1')
    .replace(/^[_:-]+|[_:-]+$/g, '');
  return key || keyWithoutName(paper, fields.year);
}

/** A key from elsewhere, kept but for the characters that break BibTeX; '' if nothing is left. */
export function cleanCitationKey(key: string): string {
  const cleaned = cleanLine(key, TEXT_LIMITS.label).replace(BREAKS_BIBTEX, '-');
  return /[\p{L}\p{N}]/u.test(cleaned) ? cleaned : '';
}

/**
 * A key for each paper, in the order of `papers`, no two the same even without regard to case.
 * Papers that have one keep it; the others get theirs in the order in which they were saved, with
 * `a`, `b`, … after one that is taken.
 *
 * @param taken keys of papers of the library that are not among `papers`.
 */
export function assignCitationKeys(
  papers: readonly KeyedPaper[],
  options: { readonly template?: string; readonly taken?: Iterable<string> } = {},
): string[] {
  const keys = new Array<string>(papers.length).fill('');
  const claimKey = keyClaimer(options.taken ?? []);
  const order = papers.map((paper, index) => ({ paper, index }));
  for (const { paper, index } of order) {
    const own = cleanCitationKey(paper.citationKey ?? '');
    if (own) keys[index] = claimKey(own);
  }
  const unnamed = order.filter(({ index }) => keys[index] === '');
  unnamed.sort((one, other) => compareText(one.paper.addedAt ?? '', other.paper.addedAt ?? ''));
  for (const { paper, index } of unnamed) {
    keys[index] = claimKey(makeCitationKey(paper, options.template));
  }
  return keys;
}

function keyFields(paper: KeyedPaper): Record<string, string> {
  const names = paper.authors.slice(0, 2).map(authorWord);
  const words = titleWords(paper.title);
  const significant = words.filter((word) => !SKIPPED.has(word.toLowerCase()));
  const [auth = '', second = ''] = names;
  const count = Math.max(paper.authorCount ?? 0, paper.authors.length);
  return {
    auth,
    authors: count > 2 || (count === 2 && !second) ? `${auth}-etal` : `${auth}-${second}`,
    year: paper.date?.slice(0, 4) ?? '',
    word: significant[0]?.toLowerCase() ?? '',
    words: significant
      .map((word) => word.toLowerCase())
      .filter((word) => !SKIPPED_BY_ARXIV.has(word))
      .join(''),
    Words3: significant.slice(0, 3).map(capitalised).join(''),
  };
}

/** `vandermaaten`; of a group the first word that is not "the". */
function authorWord(author: KeyedPaper['authors'][number]): string {
  const parts = nameParts(author);
  if (!('literal' in parts)) return lettersOnly(familyWithParticle(parts));
  const words = parts.literal.split(/\s+/).map(lettersOnly);
  return words.find((word) => word !== '' && word !== 'the') ?? '';
}

function lettersOnly(text: string): string {
  return foldToAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Words of ASCII letters and digits, formulas left out. */
function titleWords(title: string): string[] {
  const text = parseRichText(title).map(wordsOf).join('');
  return foldToAscii(text)
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}

function wordsOf(part: RichPart): string {
  if (part.kind === 'text') return part.text;
  return part.kind === 'tag' ? part.parts.map(wordsOf).join('') : ' ';
}

function keyWithoutName(paper: KeyedPaper, year: string | undefined): string {
  const ids = [paper.id ?? '', ...(paper.ids ?? [])];
  const arxiv = ids.find((id) => id.startsWith('arxiv:'));
  return arxiv ? `arxiv${arxiv.replace(/\D/g, '')}` : `paper${year ?? ''}`;
}

/**
 * Gives each wanted key, or the first with `a`, `b`, … that is free. Remembers how far it came with
 * each, since a thousand papers may want the same.
 */
export function keyClaimer(taken: Iterable<string>): (wanted: string) => string {
  const used = new Set([...taken].map((key) => key.toLowerCase()));
  const tried = new Map<string, number>();
  return (wanted) => {
    const base = wanted.toLowerCase();
    let n = tried.get(base) ?? 0;
    while (used.has(base + letters(n))) n += 1;
    tried.set(base, n);
    used.add(base + letters(n));
    return wanted + letters(n);
  };
}

/** 0 is nothing, 1 is a, 26 is z, 27 is aa. */
function letters(n: number): string {
  if (n === 0) return '';
  const rest = Math.floor((n - 1) / 26);
  return letters(rest) + String.fromCharCode(97 + ((n - 1) % 26));
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
