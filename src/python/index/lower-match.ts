import { childByField, nodeText } from '../flat-tree.ts';
import { F, K } from '../kinds.ts';
import type { Builder } from './builder.ts';
import { firstNamed, lowerExpression, namedChildren } from './lower-expression.ts';
import { lowerBlock } from './lower-statement.ts';
import { IRREFUTABLE, Op } from './ops.ts';

/** A case binds the names its pattern captures (PEP 634); what they hold is not followed. */
export function lowerCase(b: Builder, at: number): number {
  const { tree } = b;
  const captures: number[] = [];
  for (const child of namedChildren(b, at)) {
    if (tree.kind[child] === K.case_pattern) capture(b, child, captures);
  }
  const guardAt = childByField(tree, at, F.guard);
  const testAt = guardAt < 0 ? -1 : firstNamed(b, guardAt);
  const guard = testAt >= 0 ? lowerExpression(b, testAt) : takesAnything(b, at) ? IRREFUTABLE : -1;
  const consequence = childByField(tree, at, F.consequence);
  const body = consequence < 0 ? -1 : lowerBlock(b, consequence);
  return b.node(Op.Case, at, b.list(captures), guard, body);
}

/** `case _:` and `case other:`. */
function takesAnything(b: Builder, at: number): boolean {
  const patterns = namedChildren(b, at).filter((child) => b.tree.kind[child] === K.case_pattern);
  const [only, ...others] = patterns;
  return only !== undefined && others.length === 0 && /^[A-Za-z_]\w*$/.test(nodeText(b.tree, only).trim());
}

function capture(b: Builder, at: number, out: number[]): void {
  const { tree } = b;
  const kind = tree.kind[at];
  if (kind === K.dotted_name) {
    const parts = namedChildren(b, at);
    // A dotted name is a value to compare with (PEP 634, value patterns); a single one captures, `_` does not.
    if (parts.length === 1) bindCapture(b, parts[0] as number, out);
    return;
  }
  if (kind === K.class_pattern) {
    for (const child of namedChildren(b, at).slice(1)) capture(b, child, out);
    return;
  }
  if (kind === K.splat_pattern || kind === K.as_pattern) {
    for (const child of namedChildren(b, at)) {
      if (tree.kind[child] === K.identifier) bindCapture(b, child, out);
      else capture(b, child, out);
    }
    return;
  }
  if (kind === K.keyword_pattern) {
    for (const child of namedChildren(b, at).slice(1)) capture(b, child, out);
    return;
  }
  for (const child of namedChildren(b, at)) capture(b, child, out);
}

function bindCapture(b: Builder, at: number, out: number[]): void {
  const name = b.textAt(at);
  if (name === '_') return;
  const node = b.node(Op.Name, at, b.stringAt(at), -1, b.scope);
  b.b[node] = b.reaching([b.define('capture', name, node)]);
  out.push(node);
}
