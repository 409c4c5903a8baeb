import { DRAWING_ATTRIBUTES, type Drawing } from './mark-shapes';

/** Attributes as text; `null` and `false` leave one out, `true` sets it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Builders of plain elements for what stands in other sites' pages, where a view library would cost
 * more than the views. Text is set as text, never as markup.
 */
export interface Builder {
  <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes?: Attributes,
    ...children: readonly (Node | string | null)[]
  ): HTMLElementTagNameMap[Tag];
  drawing(of: Drawing, sizePx: number): SVGSVGElement;
}

const SVG = 'http://www.w3.org/2000/svg';

export function createBuilder(document: Document): Builder {
  const build = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Attributes = {},
    ...children: readonly (Node | string | null)[]
  ) => {
    const element = document.createElement(tag);
    setAttributes(element, attributes);
    element.append(...children.filter((child) => child !== null));
    return element;
  };
  const drawing = (of: Drawing, sizePx: number) => {
    const svg = document.createElementNS(SVG, 'svg');
    setAttributes(svg, { ...DRAWING_ATTRIBUTES, width: sizePx, height: sizePx });
    for (const [tag, attributes] of of) {
      const shape = document.createElementNS(SVG, tag);
      setAttributes(shape, attributes);
      svg.append(shape);
    }
    return svg;
  };
  return Object.assign(build, { drawing });
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}
