import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fnv1a64 } from '../../../lib/core/hash';
import { surname } from '../../../lib/core/surnames';
import { titleKey } from '../../../lib/core/title-key';
import { titleWords } from '../../../lib/core/title-words';

const read = (title: string) => titleWords(title).join(' ');

describe('the words of a title', () => {
  test.each([
    ['{D}eep {L}earning of~Trees', 'deep learning of trees'],
    ['$\\beta$-VAE', 'beta vae'],
    ['β-VAE', 'beta vae'],
    ['\\emph{Attention} in {\\bf 4D}', 'attention in 4d'],
    ['M\\"obius and Erd\\H{o}s', 'mobius and erdos'],
    ['Möbius and Erdős', 'mobius and erdos'],
    ['Modiﬁed N=2​ super­symmetry', 'modified n 2 supersymmetry'],
    ['Don’t stop', 'dont stop'],
    ['H<sub>2</sub>O &amp; Łódź', 'h 2 o lodz'],
    ['深度学习 for trees', '深 度 学 习 for trees'],
    ['глубокое обучение', 'глубокое обучение'],
    ['딥러닝', '딥러닝'],
    ['हिन्दी', 'हिन्दी'],
    ['', ''],
    ['?!', ''],
  ])('%j reads as %j', (title, words) => {
    expect(read(title)).toBe(words);
  });

  test('stay the same when read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (title) => {
        expect(read(read(title))).toBe(read(title));
      }),
    );
  });
});

describe('the key of a paper without identifier', () => {
  test('does not depend on how the title is typeset', () => {
    expect(titleKey('$\\beta$-VAE: Trees', 'Ada Oak', 2031)).toBe(
      titleKey('β-VAE – trees', 'Oak, Ada', 2031),
    );
  });

  test.each([
    ['深度学习', '强化学习'],
    ['Глубокое обучение', 'Обучение с подкреплением'],
    ['β-VAE', 'VAE'],
    ['∀∃', '∃∀'],
    ['🌳', '🌲'],
  ])('tells %s from %s', (a, b) => {
    expect(titleKey(a)).not.toBe(titleKey(b));
  });

  test('tells two papers of one title by author and year', () => {
    const keys = [
      titleKey('Trees', 'Ada Oak', 2031),
      titleKey('Trees', 'Bo Elm', 2031),
      titleKey('Trees', 'Ada Oak', 2032),
    ];
    expect(new Set(keys).size).toBe(3);
  });

  test('never changes between versions', () => {
    expect(titleKey('On Trees', 'Ada Oak', 2031)).toBe('t:ffb0f5b6f7d60552');
  });
});

test('a family name is found in either order', () => {
  const names = ['Ada Oak', 'Oak, Ada', 'A. B. Oak', 'Oak AB', 'Ada Oak Jr.', '王小明', ''];
  expect(names.map(surname)).toEqual(['oak', 'oak', 'oak', 'oak', 'oak', '王', '']);
});

test('hashes as the published test vectors of FNV-1a say', () => {
  expect(['', 'a', 'foobar'].map(fnv1a64)).toEqual([
    'cbf29ce484222325',
    'af63dc4c8601ec8c',
    '85944171f73967e8',
  ]);
});
