import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mathEnd, parseRichText, type RichPart, toPlainText } from '../../../lib/core/rich-text';

const formulas: [text: string, formula: string | null][] = [
  ['$O(n \\log n)$ time', '$O(n \\log n)$'],
  ['$p < 0.05$', '$p < 0.05$'],
  ['$\\mathbb{R}^{d}$', '$\\mathbb{R}^{d}$'],
  ['$\\{a\\}$', '$\\{a\\}$'],
  ['$a\\$b$', '$a\\$b$'],
  ['$5 to $10', null],
  ['$ x$', null],
  ['$x $', null],
  ['$x$5', null],
  ['$$', null],
  ['$x', null],
  ['$a\nb$', null],
  ['${a$', null],
  ['$a}{b$', null],
  ['$\\{$', null],
  ['$\\{a}$', null],
];

test.each(formulas)('finds in "%s" the formula %s', (text, formula) => {
  const end = mathEnd(text, 0);
  expect(end < 0 ? null : text.slice(0, end)).toBe(formula);
});

it('does not start a formula at an escaped dollar', () => {
  expect(mathEnd('\\$x$', 1)).toBe(-1);
});

describe('the parts of a text', () => {
  it('are text, formulas and tags in order', () => {
    expect(parseRichText('<i>E. coli</i> in H<sub>2</sub>O: $x$')).toEqual([
      { kind: 'tag', tag: 'i', parts: [{ kind: 'text', text: 'E. coli' }] },
      { kind: 'text', text: ' in H' },
      { kind: 'tag', tag: 'sub', parts: [{ kind: 'text', text: '2' }] },
      { kind: 'text', text: 'O: ' },
      { kind: 'math', text: '$x$' },
    ]);
  });

  it.each(['x < y > z', 'the <b> tag', '</i>', '<i>a<b>c</i>d', '<script>', '<I>x</I>'])(
    'take "%s" for text where its tags do not pair up',
    (text) => {
      const parts = parseRichText(text);
      expect(write(parts)).toBe(text);
      expect(parts.some((part) => part.kind === 'text' && part.text.includes('<'))).toBe(true);
    },
  );

  it('nest no deeper than twenty tags', () => {
    const text = `${'<i>'.repeat(30)}$x$${'</i>'.repeat(30)}`;
    const parts = parseRichText(text);
    expect(write(parts)).toBe(text);
    expect(depth(parts)).toBe(20);
  });

  it('written again are the text, whatever it holds', () => {
    const pieces = fc.constantFrom('$', '<i>', '</i>', '<sub>', '</sub>', '\\', '{', '}', 'a', ' ');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (array) => {
        const text = array.join('');
        expect(write(parseRichText(text))).toBe(text);
      }),
    );
  });
});

describe('plain text', () => {
  it('has no tags and keeps formulas', () => {
    expect(toPlainText('<i>E. <b>coli</b></i> and $x_1$')).toBe('E. coli and $x_1$');
  });

  it('raises and lowers digits, so that a power stays one', () => {
    expect(toPlainText('10<sup>5</sup> H<sub>2</sub>O 4<sup>th</sup>')).toBe('10⁵ H₂O 4th');
  });
});

function write(parts: readonly RichPart[]): string {
  return parts
    .map((part) =>
      part.kind === 'tag' ? `<${part.tag}>${write(part.parts)}</${part.tag}>` : part.text,
    )
    .join('');
}

function depth(parts: readonly RichPart[]): number {
  return Math.max(0, ...parts.map((part) => (part.kind === 'tag' ? 1 + depth(part.parts) : 0)));
}
