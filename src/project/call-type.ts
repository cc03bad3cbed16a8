import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { annotationType, type Env, NO_ENV, typeVariables } from './annotations.ts';
import { type Bound, bindArguments } from './arguments.ts';
import { contextDecorator } from './decorated.ts';
import { typeOf } from './infer.ts';
import { countAt, firstAt } from './lists.ts';
import { spelled } from './lookup.ts';
import { ancestors, methodsOf } from './members.ts';
import { selectOverloads } from './overloads.ts';
import { nameAt, type Project } from './project.ts';
import { shapeOf } from './shapes.ts';
import { withArguments } from './unify.ts';
import {
  type ClassRef,
  type FunctionRef,
  type Mod,
  NOTHING,
  single,
  type Type,
  UNKNOWN,
  union,
  type Value,
} from './value.ts';

/** What the call at `node` gives. */
export function callType(p: Project, mod: Mod, node: number): Type {
  const callee = mod.index.a[node] as number;
  const special = specialCall(p, mod, node, callee);
  if (special) return special;
  const type = typeOf(p, mod, callee);
  if (type.values.length === 0) return handedToThread(p, mod, node, callee);
  const chosen = selectOverloads(p, type.values, mod, node);
  const all = union(chosen.map((value) => calledWith(p, value, mod, node)));
  return type.open && !all.open ? { values: all.values, open: true } : all;
}

export const TO_THREAD = /(?:^|_)(?:in|to|on|add)_(?:an?_)?(?:worker_)?(?:executor|thread|thread_?pool)(?:_job)?$/;

/** `await self.run_in_executor(work, row)`: nothing is known of it but its name, and that is to give what `work` gives. */
function handedToThread(p: Project, mod: Mod, node: number, callee: number): Type {
  if (!TO_THREAD.test(nameAt(mod, callee) ?? '')) return UNKNOWN;
  const [first] = items(mod.index, mod.index.b[node] as number);
  const given = first === undefined ? UNKNOWN : typeOf(p, mod, first);
  const result = resultsOf(p, { values: given.values.filter(({ tag }) => tag === 'function'), open: given.open });
  if (result.values.length === 0) return UNKNOWN;
  return { values: [{ tag: 'shape', name: 'Awaitable', args: [result] }], open: true };
}

