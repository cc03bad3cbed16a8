import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { type Access, accessAt } from './access.ts';
import { accessorsOf } from './accessors.ts';
import type { Bound } from './arguments.ts';
import { behaviourOf } from './behaviour.ts';
import { callOutcome } from './call-outcome.ts';
import { functionResult } from './call-type.ts';
import { itemOutcome } from './context-stacks.ts';
import type { Effect } from './effects.ts';
import { operatorMethod, typeOf } from './infer.ts';
import { methodsOf } from './members.ts';
import { calledName, primitivesOf } from './primitives.ts';
import { nameAt, type Project } from './project.ts';
import { loopEffects } from './trip-counts.ts';
import type { FunctionRef, Mod, Type, Value } from './value.ts';

/** What happens when the node at a site is evaluated. */
export interface Outcome {
  /** Effects that library code has, and that loops have by their structure. */
  readonly effects: readonly Effect[];
  /** Functions of the project that run here and now. */
  readonly callees: readonly FunctionRef[];
  /** What the call passes to those of them that it calls itself; null for nothing. */
  readonly bound: ReadonlyMap<FunctionRef, Bound> | null;
  /** Functions that the loop will run later, on its own thread. */
  readonly scheduled: readonly FunctionRef[];
  /** Effects of library functions that the loop will run later. */
  readonly scheduledEffects: readonly Effect[];
  /** Something is called that is not known. */
  readonly unknown: boolean;
}

interface Method {
  readonly fn: FunctionRef;
  readonly self: Value;
}

/** An outcome that is still being put together. */
export type Open = {
  -readonly [K in Exclude<keyof Outcome, 'bound'>]: Outcome[K] extends readonly (infer U)[] ? U[] : Outcome[K];
} & { bound: Map<FunctionRef, Bound> | null };

export function nothingYet(): Open {
  return { effects: [], callees: [], bound: null, scheduled: [], scheduledEffects: [], unknown: false };
}

export const NO_OUTCOME: Outcome = nothingYet();

export function outcomeOf(p: Project, mod: Mod, node: number): Outcome {
  const known = mod.outcomes.get(node);
  if (known) return known;
  const made = work(p, mod, node);
  const outcome = isNothing(made) ? (made.unknown ? NOTHING_KNOWN : NO_OUTCOME) : made;
  mod.outcomes.set(node, outcome);
  return outcome;
}

/** Most sites do nothing of interest, and there are many. */
export const NOTHING_KNOWN: Outcome = { ...NO_OUTCOME, unknown: true };

function isNothing({ effects, callees, bound, scheduled, scheduledEffects }: Outcome): boolean {
  return effects.length + callees.length + (bound?.size ?? 0) + scheduled.length + scheduledEffects.length === 0;
}

/** They are mostly asked for while the module is judged, and can be worked out again. */
export function forgetOutcomes(mod: Mod): void {
  mod.outcomes.clear();
}

function work(p: Project, mod: Mod, node: number): Outcome {
  const { index } = mod;
  const a = index.a[node] as number;
  const b = index.b[node] as number;
  switch (index.op[node]) {
    case Op.Call:
      return callOutcome(p, mod, node);
    case Op.Attr: {
      const name = index.strings[b] as string;
      return fromMethods(p, mod, node, accessorsOf(p, typeOf(p, mod, a), name, accessAt(mod, node)));
    }
    case Op.Binary: {
      const method = operatorMethod(index.strings[index.c[node] as number] as string);
      if (method === null || !hasOwnMethod(mod, method)) return NO_OUTCOME;
      return special(p, mod, node, typeOf(p, mod, a), [method]);
    }
    case Op.Subscript:
      return subscript(p, mod, node);
    case Op.WithItem:
      return (index.c[node] as number) === 1 ? NO_OUTCOME : itemOutcome(p, mod, node);
    case Op.For: {
      const isAsync = index.lists[(index.c[node] as number) + 1] === 1;
      const outcome = isAsync ? NO_OUTCOME : consume(p, mod, node, typeOf(p, mod, b));
      return withEffects(outcome, loopEffects(p, mod, node));
    }
    case Op.While:
      return withEffects(NO_OUTCOME, loopEffects(p, mod, node));
    case Op.CompFor:
      if ((index.c[node] as number) === 1) return NO_OUTCOME;
      return withEffects(consume(p, mod, node, typeOf(p, mod, b)), loopEffects(p, mod, node));
    case Op.YieldFrom:
    case Op.Star:
      return consume(p, mod, node, typeOf(p, mod, a));
    case Op.Assign:
      return consume(p, mod, node, typeOf(p, mod, b));
    case Op.Compare:
      return comparison(p, mod, node);
    case Op.Function:
      return decoration(p, mod, node);
    default:
      return NO_OUTCOME;
  }
}

