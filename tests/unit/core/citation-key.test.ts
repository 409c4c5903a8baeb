import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  assignCitationKeys,
  CITATION_KEY_STYLES,
  type CitationKeyStyle,
  cleanCitationKey,
  type KeyedPaper,
  makeCitationKey,
} from '../../../lib/core/citation-key';
import { parseName } from '../../../lib/core/names';

function paper(title: string, authors: string, date?: string): KeyedPaper {
  return {
    title,
    authors: authors ? authors.split('; ').map(parseName) : [],
    ...(date && { date }),
  };
}

const transformer = paper(
  'Attention Is All You Need',
  'Ashish Vaswani; Noam Shazeer; Niki Parmar',
  '2017-06-12',
);

describe('a citation key', () => {
  const expected: [CitationKeyStyle, string][] = [
    ['scholar', 'vaswani2017attention'],
    ['arxiv', 'vaswani2017attentionneed'],
    ['better-bibtex', 'vaswaniAttentionAllYou2017'],
    ['zotero', 'vaswani_attention_2017'],
    ['acl', 'vaswani-etal-2017-attention'],
  ];
  it.each(expected)('in the style %s is %s', (style, key) => {
    expect(makeCitationKey(transformer, CITATION_KEY_STYLES[style])).toBe(key);
  });

  it('follows a template of the user, leaving unknown fields out', () => {
    expect(makeCitationKey(transformer, 'x:[year]:[auth][nothing]')).toBe('x:2017:vaswani');
  });

  it('in the style acl names two authors', () => {
    const two = paper('A Toy', 'Ada Example; Bo van der Beispiel', '2031');
    expect(makeCitationKey(two, CITATION_KEY_STYLES.acl)).toBe('example-vanderbeispiel-2031-toy');
  });
});

test.each([
  [paper('Über die Straße', 'Jörg Müller', '2020'), 'muller2020uber'],
  [paper('Visualizing Data', 'Laurens van der Maaten', '2008'), 'vandermaaten2008visualizing'],
  [paper('Observation of a Boson', 'The ATLAS Collaboration', '2012'), 'atlas2012observation'],
  [paper('U-Net: Nets', 'Olaf Ronneberger', '2015'), 'ronneberger2015u'],
  [paper('On the $\\beta$-VAE', 'Ada Example', '2031'), 'example2031vae'],
  [paper('<i>E. coli</i> at work', 'Øyvind Ås', '2031'), 'as2031e'],
  [paper('A Toy', 'Ada Example'), 'exampletoy'],
  [paper('深度学习', '王小明', '2031'), 'paper2031'],
  [paper('', ''), 'paper'],
])('names %j %s', (input, key) => {
  expect(makeCitationKey(input)).toBe(key);
});

it('falls back on the arXiv id where no name is in Latin letters', () => {
  const input = { ...paper('深度学习', '王小明', '2031'), ids: ['arxiv:3101.00042'] };
  expect(makeCitationKey(input)).toBe('arxiv310100042');
});

describe('keys from elsewhere', () => {
  it('are kept, letters of any script included', () => {
    expect(cleanCitationKey('müller2020über')).toBe('müller2020über');
    expect(cleanCitationKey('DBLP:conf/nips/Vaswani')).toBe('DBLP:conf/nips/Vaswani');
  });

  it('lose the characters that break BibTeX', () => {
    expect(cleanCitationKey("o'neil{2016},x%")).toBe('o-neil-2016-x-');
    expect(cleanCitationKey('{},')).toBe('');
  });
});

describe('the keys of several papers', () => {
  it('get a letter where two would be the same, the paper saved first getting none', () => {
    const later = { ...transformer, addedAt: '2031-02-01T00:00:00Z' };
    const first = { ...transformer, addedAt: '2031-01-01T00:00:00Z' };
    expect(assignCitationKeys([later, first, later])).toEqual([
      'vaswani2017attentiona',
      'vaswani2017attention',
      'vaswani2017attentionb',
    ]);
  });

  it('stay as they were once given', () => {
    const kept = { ...transformer, citationKey: 'vaswani2017attentiona' };
    expect(assignCitationKeys([transformer, kept])).toEqual([
      'vaswani2017attention',
      'vaswani2017attentiona',
    ]);
  });

  it('avoid those of the rest of the library, whatever their case', () => {
    const taken = ['Vaswani2017Attention'];
    expect(assignCitationKeys([transformer], { taken })).toEqual(['vaswani2017attentiona']);
  });

  it('go on behind z where many papers want the same', () => {
    const keys = assignCitationKeys(Array.from({ length: 703 }, () => paper('A Toy', 'Bo Xi')));
    expect([0, 1, 26, 27, 52, 53, 702].map((index) => keys[index])).toEqual([
      'xitoy',
      'xitoya',
      'xitoyz',
      'xitoyaa',
      'xitoyaz',
      'xitoyba',
      'xitoyzz',
    ]);
  });

  it('are safe, not empty and unique for any papers', () => {
    const anyPaper = fc.record({
      title: fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constant('The Toy')),
      authors: fc.array(fc.string({ unit: 'grapheme' }).map(parseName), { maxLength: 4 }),
    });
    const template = fc.oneof(fc.constantFrom(...Object.values(CITATION_KEY_STYLES)), fc.string());
    fc.assert(
      fc.property(fc.array(anyPaper), template, (papers, pattern) => {
        const keys = assignCitationKeys(papers, { template: pattern });
        for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_:-]+$/);
        expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(papers.length);
      }),
    );
  });
});
