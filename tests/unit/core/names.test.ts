import { describe, expect, it, test } from 'vitest';
import {
  familyWithParticle,
  formatName,
  formatNameInverted,
  nameParts,
  parseName,
} from '../../../lib/core/names';

const cases: [text: string, author: ReturnType<typeof parseName>][] = [
  ['Ashish Vaswani', { name: 'Ashish Vaswani', family: 'Vaswani', given: 'Ashish' }],
  ['Vaswani, Ashish', { name: 'Ashish Vaswani', family: 'Vaswani', given: 'Ashish' }],
  ['  Ada   M.\tExample ', { name: 'Ada M. Example', family: 'Example', given: 'Ada M.' }],
  ['Madonna', { name: 'Madonna', literal: 'Madonna' }],
  ['Xu', { name: 'Xu', literal: 'Xu' }],
  ['DeepSeek-AI', { name: 'DeepSeek-AI', literal: 'DeepSeek-AI' }],
  ['SHEEP Collaboration', { name: 'SHEEP Collaboration', literal: 'SHEEP Collaboration' }],
  ['The Llama Team', { name: 'The Llama Team', literal: 'The Llama Team' }],
  ['Barnes and Noble, Inc.', { name: 'Barnes and Noble, Inc.', literal: 'Barnes and Noble, Inc.' }],
  ['DeepSeek-AI et al.', { name: 'DeepSeek-AI', literal: 'DeepSeek-AI' }],
  [
    'Jean-Luc de la Fontaine III',
    {
      name: 'Jean-Luc de la Fontaine III',
      given: 'Jean-Luc',
      particle: 'de la',
      family: 'Fontaine',
      suffix: 'III',
    },
  ],
  [
    'van der Maaten, Laurens',
    { name: 'Laurens van der Maaten', given: 'Laurens', particle: 'van der', family: 'Maaten' },
  ],
  [
    'Ludwig van Beethoven',
    { name: 'Ludwig van Beethoven', given: 'Ludwig', particle: 'van', family: 'Beethoven' },
  ],
  [
    'de la Cruz, Jr., Juan',
    {
      name: 'Juan de la Cruz Jr.',
      given: 'Juan',
      particle: 'de la',
      family: 'Cruz',
      suffix: 'Jr.',
    },
  ],
  ['Cruz, Juan, Jr.', { name: 'Juan Cruz Jr.', given: 'Juan', family: 'Cruz', suffix: 'Jr.' }],
  ['Juan Cruz, Jr.', { name: 'Juan Cruz Jr.', given: 'Juan', family: 'Cruz', suffix: 'Jr.' }],
  [
    'Álvarez de Toledo, Pedro',
    { name: 'Pedro Álvarez de Toledo', given: 'Pedro', family: 'Álvarez de Toledo' },
  ],
  [
    'Pedro Álvarez de Toledo',
    {
      name: 'Pedro Álvarez de Toledo',
      given: 'Pedro Álvarez',
      particle: 'de',
      family: 'Toledo',
    },
  ],
  ["d'Alembert, Jean", { name: "Jean d'Alembert", given: 'Jean', family: "d'Alembert" }],
  [
    "Gerard 't Hooft",
    { name: "Gerard 't Hooft", given: 'Gerard', particle: "'t", family: 'Hooft' },
  ],
  ['Smith, Jr.', { name: 'Smith Jr.', family: 'Smith', suffix: 'Jr.' }],
  ['Smith, JR', { name: 'JR Smith', given: 'JR', family: 'Smith' }],
  ['Smith, M.D.', { name: 'M.D. Smith', given: 'M.D.', family: 'Smith' }],
  ['Jane Smith, M.D.', { name: 'Jane Smith M.D.', given: 'Jane', family: 'Smith', suffix: 'M.D.' }],
  [
    'van der Maaten, M.D.',
    { name: 'M.D. van der Maaten', given: 'M.D.', particle: 'van der', family: 'Maaten' },
  ],
  ['Smith, , Jr.', { name: 'Jr. Smith', given: 'Jr.', family: 'Smith' }],
  ['Smith, Jr.,', { name: 'Jr. Smith', given: 'Jr.', family: 'Smith' }],
  ['Erdős,, Paul', { name: 'Paul Erdős', family: 'Erdős', given: 'Paul' }],
  [
    'Example, Ada, PhD',
    { name: 'Ada Example PhD', given: 'Ada', family: 'Example', suffix: 'PhD' },
  ],
  ['Émile Zola', { name: 'Émile Zola', given: 'Émile', family: 'Zola' }],
  ['ada lovelace', { name: 'ada lovelace', given: 'ada', family: 'lovelace' }],
  ['van Gogh', { name: 'van Gogh', particle: 'van', family: 'Gogh' }],
  ['山田太郎', { name: '山田太郎', literal: '山田太郎' }],
  ['王, 小明', { name: '王 小明', family: '王', given: '小明' }],
  ['山田 太郎', { name: '山田 太郎', family: '山田', given: '太郎' }],
  [
    'Kim, Min-Su (김민수)',
    { name: 'Min-Su (김민수) Kim', family: 'Kim', given: 'Min-Su (김민수)' },
  ],
  ['', { name: '', literal: '' }],
  [',', { name: '', literal: '' }],
];

test.each(cases)('reads the name "%s"', (text, author) => {
  expect(parseName(text)).toEqual(author);
});

describe('a name written out again', () => {
  it('reads back the same in either order', () => {
    for (const [text] of cases) {
      const author = parseName(text);
      if (author.literal !== undefined) continue;
      expect(parseName(formatNameInverted(nameParts(author)))).toEqual(author);
    }
  });

  it.each([
    ['Smith, M.D.', 'Smith, M.D.'],
    ['Smith, JR', 'Smith, JR'],
    ['Smith, , Jr', 'Smith, Jr,'],
  ])('%s is %s, with a comma more only where it would be misread', (text, inverted) => {
    expect(formatNameInverted(nameParts(parseName(text)))).toBe(inverted);
  });

  it('puts the particle before the family name and the suffix last', () => {
    const parts = nameParts(parseName('de la Cruz, Jr., Juan'));
    expect(formatName(parts)).toBe('Juan de la Cruz Jr.');
    expect(formatNameInverted(parts)).toBe('de la Cruz, Juan, Jr.');
    expect(familyWithParticle(parts)).toBe('de la Cruz');
  });
});

describe('the parts of an author', () => {
  it('are those given rather than those the name suggests', () => {
    const author = { name: 'Pedro Álvarez de Toledo', family: 'Álvarez de Toledo', given: 'Pedro' };
    expect(nameParts(author)).toEqual({ family: 'Álvarez de Toledo', given: 'Pedro' });
  });

  it('are read from the name where none is given', () => {
    expect(nameParts({ name: 'Ada Example' })).toEqual({ family: 'Example', given: 'Ada' });
  });
});
