import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPaperKey } from '../../../lib/core/identifiers';
import { readPage } from '../../../lib/sites/index';
import { parsePage, readFixtures } from '../../support/read-fixture';

const fixtures = readFixtures();
const INJECTIONS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('1')",
  '{{constructor.constructor("alert(1)")()}}',
  '\u202egnp.exe',
  '\u0000\u0001',
  '%E0%A4%A',
  '__proto__',
  '$\\href{javascript:alert(1)}{x}$',
  '\ud800',
];

describe('broken and hostile pages', () => {
  it('are read without throwing, whatever is torn out of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.constantFrom(...INJECTIONS),
        ({ html, url }, places, text) => {
          const doc = parsePage(html, url);
          for (const place of places) spoil(doc, place, text);
          for (const { candidate, key } of readPage(doc, url)) {
            expect(candidate.key).toBe(key);
            expect(candidate.ids.every(isPaperKey)).toBe(true);
            expect(candidate.urls?.every((each) => /^https?:/.test(each)) ?? true).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  it('keeps control and direction characters out of every text', () => {
    for (const { html, url } of fixtures) {
      const spoilt = html.replaceAll(/Invented|Cards|Doe/g, 'a\u202eb\u0007c\u200bd');
      for (const { candidate } of readPage(parsePage(spoilt, url), url)) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not come through
        expect(JSON.stringify(candidate)).not.toMatch(/[\u0007\u200b\u202e]|\\u0007|\\u202e/);
      }
    }
  });

  it('reads text nested deeper than any author nests it', () => {
    const url = new URL('https://arxiv.org/list/cs.LG/recent');
    const deep = `${'<span>'.repeat(400)}deep${'</span>'.repeat(400)}`;
    const html = `<dl><dt><a href="/abs/2401.00001">x</a></dt><dd><div class="list-title">A ${deep} title</div></dd></dl>`;
    expect(readPage(parsePage(html, url), url)[0]?.candidate.title).toBe('A deep title');
  });
});

/** Removes an element, or puts the text into it or into one of its attributes. */
function spoil(doc: Document, place: number, text: string): void {
  const elements = [...doc.querySelectorAll('*')].slice(3);
  const element = elements[place % Math.max(elements.length, 1)];
  if (!element) return;
  const name = ['href', 'content', 'data-props', 'title', 'id'][place % 5] ?? 'href';
  if (place % 3 === 0) element.remove();
  else if (place % 3 === 1) element.textContent = text;
  else element.setAttribute(name, text);
}
