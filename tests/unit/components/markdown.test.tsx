// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Markdown } from '../../../components/library/markdown';

afterEach(cleanup);

const show = (text: string) => render(<Markdown text={text} />).container;

describe('a note', () => {
  it('reads as Markdown', () => {
    show('# Why\n\nCompare **table 3**:\n\n- one\n- two\n\n1. first\n\n`code` and ~~gone~~');
    expect(screen.getByRole('heading', { name: 'Why' })).toBeTruthy();
    expect(screen.getByText('table 3').tagName).toBe('STRONG');
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'one',
      'two',
      'first',
    ]);
    expect(screen.getByText('code').tagName).toBe('CODE');
  });

  it('shows HTML as the text it is', () => {
    const box = show('<img src=x onerror=alert(1)>\n\nand <b onclick=alert(1)>bold</b>');
    expect(box.querySelector('img, b, script')).toBeNull();
    expect(box.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(box.textContent).toContain('<b onclick=alert(1)>bold</b>');
  });

  it('links to the web and to nothing else', () => {
    const box = show('[a](https://example.org) [b](javascript:alert(1)) [c](data:text/html,x)');
    expect([...box.querySelectorAll('a')].map((a) => a.href)).toEqual(['https://example.org/']);
    expect(box.textContent).toBe('a b c');
  });

  it('loads no image: it becomes a link', () => {
    const box = show('![plot](https://example.org/p.png)');
    expect(box.querySelector('img')).toBeNull();
    expect(screen.getByRole('link', { name: 'plot' })).toBeTruthy();
  });

  it('shows what has to be done and what is', () => {
    expect(show('- [x] read\n- [ ] ask').textContent).toBe('☑ read☐ ask');
  });

  it('keeps the cells of a table', () => {
    show('| a | b |\n|---|---|\n| 1 | 2 |');
    expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['1', '2']);
  });
});
