import type { Access } from './access.ts';
import { findMember, isProperty, methodsOf } from './members.ts';
import { nameAt, type Project } from './project.ts';
import type { FunctionRef, Mod, Type, Value } from './value.ts';

/** `@x.setter` and `@x.deleter` give another way in, not another value. */
export function isAccessor(mod: Mod, fn: FunctionRef): boolean {
  return isMarked(mod, fn, 'setter') || isMarked(mod, fn, 'deleter');
}

function isMarked(mod: Mod, fn: FunctionRef, word: string): boolean {
  return fn.info.decorators.some((node) => nameAt(mod, node) === word);
}

interface Method {
  readonly fn: FunctionRef;
  readonly self: Value;
}

/** The functions that reading, setting or deleting the attribute runs: those of a property, else the hooks of the class. */
export function accessorsOf(p: Project, type: Type, name: string, access: Access): Method[] {
  return type.values.flatMap((value) => {
    if (value.tag !== 'instance' && value.tag !== 'super') return [];
    return [
      ...(access === 'read' || access === 'update' ? readersOf(p, value, name) : []),
      ...(access === 'store' || access === 'update' ? changersOf(p, value, name, 'setter') : []),
      ...(access === 'delete' ? changersOf(p, value, name, 'deleter') : []),
    ];
  });
}

function readersOf(p: Project, value: Value, name: string): Method[] {
  const { member, open } = findMember(p, value, name);
  if (member) return methodsOf(p, value, name).filter(({ fn }) => isProperty(fn.mod, fn));
  return open ? [] : hooksOf(p, value, '__getattr__');
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
