import fc from 'fast-check';
import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { toHtml } from '../../../lib/export/html';
import { authorsOf, exchangePaper, hostilePaper } from '../../support/exchange-papers';

it('writes a list item with link, authors, venue and id', () => {
  const paper = exchangePaper({
    id: 'arxiv:3101.00042',
    title: 'Toy <i>Models</i> & "x" < y',
    authors: authorsOf('Ada Example; Bo Beispiel'),
    venue: 'Sheep & Co',
    date: '2031',
  });
  expect(toHtml([paper])).toContain(`<ul>
<li><a href="https://arxiv.org/abs/3101.00042">Toy <i>Models</i> &amp; &quot;x&quot; &lt; y</a><br><span>Ada Example and Bo Beispiel (2031) · Sheep &amp; Co · arXiv:3101.00042</span></li>
</ul>`);
});

it('declares its encoding and forbids scripts', () => {
  const html = toHtml([]);
  expect(html).toContain('<meta charset="utf-8">');
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

it('holds nothing but its own elements and http links, whatever the papers hold', () => {
  const { document } = new Window();
  fc.assert(
    fc.property(fc.array(hostilePaper, { maxLength: 3 }), (papers) => {
      const list = /<ul>[\s\S]*<\/ul>/.exec(toHtml(papers))?.[0] ?? '';
      document.body.innerHTML = list;
      const elements = [...document.body.querySelectorAll('*')];
      expect(elements.filter(({ tagName }) => tagName === 'LI')).toHaveLength(papers.length);
      for (const element of elements) {
        expect(['UL', 'LI', 'A', 'BR', 'SPAN', 'I', 'B', 'SUB', 'SUP']).toContain(element.tagName);
        const attributes = element.getAttributeNames();
        expect(attributes).toEqual(element.tagName === 'A' ? ['href'] : []);
        if (element.tagName === 'A') expect(element.getAttribute('href')).toMatch(/^https?:/i);
      }
    }),
  );
});
