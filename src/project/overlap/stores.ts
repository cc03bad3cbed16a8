import { items, type ModuleIndex } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import type { Mod } from '../value.ts';

const stores = new WeakMap<ModuleIndex, ReadonlyMap<number, readonly number[]>>();

/** The nodes that store to something or delete it, by function, last one first. */
export function storesOf({ index }: Mod): ReadonlyMap<number, readonly number[]> {
  let known = stores.get(index);
  if (!known) {
    const found = new Map<number, number[]>();
    for (let node = index.op.length - 1; node >= 0; node--) {
      if (!STORING.has(index.op[node] as number)) continue;
      const owner = index.owner[node] as number;
      const others = found.get(owner);
      if (others) others.push(node);
      else found.set(owner, [node]);
    }
    known = found;
    stores.set(index, known);
  }
  return known;
}

const STORING: ReadonlySet<number> = new Set([Op.Assign, Op.Delete, Op.Annotated, Op.Augmented, Op.For, Op.WithItem]);

/** Nodes that a statement stores to or deletes. */
export function targetsAt(mod: Mod, node: number): ArrayLike<number> & Iterable<number> {
  const { index } = mod;
  switch (index.op[node]) {
    case Op.Assign:
    case Op.Delete:
      return items(index, index.a[node] as number);
    case Op.Annotated:
    case Op.Augmented:
    case Op.For:
      return [index.a[node] as number];
    case Op.WithItem:
      return (index.b[node] as number) < 0 ? [] : [index.b[node] as number];
    default:
      return [];
  }
}
