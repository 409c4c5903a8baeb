import { restoreStyle, setStyle } from './inline-style';
import { findRowGroups, type OrderedRow, type RowGroup } from './row-groups';

interface Sorted {
  readonly group: RowGroup;
  readonly restore: () => void;
  /** The papers and the page's own nodes as they stood once sorted. */
  readonly keys: string;
  readonly shown: readonly Node[];
}

/**
 * Shows the rows of a listing in another order, and in the page's own again. Where the page lays
 * its rows out as a grid or flexible box, they only get a CSS `order`; elsewhere they change places
 * among themselves, within their parent and between their headings. Either way a framework finds
 * every node where it looks for it: under the same parent.
 */
export class RowOrder {
  #sorted: Sorted[] = [];

  get isSorted(): boolean {
    return this.#sorted.length > 0;
  }

  /** Can any of the rows be put in order without harm to the page? */
  canSort(rows: readonly OrderedRow[], isOwnNode: (node: Node) => boolean): boolean {
    return !findRowGroups(rows, isOwnNode).next().done;
  }

  sort(rows: readonly OrderedRow[], isOwnNode: (node: Node) => boolean): void {
    this.restore();
    this.#sorted = [...findRowGroups(rows, isOwnNode)].map((group) => {
      const order = group.rows.map((row, place) => ({ row, place }));
      order.sort((a, b) => b.row.score - a.row.score || a.place - b.place);
      const places = order.map(({ place }) => place);
      const restore = group.byStyle ? setOrder(group, places) : moveRows(group, places);
      return { group, restore, keys: keysOf(group, rows), shown: nodesOf(group, isOwnNode) };
    });
  }

  /** Did the page change the list since it was sorted? Then the order is no longer ours to keep. */
  isOutdated(rows: readonly OrderedRow[], isOwnNode: (node: Node) => boolean): boolean {
    return this.#sorted.some(({ group, keys, shown }) => {
      if (keys !== keysOf(group, rows)) return true;
      const now = nodesOf(group, isOwnNode);
      return now.length !== shown.length || now.some((node, i) => node !== shown[i]);
    });
  }

  /** Back to the page's own order, without a trace. */
  restore(): void {
    for (const { restore } of this.#sorted.splice(0)) restore();
  }
}

/** Which paper each element of a group names: a framework may fill a row with another. */
function keysOf({ rows }: RowGroup, all: readonly OrderedRow[]): string {
  const keyOf = new Map(all.map(({ key, elements }) => [elements[0], key]));
  return rows.map(({ elements }) => keyOf.get(elements[0])).join(' ');
}

function nodesOf({ parent }: RowGroup, isOwnNode: (node: Node) => boolean): Node[] {
  return [...parent.childNodes].filter((node) => !isOwnNode(node));
}

/** Negative, so that what the page puts behind its rows stays behind them. */
function setOrder({ items }: RowGroup, places: readonly number[]): () => void {
  const restores = places.map((place, i) => {
    const item = items[place];
    const order = String(i - places.length);
    const before = item && setStyle(item, 'order', order);
    return () => before && restoreStyle(item, 'order', order, before);
  });
  return () => {
    for (const restore of restores) restore();
  };
}

function moveRows({ parent, blocks }: RowGroup, places: readonly number[]): () => void {
  reorder(
    parent,
    places.flatMap((place) => blocks[place] ?? []),
  );
  return () => reorder(parent, blocks.flat());
}

/** Puts nodes into this order, in the places that they hold together; others stay where they are. */
function reorder(parent: Element, nodes: readonly Node[]): void {
  const held = nodes.filter((node) => node.parentNode === parent);
  const isHeld = new Set(held);
  const next = held.values();
  const wanted = [...parent.childNodes].map((node) =>
    isHeld.has(node) ? (next.next().value ?? node) : node,
  );
  let cursor: ChildNode | null = parent.firstChild;
  for (const node of wanted) {
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  }
}
