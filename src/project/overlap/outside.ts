import { Op } from '../../python/index/ops.ts';
import { type Bound, bindArguments } from '../arguments.ts';
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

/** `base`, which may be long itself, counts as one step. */
function cut(path: string, base: string): string {
  let end = base.length - 1;
  for (let step = 0; step < DEEPEST; step++) {
    end = path.indexOf('.', end + 1);
    if (end < 0) return path;
  }
  return path.slice(0, end);
}

/** Says of paths inside a called function what the caller knows them by; its own globals keep the module's name. */
export function asSeenFromCall(mod: Mod, call: number, fn: FunctionRef): (path: string) => string {
  const bases = new Map<string, string | null>();
  const { index } = mod;
  const callee = index.a[call] as number;
  const isMethod = fn.info.class >= 0;
  let bound: Bound | null = null;
  const baseOf = (root: string): string | null => {
    if (isMethod && root === fn.info.parameters[0]?.name && index.op[callee] === Op.Attr)
      return pathOf(mod, index.a[callee] as number);
    bound ??= bindArguments(mod, call, fn, isMethod ? { tag: 'literal', text: '', cls: null } : null);
    const argument = bound.byName.get(root);
    return argument === undefined ? null : pathOf(mod, argument);
  };
  return (path) => {
    // What another function's own globals are called does not change on the way.
    if (path.includes(':')) return path;
    const root = rootOf(path);
    let base = bases.get(root);
    if (base === undefined) {
      base = baseOf(root);
      bases.set(root, base);
    }
    if (base === null) return `${fn.mod.name}:${path}`;
    return cut(base === root ? path : base + path.slice(root.length), base);
  };
}
