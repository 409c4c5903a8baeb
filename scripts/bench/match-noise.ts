import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PaperKey } from '../../lib/core/paper';
import { titleGrams } from '../../lib/match/title-grams';
import { openTitleIndex } from '../../lib/match/title-index';
import { pick, type Random, randomInt, seededRandom } from '../../tests/support/random';
import type { MatchQuery, MatchSet, StoredPaper } from './match-data';

/**
 * A set for `bench:match` made of any papers, one kind of noise a query, so that matching is also
 * seen on papers and noises that its weights never met. The same file and seed give the same set.
 */
type Met = MatchQuery['record'];
type Noise = (met: Met, random: Random) => Met;

/** Of so many papers one is not stored, and asked for to be refused. */
const NOT_STORED = 3;

export function noisySet(file: string, seed: number): MatchSet {
  const random = seededRandom(seed);
  const papers = readPapers(file);
  const away = papers.filter((_, i) => i % NOT_STORED === 0);
  const store = papers.filter((_, i) => i % NOT_STORED !== 0);
  const kinds = Object.entries(NOISES);
  const queries = store.flatMap((paper, i): MatchQuery[] => {
    const [noise, disturb] = kinds[i % kinds.length] as [string, Noise];
    const record = disturb(paper, random);
    return record.title === paper.title && record.authors === paper.authors && noise !== 'year'
      ? []
      : [{ record, gold: paper.id, noise }];
  });
  const nulls = [...nearest(away, store), ...others(store, random)];
  return { name: `noise ${seed}`, store, queries: [...queries, ...nulls] };
}

function readPapers(file: string): StoredPaper[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const papers = lines.map((line): StoredPaper & { day?: string } => JSON.parse(line));
  const unique = new Map(papers.map((paper) => [paper.id, paper]));
  return [...unique.values()].map(({ id, title, authors, year, day }) => ({
    id,
    title: title.replace(/\s+/g, ' '),
    year: year ?? Number(day?.slice(0, 4) ?? 2024),
    ...(authors?.length && { authors: authors.map((name) => nameOf(name)) }),
  }));
}

/** Some files name authors as objects. */
function nameOf(author: unknown): string {
  return typeof author === 'string' ? author : String((author as { name?: unknown }).name ?? '');
}

/** Papers that are not stored, as they are: those whose titles are most like a stored one's first. */
function nearest(away: readonly StoredPaper[], store: readonly StoredPaper[]): MatchQuery[] {
  const index = openTitleIndex(new Map());
  index.put(store, 1);
  const titles = new Map(store.map(({ id, title }) => [id, title]));
  const closeness = (title: string) => {
    const [closest] = index.candidates(title, 1);
    const [own, other] = [title, titles.get(closest ?? ('' as PaperKey)) ?? ''].map(
      (each) => new Set(titleGrams(each).kept),
    ) as [Set<number>, Set<number>];
    const shared = [...own].filter((gram) => other.has(gram)).length;
    return shared / Math.max(1, own.size, other.size);
  };
  return away
    .map((record) => ({ record, near: closeness(record.title) }))
    .sort((a, b) => b.near - a.near)
    .map(({ record }, i) => ({ record, gold: null, noise: i < 400 ? 'null-near' : 'null-other' }));
}

/** Works about a stored one, by its authors or by nobody known. */
function others(store: readonly StoredPaper[], random: Random): MatchQuery[] {
  const abouts: readonly ((title: string) => string)[] = [
    (title) => `${title} II`,
    (title) => `${title}, Part 2`,
    (title) => `Comment on "${title}"`,
    (title) => `${title}: A Survey`,
    (title) => `Erratum: ${title}`,
    (title) => `Reply to: ${title}`,
    (title) => `${title} Revisited`,
  ];
  return store
    .filter((_, i) => i % 10 === 0)
    .map((paper) => {
      const { title, ...rest } = paper;
      const named = random() < 0.5 ? rest : { year: rest.year ?? 2024 };
      return {
        record: { ...named, title: pick(random, abouts)(title) },
        gold: null,
        noise: 'null-about',
      };
    });
}

