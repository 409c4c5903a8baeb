/** One line of a text, without its line end. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Where it starts in the whole text. */
  readonly start: number;
}

const LINE_END = /\r\n?|\n/g;

/** The lines of a text, whatever ends them: `\n`, `\r\n` or `\r`. */
export function* eachLine(text: string): Generator<TextLine> {
  let start = 0;
  let number = 1;
  LINE_END.lastIndex = 0;
  while (start <= text.length) {
    LINE_END.lastIndex = start;
    const match = LINE_END.exec(text);
    const end = match?.index ?? text.length;
    yield { text: text.slice(start, end), number, start };
    start = match ? end + match[0].length : text.length + 1;
    number += 1;
  }
}
