import { describe, expect, it } from 'vitest';
import { errorText } from '../../../lib/i18n/error-text';
import { aroundSlot, SLOT } from '../../../lib/i18n/slot';
import { createTranslator } from '../../../lib/i18n/translate';
import en from '../../../public/_locales/en/messages.json';
import { getMessageFrom } from '../../support/get-message';
import { chinese, english } from '../../support/translator';

describe('createTranslator', () => {
  it('fills placeholders in the order of the language, not of the call', () => {
    expect(english.count('codeWithStars', 21_432, 'github.com/a/b')).toBe(
      'github.com/a/b, 21,432 stars',
    );
    expect(chinese.count('codeWithStars', 2, 'github.com/a/b')).toBe('github.com/a/b，2 颗星');
  });

  it('chooses the plural of the count', () => {
    expect(english.count('comments', 1)).toBe('1 comment');
    expect(english.count('comments', 0)).toBe('0 comments');
    expect(chinese.count('comments', 1)).toBe('1 条评论');
  });

  it('parts the thousands from five digits on', () => {
    expect([9, 2000, 9999, 10_000, 0.5].map(english.number)).toEqual([
      '9',
      '2000',
      '9999',
      '10,000',
      '0.5',
    ]);
  });

  it('shows a dollar sign and a placeholder in a value as they are', () => {
    expect(english('closeTo', 'A $100 $COUNT$ prize')).toBe('Close to A $100 $COUNT$ prize');
  });

  it('leaves the year out for days of this year only', () => {
    const now = Date.UTC(2031, 4, 20, 12);
    expect(english.day(Date.UTC(2031, 2, 3, 12), now)).toBe('3 March');
    expect(english.day(Date.UTC(2030, 2, 3, 12), now)).toBe('3 March 2030');
    expect(chinese.day(Date.UTC(2031, 2, 3, 12), now)).toBe('3月3日');
  });

  it('writes a date to the precision it has', () => {
    expect(english.isoDate('2031')).toBe('2031');
    expect(english.isoDate('2031-01')).toBe('January 2031');
    expect(english.isoDate('2031-01-05')).toBe('5 January 2031');
    expect(english.isoDate('in press')).toBe('in press');
  });

  it('keeps to the language of the messages where the browser speaks another', () => {
    const french = createTranslator(getMessageFrom(en), 'fr-FR');
    expect(french.isoDate('2031-01')).toBe('January 2031');
    expect(french.language).toBe('en');
  });

  it('does without a locale that is no language tag', () => {
    expect(createTranslator(getMessageFrom(en), 'en_GB_oops').language).toBe('en');
  });

  it('says which way the words run', () => {
    const arabic = createTranslator((name) => (name === 'languageTag' ? 'ar' : ''), 'ar-EG');
    expect(arabic.direction).toBe('rtl');
    expect(english.direction).toBe('ltr');
  });
});

describe('errorText', () => {
  it('says what to do, never the message of the log', () => {
    const text = errorText(english, { code: 'storage-full', message: 'QuotaExceededError' });
    expect(text).toContain('Free some space');
    expect(text).not.toContain('Quota');
  });
});

describe('aroundSlot', () => {
  it('cuts a message where something that is no text goes', () => {
    expect(aroundSlot(`Close to ${SLOT} and 2 more`)).toEqual(['Close to ', ' and 2 more']);
    expect(aroundSlot('no slot')).toEqual(['no slot', '']);
  });
});
