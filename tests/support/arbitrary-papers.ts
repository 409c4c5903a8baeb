import fc from 'fast-check';
import {
  type Author,
  PAPER_TYPES,
  type PaperFacts,
  type PaperKey,
  type PaperRow,
  SOURCES,
} from '../../lib/core/paper';

/** Papers as pages, files and other devices may hold them, hostile strings and few distinct values. */

const text = fc.oneof(
  fc.constantFrom('Deep nets', 'Deep nets…', 'β-VAE', '深度学习', '__proto__', '<b>x</b>', ''),
  fc.string({ maxLength: 12 }),
);
const texts = fc.array(text, { maxLength: 3 });
const number = fc.nat(4);
const author: fc.Arbitrary<Author> = fc.record({ name: text });
const date = fc.constantFrom('2031', '2031-01', '2031-01-05', '2030-12-31', 'soon', '');

const facts = fc.record(
  {
    organization: text,
    abstract: text,
    date,
    venue: fc.oneof(text, fc.constantFrom('arXiv.org', 'Journal of Trees')),
    volume: text,
    number: text,
    pages: text,
    publisher: text,
    type: fc.constantFrom(...PAPER_TYPES),
    urls: texts,
    codeLinks: texts,
    categories: texts,
    comments: text,
    version: number,
    keywords: fc.array(fc.constantFrom('Trees', 'trees', 'TREES', 'roots'), { maxLength: 3 }),
    authorCount: number,
    commentCount: number,
    upvotes: number,
    codeStars: number,
  },
  { requiredKeys: [] },
);

export const paperKey: fc.Arbitrary<PaperKey> = fc.constantFrom(
  ...(['arxiv:3101.00001', 'doi:10.1000/a', 'openreview:Ab-C_1', 't:0123'] as PaperKey[]),
);

const provenance = fc.record({ source: fc.constantFrom(...SOURCES), atMs: number });

/** Any row, whether or not this version would have written it: facts and provenance may disagree. */
export const paperRow: fc.Arbitrary<PaperRow> = fc
  .record({
    head: fc.record({ id: paperKey, ids: fc.array(paperKey, { maxLength: 2 }), rev: number }),
    title: text,
    authors: fc.array(author, { maxLength: 3 }),
    facts,
    sources: fc.array(provenance, { minLength: 21, maxLength: 21 }),
    known: fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }),
  })
  .map(({ head, title, authors, facts: rest, sources, known }) => {
    const names = ['title', 'authors', ...FACT_NAMES] as const;
    const entries = names.flatMap((name, i) => (known[i] ? [[name, sources[i]]] : []));
    return { ...head, title, authors, ...rest, provenance: Object.fromEntries(entries) };
  });

const FACT_NAMES = [
  'organization',
  'abstract',
  'date',
  'venue',
  'volume',
  'number',
  'pages',
  'publisher',
  'type',
  'urls',
  'codeLinks',
  'categories',
  'comments',
  'version',
  'keywords',
  'authorCount',
  'commentCount',
  'upvotes',
  'codeStars',
] as const satisfies readonly (keyof PaperFacts)[];
