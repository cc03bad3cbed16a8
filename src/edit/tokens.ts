import { type FlatTree, firstChild } from '../python/flat-tree.ts';
import { K } from '../python/kinds.ts';

/** Whether two texts differ in nothing but comments and blanks between the tokens. */
export function sameTokens(left: FlatTree, right: FlatTree): boolean {
  if (left.errors.length !== right.errors.length) return false;
  let a = nextToken(left, -1);
  let b = nextToken(right, -1);
  while (a >= 0 && b >= 0) {
    if (left.kind[a] !== right.kind[b] || tokenText(left, a) !== tokenText(right, b)) return false;
    a = nextToken(left, a);
    b = nextToken(right, b);
  }
  return a === b;
}

/** The next node without children that is no comment, -1 at the end. */
function nextToken(tree: FlatTree, node: number): number {
  for (let next = node + 1; next < tree.count; next++) {
    if (tree.kind[next] !== K.comment && firstChild(tree, next) < 0) return next;
  }
  return -1;
}

function tokenText(tree: FlatTree, node: number): string {
  return tree.text.slice(tree.start[node], tree.end[node]);
}
