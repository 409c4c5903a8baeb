import type { PaperKey } from '../core/paper';

/** One row of a listing, for putting in order. */
export interface OrderedRow {
  readonly key: PaperKey;
  readonly elements: readonly Element[];
  /** Higher comes first; rows of one score keep the page's own order. */
  readonly score: number;
}

/** Rows that stand together under one parent, with nothing of the page's between them. */
export interface RowGroup {
  readonly parent: HTMLElement;
  readonly rows: readonly OrderedRow[];
  /** The parent lays its children out by their `order`. */
  readonly byStyle: boolean;
  /** The one element of each row that takes an `order`; [] when not by style. */
  readonly items: readonly HTMLElement[];
  /** All nodes of each row, with the white space behind it; [] when by style. */
  readonly blocks: readonly (readonly ChildNode[])[];
}

type IsOwnNode = (node: Node) => boolean;

/** A row as its parent holds it: the outermost elements that hold nothing but the row. */
interface Item {
  readonly row: OrderedRow;
  readonly elements: readonly Element[];
}

/** The groups of two rows and more that can be put in order. Reads, changes nothing. */
export function* findRowGroups(
  rows: readonly OrderedRow[],
  isOwnNode: IsOwnNode,
): Generator<RowGroup> {
  const byParent = new Map<HTMLElement, Item[]>();
  for (const row of rows) {
    const elements = outermost(row.elements, isOwnNode);
    const parent = elements[0]?.parentElement;
    if (!parent || elements.some((element) => element.parentElement !== parent)) continue;
    const items = byParent.get(parent);
    if (items) items.push({ row, elements });
    else byParent.set(parent, [{ row, elements }]);
  }
  for (const [parent, items] of byParent) {
    for (const group of groupsOf(parent, items, isOwnNode)) {
      if (group.rows.length > 1) yield group;
    }
  }
}

/** Feeds wrap each card: the wrapper is what has neighbours. */
function outermost(elements: readonly Element[], isOwnNode: IsOwnNode): readonly Element[] {
  let [element] = elements;
  if (elements.length !== 1 || !element) return elements;
  for (let parent = element.parentElement; parent; parent = element.parentElement) {
    if (parent.localName === 'body' || !isAlone(element, isOwnNode)) break;
    element = parent;
  }
  return [element];
}

function isAlone(element: Element, isOwnNode: IsOwnNode): boolean {
  for (const sibling of element.parentElement?.children ?? []) {
    if (sibling !== element && !isOwnNode(sibling)) return false;
  }
  return true;
}

function groupsOf(
  parent: HTMLElement,
  items: readonly Item[],
  isOwnNode: IsOwnNode,
): Iterable<RowGroup> {
  const view = parent.ownerDocument.defaultView;
  const display = view?.getComputedStyle(parent).display ?? '';
  return /flex|grid/.test(display)
    ? styledGroup(parent, items, isOwnNode)
    : movedGroups(parent, items, isOwnNode);
}

/** Negative orders bring rows before everything else, so nothing else may stand before them. */
function styledGroup(
  parent: HTMLElement,
  items: readonly Item[],
  isOwnNode: IsOwnNode,
): RowGroup[] {
  const elements = items.flatMap((item) => item.elements);
  const first = [...parent.children].filter((child) => !isOwnNode(child)).slice(0, items.length);
  const view = parent.ownerDocument.defaultView;
  const isWhole = first.length === elements.length && first.every((one, i) => one === elements[i]);
  const isPlain = elements.every(
    (one) => one instanceof HTMLElement && (view?.getComputedStyle(one).order || '0') === '0',
  );
  if (!isWhole || !isPlain) return [];
  const rows = items.map(({ row }) => row);
  return [{ parent, rows, byStyle: true, items: elements as HTMLElement[], blocks: [] }];
}

/** Runs of rows: a heading between two rows parts them. */
function* movedGroups(
  parent: HTMLElement,
  items: readonly Item[],
  isOwnNode: IsOwnNode,
): Generator<RowGroup> {
  const itemOf = new Map<Node, Item>();
  for (const item of items) for (const element of item.elements) itemOf.set(element, item);
  let rows: OrderedRow[] = [];
  let blocks: ChildNode[][] = [];
  const finish = () => {
    // Behind the last row stand the marks by which frameworks find its end.
    const last = blocks.at(-1);
    while (last?.at(-1) && isBlank(last.at(-1) as Node)) last.pop();
    const group: RowGroup = { parent, rows, byStyle: false, items: [], blocks };
    rows = [];
    blocks = [];
    return group;
  };
  for (const node of parent.childNodes) {
    const item = itemOf.get(node);
    if (item && item.elements[0] === node) {
      rows.push(item.row);
      blocks.push([node]);
    } else if (item || isOwnNode(node) || isBlank(node)) blocks.at(-1)?.push(node);
    else if (rows.length > 0) yield finish();
  }
  if (rows.length > 0) yield finish();
}

function isBlank(node: Node): boolean {
  return (
    node.nodeType === node.COMMENT_NODE ||
    (node.nodeType === node.TEXT_NODE && !node.textContent?.trim())
  );
}
