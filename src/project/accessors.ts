import type { Access } from './access.ts';
import { findMember, isProperty, methodsOf } from './members.ts';
import { nameAt, type Project } from './project.ts';
import type { FunctionRef, Mod, Type, Value } from './value.ts';

/** `@x.setter` and `@x.deleter` give another way in, not another value. */
export function isAccessor(mod: Mod, fn: FunctionRef): boolean {
  return isMarked(mod, fn, 'setter') || isMarked(mod, fn, 'deleter');
}

function isMarked(mod: Mod, fn: FunctionRef, word: string): boolean {
  for (const node of fn.info.decorators) if (nameAt(mod, node) === word) return true;
  return false;
}

interface Method {
  readonly fn: FunctionRef;
  readonly self: Value;
}

/** The functions that reading, setting or deleting the attribute runs: those of a property, else the hooks of the class. */
export function accessorsOf(p: Project, type: Type, name: string, access: Access): Method[] {
  const out: Method[] = [];
  for (const value of type.values) {
    if (value.tag !== 'instance' && value.tag !== 'super') continue;
    if (access === 'read' || access === 'update') out.push(...readersOf(p, value, name));
    if (access === 'store' || access === 'update') out.push(...changersOf(p, value, name, 'setter'));
    if (access === 'delete') out.push(...changersOf(p, value, name, 'deleter'));
  }
  return out;
}

const NONE: readonly Method[] = [];

function readersOf(p: Project, value: Value, name: string): readonly Method[] {
  const { member, open } = findMember(p, value, name);
  if (!member) return open ? NONE : hooksOf(p, value, '__getattr__');
  const { mod } = member.owner.cls;
  // Almost all attributes are what they seem to be.
  const isComputed = (id: number) => {
    const definition = mod.index.definitions[id];
    return definition?.kind === 'function' && isProperty(mod, mod.functions[definition.id] as FunctionRef);
  };
  return member.definitions.some(isComputed)
    ? methodsOf(p, value, name).filter(({ fn }) => isProperty(fn.mod, fn))
    : NONE;
}

function changersOf(p: Project, value: Value, name: string, word: 'setter' | 'deleter'): Method[] {
  const own = methodsOf(p, value, name).filter(({ fn }) => isMarked(fn.mod, fn, word));
  return own.length > 0 ? own : hooksOf(p, value, word === 'setter' ? '__setattr__' : '__delattr__');
}

/** Hooks of the project: what libraries do there is in their models. */
function hooksOf(p: Project, value: Value, name: string): Method[] {
  if (value.tag !== 'instance' || value.cls.mod.stub) return [];
  return methodsOf(p, value, name).filter(({ fn }) => !fn.mod.stub);
}
