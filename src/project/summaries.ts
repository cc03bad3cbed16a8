import { Op } from '../python/index/ops.ts';
import { type Bound, parameterOf } from './arguments.ts';
import { compareEffects, type Effect, type Link, raised } from './effects.ts';
import { isFallback, isHarmless } from './guards.ts';
import { isMadeOnce } from './lazy.ts';
import { type Need, needKey, needsAt } from './needs.ts';
import { passedOn } from './needs-met.ts';
import { outcomeOf } from './outcome.ts';
import { overridesOf } from './overrides.ts';
import { containsAwait } from './primitives.ts';
import { decoratorName, type Project } from './project.ts';
import { recursionEffect } from './recursion.ts';
import { isGuarded } from './running-loop.ts';
import { statedEffects } from './stated.ts';
import { isShort } from './trip-counts.ts';
import type { FunctionRef, Mod } from './value.ts';

/** What calling a function does: for each kind and cost the effects with the shortest chains. */
export type Summary = readonly Effect[];

interface Edge {
  readonly node: number;
  readonly callee: FunctionRef;
  readonly bound: Bound | undefined;
  readonly repeated: boolean;
  /** What must hold of the caller's parameters for it to get here. */
  readonly needs: readonly Need[];
  /** It only gets here until something shared is made. */
  readonly isOnce: boolean;
}

interface Body {
  readonly direct: readonly Effect[];
  readonly edges: readonly Edge[];
  /** What subclasses put in the place of an abstract method. */
  readonly overrides: readonly FunctionRef[];
}

export type Silenced = (mod: Mod, node: number, rule: string) => boolean;

/** Summaries by function: components of the call graph, callees first, each brought to its fixpoint. */
export class Summaries {
  readonly #project: Project;
  readonly #silenced: Silenced;
  readonly #bodies = new Map<FunctionRef, Body>();
  readonly #done = new Map<FunctionRef, Summary>();

  /** `silenced` says whether a comment on the line of a node ends chains there. */
  constructor(project: Project, silenced: Silenced = () => false) {
    this.#project = project;
    this.#silenced = silenced;
  }

  of(fn: FunctionRef): Summary {
    return this.#done.get(fn) ?? this.#settle(fn);
  }

