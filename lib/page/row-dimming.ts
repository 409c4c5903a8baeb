const DIMMED = '0.4';

interface Dimmed {
  /** All elements of the row, which light up together. */
  readonly row: readonly HTMLElement[];
  readonly opacity: string;
  readonly priority: string;
  readonly hadStyle: boolean;
}

/**
 * Dims rows of a page by their opacity and nothing else, and gives each back as it was. A dimmed
 * row is lit while the pointer or the focus is in it: what is worth a click is worth reading.
 */
export class RowDimming {
  readonly #dimmed = new Map<Element, Dimmed>();
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
      if (!wanted.has(element as HTMLElement)) this.#restore(element as HTMLElement);
    }
    for (const [element, row] of wanted) if (!this.#dimmed.has(element)) this.#dim(element, row);
  }

  #dim(element: HTMLElement, row: readonly HTMLElement[]): void {
    this.#dimmed.set(element, {
      row,
      opacity: element.style.opacity,
      priority: element.style.getPropertyPriority('opacity'),
      hadStyle: element.hasAttribute('style'),
    });
    if (!this.#lit.includes(element)) element.style.setProperty('opacity', DIMMED, 'important');
  }

  #restore(element: HTMLElement): void {
    const before = this.#dimmed.get(element);
    this.#dimmed.delete(element);
    if (before) undim(element, before);
  }

  #light(target: EventTarget | null): void {
    let element = target instanceof Element ? target : null;
    while (element && !this.#dimmed.has(element)) element = element.parentElement;
    const lit = (element && this.#dimmed.get(element)?.row) || [];
    if (lit === this.#lit) return;
    const left = this.#lit;
    this.#lit = lit;
    for (const one of left) {
      if (this.#dimmed.has(one)) one.style.setProperty('opacity', DIMMED, 'important');
    }
    for (const one of lit) {
      const before = this.#dimmed.get(one);
      if (before) undim(one, before);
    }
  }
}

/** Only what is still ours is taken back: the page may have set its own meanwhile. */
function undim(element: HTMLElement, { opacity, priority, hadStyle }: Dimmed): void {
  if (element.style.opacity !== DIMMED) return;
  element.style.setProperty('opacity', opacity, priority);
  if (!hadStyle && element.style.length === 0) element.removeAttribute('style');
}
