import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { type Effect, raised } from './effects.ts';
import { containsAwait } from './primitives.ts';
import type { Project } from './project.ts';
import { isShort } from './trip-counts.ts';
import type { Mod } from './value.ts';

/** In a loop that never gives the loop its turn, costs add up; once is enough for a chain with several loops. CPU work of unseen size stays what it is. */
export function weighed(effect: Effect, repeated: boolean): Effect {
  if (!repeated || effect.kind === 'cpu' || effect.isRepeated) return effect;
  return { ...effect, cost: raised(effect.cost), isRepeated: true };
}

/** Whether the node runs again and again in a loop of its own function that never gives the loop its turn. */
export function inSilentLoop(p: Project, mod: Mod, node: number): boolean {
  const { index } = mod;
  let child = node;
  for (let at = index.parent[node] as number; at >= 0; child = at, at = index.parent[at] as number) {
    const op = index.op[at];
    if (op === Op.Function || op === Op.Lambda || op === Op.Class) return false;
    // What is returned is done once, whatever loop it stands in: trying until it works.
    if (op === Op.Return) return false;
    if (op === Op.While) return !containsAwait(mod, at);
    if (op === Op.For) {
      // The iterable is evaluated once.
      if (child === index.b[at]) continue;
      if (index.lists[(index.c[at] as number) + 1] === 1 || containsAwait(mod, at)) return false;
      if (!isShort(p, mod, index.b[at] as number)) return true;
    }
    if (op === Op.ListComp || op === Op.SetComp || op === Op.DictComp || op === Op.Generator) {
      const [first] = items(index, index.b[at] as number);
      if (child === first || containsAwait(mod, at)) continue;
      if (first !== undefined && !isShort(p, mod, index.b[first] as number)) return true;
    }
  }
  return false;
}
