import type { TextRange } from '../paper-view';

/** A text with its matches marked. Ranges out of order or beyond the text are left out. */
export function Highlighted({
  text,
  matches = [],
}: {
  text: string;
  matches?: readonly TextRange[];
}) {
  const parts = [];
  let at = 0;
  for (const [start, end] of matches) {
    if (start < at || end > text.length || end <= start) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
