// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Menu } from '../../../components/controls/menu';

afterEach(cleanup);

it('hangs the list of a menu where there is room for it', () => {
  render(<Menu label="Mark" items={[{ label: 'Read', onChoose: () => undefined }]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Mark' }));
  const { left, top, maxHeight } = screen.getByRole('menu').style;
  for (const length of [left, top, maxHeight]) expect(length).toMatch(/^-?\d+px$/);
});