/** Where it is a target, a subscript sets or deletes the item; `x[i] += 1` reads it as well. */
function subscript(p: Project, mod: Mod, node: number): Outcome {
  return special(p, mod, node, typeOf(p, mod, mod.index.a[node] as number), ITEM[accessAt(mod, node)]);
}

const ITEM: Readonly<Record<Access, readonly string[]>> = {
  read: ['__getitem__'],
  store: ['__setitem__'],
  update: ['__getitem__', '__setitem__'],
  delete: ['__delitem__'],
};

const COMPARISONS: Readonly<Record<string, string>> = {
  '==': '__eq__',
  '!=': '__ne__',
  '<': '__lt__',
  '<=': '__le__',
  '>': '__gt__',
  '>=': '__ge__',
};

const COMPARING: readonly string[] = ['__contains__', ...Object.values(COMPARISONS)];

function comparison(p: Project, mod: Mod, node: number): Outcome {
  if (!COMPARING.some((name) => hasOwnMethod(mod, name))) return NO_OUTCOME;
  const { index } = mod;
  const [left, right] = items(index, index.a[node] as number);
  const [operator] = items(index, index.b[node] as number);
  if (left === undefined || right === undefined || operator === undefined) return NO_OUTCOME;
  const text = (index.strings[operator] as string).replace(/\s+/g, ' ');
  const contains = text === 'in' || text === 'not in';
  const method = contains ? '__contains__' : COMPARISONS[text];
  if (method === undefined || !hasOwnMethod(mod, method)) return NO_OUTCOME;
  return special(p, mod, node, typeOf(p, mod, contains ? right : left), [method]);
}

const ownMethods = new WeakMap<Mod, Set<string>>();

/** Whether a class of the module defines the method: operators are everywhere, classes that define them are not. */
function hasOwnMethod(mod: Mod, name: string): boolean {
  let names = ownMethods.get(mod);
  if (!names) {
    names = new Set(mod.functions.filter((fn) => fn.info.class >= 0).map((fn) => fn.info.name));
    ownMethods.set(mod, names);
  }
  return names.has(name);
}

/** A definition calls its decorators where it stands. */
function decoration(p: Project, mod: Mod, node: number): Outcome {
  const callees: FunctionRef[] = [];
  for (const decorator of mod.functions[mod.index.a[node] as number]?.info.decorators ?? []) {
    for (const value of typeOf(p, mod, decorator).values) {
      if (value.tag === 'function' && !value.fn.mod.stub && !value.fn.info.isAsync && !value.fn.info.yields)
        callees.push(value.fn);
    }
  }
  return callees.length === 0 ? NO_OUTCOME : { ...NO_OUTCOME, callees };
}

function withEffects(outcome: Outcome, effects: readonly Effect[]): Outcome {
  return effects.length === 0 ? outcome : { ...outcome, effects: [...outcome.effects, ...effects] };
}

