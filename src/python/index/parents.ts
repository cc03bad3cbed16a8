import { items, type ModuleIndex } from './module-index.ts';
import { Op } from './ops.ts';

/** Which operands are a node, and which a list of nodes. */
const NODE_A = 1;
const NODE_B = 2;
const NODE_C = 4;
const LIST_A = 8;
const LIST_B = 16;
const LIST_C = 32;
/** Not all of its children are operands. */
const OTHER = 64;

const SHAPES = new Uint8Array(256);
shape(NODE_A, Op.Attr, Op.Star, Op.DoubleStar, Op.Await, Op.Yield, Op.YieldFrom, Op.Unary, Op.Not, Op.CompIf);
shape(NODE_A, Op.Expression, Op.Return);
shape(NODE_A | LIST_B, Op.Call, Op.ListComp, Op.SetComp, Op.DictComp, Op.Generator, Op.Match);
shape(NODE_B, Op.Keyword);
shape(NODE_A | NODE_B, Op.Subscript, Op.Binary, Op.Pair, Op.Walrus, Op.CompFor, Op.Augmented, Op.Raise, Op.Assert);
shape(NODE_A | NODE_B, Op.WithItem);
shape(NODE_A | NODE_B | NODE_C, Op.IfElse, Op.Annotated);
shape(LIST_A, Op.And, Op.Or, Op.Compare, Op.Tuple, Op.List, Op.Set, Op.Dict, Op.FString, Op.Slice, Op.Unparsed);
shape(LIST_A, Op.Delete, Op.Import);
shape(LIST_B, Op.ImportFrom);
shape(LIST_A | NODE_B, Op.Assign);
shape(NODE_A | LIST_B | LIST_C, Op.If, Op.While);
shape(NODE_A | LIST_C, Op.Handler);
shape(LIST_A | LIST_B, Op.With);
shape(LIST_A | NODE_B | LIST_C, Op.Case);
shape(OTHER, Op.For, Op.Try, Op.Lambda, Op.Function, Op.Class);

function shape(operands: number, ...ops: readonly number[]): void {
  for (const op of ops) SHAPES[op] = operands;
}

/** Sets the parent of every node. Bodies of functions hang below their Function node, clauses below their expression. */
export function adopt(index: ModuleIndex): void {
  const { op, a, b, c, parent, lists } = index;
  for (let node = 0; node < op.length; node++) {
    const operands = SHAPES[op[node] as number] as number;
    if (operands === 0) continue;
    if (operands === OTHER) {
      adoptOthers(index, node);
      continue;
    }
    const first = a[node] as number;
    const second = b[node] as number;
    const third = c[node] as number;
    if ((operands & NODE_A) !== 0 && first >= 0) parent[first] = node;
    if ((operands & NODE_B) !== 0 && second >= 0) parent[second] = node;
    if ((operands & NODE_C) !== 0 && third >= 0) parent[third] = node;
    if ((operands & LIST_A) !== 0) adoptAll(parent, lists, first, node);
    if ((operands & LIST_B) !== 0) adoptAll(parent, lists, second, node);
    if ((operands & LIST_C) !== 0) adoptAll(parent, lists, third, node);
  }
}

function adoptOthers(index: ModuleIndex, node: number): void {
  const { op, a, parent, lists } = index;
  const info = op[node] === Op.Function ? index.functions[a[node] as number] : undefined;
  if (info === undefined) {
    forEachChild(index, node, (child) => {
      parent[child] = node;
    });
    return;
  }
  for (const decorator of info.decorators) parent[decorator] = node;
  for (const { annotation, default: value } of info.parameters) {
    if (annotation >= 0) parent[annotation] = node;
    if (value >= 0) parent[value] = node;
  }
  if (info.returns >= 0) parent[info.returns] = node;
  adoptAll(parent, lists, info.body, node);
}

function adoptAll(parent: Int32Array, lists: Int32Array, list: number, node: number): void {
  if (list < 0) return;
  const end = list + 1 + (lists[list] as number);
  for (let at = list + 1; at < end; at++) parent[lists[at] as number] = node;
}

