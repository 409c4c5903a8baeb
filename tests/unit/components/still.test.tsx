// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Still, useLatest } from '../../../components/paper-list/still';

function List({ titles, onOpen }: { titles: string[]; onOpen: (title: string) => void }) {
  const latest = useLatest({ onOpen });
  return titles.map((title, index) => (
    <Still
      key={index}
      on={[title]}
      draw={() => <Row title={title} onClick={() => latest.current.onOpen(title)} />}
    />
  ));
}

let drawn: string[] = [];

function Row({ title, onClick }: { title: string; onClick: () => void }) {
  drawn.push(title);
  return (
    <button type="button" onClick={onClick}>
      {title}
    </button>
  );
}

it('draws only the rows anew that have changed, and calls what is meant now', () => {
  const opened: string[] = [];
  drawn = [];
  const { rerender } = render(<List titles={['A', 'B']} onOpen={() => opened.push('before')} />);
  rerender(<List titles={['A', 'C']} onOpen={(title) => opened.push(title)} />);
  expect(drawn).toEqual(['A', 'B', 'C']);
  fireEvent.click(screen.getByText('A'));
  expect(opened).toEqual(['A']);
});
