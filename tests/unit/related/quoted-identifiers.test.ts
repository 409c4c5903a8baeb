import { expect, it } from 'vitest';
import { quotedIdentifiers } from '../../../lib/related/quoted-identifiers';

it.each([
  ['a comment on arXiv:1706.03762v2.', ['arxiv:1706.03762']],
  ['see hep-th/9201001 and math/0101001', ['arxiv:hep-th/9201001', 'arxiv:math/0101001']],
  ['code at https://doi.org/10.5281/Zenodo.123).', ['doi:10.5281/zenodo.123']],
  ['in 2024.5 of 1000 cases, 10.1 % more', []],
  ['', []],
])('finds the papers that %j names', (text, expected) => {
  expect(quotedIdentifiers(text)).toEqual(expected);
});
