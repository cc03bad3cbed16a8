/**
 * A syntax tree as typed arrays, nodes in pre-order: the root is 0, the first child of `i` is `i + 1` if
 * `parent[i + 1] === i`. Every parser back end makes one of these and frees its own tree.
 */
export interface FlatTree {
  readonly text: string;
  /** Number of nodes; the arrays may be longer. */
  readonly count: number;
  /** A value of `K` (named) or `T` (anonymous) from kinds.ts. */
  readonly kind: Uint16Array;
  /** UTF-16 offsets into `text`; `end` is exclusive. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** A value of `F`, or 0: the field under which the parent holds the node. */
  readonly field: Uint8Array;
  /** Index of the parent, -1 for the root. */
  readonly parent: Int32Array;
  /** Index of the next sibling, -1 for the last child. */
  readonly next: Int32Array;
  /** Indices of ERROR nodes and of nodes that the parser inserted because the text lacks them, ascending. */
  readonly errors: readonly SyntaxFault[];
}

export interface SyntaxFault {
  readonly node: number;
  /** What is missing (`)`), or null for text that fits nowhere. */
  readonly missing: string | null;
}

/** Index of the first child, -1 when there is none. */
export function firstChild(tree: FlatTree, node: number): number {
  const child = node + 1;
  return child < tree.count && tree.parent[child] === node ? child : -1;
}

/** Index of the first child held under `field`, -1 when there is none. */
export function childByField(tree: FlatTree, node: number, field: number): number {
  for (let child = firstChild(tree, node); child >= 0; child = tree.next[child] as number) {
    if (tree.field[child] === field) return child;
  }
  return -1;
}

export function nodeText(tree: FlatTree, node: number): string {
  return tree.text.slice(tree.start[node], tree.end[node]);
}
