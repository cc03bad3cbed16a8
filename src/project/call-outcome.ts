import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { NO_ENV } from './annotations.ts';
import { type Bound, bindArguments } from './arguments.ts';
import { behaviourOf } from './behaviour.ts';
import { functionResult } from './call-type.ts';
import { add, argumentsFor, calledArguments, runArgument, scheduleArgument } from './called-arguments.ts';
import { calledByStack, stacked } from './context-stacks.ts';
import { contextDecorator, isPlainlyDecorated } from './decorated.ts';
import { atMost } from './effects.ts';
import { forArguments } from './given.ts';
import { askedOfArguments } from './implied-calls.ts';
import { typeOf } from './infer.ts';
import { listAt } from './lists.ts';
import { methodsOf } from './members.ts';
import { NOTHING_KNOWN, nothingYet, type Open, type Outcome } from './outcome.ts';
import { selectOverloads } from './overloads.ts';
import { isAbstract } from './overrides.ts';
import { primitivesOf } from './primitives.ts';
import { nameAt, type Project } from './project.ts';
import { waitsBySignature } from './protocol-waits.ts';
import { type ClassRef, dottedName, type FunctionRef, type Mod, type Value } from './value.ts';

/** What the call at `node` does, here and now or by handing callables over. */
export function callOutcome(p: Project, mod: Mod, node: number): Outcome {
  const callee = mod.index.a[node] as number;
  const type = typeOf(p, mod, callee);
  if (type.values.length === 0) return NOTHING_KNOWN;
  // What is awaited is a coroutine: of what may be something else as well, it is something else.
  if (isAwaited(mod, node) && type.open && type.values.every((value) => givesPlainValue(p, value)))
    return NOTHING_KNOWN;
  const outcome = nothingYet();
  outcome.unknown = type.open;
  for (const value of selectOverloads(p, type.values, mod, node)) {
    call(p, value, mod, node, outcome, 0);
    const asked = askedOfArguments(p, builtinName(value), mod, node);
    if (asked) outcome.callees.push(...asked.callees);
  }
  return outcome;
}

function builtinName(value: Value): string {
  const ref = value.tag === 'class' ? value.cls : value.tag === 'function' ? value.fn : null;
  return ref?.mod.name === 'builtins' ? ref.info.qualname : '';
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
      out.bound = null;
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

/** What making an instance runs, in this order. */
export const CONSTRUCTORS: readonly string[] = ['__new__', '__init__', '__post_init__'];

function construct(p: Project, value: Value & { tag: 'class' }, mod: Mod, node: number, out: Open): void {
  const instance: Value = { tag: 'instance', cls: value.cls, args: value.args };
  runFactories(p, value.cls, mod, node, out);
  for (const name of CONSTRUCTORS) {
    const methods = methodsOf(p, instance, name);
    if (methods.length === 0) continue;
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

/** `field(default_factory=read)` of a dataclass or a Pydantic model runs when an instance is made without the field. */
function runFactories(p: Project, cls: ClassRef, mod: Mod, node: number, out: Open): void {
  if (cls.mod.stub) return;
  const { fields, factories } = fieldsOf(cls);
  if (factories.length === 0) return;
  const passed = passedFields(mod, node, cls, fields);
  for (const { field, factory } of factories) if (!passed.has(field)) runArgument(p, cls.mod, factory, out);
}

interface Fields {
  /** Annotated statements of the class body. */
  readonly fields: readonly number[];
  readonly factories: readonly { readonly field: number; readonly factory: number }[];
}

const fieldsByClass = new WeakMap<ClassRef, Fields>();

function fieldsOf(cls: ClassRef): Fields {
  let known = fieldsByClass.get(cls);
  if (!known) {
    known = readFields(cls);
    fieldsByClass.set(cls, known);
  }
  return known;
}

function readFields({ mod: { index }, info }: ClassRef): Fields {
  const fields = listAt(index, info.body).filter((statement) => index.op[statement] === Op.Annotated);
  const factories = fields.flatMap((field) => {
    const value = index.c[field] as number;
    if (value < 0 || index.op[value] !== Op.Call) return [];
    const named = listAt(index, index.b[value] as number).filter(
      (argument) =>
        index.op[argument] === Op.Keyword && index.strings[index.a[argument] as number] === 'default_factory',
    );
    return named.map((argument) => ({ field, factory: index.b[argument] as number }));
  });
  return factories.length === 0 ? NO_FACTORIES : { fields, factories };
}

const NO_FACTORIES: Fields = { fields: [], factories: [] };

/** The fields that the call gives a value, by position where no base has fields before them; `**` may give any. */
function passedFields(mod: Mod, node: number, cls: ClassRef, fields: readonly number[]): ReadonlySet<number> {
  const { index } = mod;
  const given = [...items(index, index.b[node] as number)];
  const isOpen = given.some((argument) => index.op[argument] === Op.Star || index.op[argument] === Op.DoubleStar);
  const named = given.filter((argument) => index.op[argument] === Op.Keyword);
  const names = named.map((argument) => index.strings[index.a[argument] as number]);
  const count = cls.info.bases.length === 0 ? given.length - named.length : 0;
  return new Set(
    fields.filter(
      (field, i) => isOpen || i < count || names.includes(nameAt(cls.mod, cls.mod.index.a[field] as number) ?? ''),
    ),
  );
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
  if (info.isAsync && !info.yields) {
    handToCoroutine(p, fn, self, mod, node, out, skip);
    return;
  }
  // Making a generator or a context manager runs nothing yet.
  if (info.yields || contextDecorator(fn)) return;
  // A decorator that is not known may well have made it awaitable.
  // So may one that only stands for what implements it.
  if (isAwaited(mod, node) && (!isPlainlyDecorated(fn) || isAbstract(fn))) {
    out.unknown = true;
    return;
  }
  const bound = bindArguments(mod, node, fn, self, skip);
  const callee = info.name === '__post_init__' ? fn : forArguments(p, fn, bound, mod);
  out.callees.push(callee);
  if (info.name !== '__post_init__') {
    out.bound ??= new Map();
    out.bound.set(callee, bound);
  }
  for (const argument of calledArguments(p, fn, bound, mod, node)) runArgument(p, mod, argument, out);
  const waits = waitsBySignature(p, fn, bound, mod);
  if (waits) add(out.effects, waits);
}

/** A coroutine runs nothing yet, and is judged in its own body: but for what it is given to call, which only its caller knows. */
function handToCoroutine(
  p: Project,
  fn: FunctionRef,
  self: Value | null,
  mod: Mod,
  node: number,
  out: Open,
  skip: number,
): void {
  if (!mod.functions[mod.index.owner[node] as number]?.info.isAsync) return;
  const bound = bindArguments(mod, node, fn, self, skip);
  for (const argument of calledArguments(p, fn, bound, mod, node)) runArgument(p, mod, argument, out);
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
  const entered = stacked(p, fn, bound, mod);
  for (const effect of entered?.effects ?? []) add(out.effects, effect);
  out.callees.push(...(entered?.callees ?? []));
  const atTheEnd = calledByStack(fn);
  for (const name of atTheEnd === null ? behaviour.runs : [...behaviour.runs, atTheEnd]) {
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

export function isAwaited(mod: Mod, node: number): boolean {
  const parent = mod.index.parent[node] as number;
  return parent >= 0 && mod.index.op[parent] === Op.Await;
}
