/**
 * Tells the line of a position, from 1. Positions must not go back, so that a whole file costs one
 * pass. Lines end with `\n`, `\r\n` or `\r`.
 */
export class LineCounter {
  #newlines = 0;
  #returns = 0;
  #nextNewline: number;
  #nextReturn: number;

  constructor(readonly text: string) {
    this.#nextNewline = find(text, '\n', 0);
    this.#nextReturn = find(text, '\r', 0);
  }

  lineAt(position: number): number {
    for (; this.#nextNewline < position; this.#newlines += 1) {
      this.#nextNewline = find(this.text, '\n', this.#nextNewline + 1);
    }
    while (this.#nextReturn < position) {
      // The one before a newline ends no line of its own.
      if (this.text[this.#nextReturn + 1] !== '\n') this.#returns += 1;
      this.#nextReturn = find(this.text, '\r', this.#nextReturn + 1);
    }
    return 1 + this.#newlines + this.#returns;
  }
}

function find(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
