import { childByField, firstChild } from '../flat-tree.ts';
import { F, K, T } from '../kinds.ts';
import { bindTarget } from './bind.ts';
import type { Builder } from './builder.ts';
import { lowerComprehension, lowerLambda } from './lower-function.ts';
import { lowerQuoted, lowerString } from './lower-string.ts';
import { Op } from './ops.ts';

export const isNamed = (kind: number): boolean => kind < T['!='];

/** Named children that are not comments, in order. */
export function namedChildren(b: Builder, at: number): number[] {
  const out: number[] = [];
  const { kind, next } = b.tree;
  for (let child = firstChild(b.tree, at); child >= 0; child = next[child] as number) {
    const k = kind[child] as number;
    if (isNamed(k) && k !== K.comment && k !== K.line_continuation) out.push(child);
  }
  return out;
}

export function firstNamed(b: Builder, at: number): number {
  const { kind, next } = b.tree;
  for (let child = firstChild(b.tree, at); child >= 0; child = next[child] as number) {
    const k = kind[child] as number;
    if (isNamed(k) && k !== K.comment && k !== K.line_continuation) return child;
  }
  return -1;
}

export function hasToken(b: Builder, at: number, token: number): boolean {
  const { kind, next } = b.tree;
  for (let child = firstChild(b.tree, at); child >= 0; child = next[child] as number) {
    if (kind[child] === token) return true;
  }
  return false;
}

/** The node for the expression held under `field`, or for `None` when the text is broken and there is none. */
export function lowerField(b: Builder, at: number, field: number): number {
  const child = childByField(b.tree, at, field);
  return child < 0 ? b.node(Op.Unparsed, at, b.list([])) : lowerExpression(b, child);
}

export function lowerAll(b: Builder, nodes: readonly number[]): number {
  return b.list(nodes.map((node) => lowerExpression(b, node)));
}

/** Deeper nesting than anyone writes is left out, so that no text can exhaust the stack. */
export const DEEPEST = 700;

/** Lowers the expression at syntax node `at` and returns its node. */
export function lowerExpression(b: Builder, at: number): number {
  if (b.depth >= DEEPEST) return b.node(Op.Unparsed, at, b.list([]));
  b.depth++;
  const node = lowerKind(b, at);
  b.depth--;
  return node;
}

