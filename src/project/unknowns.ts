import { Op } from '../python/index/ops.ts';
import { outcomeOf } from './outcome.ts';
import type { Project } from './project.ts';
import type { FunctionRef } from './value.ts';

export interface UnknownCall {
  readonly fn: FunctionRef;
  readonly node: number;
}

/** The calls in a function, and in what it calls, of which nobody can say what they do: nearest first. */
export function unknownCalls(p: Project, start: FunctionRef): UnknownCall[] {
  const out: UnknownCall[] = [];
  const reached = new Set([start]);
  for (const fn of reached) {
    if (fn.info.stated !== null) continue;
    for (const node of fn.info.sites) {
      const { callees, unknown } = outcomeOf(p, fn.mod, node);
      if (unknown && fn.mod.index.op[node] === Op.Call) out.push({ fn, node });
      for (const callee of callees) reached.add(callee);
    }
  }
  return out;
}
