import { Op } from '../python/index/ops.ts';
import { originalName } from './project.ts';
import type { FunctionRef } from './value.ts';

/** A function that asks whether a loop is running knows what it does. */
export function isGuarded(fn: FunctionRef): boolean {
  const { index } = fn.mod;
  return fn.info.sites.some(
    (site) =>
      index.op[site] === Op.Call &&
      ['get_running_loop', 'is_running', '_get_running_loop'].includes(
        originalName(fn.mod, index.a[site] as number) ?? '',
      ),
  );
}