/** What calling `value` with the arguments of the call at `node` gives. */
export function calledWith(p: Project, value: Value, mod: Mod, node: number, skip = 0): Type {
  switch (value.tag) {
    case 'class':
      return single({ tag: 'instance', cls: value.cls, args: constructedArgs(p, value.cls, value.args, mod, node) });
    case 'function': {
      const bound = bindArguments(mod, node, value.fn, value.self, skip);
      return functionResult(p, value.fn, { mod, node, bound }, selfEnv(p, value));
    }
    case 'partial':
      return calledWith(p, value.callee, mod, node, partialCount(value));
    case 'instance':
      return union(
        methodsOf(p, value, '__call__').map(({ fn, self, env }) =>
          functionResult(p, fn, { mod, node, bound: bindArguments(mod, node, fn, self, skip) }, env),
        ),
      );
    case 'shape':
      return value.name === 'Callable' ? (value.args.at(-1) ?? UNKNOWN) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function partialCount(value: Value & { tag: 'partial' }): number {
  const { index } = value.mod;
  const given = [...items(index, index.b[value.call] as number)];
  return given.filter((argument) => index.op[argument] !== Op.Keyword).length - 1;
}

/** What the class of a bound method's receiver says about type variables. */
function selfEnv(p: Project, value: Value & { tag: 'function' }): Env {
  const { self, fn } = value;
  if (self === null || fn.info.class < 0 || (self.tag !== 'instance' && self.tag !== 'class')) return NO_ENV;
  const instance: Value = { tag: 'instance', cls: self.cls, args: self.args };
  const owner = fn.mod.classes[fn.info.class];
  const { line } = ancestors(p, self.cls, self.args, instance);
  return line.find((ancestor) => ancestor.cls === owner)?.env ?? { vars: new Map(), self: instance };
}

export interface CallSite {
  readonly mod: Mod;
  readonly node: number;
  readonly bound: Bound;
}

/** What a function gives when it is called; `site` lets type variables and passed-through parameters be known. */
export function functionResult(p: Project, fn: FunctionRef, site: CallSite | null, env: Env): Type {
  const { info } = fn;
  if (contextDecorator(fn)) return single({ tag: 'context', fn, yields: yieldedType(p, fn, env) });
  if (info.yields && info.kind === 'def') return single({ tag: 'generator', fn, yields: yieldedType(p, fn, env) });
  const result = bodyResult(p, fn, site, env);
  return info.isAsync ? single({ tag: 'coroutine', fn, result }) : result;
}

function bodyResult(p: Project, fn: FunctionRef, site: CallSite | null, env: Env): Type {
  const { info, mod } = fn;
  if (info.returns >= 0) {
    const full = site === null ? env : withArguments(p, fn, site, env);
    const declared = annotationType(p, mod, info.returns, full);
    if (declared.values.length > 0 || mod.stub) return declared;
    if (mod.index.op[info.returns] === Op.None) return NOTHING;
  }
  if (mod.stub) return UNKNOWN;
  if (info.results.length === 0) return info.kind === 'lambda' ? UNKNOWN : NOTHING;
  return union(info.results.slice(0, 12).map((node) => passedThrough(p, fn, node, site) ?? typeOf(p, mod, node)));
}

/** `def wrap(client): return client`: the result is the argument. */
function passedThrough(p: Project, fn: FunctionRef, node: number, site: CallSite | null): Type | null {
  const name = site === null ? null : parameterPassed(p, fn, node, 0);
  const argument = name === null ? undefined : site?.bound.byName.get(name);
  return site === null || argument === undefined ? null : typeOf(p, site.mod, argument);
}

/** The parameter of `fn` that the expression stands for, by itself or through another such function. */
function parameterPassed(p: Project, fn: FunctionRef, node: number, depth: number): string | null {
  const { index } = fn.mod;
  if (index.op[node] === Op.Name) {
    const [definition, ...others] = items(index, index.b[node] as number);
    const found = definition === undefined || others.length > 0 ? undefined : index.definitions[definition];
    return found?.kind === 'parameter' && found.annotation < 0 ? found.name : null;
  }
  if (index.op[node] !== Op.Call || depth > 3) return null;
  for (const value of typeOf(p, fn.mod, index.a[node] as number).values) {
    if (value.tag !== 'function' || value.fn.mod.stub || value.fn.info.isAsync) continue;
    const bound = bindArguments(fn.mod, node, value.fn, value.self);
    for (const result of value.fn.info.results) {
      const inner = parameterPassed(p, value.fn, result, depth + 1);
      const argument = inner === null ? undefined : bound.byName.get(inner);
      if (argument !== undefined) return parameterPassed(p, fn, argument, depth + 1);
    }
  }
  return null;
}

function yieldedType(p: Project, fn: FunctionRef, env: Env): Type {
  const { info, mod } = fn;
  if (info.returns >= 0) {
    const declared = annotationType(p, mod, info.returns, env);
    const shape = declared.values.find((value) => value.tag === 'shape');
    const first = shape?.tag === 'shape' ? shape.args[0] : undefined;
    if (first && first.values.length > 0) return first;
  }
  return info.yielded.length === 0 ? UNKNOWN : union(info.yielded.slice(0, 8).map((node) => typeOf(p, mod, node)));
}

export function resultsOf(p: Project, type: Type): Type {
  return union(
    type.values.map((value): Type => {
      if (value.tag === 'function') return functionResult(p, value.fn, null, selfEnv(p, value));
      if (value.tag === 'class') return single({ tag: 'instance', cls: value.cls, args: value.args });
      if (value.tag === 'partial') return resultsOf(p, single(value.callee));
      return shapeOf(p, value, new Set(['Callable']))?.args.at(-1) ?? UNKNOWN;
    }),
  );
}

function constructedArgs(p: Project, cls: ClassRef, args: readonly Type[], mod: Mod, node: number): readonly Type[] {
  if (args.length > 0 || !cls.mod.stub) return args;
  const names = typeVariables(p, cls);
  if (names.length === 0) return args;
  const instance: Value = { tag: 'instance', cls, args: [] };
  const [init] = methodsOf(p, instance, '__init__');
  if (!init) return args;
  const site = { mod, node, bound: bindArguments(mod, node, init.fn, instance) };
  const { vars } = withArguments(p, init.fn, site, { vars: new Map(), self: instance });
  return names.map((name) => vars.get(name) ?? UNKNOWN);
}

/** Last names of what `specialCall` knows: an attribute is spelled as it is written. */
const SPECIAL: ReadonlySet<string> = new Set(
  'super type partial partialmethod staticmethod classmethod cast'.split(' '),
);

/** Calls whose meaning no stub can state. */
function specialCall(p: Project, mod: Mod, node: number, callee: number): Type | null {
  const { index } = mod;
  if (index.op[callee] === Op.Attr && !SPECIAL.has(index.strings[index.b[callee] as number] as string)) return null;
  const list = index.b[node] as number;
  const first = countAt(index, list) === 0 ? undefined : firstAt(index, list);
  switch (spelled(p, mod, callee)) {
    case 'builtins.super': {
      const owner = mod.functions[enclosingMethod(mod, index.owner[node] as number)];
      const cls = owner && mod.classes[owner.info.class];
      return cls ? single({ tag: 'super', cls, receiver: mod.view?.receiver ?? cls }) : UNKNOWN;
    }
    case 'builtins.type': {
      if (first === undefined || countAt(index, list) > 1) return UNKNOWN;
      const values = typeOf(p, mod, first).values.flatMap((value): Value[] =>
        value.tag === 'instance' ? [{ tag: 'class', cls: value.cls, args: value.args }] : [],
      );
      return values.length > 0 ? { values, open: true } : UNKNOWN;
    }
    case 'functools.partial':
    case 'functools.partialmethod': {
      if (first === undefined) return UNKNOWN;
      const callees = typeOf(p, mod, first);
      const values = callees.values.map((value): Value => ({ tag: 'partial', callee: value, mod, call: node }));
      return values.length > 0 ? { values, open: callees.open } : UNKNOWN;
    }
    case 'builtins.staticmethod':
    case 'builtins.classmethod':
      return first === undefined ? UNKNOWN : typeOf(p, mod, first);
    case 'typing.cast':
    case 'typing_extensions.cast':
      return first === undefined ? UNKNOWN : annotationType(p, mod, first);
    default:
      return null;
  }
}

/** The method around function `fn`: `super()` works in functions nested in a method too. */
function enclosingMethod(mod: Mod, fn: number): number {
  let at = fn;
  while (at >= 0 && (mod.functions[at]?.info.class ?? -1) < 0) at = mod.functions[at]?.info.outer ?? -1;
  return at;
}