/** Calls `visit` for the direct children of `node`, in evaluation order as far as the tree shows it. */
export function forEachChild(index: ModuleIndex, node: number, visit: (child: number) => void): void {
  const a = index.a[node] as number;
  const b = index.b[node] as number;
  const c = index.c[node] as number;
  switch (index.op[node]) {
    case Op.Attr:
    case Op.Star:
    case Op.DoubleStar:
    case Op.Await:
    case Op.Yield:
    case Op.YieldFrom:
    case Op.Unary:
    case Op.Not:
    case Op.CompIf:
    case Op.Expression:
    case Op.Return:
      one(a, visit);
      return;
    case Op.Call:
      one(a, visit);
      all(index, b, visit);
      return;
    case Op.Keyword:
      one(b, visit);
      return;
    case Op.Subscript:
    case Op.Binary:
    case Op.Pair:
    case Op.Walrus:
    case Op.CompFor:
    case Op.Augmented:
    case Op.Raise:
    case Op.Assert:
    case Op.WithItem:
      one(a, visit);
      one(b, visit);
      return;
    case Op.IfElse:
    case Op.Annotated:
      one(a, visit);
      one(b, visit);
      one(c, visit);
      return;
    case Op.And:
    case Op.Or:
    case Op.Compare:
    case Op.Tuple:
    case Op.List:
    case Op.Set:
    case Op.Dict:
    case Op.FString:
    case Op.Slice:
    case Op.Unparsed:
    case Op.Delete:
    case Op.Import:
      all(index, a, visit);
      return;
    case Op.ImportFrom:
      all(index, b, visit);
      return;
    case Op.ListComp:
    case Op.SetComp:
    case Op.DictComp:
    case Op.Generator:
      all(index, b, visit);
      one(a, visit);
      return;
    case Op.Assign:
      all(index, a, visit);
      one(b, visit);
      return;
    case Op.If:
    case Op.While:
      one(a, visit);
      all(index, b, visit);
      all(index, c, visit);
      return;
    case Op.For: {
      const [, body, otherwise] = items(index, c);
      one(a, visit);
      one(b, visit);
      all(index, body ?? -1, visit);
      all(index, otherwise ?? -1, visit);
      return;
    }
    case Op.Try: {
      const [otherwise, last] = items(index, c);
      all(index, a, visit);
      all(index, b, visit);
      all(index, otherwise ?? -1, visit);
      all(index, last ?? -1, visit);
      return;
    }
    case Op.Handler:
      one(a, visit);
      all(index, c, visit);
      return;
    case Op.With:
      all(index, a, visit);
      all(index, b, visit);
      return;
    case Op.Match:
      one(a, visit);
      all(index, b, visit);
      return;
    case Op.Case:
      all(index, a, visit);
      one(b, visit);
      all(index, c, visit);
      return;
    case Op.Lambda: {
      const info = index.functions[a];
      for (const parameter of info?.parameters ?? []) {
        one(parameter.annotation, visit);
        one(parameter.default, visit);
      }
      one(info?.expression ?? -1, visit);
      return;
    }
    case Op.Function: {
      const info = index.functions[a];
      for (const decorator of info?.decorators ?? []) visit(decorator);
      for (const parameter of info?.parameters ?? []) {
        one(parameter.annotation, visit);
        one(parameter.default, visit);
      }
      one(info?.returns ?? -1, visit);
      all(index, info?.body ?? -1, visit);
      return;
    }
    case Op.Class: {
      const info = index.classes[a];
      for (const decorator of info?.decorators ?? []) visit(decorator);
      for (const base of info?.bases ?? []) visit(base);
      all(index, info?.body ?? -1, visit);
      return;
    }
  }
}

function one(child: number, visit: (child: number) => void): void {
  if (child >= 0) visit(child);
}

/** Every tree is walked many times: no view of the list is made, as `items` does. */
function all({ lists }: ModuleIndex, list: number, visit: (child: number) => void): void {
  if (list < 0) return;
  const end = list + 1 + (lists[list] as number);
  for (let at = list + 1; at < end; at++) visit(lists[at] as number);
}

/** The statement that a node stands in, or is. */
export function statementOf(index: ModuleIndex, node: number): number {
  let at = node;
  while (at >= 0 && (index.op[at] as number) < Op.Expression) at = index.parent[at] as number;
  return at;
}
