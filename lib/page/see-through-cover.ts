/** Fainter layers leave what is under them to be seen. */
const MIN_ALPHA = 0.2;
/** What shows a picture of its own, whatever its background. */
const PICTURES = 'img, canvas, video, iframe, object, embed, svg';
const PROPERTY = 'pointer-events';

/**
 * Is a control hidden under something that lets clicks through? Looking for what lies at a point
 * passes over such a layer, so for the length of one look everything catches the pointer. Layers
 * that paint nothing, as other extensions lay over pages, hide nothing. What a page draws in a
 * shadow root of its own, with the property set in there, is not found.
 */
export function hasSeeThroughCover(host: Element, x: number, y: number): boolean {
  const { ownerDocument: document } = host;
  const release = catchEverywhere(document);
  try {
    for (const element of document.elementsFromPoint(x, y)) {
      if (element.contains(host)) return false;
      if (paints(element)) return true;
    }
    return false;
  } finally {
    release();
  }
}

/** Undone before the page gets a turn; its observers see at most a node of ours come and go. */
function catchEverywhere(document: Document): () => void {
  const holder = document.createElement('paperkin-look');
  const style = document.createElement('style');
  style.textContent = `*, *::before, *::after { ${PROPERTY}: auto !important }`;
  holder.append(style);
  document.documentElement.append(holder);
  const restores = [...findForced(document)].map((element) => {
    const before = element.getAttribute('style') ?? '';
    element.style.setProperty(PROPERTY, 'auto', 'important');
    return () => element.setAttribute('style', before);
  });
  return () => {
    for (const restore of restores) restore();
    holder.remove();
  };
}

/** Only an inline style that is important goes before our rule. */
function* findForced(document: Document): Generator<HTMLElement> {
  for (const element of document.querySelectorAll<HTMLElement>(`[style*="${PROPERTY}" i]`)) {
    if (element.style?.getPropertyPriority(PROPERTY) === 'important') yield element;
  }
}

function paints(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
    return false;
  }
  if (element.matches(PICTURES)) return true;
  return [null, '::before', '::after'].some((part) => {
    const { backgroundColor, backgroundImage, content } = view.getComputedStyle(element, part);
    const isThere = part === null || (content !== 'none' && content !== 'normal');
    return isThere && (backgroundImage !== 'none' || alphaOf(backgroundColor) >= MIN_ALPHA);
  });
}

/** Of a computed colour: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.4)`, `color(srgb 1 0 0 / 0.4)`. */
function alphaOf(color: string): number {
  if (color === 'transparent') return 0;
  const alpha = /(?:rgba\((?:[^,]+,){3}|\/)\s*([\d.]+)\)$/.exec(color)?.[1];
  return alpha === undefined ? 1 : Number(alpha);
}
