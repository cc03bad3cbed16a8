import { Op } from '../python/index/ops.ts';
import { annotationType } from './annotations.ts';
import { type Bound, bindArguments, parameterOf } from './arguments.ts';
import { isStatic } from './definition-type.ts';
import { typeOf } from './infer.ts';
import { findMember, methodsOf } from './members.ts';
import { nameAt, type Project } from './project.ts';
import { lineOf } from './receivers.ts';
import { askedOfNames } from './self-uses.ts';
import { type ClassRef, type FunctionRef, type Mod, plain, type Value } from './value.ts';
import { givenTo } from './views.ts';

type Instance = Value & { readonly tag: 'instance' };

/**
 * A function as calls have it that pass these objects, and those that pass one more. Weak in the classes: they may be gone
 * before the function is.
 */
interface Views {
  fn: FunctionRef | null;
  readonly byName: Map<string, WeakMap<ClassRef, Views>>;
}

const known = new WeakMap<FunctionRef, Views>();

/**
 * The function as the call has it that passes objects of known classes: another one where its parameters say less than
 * that of what it asks of them. One level only: what it hands on from there counts as what its annotations say.
 */
export function forArguments(p: Project, fn: FunctionRef, bound: Bound, mod: Mod): FunctionRef {
  if (mod.view?.given || fn.mod.stub || fn.mod.view?.given || bound.byName.size === 0) return fn;
  const values = new Map<string, Instance>();
  const uses = parameterUses(fn);
  for (const [name, asked] of uses) {
    const argument = bound.byName.get(name);
    const value = argument === undefined ? null : instanceAt(p, mod, argument);
    const exact = value && moreThanDeclared(p, fn, name, asked, value);
    if (exact) values.set(name, { tag: 'instance', cls: exact, args: [] });
  }
  if (values.size === 0) return fn;
  let views = known.get(fn);
  if (!views) {
    views = noViews();
    known.set(fn, views);
  }
  for (const [name, value] of values) views = viewsBelow(views, name, value.cls);
  views.fn ??= givenTo(fn, values);
  return views.fn;
}

function noViews(): Views {
  return { fn: null, byName: new Map() };
}

function viewsBelow({ byName }: Views, name: string, cls: ClassRef): Views {
  let byClass = byName.get(name);
  if (!byClass) {
    byClass = new WeakMap();
    byName.set(name, byClass);
  }
  let views = byClass.get(cls);
  if (!views) {
    views = noViews();
    byClass.set(cls, views);
  }
  return views;
}

function instanceAt(p: Project, mod: Mod, node: number): Instance | null {
  const { values, open } = typeOf(p, mod, node);
  const [value] = values;
  return !open && values.length === 1 && value?.tag === 'instance' && value.cls.mod.name !== 'builtins' ? value : null;
}

/** The most general class that answers as the object does, null when the function knows as much from its annotation. */
function moreThanDeclared(
  p: Project,
  fn: FunctionRef,
  name: string,
  asked: ReadonlySet<string>,
  value: Instance,
): ClassRef | null {
  const annotation = parameterOf(fn, name)?.annotation ?? -1;
  const declared = annotationType(p, fn.mod, annotation).values;
  const [first] = declared;
  const names = [...asked].filter((one) => findMember(p, value, one).member !== null);
  if (names.length === 0) return null;
  if (first) {
    if (declared.length > 1 || first.tag !== 'instance' || first.cls.mod.stub || value.cls.mod.stub) return null;
    if (names.every((one) => isAlike(p, first, value, one))) return null;
  }
  if (value.cls.mod.stub) return value.cls;
  const bases = lineOf(p, value.cls).map(({ cls }) => cls);
  return (
    bases.reverse().find((cls) => {
      const base: Instance = { tag: 'instance', cls, args: [] };
      return !cls.mod.stub && names.every((one) => isAlike(p, base, value, one));
    }) ?? value.cls
  );
}

function isAlike(p: Project, left: Instance, right: Instance, name: string): boolean {
  if (left.cls === right.cls) return true;
  const [a, b] = [findMember(p, left, name).member, findMember(p, right, name).member];
  if (a?.owner.cls !== b?.owner.cls) return false;
  const others = methodsOf(p, right, name);
  return methodsOf(p, left, name).every(({ fn }, i) => fn === others[i]?.fn);
}

const uses = new WeakMap<FunctionRef, ReadonlyMap<string, ReadonlySet<string>>>();

/** What the function asks of each of its parameters: names of methods and attributes. */
function parameterUses(fn: FunctionRef): ReadonlyMap<string, ReadonlySet<string>> {
  const method = plain(fn);
  let found = uses.get(method);
  if (!found) {
    const { info, mod } = method;
    const isMethod = info.class >= 0 && !isStatic(mod, method);
    const parameters = info.parameters.slice(isMethod ? 1 : 0).filter(({ kind }) => !kind.includes('star'));
    const all = askedOfNames(mod, info.node);
    found = new Map(
      parameters.flatMap(({ name }): [string, ReadonlySet<string>][] => {
        const own = all.get(name);
        return own === undefined ? [] : [[name, own]];
      }),
    );
    uses.set(method, found);
  }
  return found;
}

/** What the functions of the project that a call passes the receiver of `fn` to ask of it. */
export function askedOfReceiver(p: Project, fn: FunctionRef, call: number): readonly string[] {
  const { index } = fn.mod;
  const self = fn.info.parameters[0]?.name;
  return typeOf(p, fn.mod, index.a[call] as number).values.flatMap((value) => {
    if (value.tag !== 'function' || value.fn.mod.stub) return [];
    const { byName } = bindArguments(fn.mod, call, value.fn, value.self);
    const asked = parameterUses(value.fn);
    return [...byName].flatMap(([name, argument]) =>
      index.op[argument] === Op.Name && nameAt(fn.mod, argument) === self ? [...(asked.get(name) ?? [])] : [],
    );
  });
}
