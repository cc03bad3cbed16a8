import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import type { Bound } from './arguments.ts';
import { isAwaited } from './call-outcome.ts';
import type { Effect } from './effects.ts';
import { isFallback } from './guards.ts';
import { typeOf } from './infer.ts';
import { listAt } from './lists.ts';
import { type Need, needsAt } from './needs.ts';
import { passedOn } from './needs-met.ts';
import { consume, type Open } from './outcome.ts';
import { primitivesOf } from './primitives.ts';
import { nameAt, type Project } from './project.ts';
import type { FunctionRef, Mod, Value } from './value.ts';

/** The arguments of the call at `node` that the function itself calls, when it is called like this. */
export function calledArguments(p: Project, fn: FunctionRef, bound: Bound, mod: Mod, node: number): number[] {
  // A comment speaks for all that the call does, its callbacks included.
  if (fn.info.stated !== null) return [];
  const caller = mod.functions[mod.index.owner[node] as number];
  return calledParameters(p, fn).flatMap(({ name, needs }) => {
    if (caller && passedOn(p, needs, fn, bound, caller, []) === null) return [];
    return argumentsFor(bound, fn, name);
  });
}

interface Called {
  readonly name: string;
  readonly needs: readonly Need[];
}

const parametersCalled = new WeakMap<FunctionRef, readonly Called[]>();

/** Parameters that the function itself calls, and what has to hold of the others for it to do so. */
function calledParameters(p: Project, fn: FunctionRef): readonly Called[] {
  let called = parametersCalled.get(fn);
  if (!called) {
    const { index } = fn.mod;
    called = fn.info.sites.flatMap((site): Called[] => {
      const callee = index.a[site] as number;
      if (index.op[site] !== Op.Call || index.op[callee] !== Op.Name || isAwaited(fn.mod, site)) return [];
      const reaching = [...items(index, index.b[callee] as number)];
      const isParameter = reaching.some((id) => index.definitions[id]?.kind === 'parameter');
      if (!isParameter || isFallback(fn.mod, site)) return [];
      return [{ name: index.strings[index.a[callee] as number] as string, needs: needsAt(p, fn, site) }];
    });
    parametersCalled.set(fn, called);
  }
  return called;
}

export function argumentsFor(bound: Bound, fn: FunctionRef, name: string): readonly number[] {
  const parameter = fn.info.parameters.find((candidate) => candidate.name === name);
  if (parameter?.kind === 'star') return bound.rest;
  const argument = bound.byName.get(name);
  return argument === undefined ? [] : [argument];
}

/** A callable that is called before the call returns, or an iterable that is consumed by it. */
export function runArgument(p: Project, mod: Mod, argument: number, out: Open): void {
  const type = typeOf(p, mod, argument);
  const consumed = consume(p, mod, argument, type);
  for (const effect of consumed.effects) add(out.effects, effect);
  out.callees.push(...consumed.callees);
  for (const value of type.values) {
    for (const { fn, self } of callables(value)) {
      if (fn.mod.stub) {
        const effects = primitivesOf(p, fn, self, null, mod, argument, nameAt(mod, argument) ?? '');
        for (const effect of effects ?? []) add(out.effects, effect);
      } else if (!fn.info.isAsync && !fn.info.yields) {
        out.callees.push(fn);
        out.bound?.delete(fn);
      }
    }
  }
}

/** A list of callbacks stands for each of them. */
function partsOf({ index }: Mod, argument: number): readonly number[] {
  const isList = index.op[argument] === Op.List || index.op[argument] === Op.Tuple;
  return isList ? listAt(index, index.a[argument] as number) : [argument];
}

export function scheduleArgument(p: Project, mod: Mod, argument: number, out: Open): void {
  for (const part of partsOf(mod, argument)) {
    for (const value of typeOf(p, mod, part).values) {
      for (const { fn, self } of callables(value)) {
        if (fn.mod.stub) {
          const effects = primitivesOf(p, fn, self, null, mod, part, nameAt(mod, part) ?? '');
          for (const effect of effects ?? []) add(out.scheduledEffects, effect);
        } else if (!fn.info.isAsync && !fn.info.yields) out.scheduled.push(fn);
      }
    }
  }
}

function callables(value: Value): { fn: FunctionRef; self: Value | null }[] {
  if (value.tag === 'function') return [{ fn: value.fn, self: value.self }];
  return value.tag === 'partial' ? callables(value.callee) : [];
}

export function add(effects: Effect[], effect: Effect): void {
  if (!effects.some((known) => known.name === effect.name && known.kind === effect.kind)) effects.push(effect);
}
