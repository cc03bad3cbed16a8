import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { forEachChild } from '../python/index/parents.ts';
import { nameAt } from './project.ts';
import type { Mod } from './value.ts';

/**
 * Whether everything a `with Executor() as pool` is used for is awaited inside: `await loop.run_in_executor(pool, f)`.
 * Leaving it then has nothing to wait for, unless an await was cancelled.
 */
export function isAwaitedInside(mod: Mod, item: number): boolean {
  const { index } = mod;
  if (index.op[item] !== Op.WithItem) return false;
  const target = index.b[item] as number;
  if (target < 0 || index.op[target] !== Op.Name) return false;
  const definition = items(index, index.b[target] as number)[0];
  let uses = 0;
  let others = false;
  const visit = (node: number): void => {
    if (
      index.op[node] === Op.Name &&
      node !== target &&
      items(index, index.b[node] as number).includes(definition ?? -1)
    ) {
      uses++;
      const call = index.parent[node] as number;
      if (index.op[call] !== Op.Call || nameAt(mod, index.a[call] as number) !== 'run_in_executor') others = true;
    }
    forEachChild(index, node, visit);
  };
  visit(index.parent[item] as number);
  return uses > 0 && !others;
}