/** What iterating a value to its end runs. */
export function consume(p: Project, mod: Mod, node: number, type: Type): Outcome {
  return special(p, mod, node, type, ['__iter__', '__next__'], 'generator');
}

/** What is iterated has no public class: it is known by the call that made it. */
function iteratedName(p: Project, mod: Mod, node: number, effect: Effect): string {
  if (!/\._\w+\.__(?:iter|next)__$/.test(effect.name)) return effect.name;
  const { index } = mod;
  const op = index.op[node];
  const made =
    op === Op.For || op === Op.CompFor
      ? (index.b[node] as number)
      : op === Op.Star || op === Op.YieldFrom
        ? (index.a[node] as number)
        : node;
  if (index.op[made] !== Op.Call) return effect.name;
  for (const value of typeOf(p, mod, index.a[made] as number).values) {
    if (value.tag === 'function' && value.fn.mod.stub) return calledName(p, value.fn, value.self, '');
  }
  return effect.name;
}

/** What calling special methods of the values runs; generators and `@contextmanager` functions run their body. */
export function special(
  p: Project,
  mod: Mod,
  node: number,
  type: Type,
  names: readonly string[],
  body?: 'generator' | 'context',
): Outcome {
  const methods: Method[] = [];
  const callees: FunctionRef[] = [];
  for (const value of type.values) {
    if (body !== undefined && value.tag === body && !value.fn.info.isAsync) callees.push(value.fn);
    for (const name of names)
      for (const method of methodsOf(p, value, name)) if (fits(method.fn, mod, node)) methods.push(method);
    if (names[0] === '__iter__') methods.push(...iteratorSteps(p, value));
  }
  const unknown = type.values.length === 0;
  if (methods.length === 0 && callees.length === 0) return unknown ? NOTHING_KNOWN : NO_OUTCOME;
  const outcome = fromMethods(p, mod, node, methods);
  return { ...outcome, callees: [...outcome.callees, ...callees], unknown };
}

/** Of the overloads of a `__getitem__`, the one for a slice is for slices only, and the others are not. */
function fits(fn: FunctionRef, mod: Mod, node: number): boolean {
  if (mod.index.op[node] !== Op.Subscript || !fn.mod.stub || !behaviourOf(fn).isOverload) return true;
  const forSlice = nameAt(fn.mod, fn.info.parameters[1]?.annotation ?? -1) === 'slice';
  return forSlice === (mod.index.op[mod.index.b[node] as number] === Op.Slice);
}

/** `__next__` of what `__iter__` of the value returns. */
function iteratorSteps(p: Project, value: Value): Method[] {
  if (value.tag !== 'instance' || value.cls.mod.name === 'builtins') return [];
  return methodsOf(p, value, '__iter__').flatMap(({ fn, env }): Method[] => {
    if (fn.info.isAsync) return [];
    const result = functionResult(p, fn, null, env);
    return result.values.flatMap((iterator): Method[] => {
      if (iterator.tag === 'generator') return [{ fn: iterator.fn, self: iterator }];
      return iterator.tag === 'instance' && iterator.cls !== value.cls ? methodsOf(p, iterator, '__next__') : [];
    });
  });
}

/** What calling the methods runs. */
export function fromMethods(p: Project, mod: Mod, node: number, methods: readonly Method[]): Outcome {
  if (methods.length === 0) return NO_OUTCOME;
  const effects: Effect[] = [];
  const callees: FunctionRef[] = [];
  for (const { fn, self } of methods) {
    if (fn.mod.stub) {
      for (const effect of primitivesOf(p, fn, self, null, mod, node, '') ?? []) {
        const name = iteratedName(p, mod, node, effect);
        if (!effects.some((known) => known.name === name && known.kind === effect.kind))
          effects.push({ ...effect, name });
      }
    } else if (self.tag === 'generator' || (!fn.info.isAsync && !fn.info.yields)) callees.push(fn);
  }
  return { ...NO_OUTCOME, effects, callees };
}
