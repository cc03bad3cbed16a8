import { Op } from '../python/index/ops.ts';
import type { Bound } from './arguments.ts';
import { behaviourOf } from './behaviour.ts';
import { holds } from './conditions.ts';
import { dearer, type Effect } from './effects.ts';
import type { Project } from './project.ts';
import { publicName } from './public-name.ts';
import type { ClassRef, FunctionRef, Mod, Value } from './value.ts';

const NOTHING_PASSED: Bound = { byName: new Map(), rest: [], partial: false, receiver: -1 };

/** What a model function does when it is called like this; null when a condition cannot be decided from the source. */
export function primitivesOf(
  p: Project,
  fn: FunctionRef,
  self: Value | null,
  bound: Bound | null,
  mod: Mod,
  node: number,
  attribute: string,
): Effect[] | null {
  const behaviour = behaviourOf(fn);
  if (behaviour.primitives.length === 0) return [];
  const byKind = new Map<string, Effect>();
  for (const primitive of behaviour.primitives) {
    const given = bound ?? NOTHING_PASSED;
    const when = primitive.when === null ? true : holds(p, primitive.when, fn, mod, given);
    const unless = primitive.unless === null ? false : holds(p, primitive.unless, fn, mod, given);
    if (when === false || unless === true) continue;
    if (when === null || unless === null) return null;
    let { cost } = primitive;
    if (primitive.kind === 'wait' && cost === 'micro' && awaitsInside(mod, node)) cost = 'unbounded';
    if (primitive.kind === 'sleep' && isInstant(mod, bound?.byName.get(fn.info.parameters[0]?.name ?? '')))
      cost = 'micro';
    const known = byKind.get(primitive.kind);
    const name = calledName(p, fn, self, attribute);
    byKind.set(primitive.kind, {
      kind: primitive.kind,
      cost: known ? dearer(known.cost, cost) : cost,
      name,
      use: primitive.use,
      gil: primitive.gil,
      once: primitive.once,
      isRepeated: false,
      raises: RAISING.test(name),
      chain: null,
    });
  }
  return [...byKind.values()];
}

/** Seconds; a sleep this short is a way to let other threads run. In a loop it adds up, as any small cost does. */
const INSTANT = 0.01;

function isInstant(mod: Mod, seconds: number | undefined): boolean {
  if (seconds === undefined) return false;
  const { index } = mod;
  const isNumber = index.op[seconds] === Op.Float || index.op[seconds] === Op.Integer;
  return isNumber && Number(index.strings[index.a[seconds] as number]) < INSTANT;
}

/** Calls that raise RuntimeError on a running loop rather than block it. */
const RAISING =
  /^(?:uvicorn\.run|(?:asyncio|uvloop)\.(?:run|\w*(?:Loop|Runner)\.(?:run|run_until_complete|run_forever)))$/;

/** The name that a reader of the calling code would use: the receiver's class rather than the base that has the method. */
export function calledName(p: Project, fn: FunctionRef, self: Value | null, attribute: string): string {
  if (fn.info.name === '__getattr__' && attribute !== '') {
    return self && 'cls' in self && self.cls
      ? `${publicName(p, self.cls)}.${attribute}`
      : `${fn.mod.name}.${attribute}`;
  }
  const receiver = publicClass(fn, self);
  if (receiver === null) return publicName(p, fn);
  const cls = publicName(p, receiver);
  return fn.info.name === '__init__' || fn.info.name === '__new__' ? cls : `${cls}.${fn.info.name}`;
}

function publicClass(fn: FunctionRef, self: Value | null): ClassRef | null {
  const own = fn.info.class < 0 ? null : (fn.mod.classes[fn.info.class] as ClassRef);
  if (self === null || (self.tag !== 'instance' && self.tag !== 'class') || !self.cls.mod.stub) return own;
  return self.cls.info.name.startsWith('_') ? own : self.cls;
}

/** `with lock:` holds the lock for as long as the body runs: across an await that is for as long as others please. */
function awaitsInside(mod: Mod, node: number): boolean {
  const { index } = mod;
  if (index.op[node] !== Op.WithItem) return false;
  const statement = index.parent[node] as number;
  return containsAwait(mod, statement);
}

/** Whether the code of the node itself, not of functions nested in it, gives the loop its turn. */
export function containsAwait(mod: Mod, statement: number): boolean {
  const { index } = mod;
  const start = index.start[statement] as number;
  const end = index.end[statement] as number;
  const owner = index.functions[index.owner[statement] as number];
  return (owner?.sites ?? []).some((site) => {
    const op = index.op[site];
    const at = index.start[site] as number;
    if (at < start || at >= end) return false;
    if (op === Op.Await) return true;
    if (op === Op.For) return index.lists[(index.c[site] as number) + 1] === 1;
    return (op === Op.WithItem || op === Op.CompFor) && index.c[site] === 1;
  });
}
