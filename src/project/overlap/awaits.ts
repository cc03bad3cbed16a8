import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { forEachChild } from '../../python/index/parents.ts';
import type { Mod } from '../value.ts';

/** The awaits of one statement or expression. */
export interface AwaitsIn {
  /** Those that happen whenever it is evaluated, in evaluation order: inner ones first. */
  readonly always: readonly number[];
  /** There is one more that happens only sometimes, or in a loop; or a `yield`. */
  readonly others: boolean;
}

export function awaitsIn(mod: Mod, node: number): AwaitsIn {
  const always: number[] = [];
  let others = false;
  const { index } = mod;
  const visit = (at: number, certain: boolean): void => {
    if (at < 0) return;
    const a = index.a[at] as number;
    switch (index.op[at]) {
      case Op.Lambda:
      case Op.Function:
      case Op.Class:
        return;
      case Op.Await:
        visit(a, certain);
        if (certain) always.push(at);
        else others = true;
        return;
      case Op.Yield:
      case Op.YieldFrom:
        visit(a, certain);
        others = true;
        return;
      case Op.And:
      case Op.Or: {
        const [left, right] = items(index, a);
        visit(left ?? -1, certain);
        visit(right ?? -1, false);
        return;
      }
      case Op.IfElse:
        visit(a, certain);
        visit(index.b[at] as number, false);
        visit(index.c[at] as number, false);
        return;
      case Op.ListComp:
      case Op.SetComp:
      case Op.DictComp:
      case Op.Generator: {
        const [first, ...rest] = items(index, index.b[at] as number);
        // The first iterable is evaluated once, here; the rest once a round.
        if (first !== undefined) visit(index.b[first] as number, certain);
        if (index.op[at] === Op.Generator) return;
        for (const clause of rest)
          visit(index.op[clause] === Op.CompFor ? (index.b[clause] as number) : (index.a[clause] as number), false);
        if (first !== undefined && index.c[first] === 1) others = true;
        visit(a, false);
        return;
      }
      case Op.Keyword:
        visit(index.b[at] as number, certain);
        return;
      default:
        forEachChild(index, at, (child) => visit(child, certain));
    }
  };
  visit(node, true);
  return { always, others };
}

/** Whether `node` lies inside `outer`, or is it. */
export function isWithin(mod: Mod, node: number, outer: number): boolean {
  for (let at = node; at >= 0; at = mod.index.parent[at] as number) if (at === outer) return true;
  return false;
}

/** Every await in some nodes, not those of functions inside them. */
export function awaitNodes(mod: Mod, nodes: readonly number[]): number[] {
  const out: number[] = [];
  const visit = (node: number): void => {
    if (mod.index.op[node] === Op.Lambda || mod.index.op[node] === Op.Function) return;
    if (mod.index.op[node] === Op.Await) out.push(node);
    forEachChild(mod.index, node, visit);
  };
  for (const node of nodes) visit(node);
  return out;
}
