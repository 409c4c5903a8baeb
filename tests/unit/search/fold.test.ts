import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachWord, foldText, toWords } from '../../../lib/search/fold';

describe('writes the same word in the same way', () => {
  test.each([
    ['case', 'Attention IS', 'attention is'],
    ['diacritics', 'Erdős–Rényi über naïve', 'erdos-renyi uber naive'],
    [
      'letters that Unicode keeps whole',
      'Møller Łukasz Straße Æther',
      'moller lukasz strasse aether',
    ],
    ['Greek letters', 'β-VAE and α', 'beta-vae and alpha'],
    ['Greek in TeX', '$\\beta$-VAE with $\\varepsilon$', 'beta-vae with epsilon'],
    ['dressed TeX', '$\\mathcal{O}(n)$ in $\\mathbf{R}^2$', 'o(n) in r^2'],
    ['accents in TeX', 'Schr\\"{o}dinger and Poincar\\\'e', 'schrodinger and poincare'],
    ['markup of titles', 'H<sub>2</sub>O <i>in vivo</i>', 'h2o in vivo'],
    ['mathematical alphabets and ligatures', '𝐆𝐀𝐍 ﬁnetuning', 'gan finetuning'],
    ['Korean syllables, composed', '딥러닝', '딥러닝'],
    ['full-width letters', 'ＬＬＭ', 'llm'],
  ])('%s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('takes a text apart into words', () => {
  test.each([
    ['at blanks and punctuation', 'GAN: (a) survey, 2020.', ['gan', 'a', 'survey', '2020']],
    ['without apostrophes', "Bell’s theorem, O'Brien", ['bells', 'theorem', 'obrien']],
    ['Chinese as pairs of characters', '强化学习 RL', ['强化', '化学', '学习', '习', 'rl']],
    ['rare characters whole', '𠮷野', ['𠮷野', '野']],
    ['numbers of papers at their dots', '1706.03762', ['1706', '03762']],
    ['nothing as nothing', ' – … ', []],
  ])('%s', (_, text, words) => {
    expect(toWords(text)).toEqual(words);
  });

  test('visits a compound joined, after its parts', () => {
    const seen: string[] = [];
    eachWord('a beta-VAE, end-to-end Wess-Zumino-Witten state-of-the-art', (word, isJoined) => {
      seen.push(isJoined ? `+${word}` : word);
    });
    expect(seen.join(' ')).toBe(
      'a beta vae +betavae end to end +endtoend wess zumino witten +wesszuminowitten +wesszumino ' +
        '+zuminowitten state of the art',
    );
  });

  test('any text gives words that fold and split into themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const word of toWords(text)) {
          expect(word).not.toBe('');
          expect(toWords(word)[0]).toBe(word);
        }
      }),
    );
  });
});
