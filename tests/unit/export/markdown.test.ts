import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it, test } from 'vitest';
import { toPlainText } from '../../../lib/core/rich-text';
import { line } from '../../../lib/export/citation';
import { toMarkdown, toMarkdownLinks } from '../../../lib/export/markdown';
import { escapeMarkdown, markdownTarget } from '../../../lib/export/markdown-escape';
import { authorsOf, exchangePaper, hostilePaper, hostileText } from '../../support/exchange-papers';

const strict = new MarkdownIt('commonmark', { html: false });

describe('a Markdown list', () => {
  it('has title, address, authors, year and id', () => {
    const papers = [
      exchangePaper({
        id: 'arxiv:3101.00042',
        title: 'Toy_Models [v2]: $O(n)$',
        authors: authorsOf('Ada Example; Bo Beispiel; Cy Voorbeeld'),
        date: '2031',
      }),
      exchangePaper({ authors: authorsOf('Ada Example; Bo Beispiel'), ids: ['doi:10.1000/(a)'] }),
      exchangePaper({ title: 'No address', authors: [] }),
      exchangePaper({ title: '', ids: ['arxiv:3101.00043'], authors: [] }),
    ];
    expect(toMarkdown(papers)).toBe(
      `- [Toy\\_Models \\[v2\\]: $O(n)$](https://arxiv.org/abs/3101.00042) — Ada Example et al. (2031) · arXiv:3101.00042
- [A Toy](https://doi.org/10.1000/%28a%29) — Ada Example and Bo Beispiel · doi:10.1000/(a)
- No address
- [arXiv:3101.00043](https://arxiv.org/abs/3101.00043) · arXiv:3101.00043
`,
    );
  });

  it('can be nothing but the links', () => {
    expect(toMarkdownLinks([exchangePaper({ id: 'arxiv:3101.00042' })])).toBe(
      '[A Toy](https://arxiv.org/abs/3101.00042)\n',
    );
  });
});

test.each([
  ['# Heading', '\\# Heading'],
  ['- item', '\\- item'],
  ['+ item', '\\+ item'],
  ['> quote', '\\> quote'],
  ['1. item', '1\\. item'],
  ['2001: A Space Odyssey', '2001: A Space Odyssey'],
  ['C# and #tag', 'C# and \\#tag'],
  ['a*b_c`d|e~f', 'a\\*b\\_c\\`d\\|e\\~f'],
  ['x < y > z', 'x \\< y > z'],
  ['R&D &lt; &#60;', 'R&D \\&lt; \\&#60;'],
  ['from $5 to $10', 'from \\$5 to \\$10'],
  ['==x== %%y%% {{z}}', '\\=\\=x\\=\\= \\%\\%y\\%\\% \\{\\{z}}'],
  ['$a_1*b$ and $p<q$', '$a_1*b$ and $p\\lt q$'],
  ['$[0,1]$', '$[0,1]$'],
  ['$](javascript:x)$', '\\$\\](javascript:x)\\$'],
  ['<i>E. coli</i> 10<sup>5</sup>', 'E. coli 10⁵'],
])('escapes %s as %s', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test.each([
  ['https://example.org/a b(c)<d>', 'https://example.org/a%20b%28c%29%3Cd%3E'],
  ['https://example.org/~a_b?x=1&y=%20#f', 'https://example.org/~a_b?x=1&y=%20#f'],
  ['javascript:alert(1)', ''],
  ['data:text/html,x', ''],
])('makes of the address %s the target "%s"', (url, target) => {
  expect(markdownTarget(url)).toBe(target);
});

describe('in a strict renderer', () => {
  it('any text shows as that text and nothing else', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const text = line(hostile);
        const html = strict.renderInline(escapeMarkdown(text));
        expect(html).not.toMatch(/<(?!em>|\/em>|strong>|\/strong>)/);
        if (!text.includes('$')) expect(unescapeHtml(html)).toBe(toPlainText(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('any paper is one list item with no link but to its own page', () => {
    fc.assert(
      fc.property(hostilePaper, (paper) => {
        const html = strict.render(toMarkdown([paper]));
        expect(html.match(/<li>/g)).toHaveLength(1);
        expect(html.match(/<a /g) ?? []).toHaveLength(
          toMarkdownLinks([paper]).startsWith('[') ? 1 : 0,
        );
        expect(html).not.toMatch(/<(?!\/?(?:ul|li|a|em|strong)\b)/);
        expect(html).not.toMatch(/href="(?!https?:)/i);
      }),
      { numRuns: 500 },
    );
  });
});

function unescapeHtml(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