const VENUES = ['. In Proc. of ICML 2024', ' (NeurIPS 2025)', ' | OpenReview', ' - arXiv.org'];
const RETITLED: readonly (readonly [RegExp, string])[] = [
  [/\bLLMs\b/, 'Large Language Models'],
  [/\bLarge Language Models\b/i, 'LLMs'],
  [/\bVLMs\b/, 'Vision-Language Models'],
  [/\bReinforcement Learning\b/i, 'RL'],
  [/\bvia\b/i, 'with'],
  [/\bUsing\b/i, 'with'],
  [/\bApproach\b/i, 'Method'],
  [/\bEfficient\b/i, 'Fast'],
  [/^Towards?\b/i, ''],
  [/\b3D\b/, 'Three-Dimensional'],
  [/\bGeneration\b/i, 'Synthesis'],
];

const NOISES: Readonly<Record<string, Noise>> = {
  'as-is': (met) => ({ ...met, title: `${met.title}.` }),
  retitled: (met) => {
    const [from, to] = RETITLED.find(([word]) => word.test(met.title)) ?? [/$^/, ''];
    return { ...met, title: met.title.replace(from, to).trim() };
  },
  truncated: (met, random) => ({
    ...met,
    title: met.title.length < 50 ? met.title : `${met.title.slice(0, 40 + randomInt(random, 10))}…`,
  }),
  'cut-word': (met) => {
    const words = met.title.split(' ');
    return { ...met, title: words.slice(0, Math.max(6, Math.ceil(words.length * 0.7))).join(' ') };
  },
  ocr: (met, random) => ({ ...met, title: [...met.title].map(scanned(random)).join('') }),
  diacritics: (met, random) => ({
    ...met,
    title: met.title.replace(/[aeiou]/g, (letter) =>
      random() < 0.1 ? `${letter}\u0301`.normalize('NFC') : letter,
    ),
    ...(met.authors && {
      authors: met.authors.map((name) => name.replace(/ö|ø/g, 'oe').replace(/ü/g, 'ue')),
    }),
  }),
  'no-subtitle': (met) => ({ ...met, title: met.title.split(': ')[0] ?? '' }),
  'no-name': (met) => ({ ...met, title: /^[^:]{1,25}: (.+)$/.exec(met.title)?.[1] ?? met.title }),
  venue: (met, random) => ({ ...met, title: met.title + pick(random, VENUES) }),
  latex: (met) => ({
    ...met,
    title: met.title
      .replace(/\b([A-Z])/g, '{$1}')
      .replace(/é/g, "\\'e")
      .replace(/&/g, '\\&'),
  }),
  initials: (met) => ({
    ...met,
    title: met.title.toLowerCase(),
    ...(met.authors && {
      authors: met.authors.map((name) => name.replace(/(\p{L})\S* /gu, '$1. ')),
    }),
  }),
  swapped: (met) => ({
    ...met,
    title: met.title.toUpperCase(),
    ...(met.authors && {
      authors: met.authors.map((name) => name.replace(/^(.*) (\S+)$/, '$2 $1')),
    }),
  }),
  'et-al': (met) => ({
    ...met,
    title: `${met.title} `,
    ...(met.authors && { authors: [`${met.authors[0]} et al.`] }),
  }),
  'cited-head': (met) => ({
    ...met,
    title: `${met.authors?.[0]?.split(' ').at(-1) ?? 'Oak'}, A. (${met.year}). ${met.title}`,
    authors: [],
  }),
  'no-authors': (met) => ({ title: met.title.replaceAll('-', ' '), authors: [] }),
  year: (met) => ({ ...met, year: (met.year ?? 2024) - 1 }),
  misprints: (met, random) => {
    const letters = [...met.title];
    for (let n = 0; n < 3; n++) {
      const at = randomInt(random, letters.length - 1);
      letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
    }
    return { ...met, title: letters.join('') };
  },
};

/** A scanner: letters it takes for others, ligatures it loses, spaces it puts and drops. */
function scanned(random: Random): (letter: string) => string {
  const misread: Readonly<Record<string, string>> = { l: '1', O: '0', m: 'rn', e: 'c', I: 'l' };
  return (letter) => {
    if (letter === ' ' && random() < 0.08) return '';
    if (/[a-z]/.test(letter) && random() < 0.01) return `${letter} `;
    return random() < 0.04 ? (misread[letter] ?? letter) : letter;
  };
}
