import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bracesBalance, mathEnd } from '../../../lib/core/rich-text';
import {
  encodeLatex,
  encodeLatexTitle,
  encodeRichLatex,
  encodeVerbatim,
} from '../../../lib/export/latex-encode';
import { hostileText } from '../../support/exchange-papers';

test.each([
  ['95% of R&D costs $5 #1 under_score', '95\\% of R\\&D costs \\$5 \\#1 under\\_score'],
  ['~ ^ \\', '\\textasciitilde{} \\textasciicircum{} \\textbackslash{}'],
  ['x < y > z', 'x \\textless{} y \\textgreater{} z'],
  ['{b}', '\\{b\\}'],
  ['a { b', 'a \\textbraceleft{} b'],
  ['a } b {', 'a \\textbraceright{} b \\textbraceleft{}'],
  ['from $5 to $10', 'from \\$5 to \\$10'],
  ['a\u00a0b', 'a~b'],
  ["a -- b ''c''", "a -{}- b '{}'c'{}'"],
  ['`x`', '\\textasciigrave{}x\\textasciigrave{}'],
  ['“Why?” – the ‘Predictions’ of "any" Classifier—really', null],
  ['Müller Nguyễn İstanbul ı ß 王小明 🦜 👩‍🔬', null],
])('writes the text %s', (text, encoded) => {
  expect(encodeRichLatex(text)).toBe(encoded ?? text);
});

test.each([
  [
    '$\\alpha$-Rényi in $O(n \\log n)$: $p < 0.05$',
    '$\\alpha$-Rényi in $O(n \\log n)$: $p < 0.05$',
  ],
  [
    '<i>E. coli</i> H<sub>2</sub>O x<sup>2</sup> <b>b</b>',
    '\\textit{E. coli} H\\textsubscript{2}O x\\textsuperscript{2} \\textbf{b}',
  ],
  ['the <b> tag', 'the \\textless{}b\\textgreater{} tag'],
  ['$\\input{x}$', '\\$\\textbackslash{}input\\{x\\}\\$'],
  ['$95%$', '\\$95\\%\\$'],
  ['$a\\%b$', '$a\\%b$'],
  ['$x^$', '\\$x\\textasciicircum{}\\$'],
  ['$x_{i}^2$', '$x_{i}^2$'],
])('keeps formulas and turns tags into commands in %s', (text, encoded) => {
  expect(encodeRichLatex(text)).toBe(encoded);
});

it('takes dollars for text where no formula is expected', () => {
  expect(encodeLatex('$x$ <i>')).toBe('\\$x\\$ \\textless{}i\\textgreater{}');
});

test.each([
  ['BERT: Pre-training of Deep Transformers', '{BERT}: Pre-training of Deep Transformers'],
  ['ImageNet, GPT-4, t-SNE and 3D', '{ImageNet}, {GPT-4}, {t-SNE} and {3D}'],
  ['A (U-Net) I', 'A ({U-Net}) I'],
  ['The $\\beta$-VAE', 'The $\\beta$-{VAE}'],
  ['McÉcole in ÉTÉ', '{McÉcole} in {ÉTÉ}'],
  ['<i>DNA</i>', '\\textit{DNA}'],
  ['Attention Is All You Need', 'Attention Is All You Need'],
])('protects the capitals of %s', (title, encoded) => {
  expect(encodeLatexTitle(title)).toBe(encoded);
});

describe('in ASCII', () => {
  it.each([
    ['Müller', 'M{\\"u}ller'],
    ['Łukasz Ś.', "{\\L}ukasz {\\'S}."],
    ['Øyvind Ås', '{\\O}yvind {\\r{A}}s'],
    ['Dvořák', "Dvo{\\v{r}}{\\'a}k"],
    ['Erdős', 'Erd{\\H{o}}s'],
    ['ş ğ İ ą', '{\\c{s}} {\\u{g}} {\\.I} {\\k{a}}'],
    ['ß æ œ ø đ ð þ ı Þ', '{\\ss} {\\ae} {\\oe} {\\o} {\\dj} {\\dh} {\\th} {\\i} {\\TH}'],
    ['naïve', 'na{\\"i}ve'],
    ['Nguyễn ế ộ', "Nguy{\\~{\\^e}}n {\\'{\\^e}} {\\^{\\d{o}}}"],
    ['– — “x” ‘y’ …', "-- --- ``x'' `y' ..."],
    ['王小明 α 🦜 한국', '王小明 α 🦜 한국'],
  ])('writes %s as %s', (text, encoded) => {
    expect(encodeLatex(text, { ascii: true })).toBe(encoded);
  });
});

describe('verbatim values', () => {
  it('stay as they are', () => {
    const url = 'https://ex.org/a_b?x=1%20&y=~z#f';
    expect(encodeVerbatim(url)).toBe(url);
  });

  it('have braces, backslashes and spaces percent-encoded', () => {
    expect(encodeVerbatim('10.1000/a{b}\\ c')).toBe('10.1000/a%7Bb%7D%5C%20c');
  });
});

it('leaves no command, comment or unbalanced brace of the text outside formulas', () => {
  const ours =
    /\\(?:[&%$#_{}]|(?:textasciitilde|textasciicircum|textbackslash|textless|textgreater|textasciigrave|textbraceleft|textbraceright)\{\}|text(?:it|bf|subscript|superscript)\{)/g;
  fc.assert(
    fc.property(hostileText, (text) => {
      const encoded = encodeLatexTitle(text);
      expect(bracesBalance(encoded)).toBe(true);
      expect(withoutFormulas(encoded).replace(ours, '')).not.toMatch(/[\\%#&_^$<>]/);
    }),
    { numRuns: 1000 },
  );
});

function withoutFormulas(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length; ) {
    const end = text[at - 1] === '\\' ? -1 : mathEnd(text, at);
    if (end < 0) kept += text[at];
    at = end < 0 ? at + 1 : end;
  }
  return kept;
}
