import { expect, test } from 'vitest';
import { expandsTo } from '../../../lib/core/matching/acronyms';

const all = (words: readonly string[]) => words.map((_, place) => place);

test.each([
  ['llms', 'large language models'],
  ['dbms', 'database management systems'],
  ['p2p', 'peer to peer'],
  ['rl', 'reinforcement learning'],
  ['www', 'world wide web'],
])('%s stands for "%s"', (acronym, text) => {
  const words = text.split(' ');
  expect(expandsTo(acronym, words, all(words))).toEqual(all(words));
});

test.each([
  ['tree', 'deep learning'],
  ['oak', 'oak'],
  ['2d', 'two dimensions'],
  ['', 'any words'],
  ['lt', 'large language models of trees'],
])('%s does not stand for "%s"', (word, text) => {
  const words = text.split(' ');
  expect(expandsTo(word, words, all(words))).toBeNull();
});

test('words that are no neighbours are not taken together', () => {
  expect(expandsTo('ml', ['machine', 'tree', 'learning'], [0, 2])).toBeNull();
});
