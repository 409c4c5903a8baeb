/** Where the words and pictures of a page's row stand. Asking lays the page out: never between moves. */

/** More stands behind a control only where the row goes on far below it. */
const MAX_NODES_BEHIND = 40;
/** A row of more than this is no row; only its beginning is looked at. */
const MAX_NODES = 400;
/** Less is text for screen readers alone. */
const MIN_LINE_PX = 6;
/** `NodeFilter`'s own names are not there in every window that we run in. */
const SHOW_ELEMENTS_AND_TEXTS = 0x1 | 0x4;
const SHOW_TEXTS = 0x4;
const PICTURES = 'img, svg, button, input, canvas, video';

/** Boxes of what comes after a control in its row. */
export function boxesBehind(host: Element, root: Element): DOMRect[] {
  return collectBoxes(root, host, SHOW_ELEMENTS_AND_TEXTS, MAX_NODES_BEHIND);
}

export function boxesIn(root: Element): DOMRect[] {
  return collectBoxes(root, root, SHOW_ELEMENTS_AND_TEXTS, MAX_NODES);
}

/** Boxes of the lines of text of an element, and of what comes after it in its row. */
export function linesFrom(element: Element, root: Element): DOMRect[] {
  const lines = collectBoxes(root, element, SHOW_TEXTS, MAX_NODES);
  return lines.filter(({ width, height }) => width > MIN_LINE_PX && height > MIN_LINE_PX);
}

/** The box of the last line of text in an element; null where it shows none. */
export function findLastLine(element: Element): DOMRect | null {
  const texts = element.ownerDocument.createTreeWalker(element, SHOW_TEXTS);
  let last: DOMRect | null = null;
  while (texts.nextNode()) last = boxesOf(texts.currentNode).at(-1) ?? last;
  return last;
}

export function textBox(element: Element): DOMRect {
  const contents = element.ownerDocument.createRange();
  contents.selectNodeContents(element);
  return contents.getBoundingClientRect();
}

/** Boxes of the nodes of `root` that come after the start of `from`. */
function collectBoxes(root: Element, from: Element, shown: number, maxNodes: number): DOMRect[] {
  const nodes = root.ownerDocument.createTreeWalker(root, shown);
  nodes.currentNode = from;
  const boxes: DOMRect[] = [];
  for (let seen = 0; seen < maxNodes && nodes.nextNode(); seen += 1) {
    boxes.push(...boxesOf(nodes.currentNode));
  }
  return boxes;
}

/** Words and pictures; what only holds them is blank. */
function boxesOf(node: Node): DOMRect[] {
  if (node.nodeType === 1) {
    const element = node as Element;
    return element.matches(PICTURES) ? [element.getBoundingClientRect()] : [];
  }
  if ((node.nodeValue ?? '').trim() === '') return [];
  const text = (node.ownerDocument as Document).createRange();
  text.selectNodeContents(node);
  return [...text.getClientRects()];
}
