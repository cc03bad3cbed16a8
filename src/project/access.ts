import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import type { Mod } from './value.ts';

/** What is done to an attribute or a subscript where it stands; `update` reads it and stores it. */
export type Access = 'read' | 'store' | 'update' | 'delete';

const HOLDING: ReadonlySet<number> = new Set([Op.Tuple, Op.List, Op.Star]);

export function accessAt(mod: Mod, node: number): Access {
  const { index } = mod;
  let target = node;
  let at = index.parent[node] as number;
  while (at >= 0 && HOLDING.has(index.op[at] as number)) {
    target = at;
    at = index.parent[at] as number;
  }
  const isFirst = index.a[at] === target;
  switch (index.op[at]) {
    case Op.Assign:
      return items(index, index.a[at] as number).includes(target) ? 'store' : 'read';
    case Op.Annotated:
      // Without a value it only declares.
      return isFirst && (index.c[at] as number) >= 0 ? 'store' : 'read';
    case Op.For:
    case Op.CompFor:
      return isFirst ? 'store' : 'read';
    case Op.WithItem:
      return isFirst ? 'read' : 'store';
    case Op.Augmented:
      return isFirst ? 'update' : 'read';
    case Op.Delete:
      return 'delete';
    default:
      return 'read';
  }
}
