import fc from 'fast-check';
import type { ExchangePaper } from '../../lib/core/exchange';
import { parseName } from '../../lib/core/names';
import { type Author, PAPER_TYPES } from '../../lib/core/paper';

/** A paper to export: one author and a title unless told otherwise. */
export function exchangePaper(facts: Partial<ExchangePaper> = {}): ExchangePaper {
  return { title: 'A Toy', authors: [parseName('Ada Example')], ...facts };
}

/** Authors from names joined by semicolons. */
export function authorsOf(names: string): Author[] {
  return names.split('; ').map(parseName);
}

/** Pieces that end, open or break something in one format or another. */
const HOSTILE_PIECES = [
  ...'{}\\%#&_$~^"\'`<>[]()|*-+=@:;,. \n\r\t!',
  '\\input{/etc/passwd}',
  '\\write18{rm}',
  '@article{evil,',
  '\n@misc{evil, title = {x}}',
  'ER  - ',
  '\r\nER  - \r\n\r\nTY  - JOUR\r\n',
  '\nTY  - ',
  '](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<i>',
  '</i>',
  '<sub>',
  '</sub>',
  '$x$',
  '$O(n \\log n)$',
  ' and ',
  'others',
  '---\n',
  'tags:: x',
  '==',
  '%%',
  '&lt;',
  'Müller',
  '王小明',
  '🦜',
  '\u200b',
  '\u202e',
  '\u2028',
  '\u0000',
  'BERT',
  'toy',
  '1',
];

/** Text that tries to break out of any field. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE_PIECES), fc.string({ maxLength: 6 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

/** Papers whose every text is hostile. */
export const hostilePaper: fc.Arbitrary<ExchangePaper> = fc
  .record({
    title: hostileText,
    authors: fc.array(hostileText.map(parseName), { maxLength: 3 }),
    authorCount: maybe(fc.nat(6)),
    abstract: maybe(hostileText),
    venue: maybe(hostileText),
    volume: maybe(hostileText),
    number: maybe(hostileText),
    pages: maybe(hostileText),
    publisher: maybe(hostileText),
    organization: maybe(hostileText),
    date: maybe(fc.constantFrom('2031', '2031-01', '2031-01-05', 'soon', '')),
    type: maybe(fc.constantFrom(...PAPER_TYPES)),
    ids: maybe(
      fc.array(
        fc.oneof(
          fc.constantFrom('arxiv:3101.00042', 'arxiv:math/0309136', 'pmid:26017442'),
          hostileText.map((text) => `doi:10.1000/${text}`),
          hostileText.map((text) => `openreview:${text}`),
        ),
        { maxLength: 3 },
      ),
    ),
    urls: maybe(fc.array(hostileText.map((text) => `https://example.org/${text}`))),
    categories: maybe(fc.array(hostileText, { maxLength: 2 })),
    keywords: maybe(fc.array(hostileText, { maxLength: 2 })),
    tags: maybe(fc.array(hostileText, { maxLength: 2 })),
    lists: maybe(fc.array(hostileText, { maxLength: 2 })),
    note: maybe(hostileText),
    citationKey: maybe(hostileText),
  })
  .map(
    (facts) =>
      Object.fromEntries(
        Object.entries(facts).filter(([, value]) => value !== undefined),
      ) as unknown as ExchangePaper,
  );
