import { Op } from '../python/index/ops.ts';
import type { Effect } from './effects.ts';
import { memberOf } from './members.ts';
import { isAbstract, methodsBelow } from './overrides.ts';
import { nameAt, type Project } from './project.ts';
import { forReceiver, lineOf, reachedFrom } from './receivers.ts';
import type { ClassRef, FunctionRef } from './value.ts';

const known = new WeakMap<FunctionRef, readonly FunctionRef[]>();

/**
 * A coroutine that subclasses in the project inherit, as each of those has it that puts in steps of its own. It is written
 * once, so what the steps do is told there, where most of the subclasses do it.
 */
export function asInherited(p: Project, fn: FunctionRef): readonly FunctionRef[] {
  let views = known.get(fn);
  if (!views) {
    views = find(p, fn);
    known.set(fn, views);
  }
  return views;
}

/** More subclasses than this are a framework's: nobody can say what most of them do. */
const MOST = 12;
/** Classes that have a base of the same name, one of which may be another. Each is in a file that would have to be read. */
const MOST_NAMED = 40;

function find(p: Project, fn: FunctionRef): readonly FunctionRef[] {
  const cls = fn.mod.classes[fn.info.class];
  if (!cls || fn.mod.stub || fn.mod.view || !fn.info.isAsync) return [];
  const heirs = new Set<ClassRef>();
  for (const { name, above } of reachedFrom(p, fn, lineOf(p, cls))) {
    if (name === null || above !== null) continue;
    if (p.heirCount(cls, name) > MOST_NAMED) return [];
    for (const method of methodsBelow(p, cls, name)) {
      if (!isAbstract(method)) heirs.add(method.mod.classes[method.info.class] as ClassRef);
    }
    if (heirs.size > MOST) return [];
  }
  const owner = (heir: ClassRef) => memberOf(p, lineOf(p, heir), fn.info.name)?.owner.cls;
  return [...heirs]
    .filter((heir) => owner(heir) === cls)
    .map((heir) => forReceiver(p, fn, { tag: 'instance', cls: heir, args: [] }));
}

/** Whether a site calls a method of the function's own receiver. */
export function callsItself({ mod, info }: FunctionRef, site: number): boolean {
  const { index } = mod;
  if (index.op[site] !== Op.Call) return false;
  const callee = index.a[site] as number;
  if (index.op[callee] !== Op.Attr) return false;
  const receiver = index.a[callee] as number;
  return index.op[receiver] === Op.Name && nameAt(mod, receiver) === info.parameters[0]?.name;
}

/** What at least half of the classes do at a site; the class that has the coroutine counts as one that does not. */
export function commonTo(perClass: readonly (readonly Effect[])[]): Effect[] {
  const blocking = perClass.filter((effects) => effects.length > 0);
  return blocking.length * 2 < perClass.length + 1 ? [] : blocking.flat();
}
