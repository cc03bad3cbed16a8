import type { ModuleIndex } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';

/** By node, whether it is an await, a `yield` or an asynchronous comprehension, or holds one in its own function. */
export type Awaiting = Uint8Array;

const PAUSING: ReadonlySet<number> = new Set([Op.Await, Op.Yield, Op.YieldFrom, Op.CompFor]);
const FUNCTIONS: ReadonlySet<number> = new Set([Op.Function, Op.Lambda]);

/** Most code awaits nothing, and need not be looked through. */
export function awaitingIn({ op, c, parent }: ModuleIndex): Awaiting {
  const found = new Uint8Array(op.length);
  for (let node = 0; node < op.length; node++) {
    if (!PAUSING.has(op[node] as number) || (op[node] === Op.CompFor && c[node] !== 1)) continue;
    for (let at = node; at >= 0 && found[at] === 0; at = parent[at] as number) {
      found[at] = 1;
      if (FUNCTIONS.has(op[at] as number)) break;
    }
  }
  return found;
}
