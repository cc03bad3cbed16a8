import { childByField, firstChild } from '../flat-tree.ts';
import { F, K, T } from '../kinds.ts';
import { bindTarget } from './bind.ts';
import type { Builder } from './builder.ts';
import { firstNamed, hasToken, lowerExpression, namedChildren } from './lower-expression.ts';
import { blockAt } from './lower-statement.ts';
import { Op } from './ops.ts';

export function lowerTry(b: Builder, at: number): number {
  const { tree } = b;
  const body = blockAt(b, childByField(tree, at, F.body));
  const handlers: number[] = [];
  let otherwise = -1;
  let finallyBlock = -1;
  for (let child = firstChild(tree, at); child >= 0; child = tree.next[child] as number) {
    if (tree.kind[child] === K.except_clause) handlers.push(lowerHandler(b, child));
    else if (tree.kind[child] === K.else_clause) otherwise = blockAt(b, childByField(tree, child, F.body));
    else if (tree.kind[child] === K.finally_clause) finallyBlock = blockAt(b, firstNamed(b, child));
  }
  return b.node(Op.Try, at, body, b.list(handlers), b.list([otherwise, finallyBlock]));
}

function lowerHandler(b: Builder, at: number): number {
  const { tree } = b;
  let type = -1;
  let name = -1;
  let body = -1;
  for (const child of namedChildren(b, at)) {
    if (tree.kind[child] === K.block) body = child;
    else if (tree.kind[child] === K.as_pattern) {
      type = lowerExpression(b, firstNamed(b, child));
      name = childByField(tree, child, F.alias);
    } else type = lowerExpression(b, child);
  }
  const node = b.node(Op.Handler, at, type, -1, -1);
  if (name >= 0) {
    const text = b.stringAt(name);
    b.b[node] = text;
    b.define('except', b.strings[text] as string, node, { value: type });
  }
  b.c[node] = blockAt(b, body);
  return node;
}

export function lowerWith(b: Builder, at: number): number {
  const { tree } = b;
  const isAsync = hasToken(b, at, T.async);
  const clause = namedChildren(b, at).find((child) => tree.kind[child] === K.with_clause) ?? -1;
  const lowered: number[] = [];
  for (const item of clause < 0 ? [] : namedChildren(b, clause)) {
    const valueAt = childByField(tree, item, F.value);
    if (valueAt < 0) continue;
    const aliased = tree.kind[valueAt] === K.as_pattern;
    const context = lowerExpression(b, aliased ? firstNamed(b, valueAt) : valueAt);
    const alias = aliased ? childByField(tree, valueAt, F.alias) : -1;
    const kind = isAsync ? 'async-with' : 'with';
    const target = alias < 0 ? -1 : bindTarget(b, alias, { kind, value: context });
    const node = b.node(Op.WithItem, item, context, target, isAsync ? 1 : 0);
    b.site(node);
    lowered.push(node);
  }
  const body = blockAt(b, childByField(tree, at, F.body));
  return b.node(Op.With, at, b.list(lowered), body, isAsync ? 1 : 0);
}
