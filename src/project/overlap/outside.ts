import { Op } from '../../python/index/ops.ts';
import { bindArguments } from '../arguments.ts';
import { pathOf } from '../nonblocking.ts';
import type { FunctionRef, Mod } from '../value.ts';
import { rootOf } from './paths.ts';

/** Whether a path leads to what a function did not make itself: through a parameter, a global, or another name for one. */
export function isOutside(fn: FunctionRef, path: string, depth = 0): boolean {
  const { index } = fn.mod;
  const definitions = index.scopes[fn.info.scope]?.names.get(rootOf(path));
  if (!definitions) return true;
  return definitions.some((id) => {
    const definition = index.definitions[id];
    if (!definition || definition.kind === 'parameter') return true;
    if (definition.value < 0 || depth > 4) return false;
    // `rows = self.rows`, `for row in self.rows`: what is behind it is not the function's own.
    const behind = definition.kind === 'assign' || definition.kind === 'for' ? pathOf(fn.mod, definition.value) : null;
    return behind !== null && rootOf(behind) !== rootOf(path) && isOutside(fn, behind, depth + 1);
  });
}

/** A longer path is cut: what stands before the cut covers it. */
const DEEPEST = 6;

/** A path inside a called function, by what the caller knows it by; its own globals keep the module's name. */
export function asSeenFromCall(mod: Mod, call: number, fn: FunctionRef, path: string): string {
  // What another function's own globals are called does not change on the way.
  if (path.includes(':')) return path;
  const [root, ...rest] = path.split('.');
  const { index } = mod;
  const callee = index.a[call] as number;
  let base: string | null = null;
  if (fn.info.class >= 0 && root === fn.info.parameters[0]?.name && index.op[callee] === Op.Attr) {
    base = pathOf(mod, index.a[callee] as number);
  } else {
    const self = fn.info.class >= 0 ? ({ tag: 'literal', text: '', cls: null } as const) : null;
    const argument = bindArguments(mod, call, fn, self).byName.get(root as string);
    if (argument !== undefined) base = pathOf(mod, argument);
  }
  return base === null ? `${fn.mod.name}:${path}` : [base, ...rest].slice(0, DEEPEST).join('.');
}
