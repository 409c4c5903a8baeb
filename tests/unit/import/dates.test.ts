import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDate, toDateOf, toMoment } from '../../../lib/import/dates';

it.each([
  ['2031', '2031'],
  ['2031-01-05', '2031-01-05'],
  ['2031-1-5', '2031-01-05'],
  ['2031/01/05/', '2031-01-05'],
  ['2031///', '2031'],
  ['2031/01//', '2031-01'],
  ['2031.01.05', '2031-01-05'],
  ['2031-01/2031-02', '2031-01'],
  ['2031-01-05T10:20:30Z', '2031-01-05'],
  ['5 January 2031', '2031-01-05'],
  ['Jan 5, 2031', '2031-01-05'],
  ['January 2031', '2031-01'],
  ['2031 May 28', '2031-05-28'],
  ['2031 Jan-Feb', '2031-01'],
  ['Sept. 2031', '2031-09'],
  ['c2031', '2031'],
  ['2031-13-05', '2031'],
  ['2031-02-30', '2031-02'],
  ['Spring 2031', '2031'],
  ['n.d.', undefined],
  ['undefined', undefined],
  ['31', undefined],
  ['', undefined],
])('the date %j is %j', (text, date) => {
  expect(toDate(text)).toBe(date);
});

it.each([
  ['2031', 'jan', '', '2031-01'],
  ['2031', '12', '24', '2031-12-24'],
  ['2031', 'dec 24', '', '2031-12-24'],
  ['2031', '24 dec', '', '2031-12-24'],
  ['2031', 'December', '', '2031-12'],
  ['2031', '13', '', '2031'],
  ['in press', 'jan', '', undefined],
])('year %j, month %j and day %j are %j', (year, month, day, date) => {
  expect(toDateOf(year, month, day)).toBe(date);
});

it.each([
  ['2031-01-05T10:20:30.123Z', '2031-01-05T10:20:30.123Z'],
  ['2031-01-05', '2031-01-05'],
  ['2031-01-05 10:20:30', '2031-01-05T10:20:30.000Z'],
  ['2031-01-05 10:20:30 +0100', '2031-01-05T09:20:30.000Z'],
  ['2031-01-05T10:20', '2031-01-05T10:20:00.000Z'],
  ['1925000000', '2031-01-01T02:13:20.000Z'],
  ['2031.01.05', '2031-01-05'],
  ['2031', undefined],
  ['2031-99-99T00:00:00Z', undefined],
  ['yesterday', undefined],
])('the moment %j is %j', (text, moment) => {
  expect(toMoment(text)).toBe(moment);
});

it('any text gives a date of the calendar, or none', () => {
  const pieces = fc.constantFrom(...'2031 1999 0 00 13 31 -/. jan May T10:20:30Z'.split(' '), ' ');
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 }))), (parts) => {
      const text = parts.join('');
      for (const date of [toDate(text), toDateOf(text, text, text), toMoment(text)]) {
        if (date !== undefined) expect(Number.isNaN(Date.parse(date))).toBe(false);
      }
    }),
  );
});
