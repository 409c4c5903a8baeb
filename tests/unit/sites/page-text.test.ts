import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { parseCount, readText } from '../../../lib/sites/page-text';

function read(html: string, skipped?: string): string {
  const { document } = new Window();
  document.body.innerHTML = `<div id="x">${html}</div>`;
  const element = document.getElementById('x') as unknown as Element;
  return readText(element, 1_000, skipped);
}

describe('the text of an element', () => {
  it.each([
    ['plain text', '  A\n  plain title ', 'A plain title'],
    ['a label', '<span class="descriptor">Title:</span> A title', 'A title'],
    ['marks of a search', 'An <span class="search-hit">invented</span> disk', 'An invented disk'],
    ['line breaks', 'One<br>two', 'One two'],
    ['untypeset TeX', 'On $\\beta$-VAE', 'On $\\beta$-VAE'],
    [
      'MathJax 2',
      'On <span class="MathJax_Preview">b</span><span class="MathJax"><nobr>β</nobr><span class="MJX_Assistive_MathML"><math><mi>β</mi></math></span></span><script type="math/tex">\\beta</script>-VAE',
      'On $\\beta$-VAE',
    ],
    [
      'MathJax 3, which keeps no TeX',
      'On <mjx-container class="MathJax"><mjx-math><mjx-mi></mjx-mi></mjx-math><mjx-assistive-mml><math><mi>β</mi></math></mjx-assistive-mml></mjx-container>-VAE',
      'On β-VAE',
    ],
    [
      'MathJax 4, which does',
      'On <mjx-container class="MathJax"><mjx-math data-latex="\\beta"><mjx-mi data-latex="\\beta"></mjx-mi></mjx-math></mjx-container>-VAE',
      'On $\\beta$-VAE',
    ],
    [
      'KaTeX',
      'On <span class="katex"><span class="katex-mathml"><math><semantics><mi>β</mi><annotation encoding="application/x-tex">\\beta</annotation></semantics></math></span><span class="katex-html">β</span></span>-VAE',
      'On $\\beta$-VAE',
    ],
    [
      'LaTeXML',
      'On <math alttext="\\beta"><mi>β</mi></math>-VAE<span class="ltx_note">†thanks</span>',
      'On $\\beta$-VAE',
    ],
    [
      'nodes of ours and of others',
      'A title<paperkin-badge>x</paperkin-badge><button>Save</button><style>a{}</style>',
      'A title',
    ],
    ['scripts', 'A<script>alert(1)</script> title', 'A title'],
  ])('is read past %s', (_, html, text) => expect(read(html)).toBe(text));

  it('leaves out what the caller names', () => {
    expect(read('Ann Doe<sup>1</sup>', 'sup')).toBe('Ann Doe');
  });

  it('is empty for no element', () => expect(readText(null)).toBe(''));
});

describe('parseCount', () => {
  it.each([
    ['94', 94],
    [' 1,204\n', 1204],
    ['akhaliq', undefined],
    ['1.2k', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %j', (text, count) => expect(parseCount(text)).toBe(count));
});
