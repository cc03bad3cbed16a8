import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { NO_ENV } from './annotations.ts';
import { type Bound, bindArguments } from './arguments.ts';
import { behaviourOf } from './behaviour.ts';
import { functionResult } from './call-type.ts';
import { contextDecorator, isPlainlyDecorated } from './decorated.ts';
import { atMost, type Effect } from './effects.ts';
import { isFallback } from './guards.ts';
import { typeOf } from './infer.ts';
import { methodsOf } from './members.ts';
import { consume, NO_OUTCOME, type Outcome } from './outcome.ts';
import { selectOverloads } from './overloads.ts';
import { isAbstract } from './overrides.ts';
import { primitivesOf } from './primitives.ts';
import { nameAt, type Project } from './project.ts';
import { type ClassRef, dottedName, type FunctionRef, type Mod, type Value } from './value.ts';

type Open = { -readonly [K in keyof Outcome]: Outcome[K] extends readonly (infer U)[] ? U[] : Outcome[K] } & {
  readonly bound: Map<FunctionRef, Bound>;
};

/** What the call at `node` does, here and now or by handing callables over. */
export function callOutcome(p: Project, mod: Mod, node: number): Outcome {
  const callee = mod.index.a[node] as number;
  const type = typeOf(p, mod, callee);
  const outcome: Open = {
    effects: [],
    callees: [],
    bound: new Map(),
    scheduled: [],
    scheduledEffects: [],
    unknown: false,
  };
  if (type.values.length === 0) return { ...NO_OUTCOME, unknown: true };
  // What is awaited is a coroutine: of what may be something else as well, it is something else.
  const isAwaited = mod.index.op[mod.index.parent[node] as number] === Op.Await;
  if (isAwaited && type.open && type.values.every((value) => givesPlainValue(p, value)))
    return { ...NO_OUTCOME, unknown: true };
  outcome.unknown = type.open;
  for (const value of selectOverloads(p, type.values, mod, node)) call(p, value, mod, node, outcome, 0);
  return outcome;
}

function call(p: Project, value: Value, mod: Mod, node: number, out: Open, skip: number): void {
  switch (value.tag) {
    case 'function':
      callFunction(p, value.fn, value.self, mod, node, out, skip);
      return;
    case 'partial': {
      const { index } = value.mod;
      const given = [...items(index, index.b[value.call] as number)];
      call(p, value.callee, mod, node, out, given.filter((argument) => index.op[argument] !== Op.Keyword).length - 1);
      // What the partial passes stands elsewhere.
      out.bound.clear();
      return;
    }
    case 'class':
      construct(p, value, mod, node, out);
      return;
    case 'instance':
      for (const { fn, self } of methodsOf(p, value, '__call__')) callFunction(p, fn, self, mod, node, out, skip);
      return;
    default:
      out.unknown = true;
  }
}

/** Text, a number, nothing: values that cannot be awaited. */
function givesPlainValue(p: Project, value: Value): boolean {
  if (value.tag !== 'function' || !value.fn.mod.stub || value.fn.info.isAsync) return false;
  return functionResult(p, value.fn, null, NO_ENV).values.every(
    (result) => result.tag === 'instance' && result.cls.mod.name === 'builtins',
  );
}

const CONSTRUCTORS = ['__new__', '__init__', '__post_init__'];

function construct(p: Project, value: Value & { tag: 'class' }, mod: Mod, node: number, out: Open): void {
  const instance: Value = { tag: 'instance', cls: value.cls, args: value.args };
  runFactories(p, value.cls, out);
  for (const name of CONSTRUCTORS) {
    const methods = methodsOf(p, instance, name);
    const chosen = selectOverloads(
      p,
      methods.map(({ fn, self }): Value => ({ tag: 'function', fn, self })),
      mod,
      node,
    );
    for (const method of chosen) {
      if (method.tag === 'function') callFunction(p, method.fn, method.self, mod, node, out, 0);
    }
  }
}

/** `field(default_factory=read)` of a dataclass or a Pydantic model runs when an instance is made. */
function runFactories(p: Project, cls: ClassRef, out: Open): void {
  if (cls.mod.stub) return;
  const { index } = cls.mod;
  for (const statement of items(index, cls.info.body)) {
    if (index.op[statement] !== Op.Annotated) continue;
    const value = index.c[statement] as number;
    if (value < 0 || index.op[value] !== Op.Call) continue;
    for (const argument of items(index, index.b[value] as number)) {
      if (index.op[argument] !== Op.Keyword || index.strings[index.a[argument] as number] !== 'default_factory')
        continue;
      runArgument(p, cls.mod, index.b[argument] as number, out);
    }
  }
}

