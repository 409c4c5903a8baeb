import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem, tokenise } from '../../../lib/related/tokens';

const terms = (text: string) => tokenise(text).map((token) => token.term);

describe('the words that relatedness counts', () => {
  it.each([
    ['Deep Résidual Networks', ['deep', 'residual', 'network']],
    ['a $\\beta$-VAE and the β-VAE', ['beta', 'vae', 'beta', 'vae']],
    ['Schr\\"odinger and Painlev\\\'e', ['schrodinger', 'painleve']],
    ['\\mathcal{N}=4 H<sub>2</sub>O', ['n', '4', 'h2o']],
    ['state-of-the-art theories of gases', ['state', 'art', 'theory', 'gase']],
    ['ﬁne-tuning', ['fine', 'tuning']],
    ['code: https://example.org/some-page here', ['code']],
    ['', []],
  ])('reads %j as %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('takes Chinese apart into pairs of characters and keeps the Latin words between', () => {
    expect(terms('大语言模型 LLM 的推理')).toEqual([
      '大语',
      '语言',
      '言模',
      '模型',
      'llm',
      '的推',
      '推理',
    ]);
  });

  it('takes Japanese and Korean apart as it is written, voiced signs and all', () => {
    expect(terms('グラフ理論')).toEqual(['グラ', 'ラフ', 'フ理', '理論']);
    expect(terms('언어모델')).toEqual(['언어', '어모', '모델']);
  });

  it('says where pairs of characters stand, and ends phrases at Chinese punctuation', () => {
    const text = '模型，推理';
    expect(
      tokenise(text).map(({ start, end, breaks }) => [text.slice(start, end), breaks]),
    ).toEqual([
      ['模型', true],
      ['推理', true],
    ]);
  });

  it('says where each term stands, so that the text itself can be quoted', () => {
    const text = 'Large (language-aware) models';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Large',
      '(language',
      'aware)',
      'models',
    ]);
  });

  it('marks where a phrase ends', () => {
    const breaks = tokenise('We train agents. Agents learn').map(({ term, breaks }) => [
      term,
      breaks,
    ]);
    expect(breaks).toEqual([
      ['train', true],
      ['agent', false],
      ['agent', true],
      ['learn', false],
    ]);
  });

  it('never throws, and every term stands within the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { term, start, end } of tokenise(text)) {
          expect(term.length).toBeGreaterThan(0);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('cuts plurals and leaves words that only look like one', () => {
    expect(['models', 'classes', 'theories', 'bias', 'genus', 'analysis', 'gas'].map(stem)).toEqual(
      ['model', 'class', 'theory', 'bia', 'genus', 'analysis', 'gas'],
    );
  });
});
