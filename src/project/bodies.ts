import { type Bound, parameterOf } from './arguments.ts';
import { holderOf } from './attribute-needs.ts';
import type { Effect, Link } from './effects.ts';
import { isFallback, isHarmless } from './guards.ts';
import { isMadeOnce } from './lazy.ts';
import { type Need, needsAt } from './needs.ts';
import { passedOn } from './needs-met.ts';
import { outcomeOf } from './outcome.ts';
import { overridesOf } from './overrides.ts';
import { decoratorName, type Project } from './project.ts';
import { recursionEffect } from './recursion.ts';
import { type Summary, shortest } from './shortest.ts';
import { inSilentLoop, weighed } from './silent-loops.ts';
import { statedEffects } from './stated.ts';
import type { FunctionRef } from './value.ts';

/** A call of the function, as it stands in its body. */
export interface Edge {
  readonly node: number;
  readonly callee: FunctionRef;
  readonly bound: Bound | undefined;
  /** What the callee gives is kept. */
  readonly isKept: boolean;
  /** Worked out when it is asked for: most callees do nothing of interest. */
  readonly way: () => Way;
}

/** How the caller gets to a place in its body. */
interface Way {
  readonly repeated: boolean;
  /** What must hold of the caller's parameters for it to get here. */
  readonly needs: readonly Need[];
  /** It only gets here until something shared is made. */
  readonly isOnce: boolean;
}

export interface Body {
  readonly direct: readonly Effect[];
  readonly edges: readonly Edge[];
  /** What subclasses put in the place of an abstract method. */
  readonly overrides: readonly FunctionRef[];
}

/** Reads what the function does by itself, and whom it calls; `isSilenced` says whether a comment ends a chain at a node. */
export function readBody(
  p: Project,
  fn: FunctionRef,
  isSilenced: (fn: FunctionRef, node: number, effect: Effect) => boolean,
): Body {
  const stated = statedEffects(fn);
  if (stated) return { direct: stated, edges: [], overrides: [] };
  const direct: Effect[] = [];
  const edges: Edge[] = [];
  for (const node of fn.info.sites) {
    const outcome = outcomeOf(p, fn.mod, node);
    if (outcome.effects.length === 0 && outcome.callees.length === 0) continue;
    if (isFallback(fn.mod, node)) continue;
    let known: Way | null = null;
    const way = () => {
      known ??= wayTo(p, fn, node);
      return known;
    };
    for (const effect of outcome.effects) {
      if (effect.once || isHarmless(fn.mod, node, effect) || isSilenced(fn, node, effect)) continue;
      const { repeated, needs, isOnce } = way();
      const weight = weighed(effect, repeated);
      direct.push({ ...(isOnce ? small(weight) : weight), chain: { fn, node, next: null, needs } });
    }
    for (const callee of outcome.callees) {
      const isKept = isMemoised(callee);
      if (isKept && callee.info.parameters.length === 0) continue;
      edges.push({ node, callee, bound: outcome.bound?.get(callee), isKept, way });
    }
  }
  const recursion = recursionEffect(p, fn);
  if (recursion) direct.push({ ...recursion.effect, chain: { fn, node: recursion.node, next: null, needs: [] } });
  return { direct: shortest(direct), edges, overrides: overridesOf(p, fn) };
}

function wayTo(p: Project, fn: FunctionRef, node: number): Way {
  return { repeated: inSilentLoop(p, fn.mod, node), needs: needsAt(p, fn, node), isOnce: isMadeOnce(fn, node) };
}

/** Costs once for each set of arguments, so hardly ever where a caller of a caller gets there. */
function isMemoised(fn: FunctionRef): boolean {
  return fn.info.decorators.some((node) => ['cache', 'lru_cache'].includes(decoratorName(fn.mod, node)));
}

export function calleeAt({ edges, overrides }: Body, position: number): FunctionRef | undefined {
  return edges[position]?.callee ?? overrides[position - edges.length];
}

/** What an abstract method blocks for: what its overrides do, where at least half of them block. */
export function mayDo(fn: FunctionRef, overrides: readonly FunctionRef[], of: (fn: FunctionRef) => Summary): Effect[] {
  const each = overrides.map((one) => {
    // Making a coroutine or a generator runs nothing yet.
    if (one.info.isAsync || one.info.yields) return [];
    return of(one).filter(({ kind, cost }) => kind !== 'cpu' && cost !== 'micro');
  });
  if (each.filter((effects) => effects.length > 0).length * 2 < overrides.length) return [];
  return each.flat().map((effect) => {
    const needs =
      effect.chain?.needs.filter((need) => parameterOf(fn, holderOf(need.parameter).parameter) !== undefined) ?? [];
    return { ...effect, chain: { fn, node: fn.info.node, next: effect.chain, needs } };
  });
}

/** The effect of a callee as its caller sees it; null when this call turns it off. */
export function through(p: Project, fn: FunctionRef, edge: Edge, effect: Effect): Effect | null {
  const { node, callee, bound, isKept } = edge;
  const { repeated, isOnce, needs: own } = edge.way();
  const needs = passedOn(p, effect.chain?.needs ?? [], callee, bound, fn, own);
  if (needs === null) return null;
  const link: Link = { fn, node, next: effect.chain, needs };
  const weight = weighed(effect, repeated);
  return { ...(isOnce || isKept ? small(weight) : weight), chain: link };
}

/** What costs once in the life of the process is a note for whoever happens to be first. */
function small(effect: Effect): Effect {
  return { ...effect, cost: 'micro' };
}
