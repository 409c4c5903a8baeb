// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { FormulaText } from '../../../components/library/formula-text';

// What every browser says of a page with a doctype, and this one's model of it does not.
Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' });

afterEach(cleanup);

it('sets the formulas of a title, and leaves the rest as it is', async () => {
  const { container } = render(<FormulaText text="A $\beta$-VAE of <i>E. coli</i>" />);
  expect(container.textContent).toBe('A β-VAE of E. coli');
  expect(container.querySelector('i')?.textContent).toBe('E. coli');
  await waitFor(() => expect(container.querySelector('math mi')?.textContent).toBe('β'));
});

it('leaves a formula that cannot be set in plain characters', async () => {
  const { container } = render(<FormulaText text="$\unheardof{x}$ beside $y$" />);
  await waitFor(() => expect(container.querySelectorAll('math')).toHaveLength(1));
  expect(container.textContent).toMatch(/^unheardof x beside/);
});

it('makes no link and runs nothing, whatever a formula asks for', async () => {
  const evil = String.raw`$\href{javascript:alert(1)}{x}$ and $\includegraphics{https://a.example/b.png}$`;
  const { container } = render(<FormulaText text={`$y$ ${evil}`} />);
  await waitFor(() => expect(container.querySelector('math')).not.toBeNull());
  expect(container.querySelector('a, img, [href], [src]')).toBeNull();
});
