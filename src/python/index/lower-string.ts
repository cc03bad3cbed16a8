import { type FlatTree, firstChild, nodeText } from '../flat-tree.ts';
import { K } from '../kinds.ts';
import type { Builder } from './builder.ts';
import { isNamed, lowerExpression, namedChildren } from './lower-expression.ts';
import { Op } from './ops.ts';
import { copied } from './words.ts';

/** One string, or several that stand side by side. */
export function lowerString(b: Builder, at: number, parts: readonly number[]): number {
  const { tree } = b;
  const inside: number[] = [];
  let content = '';
  let bytes = false;
  let format = false;
  for (const part of parts) {
    if (tree.kind[part] !== K.string) continue;
    for (let child = firstChild(tree, part); child >= 0; child = tree.next[child] as number) {
      const kind = tree.kind[child];
      if (kind === K.string_start) {
        const prefix = nodeText(tree, child).toLowerCase();
        if (prefix.includes('b')) bytes = true;
        if (prefix.includes('f') || prefix.includes('t')) format = true;
      } else if (kind === K.string_content) content += nodeText(tree, child);
      else if (kind === K.interpolation) lowerInterpolation(b, child, inside);
    }
  }
  if (inside.length > 0 || format) return b.node(Op.FString, at, b.list(inside));
  return bytes ? b.node(Op.Bytes, at) : b.node(Op.String, at, b.string(content));
}

/** A quoted annotation means the expression between the quotes; text that is no expression stays a string. */
export function lowerQuoted(b: Builder, at: number): number {
  const node = lowerString(b, at, [at]);
  if (b.op[node] !== Op.String) return node;
  const text = (b.strings[b.a[node] as number] as string).trim();
  if (text === '' || text.length > 1000) return node;
  const outer = b.tree;
  const inner = quoted(b, text);
  const statement = inner.errors.length > 0 ? -1 : firstChild(inner, 0);
  if (statement < 0 || inner.kind[statement] !== K.expression_statement || inner.next[statement] !== -1) return node;
  b.tree = inner;
  const first = b.count;
  const lowered = lowerExpression(b, firstChild(inner, statement));
  b.tree = outer;
  // Positions inside the quotes would point elsewhere in the file: all of them are the string's own.
  for (let i = first; i < b.count; i++) {
    b.start[i] = b.start[node] as number;
    b.end[i] = b.end[node] as number;
  }
  return lowered;
}

/** The trees of annotations seen lately, of this file and others: few of them are written once. */
const quotes = new Map<string, FlatTree>();
const MOST_QUOTES = 500;

function quoted(b: Builder, text: string): FlatTree {
  let tree = quotes.get(text);
  if (tree === undefined) {
    if (quotes.size === MOST_QUOTES) quotes.clear();
    tree = b.parse(text);
    quotes.set(copied(text), tree);
  }
  return tree;
}

function lowerInterpolation(b: Builder, at: number, inside: number[]): void {
  const { tree } = b;
  for (let child = firstChild(tree, at); child >= 0; child = tree.next[child] as number) {
    const kind = tree.kind[child] as number;
    if (kind === K.format_specifier) {
      for (const nested of namedChildren(b, child)) lowerInterpolation(b, nested, inside);
    } else if (isNamed(kind) && kind !== K.type_conversion && kind !== K.comment) {
      inside.push(lowerExpression(b, child));
    }
  }
}
