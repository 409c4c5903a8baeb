import { expect, it } from 'vitest';
import { queryProblemText } from '../../../entrypoints/app/query-problem-text';
import { parseQuery } from '../../../lib/search/query';
import { chinese, english } from '../../support/translator';

it.each([
  ['is:purple', 'is: takes unread, reading, read, starred, seen, saved.'],
  ['-has:pictures', 'has: takes note, code, pdf.'],
  ['is:', 'is: takes unread'],
  ['tag: lamps', 'Nothing follows tag: yet.'],
  ['autor:quill', 'There is no operator “autor:”. Is “author:” meant?'],
  ['-titel:quill', 'There is no operator “titel:”. Is “title:” meant?'],
  ['year:20x0', 'year:20x0 is no year. Write year:2020, year:2020..2023'],
  ['added:<7x', 'added:<7x is no time. Write added:<7d'],
  ['year:2023..2020', 'year:2023..2020 runs backwards'],
  ['"deep learning', 'The quote in "deep learning is not closed'],
  ['or lamps', '“or” needs something on both sides'],
])('says what can be written where %s cannot be read, in both languages', (query, words) => {
  const [problem] = parseQuery(query, 0).problems;
  if (!problem) throw new Error('there is no problem');
  expect(queryProblemText(english, problem)).toContain(words);
  const translated = queryProblemText(chinese, problem);
  expect(translated).toMatch(/\p{Script=Han}/u);
  expect(translated).not.toContain('$');
});