function callFunction(
  p: Project,
  fn: FunctionRef,
  self: Value | null,
  mod: Mod,
  node: number,
  out: Open,
  skip: number,
): void {
  const { info } = fn;
  if (fn.mod.stub) {
    callModel(p, fn, self, mod, node, out, skip);
    return;
  }
  // Making a coroutine, a generator or a context manager runs nothing yet.
  if (info.isAsync || info.yields || contextDecorator(fn)) return;
  // A decorator that is not known may well have made it awaitable.
  // So may one that only stands for what implements it.
  if (isAwaited(mod, node) && (!isPlainlyDecorated(fn) || isAbstract(fn))) {
    out.unknown = true;
    return;
  }
  out.callees.push(fn);
  const bound = bindArguments(mod, node, fn, self, skip);
  if (info.name !== '__post_init__') out.bound.set(fn, bound);
  // A comment speaks for all that the call does, its callbacks included.
  const called = info.stated === null ? calledParameters(fn) : [];
  for (const name of called) for (const argument of argumentsFor(bound, fn, name)) runArgument(p, mod, argument, out);
}

const parametersCalled = new WeakMap<FunctionRef, readonly string[]>();

/** Parameters that the function itself calls. */
function calledParameters(fn: FunctionRef): readonly string[] {
  let names = parametersCalled.get(fn);
  if (!names) {
    const { index } = fn.mod;
    names = fn.info.sites.flatMap((site) => {
      const callee = index.a[site] as number;
      if (index.op[site] !== Op.Call || index.op[callee] !== Op.Name || isAwaited(fn.mod, site)) return [];
      if (isFallback(fn.mod, site)) return [];
      const reaching = [...items(index, index.b[callee] as number)];
      const isParameter = reaching.some((id) => index.definitions[id]?.kind === 'parameter');
      return isParameter ? [index.strings[index.a[callee] as number] as string] : [];
    });
    parametersCalled.set(fn, names);
  }
  return names;
}

function callModel(
  p: Project,
  fn: FunctionRef,
  self: Value | null,
  mod: Mod,
  node: number,
  out: Open,
  skip: number,
): void {
  const behaviour = behaviourOf(fn);
  const bound = bindArguments(mod, node, fn, self, skip);
  if (!fn.info.isAsync && !isAwaited(mod, node)) {
    const attribute = nameAt(mod, mod.index.a[node] as number) ?? '';
    const effects = primitivesOf(p, fn, self, bound, mod, node, attribute);
    if (effects === null) out.unknown = true;
    else {
      const inMemory = effects.some((effect) => effect.kind === 'file') && worksInMemory(p, mod, bound, fn);
      const once = isAdvancedOnce(mod, node);
      for (const effect of effects) {
        if (effect.kind !== 'file') add(out.effects, effect);
        else if (!inMemory) add(out.effects, once ? { ...effect, cost: atMost(effect.cost, 'bounded') } : effect);
      }
    }
  }
  for (const name of behaviour.runs) {
    for (const argument of argumentsFor(bound, fn, name)) runArgument(p, mod, argument, out);
  }
  for (const name of behaviour.schedules) {
    for (const argument of argumentsFor(bound, fn, name)) scheduleArgument(p, mod, argument, out);
  }
}

/** `next(os.walk(path))` looks into one folder, not into the whole tree. */
function isAdvancedOnce(mod: Mod, node: number): boolean {
  const parent = mod.index.parent[node] as number;
  return parent >= 0 && mod.index.op[parent] === Op.Call && nameAt(mod, mod.index.a[parent] as number) === 'next';
}

/** A function that takes a path or a file (`Image.open`, `ZipFile`) touches no disk when it is given bytes in memory. */
function worksInMemory(p: Project, mod: Mod, bound: Bound, fn: FunctionRef): boolean {
  const first = fn.info.parameters.find((parameter) => bound.byName.has(parameter.name));
  const { values } = typeOf(p, mod, (first && bound.byName.get(first.name)) ?? -1);
  return values.length > 0 && values.every((value) => value.tag === 'instance' && IN_MEMORY.has(dottedName(value.cls)));
}

const IN_MEMORY: ReadonlySet<string> = new Set(['io.BytesIO', 'io.StringIO', '_io.BytesIO', '_io.StringIO']);

function argumentsFor(bound: Bound, fn: FunctionRef, name: string): readonly number[] {
  const parameter = fn.info.parameters.find((candidate) => candidate.name === name);
  if (parameter?.kind === 'star') return bound.rest;
  const argument = bound.byName.get(name);
  return argument === undefined ? [] : [argument];
}

/** A callable that is called before the call returns, or an iterable that is consumed by it. */
function runArgument(p: Project, mod: Mod, argument: number, out: Open): void {
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
        out.bound.delete(fn);
      }
    }
  }
}

function scheduleArgument(p: Project, mod: Mod, argument: number, out: Open): void {
  const { index } = mod;
  const parts =
    index.op[argument] === Op.List || index.op[argument] === Op.Tuple
      ? items(index, index.a[argument] as number)
      : [argument];
  for (const part of parts) {
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

export function isAwaited(mod: Mod, node: number): boolean {
  const parent = mod.index.parent[node] as number;
  return parent >= 0 && mod.index.op[parent] === Op.Await;
}

function add(effects: Effect[], effect: Effect): void {
  if (!effects.some((known) => known.name === effect.name && known.kind === effect.kind)) effects.push(effect);
}