function lowerKind(b: Builder, at: number): number {
  const { tree } = b;
  switch (tree.kind[at]) {
    case K.identifier:
      return b.node(Op.Name, at, b.stringAt(at), -1, b.scope);
    case K.attribute: {
      const object = lowerField(b, at, F.object);
      const name = childByField(tree, at, F.attribute);
      const node = b.node(Op.Attr, at, object, b.stringAt(name));
      b.site(node);
      return node;
    }
    case K.call:
      return lowerCall(b, at);
    case K.await: {
      const operand = firstNamed(b, at);
      if (operand < 0) return unparsed(b, at);
      const value = lowerExpression(b, operand);
      const node = b.node(Op.Await, at, value);
      b.site(node);
      return node;
    }
    case K.subscript:
      return lowerSubscript(b, at);
    case K.binary_operator: {
      const left = lowerField(b, at, F.left);
      const right = lowerField(b, at, F.right);
      const node = b.node(Op.Binary, at, left, right, operatorOf(b, at));
      b.site(node);
      return node;
    }
    case K.boolean_operator: {
      const left = lowerField(b, at, F.left);
      const right = lowerField(b, at, F.right);
      return b.node(hasToken(b, at, T.and) ? Op.And : Op.Or, at, b.list([left, right]));
    }
    case K.not_operator:
      return b.node(Op.Not, at, lowerField(b, at, F.argument));
    case K.unary_operator:
      return b.node(Op.Unary, at, lowerField(b, at, F.argument), -1, operatorOf(b, at));
    case K.comparison_operator:
      return lowerComparison(b, at);
    case K.conditional_expression: {
      const [then, test, otherwise] = namedChildren(b, at);
      if (then === undefined || test === undefined || otherwise === undefined) return unparsed(b, at);
      const lowered = [lowerExpression(b, test), lowerExpression(b, then), lowerExpression(b, otherwise)] as const;
      return b.node(Op.IfElse, at, ...lowered);
    }
    case K.named_expression: {
      const value = lowerField(b, at, F.value);
      const name = childByField(tree, at, F.name);
      if (name < 0) return value;
      b.hasWalrus = true;
      const target = bindTarget(b, name, { kind: 'assign', value }, [], walrusScope(b));
      return b.node(Op.Walrus, at, target, value);
    }
    case K.lambda:
      return lowerLambda(b, at);
    case K.parenthesized_expression: {
      const inner = firstNamed(b, at);
      return inner < 0 ? unparsed(b, at) : lowerExpression(b, inner);
    }
    case K.tuple:
    case K.expression_list:
    case K.pattern_list:
    case K.tuple_pattern:
      return b.node(Op.Tuple, at, lowerAll(b, namedChildren(b, at)));
    case K.list:
    case K.list_pattern:
      return b.node(Op.List, at, lowerAll(b, namedChildren(b, at)));
    case K.set:
      return b.node(Op.Set, at, lowerAll(b, namedChildren(b, at)));
    case K.dictionary:
      return b.node(Op.Dict, at, lowerAll(b, namedChildren(b, at)));
    case K.pair:
      return b.node(Op.Pair, at, lowerField(b, at, F.key), lowerField(b, at, F.value));
    case K.list_comprehension:
      return lowerComprehension(b, at, Op.ListComp);
    case K.set_comprehension:
      return lowerComprehension(b, at, Op.SetComp);
    case K.dictionary_comprehension:
      return lowerComprehension(b, at, Op.DictComp);
    case K.generator_expression:
      return lowerComprehension(b, at, Op.Generator);
    case K.string:
      return b.inAnnotation ? lowerQuoted(b, at) : lowerString(b, at, [at]);
    case K.concatenated_string:
      return lowerString(b, at, namedChildren(b, at));
    case K.integer:
      return b.node(Op.Integer, at, b.stringAt(at));
    case K.float:
      return b.node(Op.Float, at, b.stringAt(at));
    case K.true:
      return b.node(Op.True, at);
    case K.false:
      return b.node(Op.False, at);
    case K.none:
      return b.node(Op.None, at);
    case K.ellipsis:
      return b.node(Op.Ellipsis, at);
    case K.yield:
      return lowerYield(b, at);
    case K.list_splat:
    case K.list_splat_pattern:
    case K.splat_type:
    case K.parenthesized_list_splat: {
      const inner = lowerOnly(b, at);
      // tree-sitter binds the star of `[*a.b()]` to `a`: what stands around it says whether it is one.
      const around = tree.kind[tree.parent[at] as number];
      if (around === K.attribute || around === K.call || around === K.subscript) return inner;
      const node = b.node(Op.Star, at, inner);
      b.site(node);
      return node;
    }
    case K.dictionary_splat:
    case K.dictionary_splat_pattern:
      return b.node(Op.DoubleStar, at, lowerOnly(b, at));
    case K.slice:
      return b.node(Op.Slice, at, lowerAll(b, namedChildren(b, at)));
    case K.as_pattern:
    case K.format_expression:
    case K.interpolation:
      return lowerOnly(b, at);
    case K.type:
      return lowerOnly(b, at);
    case K.generic_type:
      return lowerGenericType(b, at);
    case K.union_type: {
      const [left, right] = namedChildren(b, at);
      if (left === undefined || right === undefined) return unparsed(b, at);
      return b.node(Op.Binary, at, lowerExpression(b, left), lowerExpression(b, right), b.string('|'));
    }
    case K.member_type: {
      const [object, name] = namedChildren(b, at);
      if (object === undefined || name === undefined) return unparsed(b, at);
      return b.node(Op.Attr, at, lowerExpression(b, object), b.stringAt(name));
    }
    case K.dotted_name:
      return lowerDotted(b, at);
    default:
      return unparsed(b, at);
  }
}

/** Keeps the expressions inside what is not understood, so that calls and awaits in it are not lost. */
function unparsed(b: Builder, at: number): number {
  return b.node(Op.Unparsed, at, lowerAll(b, namedChildren(b, at)));
}

function lowerOnly(b: Builder, at: number): number {
  const inner = firstNamed(b, at);
  return inner < 0 ? unparsed(b, at) : lowerExpression(b, inner);
}

