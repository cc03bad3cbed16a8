import { items, type ModuleIndex } from './module-index.ts';
import { Op } from './ops.ts';

/** Sets the parent of every node. Bodies of functions hang below their Function node, clauses below their expression. */
export function adopt(index: ModuleIndex): void {
  for (let node = 0; node < index.op.length; node++) {
    forEachChild(index, node, (child) => {
      index.parent[child] = node;
    });
  }
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
