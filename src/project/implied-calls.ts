import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { typeOf } from './infer.ts';
import { methodsOf } from './members.ts';
import { fromMethods, type Outcome } from './outcome.ts';
import type { Project } from './project.ts';
import type { Mod } from './value.ts';

/** Builtins that ask an object of any class for one of its special methods. */
const ASKED: ReadonlyMap<string, string> = new Map([
  ['len', '__len__'],
  ['str', '__str__'],
  ['print', '__str__'],
  ['repr', '__repr__'],
  ['format', '__format__'],
  ['hash', '__hash__'],
  ['bool', '__bool__'],
  ['int', '__int__'],
  ['float', '__float__'],
  ['bytes', '__bytes__'],
  ['abs', '__abs__'],
  ['round', '__round__'],
]);

/** What a builtin runs on the arguments of a call that are instances of classes of the project. */
export function askedOfArguments(p: Project, builtin: string, mod: Mod, node: number): Outcome | null {
  const name = ASKED.get(builtin);
  if (name === undefined) return null;
  const { index } = mod;
  const methods = [...items(index, index.b[node] as number)].flatMap((argument) => {
    if (index.op[argument] === Op.Keyword) return [];
    return typeOf(p, mod, argument).values.flatMap((value) => {
      const isOwn = value.tag === 'instance' && !value.cls.mod.stub;
      return isOwn ? methodsOf(p, value, name).filter(({ fn }) => !fn.mod.stub) : [];
    });
  });
  return methods.length === 0 ? null : fromMethods(p, mod, node, methods);
}
