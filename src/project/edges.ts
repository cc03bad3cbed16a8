import { Op } from '../python/index/ops.ts';
import { bindArguments, passedTo } from './arguments.ts';
import { behaviourOf } from './behaviour.ts';
import { isAwaited } from './call-outcome.ts';
import { contextDecorator } from './decorated.ts';
import { typeOf } from './infer.ts';
import { methodsOf } from './members.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { selectOverloads } from './overloads.ts';
import { calledName, primitivesOf } from './primitives.ts';
import { nameAt, type Project } from './project.ts';
import { isStatedNonblocking } from './stated.ts';
import { type FunctionRef, type Mod, plain, shortName, type Value } from './value.ts';

/** How a callable is used at a site. */
export type EdgeKind = 'call' | 'await' | 'offload' | 'schedule' | 'reference';

export interface Edge {
  readonly kind: EdgeKind;
  readonly fn: FunctionRef;
  readonly name: string;
  /** What keeps it from running here and now, or from blocking; null when nothing does. */
  readonly note: string | null;
}

interface Callable {
  readonly fn: FunctionRef;
  readonly self: Value | null;
}

/** The functions that a site calls or hands on, for people: what is judged is the outcome. */
export function edgesAt(p: Project, mod: Mod, site: number): Edge[] {
  const out: Edge[] = [];
  const add = (kind: EdgeKind, fn: FunctionRef, name: string, note: string | null) => {
    if (!out.some((edge) => plain(edge.fn) === plain(fn))) out.push({ kind, fn, name, note });
  };
  const outcome = outcomeOf(p, mod, site);
  if (mod.index.op[site] === Op.Call) {
    const kind = isAwaited(mod, site) ? 'await' : 'call';
    for (const callable of calledAt(p, mod, site)) {
      const { fn } = callable;
      const name = nameFor(p, callable, nameAt(mod, mod.index.a[site] as number) ?? '');
      add(kind, fn, name, fn.mod.stub ? modelNote(p, callable, mod, site) : ownNote(fn));
    }
  }
  for (const fn of outcome.callees) add('call', fn, nameFor(p, { fn, self: null }, ''), ownNote(fn));
  if (mod.index.op[site] === Op.Call) {
    for (const argument of passedTo(mod, site)) {
      for (const callable of typeOf(p, mod, argument).values.flatMap((value) => callables(p, value))) {
        const { fn } = callable;
        const kind = handedAs(p, mod, site, argument, fn, outcome);
        add(kind, fn, nameFor(p, callable, nameAt(mod, argument) ?? ''), fn.mod.stub ? null : ownNote(fn));
      }
    }
  }
  return out;
}

function calledAt(p: Project, mod: Mod, call: number): Callable[] {
  const { values } = typeOf(p, mod, mod.index.a[call] as number);
  return selectOverloads(p, values, mod, call).flatMap((value) => callables(p, value));
}

function callables(p: Project, value: Value): Callable[] {
  if (value.tag === 'function') return [{ fn: value.fn, self: value.self }];
  if (value.tag === 'partial') return callables(p, value.callee);
  if (value.tag === 'instance') return methodsOf(p, value, '__call__');
  if (value.tag !== 'class') return [];
  const instance: Value = { tag: 'instance', cls: value.cls, args: value.args };
  return methodsOf(p, instance, '__init__');
}

function handedAs(p: Project, mod: Mod, call: number, argument: number, fn: FunctionRef, outcome: Outcome): EdgeKind {
  if (outcome.callees.includes(fn)) return 'call';
  if (outcome.scheduled.includes(fn)) return 'schedule';
  const takers = calledAt(p, mod, call).filter((callee) => callee.fn.mod.stub);
  const takes = (which: 'offloads' | 'schedules' | 'runs') =>
    takers.some((taker) => {
      const bound = bindArguments(mod, call, taker.fn, taker.self);
      return behaviourOf(taker.fn)[which].some(
        (name) => bound.byName.get(name) === argument || bound.rest.includes(argument),
      );
    });
  if (takes('offloads')) return 'offload';
  if (takes('schedules')) return 'schedule';
  return takes('runs') ? 'call' : 'reference';
}

function nameFor(p: Project, { fn, self }: Callable, attribute: string): string {
  return fn.mod.stub ? calledName(p, fn, self, attribute) : `${fn.mod.name}.${shortName(fn)}`;
}

function ownNote(fn: FunctionRef): string | null {
  const { stated, isAsync, yields } = fn.info;
  if (isStatedNonblocking(fn)) return `a comment says that it does not block: ${stated?.reason}`;
  if (stated !== null) return 'a comment says what it does';
  if (contextDecorator(fn)) return 'its body runs where it is entered';
  if (yields) return 'its body runs where it is consumed';
  return isAsync ? 'a coroutine, judged in its own body' : null;
}

function modelNote(p: Project, { fn, self }: Callable, mod: Mod, site: number): string | null {
  if (fn.info.isAsync || isAwaited(mod, site)) return null;
  if (behaviourOf(fn).primitives.length === 0) return 'its model names nothing that blocks';
  const bound = bindArguments(mod, site, fn, self);
  const effects = primitivesOf(p, fn, self, bound, mod, site, '');
  if (effects === null) return 'its model blocks on a condition that cannot be decided here';
  return effects.length === 0 ? 'its model does not block when it is called like this' : null;
}