  /** Tarjan's components, without recursion: call chains of generated code are long. */
  #settle(start: FunctionRef): Summary {
    const order = new Map<FunctionRef, number>();
    const low = new Map<FunctionRef, number>();
    const stack: FunctionRef[] = [];
    const onStack = new Set<FunctionRef>();
    const work: { fn: FunctionRef; next: number }[] = [];
    const open = (fn: FunctionRef) => {
      order.set(fn, order.size);
      low.set(fn, order.size - 1);
      stack.push(fn);
      onStack.add(fn);
      work.push({ fn, next: 0 });
    };
    open(start);
    while (work.length > 0) {
      const frame = work.at(-1) as { fn: FunctionRef; next: number };
      const { fn } = frame;
      const callee = calleeAt(this.#body(fn), frame.next++);
      if (callee) {
        if (this.#done.has(callee)) continue;
        if (!order.has(callee)) open(callee);
        else if (onStack.has(callee)) low.set(fn, Math.min(low.get(fn) as number, order.get(callee) as number));
        continue;
      }
      work.pop();
      const caller = work.at(-1)?.fn;
      if (caller) low.set(caller, Math.min(low.get(caller) as number, low.get(fn) as number));
      if (low.get(fn) !== order.get(fn)) continue;
      const component: FunctionRef[] = [];
      for (let member = stack.pop(); member; member = stack.pop()) {
        onStack.delete(member);
        component.push(member);
        if (member === fn) break;
      }
      this.#fixpoint(component);
    }
    return this.#done.get(start) as Summary;
  }

  #fixpoint(component: readonly FunctionRef[]): void {
    const current = new Map<FunctionRef, Summary>(component.map((fn) => [fn, []]));
    for (let changed = true; changed; ) {
      changed = false;
      for (const fn of component) {
        const body = this.#body(fn);
        const next: Effect[] = [...body.direct];
        for (const edge of body.edges) {
          const below = current.get(edge.callee) ?? this.#done.get(edge.callee) ?? [];
          for (const effect of below) {
            if (this.#isSilenced(fn, edge.node, effect)) continue;
            const passed = through(this.#project, fn, edge, effect);
            if (passed) next.push(passed);
          }
        }
        next.push(...mayDo(fn, body.overrides, (one) => current.get(one) ?? this.#done.get(one) ?? []));
        const best = shortest(next);
        if (!sameSummary(best, current.get(fn) as Summary)) {
          current.set(fn, best);
          changed = true;
        }
      }
    }
    for (const [fn, summary] of current) this.#done.set(fn, summary);
  }

  /** What a comment silences in a synchronous function is silent for all that call it. */
  #isSilenced(fn: FunctionRef, node: number, effect: Effect): boolean {
    if (effect.raises && isGuarded(fn)) return true;
    return !fn.info.isAsync && this.#silenced(fn.mod, node, ruleFor(effect));
  }

  #body(fn: FunctionRef): Body {
    let body = this.#bodies.get(fn);
    if (!body) {
      body = this.#read(fn);
      this.#bodies.set(fn, body);
    }
    return body;
  }

  #read(fn: FunctionRef): Body {
    const stated = statedEffects(fn);
    if (stated) return { direct: stated, edges: [], overrides: [] };
    const p = this.#project;
    const direct: Effect[] = [];
    const edges: Edge[] = [];
    for (const node of fn.info.sites) {
      const outcome = outcomeOf(p, fn.mod, node);
      if (outcome.effects.length === 0 && outcome.callees.length === 0) continue;
      if (isFallback(fn.mod, node)) continue;
      const repeated = inSilentLoop(p, fn.mod, node);
      const needs = needsAt(p, fn, node);
      const isOnce = isMadeOnce(fn, node);
      for (const effect of outcome.effects) {
        if (effect.once || isHarmless(fn.mod, node, effect) || this.#isSilenced(fn, node, effect)) continue;
        const weight = weighed(effect, repeated);
        direct.push({ ...(isOnce ? small(weight) : weight), chain: { fn, node, next: null, needs } });
      }
      for (const callee of outcome.callees) {
        const isKept = isMemoised(callee);
        if (isKept && callee.info.parameters.length === 0) continue;
        edges.push({ node, callee, bound: outcome.bound.get(callee), repeated, needs, isOnce: isOnce || isKept });
      }
    }
    const recursion = recursionEffect(p, fn);
    if (recursion) direct.push({ ...recursion.effect, chain: { fn, node: recursion.node, next: null, needs: [] } });
    return { direct: shortest(direct), edges, overrides: overridesOf(p, fn) };
  }
}

function calleeAt({ edges, overrides }: Body, position: number): FunctionRef | undefined {
  return edges[position]?.callee ?? overrides[position - edges.length];
}

/** The rule that reports an effect. */
export function ruleFor(effect: Effect): string {
  return effect.kind === 'cpu' ? 'cpu-bound-needs-thread' : 'no-blocking-io-in-async';
}

/** Costs once for each set of arguments, so hardly ever where a caller of a caller gets there. */
function isMemoised(fn: FunctionRef): boolean {
  return fn.info.decorators.some((node) => ['cache', 'lru_cache'].includes(decoratorName(fn.mod, node)));
}

/** What an abstract method blocks for: what its overrides do, where at least half of them block. */
function mayDo(fn: FunctionRef, overrides: readonly FunctionRef[], of: (fn: FunctionRef) => Summary): Effect[] {
  const each = overrides.map((one) => {
    // Making a coroutine or a generator runs nothing yet.
    if (one.info.isAsync || one.info.yields) return [];
    return of(one).filter(({ kind, cost }) => kind !== 'cpu' && cost !== 'micro');
  });
  if (each.filter((effects) => effects.length > 0).length * 2 < overrides.length) return [];
  return each.flat().map((effect) => {
    const needs = effect.chain?.needs.filter(({ parameter }) => parameterOf(fn, parameter) !== undefined) ?? [];
    return { ...effect, chain: { fn, node: fn.info.node, next: effect.chain, needs } };
  });
}

/** The effect of a callee as its caller sees it; null when this call turns it off. */
function through(p: Project, fn: FunctionRef, edge: Edge, effect: Effect): Effect | null {
  const { node, callee, bound, repeated } = edge;
  const needs = passedOn(p, effect.chain?.needs ?? [], callee, bound, fn, edge.needs);
  if (needs === null) return null;
  const link: Link = { fn, node, next: effect.chain, needs };
  const weight = weighed(effect, repeated);
  return { ...(edge.isOnce ? small(weight) : weight), chain: link };
}

/** What costs once in the life of the process is a note for whoever happens to be first. */
function small(effect: Effect): Effect {
  return { ...effect, cost: 'micro' };
}

/** In a loop that never gives the loop its turn, costs add up; once is enough for a chain with several loops. CPU work of unseen size stays what it is. */
export function weighed(effect: Effect, repeated: boolean): Effect {
  if (!repeated || effect.kind === 'cpu' || effect.isRepeated) return effect;
  return { ...effect, cost: raised(effect.cost), isRepeated: true };
}

const LONGEST = 400;

/** How many ways with needs of their own are kept for one kind and cost. */
const WAYS = 8;

/**
 * For each kind, cost and lock behaviour the effect with the shortest chain, and longer ones that ask for less: the call
 * may turn the short one off.
 */
function shortest(effects: readonly Effect[]): Summary {
  const best = new Map<string, Effect[]>();
  const sorted = effects.filter((effect) => chainLength(effect.chain) <= LONGEST).sort(compareChains);
  for (const effect of sorted) {
    const key = `${effect.kind} ${effect.cost} ${effect.gil}`;
    const known = best.get(key) ?? [];
    const needs = keysOf(effect);
    if (known.some((shorter) => keysOf(shorter).every((need) => needs.includes(need)))) continue;
    if (known.length < WAYS || needs.length === 0) best.set(key, [...known, effect]);
  }
  return [...best.values()].flat().sort(compareEffects);
}

/** What is left of a summary for one call, where `isMet` says whether it can meet the needs of a chain. */
export function metBy(summary: Summary, isMet: (needs: readonly Need[]) => boolean): Summary {
  const met = summary.filter((effect) => effect.chain === null || isMet(effect.chain.needs));
  return shortest(met.map((effect) => (effect.chain ? { ...effect, chain: { ...effect.chain, needs: [] } } : effect)));
}

function keysOf(effect: Effect): readonly string[] {
  return effect.chain?.needs.map(needKey) ?? [];
}

function chainLength(link: Link | null): number {
  let length = 0;
  for (let at = link; at; at = at.next) length++;
  return length;
}

function compareChains(left: Effect, right: Effect): number {
  const byLength = chainLength(left.chain) - chainLength(right.chain);
  if (byLength !== 0) return byLength;
  let a = left.chain;
  let b = right.chain;
  while (a && b) {
    if (a.fn.mod.path !== b.fn.mod.path) return a.fn.mod.path < b.fn.mod.path ? -1 : 1;
    const byPlace = (a.fn.mod.index.start[a.node] as number) - (b.fn.mod.index.start[b.node] as number);
    if (byPlace !== 0) return byPlace;
    a = a.next;
    b = b.next;
  }
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}

function sameSummary(left: Summary, right: Summary): boolean {
  return left.length === right.length && left.every((effect, i) => sameEffect(effect, right[i] as Effect));
}

function sameEffect(left: Effect, right: Effect): boolean {
  return (
    left.kind === right.kind &&
    left.cost === right.cost &&
    left.gil === right.gil &&
    compareChains(left, right) === 0 &&
    keysOf(left).join() === keysOf(right).join()
  );
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
      const clauses = [
        ...index.lists.subarray(
          (index.b[at] as number) + 1,
          (index.b[at] as number) + 1 + (index.lists[index.b[at] as number] as number),
        ),
      ];
      if (child === clauses[0] || containsAwait(mod, at)) continue;
      const first = clauses[0];
      if (first !== undefined && !isShort(p, mod, index.b[first] as number)) return true;
    }
  }
  return false;
}
