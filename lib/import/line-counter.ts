/**
 * Tells the line of a position, from 1. Positions must not go back, so that a whole file costs one
 * pass. Lines end with `\n`, `\r\n` or `\r`.
 */
export class LineCounter {
  #position = 0;
  #line = 1;

  constructor(readonly text: string) {}

  lineAt(position: number): number {
    for (let at = this.#position; at < position; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === 10 || (code === 13 && this.text.charCodeAt(at + 1) !== 10)) this.#line += 1;
    }
    this.#position = Math.max(position, this.#position);
    return this.#line;
  }
}
