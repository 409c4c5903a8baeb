import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, cleanUrl } from '../../../lib/core/clean-text';

describe('cleanLine', () => {
  it.each([
    ['u\u0308ber', 'über', 'composes letters and marks'],
    ['a\u00a0b\u2003c\r\n d', 'a b c d', 'makes every white space one space'],
    ['zero\u200bwidth so\u00adft \ufeffmark', 'zerowidth soft mark', 'removes what has no width'],
    ['abc\u202etxt.exe\u202c', 'abctxt.exe', 'removes direction overrides'],
    ['a\u0000b\u001bc\u007f', 'abc', 'removes control characters'],
    [
      '👩\u200d🔬 and 🏴\u{e0067}\u{e0062}\u{e007f}',
      '👩\u200d🔬 and 🏴\u{e0067}\u{e0062}\u{e007f}',
      'keeps joined emoji',
    ],
    ['a\u200db', 'ab', 'removes a joiner between Latin letters'],
    ['می\u200cخواهم', 'می\u200cخواهم', 'keeps a non-joiner of Persian'],
    ['hidden\u{e0041}\u{e0042}', 'hidden', 'removes tag characters'],
    ['lone \ud800 half', 'lone \ufffd half', 'replaces half characters'],
  ])('%j becomes %j: %s', (text, expected) => {
    expect(cleanLine(text, 1000)).toBe(expected);
  });

  it('calms a storm of ten thousand marks', () => {
    const storm = `z${'\u0336'.repeat(10_000)}algo`;
    expect(cleanLine(storm, 1000) === `z${'\u0336'.repeat(8)}algo`).toBe(true);
  });

  it('cuts at the limit and never through a character', () => {
    expect(cleanLine('ab🦜cd', 3)).toBe('ab');
    expect(cleanLine('ab cd', 3)).toBe('ab');
  });

  it('changes nothing that is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const once = cleanLine(text, max);
        expect(cleanLine(once, max)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe('cleanText', () => {
  it('keeps lines and indents, whatever ends a line', () => {
    expect(cleanText('\n a\r\n\tb  \rc\u2028d\n\n', 100)).toBe(' a\n\tb\nc\nd');
  });

  it('changes nothing that is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const once = cleanText(text, max);
        expect(cleanText(once, max)).toBe(once);
      }),
    );
  });
});

describe('hostile text', () => {
  it.each(['\n', ' ', '\t', '\u0301', '\u200d', '\u{1f3f4}', '\u{e0041}', '\ud800', 'a\u0301'])(
    'a million times %j is cleaned without a thought',
    (unit) => {
      const text = `x${unit.repeat(1_000_000)}x`;
      expect(cleanText(text, 100_000).length).toBeLessThanOrEqual(100_000);
      expect(cleanLine(text, 1_000).length).toBeLessThanOrEqual(1_000);
      expect(cleanUrl(text)).toBeNull();
    },
  );
});

describe('cleanUrl', () => {
  it.each([
    ['https://ex.org/a_b?x=1%20&y=~z#f', 'https://ex.org/a_b?x=1%20&y=~z#f'],
    ['  http://ex.org ', 'http://ex.org'],
    ['https://ex.org/ü x', 'https://ex.org/%C3%BC%20x'],
    ['https://аpple.com/', 'https://xn--pple-43d.com/'],
    ['https://arxiv.org@evil.example/abs/1', 'https://evil.example/abs/1'],
    ['https://me:secret@ex.org/a', 'https://ex.org/a'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['ftp://ex.org/', null],
    ['https://', null],
    ['not an address', null],
    [`https://ex.org/${'x'.repeat(3000)}`, null],
  ])('%j gives %j', (text, expected) => {
    expect(cleanUrl(text)).toBe(expected);
  });

  it('gives http and https only, and the same when asked again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true }), fc.string()), (text) => {
        const once = cleanUrl(text);
        if (once !== null) {
          expect(cleanUrl(once)).toBe(once);
          expect(['http:', 'https:']).toContain(new URL(once).protocol);
        }
      }),
    );
  });
});
