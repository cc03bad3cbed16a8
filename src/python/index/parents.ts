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
  const one = (child: number) => {
    if (child >= 0) visit(child);
  };
  const all = (list: number) => {
    for (const child of items(index, list)) visit(child);
  };
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
      one(a);
      return;
    case Op.Call:
      one(a);
      all(b);
      return;
    case Op.Keyword:
      one(b);
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
      one(a);
      one(b);
      return;
    case Op.IfElse:
    case Op.Annotated:
      one(a);
      one(b);
      one(c);
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
      all(a);
      return;
    case Op.ImportFrom:
      all(b);
      return;
    case Op.ListComp:
    case Op.SetComp:
    case Op.DictComp:
    case Op.Generator:
      all(b);
      one(a);
      return;
    case Op.Assign:
      all(a);
      one(b);
      return;
    case Op.If:
    case Op.While:
      one(a);
      all(b);
      all(c);
      return;
    case Op.For: {
      const [, body, otherwise] = items(index, c);
      one(a);
      one(b);
      all(body ?? -1);
      all(otherwise ?? -1);
      return;
    }
    case Op.Try: {
      const [otherwise, last] = items(index, c);
      all(a);
      all(b);
      all(otherwise ?? -1);
      all(last ?? -1);
      return;
    }
    case Op.Handler:
      one(a);
      all(c);
      return;
    case Op.With:
      all(a);
      all(b);
      return;
    case Op.Match:
      one(a);
      all(b);
      return;
    case Op.Case:
      all(a);
      one(b);
      all(c);
      return;
    case Op.Lambda: {
      const info = index.functions[a];
      for (const parameter of info?.parameters ?? []) {
        one(parameter.annotation);
        one(parameter.default);
      }
      one(info?.expression ?? -1);
      return;
    }
    case Op.Function: {
      const info = index.functions[a];
      for (const decorator of info?.decorators ?? []) visit(decorator);
      for (const parameter of info?.parameters ?? []) {
        one(parameter.annotation);
        one(parameter.default);
      }
      one(info?.returns ?? -1);
      all(info?.body ?? -1);
      return;
    }
    case Op.Class: {
      const info = index.classes[a];
      for (const decorator of info?.decorators ?? []) visit(decorator);
      for (const base of info?.bases ?? []) visit(base);
      all(info?.body ?? -1);
      return;
    }
  }
}

/** The statement that a node stands in, or is. */
export function statementOf(index: ModuleIndex, node: number): number {
  let at = node;
  while (at >= 0 && (index.op[at] as number) < Op.Expression) at = index.parent[at] as number;
  return at;
}
