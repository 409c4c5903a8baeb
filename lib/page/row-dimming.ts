import { type InlineStyle, restoreStyle, setStyle } from './inline-style';

const DIMMED = '0.4';

interface Dimmed {
  /** All elements of the row, which light up together. */
  readonly row: readonly HTMLElement[];
  /** null while the row is lit. */
  before: InlineStyle | null;
}

/**
 * Dims rows of a page by their opacity and nothing else, and gives each back as it was. A dimmed
 * row is lit while the pointer or the focus is in it: a control must be seen to be clicked.
 */
export class RowDimming {
  readonly #dimmed = new Map<HTMLElement, Dimmed>();
  #lit: readonly HTMLElement[] = [];

  constructor(document: Document, signal: AbortSignal) {
    const light = ({ target }: Event) => this.#light(target);
    document.addEventListener('pointerover', light, { signal, capture: true });
    document.addEventListener('focusin', light, { signal, capture: true });
    signal.addEventListener('abort', () => this.set([]));
  }

  /** Dims these rows and no others. */
  set(rows: Iterable<readonly Element[]>): void {
    const wanted = new Map<HTMLElement, readonly HTMLElement[]>();
    for (const row of rows) {
      const elements = row.filter((element) => element instanceof HTMLElement);
      for (const element of elements) wanted.set(element, elements);
    }
    for (const element of this.#dimmed.keys()) {
      if (wanted.has(element)) continue;
      this.#undim(element);
      this.#dimmed.delete(element);
    }
    for (const [element, row] of wanted) {
      if (this.#dimmed.has(element)) continue;
      this.#dimmed.set(element, { row, before: null });
      if (!this.#lit.includes(element)) this.#dim(element);
    }
  }

  #dim(element: HTMLElement): void {
    const dimmed = this.#dimmed.get(element);
    if (dimmed && !dimmed.before) dimmed.before = setStyle(element, 'opacity', DIMMED);
  }

  #undim(element: HTMLElement): void {
    const dimmed = this.#dimmed.get(element);
    if (!dimmed?.before) return;
    restoreStyle(element, 'opacity', DIMMED, dimmed.before);
    dimmed.before = null;
  }

  #light(target: EventTarget | null): void {
    let element = target instanceof HTMLElement ? target : null;
    while (element && !this.#dimmed.has(element)) element = element.parentElement;
    const lit = (element && this.#dimmed.get(element)?.row) || [];
    if (lit === this.#lit) return;
    const left = this.#lit;
    this.#lit = lit;
    for (const one of left) this.#dim(one);
    for (const one of lit) this.#undim(one);
  }
}
