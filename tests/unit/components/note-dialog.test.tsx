// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { NoteDialog } from '../../../components/controls/note-dialog';
import { english as t } from '../../support/translator';

afterEach(cleanup);

function openDialog(note: string | null) {
  const props = { t, title: 'Folded attention', onKeep: vi.fn(), onOpenLibrary: vi.fn() };
  const { rerender } = render(<NoteDialog {...props} note={note} />);
  const field = screen.getByRole('textbox', { name: 'Note', hidden: true }) as HTMLTextAreaElement;
  const arrive = (stored: string) => rerender(<NoteDialog {...props} note={stored} />);
  return { ...props, field, arrive };
}

it('keeps what is typed before the note is there, behind it', () => {
  const { field, arrive, onKeep } = openDialog(null);
  expect(document.activeElement).toBe(field);
  fireEvent.input(field, { target: { value: 'table 3' } });
  arrive('Compare:');
  expect(field.value).toBe('Compare:\ntable 3');
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  expect(onKeep).toHaveBeenCalledExactlyOnceWith('Compare:\ntable 3');
});

it('keeps what was written however it is closed', () => {
  const { field, onKeep } = openDialog('Read on');
  expect(field.value).toBe('Read on');
  fireEvent.input(field, { target: { value: 'Read on Monday' } });
  fireEvent.click(screen.getByRole('button', { name: 'Close', hidden: true }));
  expect(onKeep).toHaveBeenCalledExactlyOnceWith('Read on Monday');
});
