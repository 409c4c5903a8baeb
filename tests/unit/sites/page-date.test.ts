import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDate } from '../../../lib/sites/page-date';

it.each([
  ['2031', '2031'],
  ['2031-01', '2031-01'],
  ['2031/1/5', '2031-01-05'],
  ['2031-01-05T17:59:59.000Z', '2031-01-05'],
  ['5 January 2031', '2031-01-05'],
  ['January 5, 2031', '2031-01-05'],
  ['2008 January', '2008-01'],
  ['2031 Jan-Feb', '2031-01'],
  ['10 December, 2007', '2007-12-10'],
  ['Jan 15 2031 quant-ph arXiv:3101.00141v1', '2031-01-15'],
  ['2031-13-40', '2031'],
  ['2031-01-32', '2031-01'],
  ['05/06/2031', '2031'],
  ['Spring 2031', '2031'],
  ['yesterday', undefined],
  ['', undefined],
  [null, undefined],
])('%j is %j', (text, date) => expect(parseDate(text)).toBe(date));

it('reads any text to an ISO date or nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => /^\d{4}(?:-\d\d){0,2}$/.test(parseDate(text) ?? '2031')),
  );
});
