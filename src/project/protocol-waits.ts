import { Op } from '../python/index/ops.ts';
import { typingForm } from './annotations.ts';
import type { Bound } from './arguments.ts';
import type { Effect } from './effects.ts';
import { isAbstract } from './overrides.ts';
import type { Project } from './project.ts';
import { type FunctionRef, type Mod, shortName } from './value.ts';

/**
 * What a method of a Protocol says of itself by taking `block=True`, as `queue.Queue.get` does: called like this it may wait.
 * Who implements it is nowhere to be seen, so it is never more than a note.
 */
export function waitsBySignature(p: Project, fn: FunctionRef, bound: Bound, mod: Mod): Effect | null {
  const parameter = fn.info.parameters.find(({ name }) => name === 'block' || name === 'blocking');
  if (!parameter || fn.info.isAsync || !isTrue(fn.mod, parameter.default)) return null;
  if (!isAbstract(fn) || !isInProtocol(p, fn)) return null;
  const given = bound.byName.get(parameter.name);
  if (bound.partial || (given !== undefined && !isTrue(mod, given))) return null;
  return {
    kind: 'wait',
    cost: 'micro',
    name: shortName(fn),
    use: null,
    gil: null,
    once: false,
    // A loop around it makes it no more certain.
    isRepeated: true,
    raises: false,
    chain: null,
  };
}

function isTrue(mod: Mod, node: number): boolean {
  return mod.index.op[node] === Op.True;
}

function isInProtocol(p: Project, fn: FunctionRef): boolean {
  const { index } = fn.mod;
  return (fn.mod.classes[fn.info.class]?.info.bases ?? []).some((base) => {
    const named = index.op[base] === Op.Subscript ? (index.a[base] as number) : base;
    return typingForm(p, fn.mod, named) === 'Protocol';
  });
}
