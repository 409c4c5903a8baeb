import { expect, it } from 'vitest';
import { parseAuthorList } from '../../../lib/import/author-list';

it.each([
  ['Example, Ada; van der Beispiel, Bo', ['Ada Example', 'Bo van der Beispiel']],
  ['Ada Example and Bo Beispiel', ['Ada Example', 'Bo Beispiel']],
  ['Ada Example, Bo Beispiel and Cy Third', ['Ada Example', 'Bo Beispiel', 'Cy Third']],
  ['Ada Example & Bo Beispiel', ['Ada Example', 'Bo Beispiel']],
  ['de Cruz, Juan Luis and von Neumann, John M', ['Juan Luis de Cruz', 'John M von Neumann']],
  ['Example A, Beispiel BJ.', ['A Example', 'BJ. Beispiel']],
  ['Doe, J., Roe, R. M.', ['J. Doe', 'R. M. Roe']],
  ['Example, Ada', ['Ada Example']],
  ['The Sheep Collaboration', ['The Sheep Collaboration']],
  ['Li Wei', ['Li Wei']],
  ['', []],
])('%j names %j', (text, names) => {
  const { authors, hasMore } = parseAuthorList(text);
  expect(authors.map(({ name }) => name)).toEqual(names);
  expect(hasMore).toBe(false);
});

it.each([
  'Ada Example et al.',
  'Ada Example, et al',
  'Example, Ada; et al.',
  'Example, Ada and others',
])('%j says that there are more', (text) => {
  const { authors, hasMore } = parseAuthorList(text);
  expect(authors.map(({ name }) => name)).toEqual(['Ada Example']);
  expect(hasMore).toBe(true);
});
