import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { readFormula, toReadableText } from '../../../lib/core/readable-text';

const read: [text: string, readable: string][] = [
  ['$\\beta$-VAE', 'β-VAE'],
  ['$B^0_s\\toμ^+μ^-$', 'B⁰ₛ→μ⁺μ⁻'],
  ['Sorting in $\\mathcal{O}(n \\log n)$', 'Sorting in 𝒪(n log n)'],
  ['$\\mathbb{R}^{d}$ and $\\ell_1$', 'ℝᵈ and ℓ₁'],
  ['$\\|x\\|_1 \\leq \\varepsilon$', '‖x‖₁ ≤ ε'],
  ['$\\frac{1}{2}$, $\\frac{a+b}{c}$', '1/2, (a+b)/c'],
  ['$\\sqrt{2}$ and $\\sqrt{x+1}$', '√2 and √(x+1)'],
  ['$\\hat{x}$, $\\bar \\nu$', 'x̂, ν̄'],
  ['$10^{-3}$ of $x^{n}$', '10⁻³ of xⁿ'],
  ['$e^{\\text{KL}}$', 'e^(KL)'],
  ['$SU(2)_L\\times U(1)$', 'SU(2)_L× U(1)'],
  ['$\\text{GPT-}4$', 'GPT-4'],
  ['$100\\%$', '100%'],
  ['$\\{a\\}$', '{a}'],
  ['H<sub>2</sub>O and <i>E. coli</i>', 'H₂O and E. coli'],
  ['from $5 to $10', 'from $5 to $10'],
  ['$O(n\\log n)$', 'O(n log n)'],
  ['$\\arg\\max_x f$', 'arg maxₓ f'],
  ['$\\unheardof{x}$', 'unheardof x'],
];

test.each(read)('reads %s as %s', (text, readable) => {
  expect(toReadableText(text)).toBe(readable);
});

it('leaves a text without formulas and tags as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replace(/[$<]/g, '');
      expect(toReadableText(plain)).toBe(plain);
    }),
  );
});

it('ends on any formula, however it is broken or nested', () => {
  const tex = fc.array(
    fc.constantFrom('{', '}', '\\', '\\frac', '\\sqrt', '^', '_', 'x', ' ', '\\mathbb', '\\hat'),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(tex, (parts) => {
      expect(readFormula(parts.join(''))).toBeTypeOf('string');
    }),
  );
  expect(readFormula(`${'{'.repeat(5000)}x${'}'.repeat(5000)}`)).toContain('x');
});