function lowerCall(b: Builder, at: number): number {
  const { tree } = b;
  const callee = lowerField(b, at, F.function);
  const list = childByField(tree, at, F.arguments);
  let args: number[] = [];
  if (list >= 0) {
    args =
      tree.kind[list] === K.generator_expression
        ? [lowerExpression(b, list)]
        : namedChildren(b, list).map((argument) => lowerArgument(b, argument));
  }
  const node = b.node(Op.Call, at, callee, b.list(args));
  b.site(node);
  return node;
}

export function lowerArgument(b: Builder, at: number): number {
  if (b.tree.kind[at] !== K.keyword_argument) return lowerExpression(b, at);
  const name = childByField(b.tree, at, F.name);
  return b.node(Op.Keyword, at, b.stringAt(name), lowerField(b, at, F.value));
}

function lowerSubscript(b: Builder, at: number): number {
  const { tree } = b;
  const value = lowerField(b, at, F.value);
  const outer = b.inAnnotation;
  if (isLiteralForm(b, value)) b.inAnnotation = false;
  const parts: number[] = [];
  for (let child = firstChild(tree, at); child >= 0; child = tree.next[child] as number) {
    if (tree.field[child] === F.subscript) parts.push(lowerExpression(b, child));
  }
  const index = parts.length === 1 ? (parts[0] as number) : b.node(Op.Tuple, at, b.list(parts));
  b.inAnnotation = outer;
  const node = b.node(Op.Subscript, at, value, index);
  b.site(node);
  return node;
}

/** `Literal["rb"]` holds strings, not quoted types (PEP 586). */
function isLiteralForm(b: Builder, node: number): boolean {
  const name = b.op[node] === Op.Name ? b.a[node] : b.op[node] === Op.Attr ? b.b[node] : -1;
  return name !== undefined && name >= 0 && b.strings[name] === 'Literal';
}

function lowerComparison(b: Builder, at: number): number {
  const { tree } = b;
  const operands: number[] = [];
  const operators: number[] = [];
  for (let child = firstChild(tree, at); child >= 0; child = tree.next[child] as number) {
    if (tree.field[child] === F.operators) operators.push(b.stringAt(child));
    else if (tree.kind[child] !== K.comment && isNamed(tree.kind[child] as number)) {
      operands.push(lowerExpression(b, child));
    }
  }
  const node = b.node(Op.Compare, at, b.list(operands), b.list(operators));
  b.site(node);
  return node;
}

function lowerYield(b: Builder, at: number): number {
  const operand = firstNamed(b, at);
  const value = operand < 0 ? -1 : lowerExpression(b, operand);
  const from = hasToken(b, at, T.from);
  const node = b.node(from ? Op.YieldFrom : Op.Yield, at, value);
  const owner = b.functions[b.function];
  if (owner) {
    owner.yields = true;
    if (!from && value >= 0) owner.yielded.push(value);
    if (from) owner.sites.push(node);
  }
  return node;
}

function lowerGenericType(b: Builder, at: number): number {
  const { tree } = b;
  const [base, parameters] = namedChildren(b, at);
  if (base === undefined || parameters === undefined) return unparsed(b, at);
  const value = lowerExpression(b, base);
  const parts = tree.kind[parameters] === K.type_parameter ? namedChildren(b, parameters) : [parameters];
  const outer = b.inAnnotation;
  if (isLiteralForm(b, value)) b.inAnnotation = false;
  const index =
    parts.length === 1 ? lowerExpression(b, parts[0] as number) : b.node(Op.Tuple, parameters, lowerAll(b, parts));
  b.inAnnotation = outer;
  return b.node(Op.Subscript, at, value, index);
}

/** `a.b.c` written where the grammar has no attribute: decorators of old grammars, patterns. */
export function lowerDotted(b: Builder, at: number): number {
  let value = -1;
  for (const part of namedChildren(b, at)) {
    const name = b.stringAt(part);
    value = value < 0 ? b.node(Op.Name, part, name, -1, b.scope) : b.node(Op.Attr, part, value, name);
  }
  return value < 0 ? unparsed(b, at) : value;
}

function operatorOf(b: Builder, at: number): number {
  return b.stringAt(childByField(b.tree, at, F.operator));
}

/** PEP 572: an assignment expression binds in the function around the comprehensions it stands in. */
function walrusScope(b: Builder): number {
  let scope = b.scope;
  while (b.scopes[scope]?.kind === 'comprehension') scope = b.scopes[scope]?.parent as number;
  return scope;
}
