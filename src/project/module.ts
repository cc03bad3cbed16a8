import type { ModuleIndex } from '../python/index/module-index.ts';
import { NodeMap } from './node-map.ts';
import type { ClassRef, FunctionRef, Mod } from './value.ts';

export function makeModule(name: string, index: ModuleIndex, options: { stub: boolean; isPackage: boolean }): Mod {
  const classes: ClassRef[] = [];
  const functions: FunctionRef[] = [];
  const mod: Mod = {
    name,
    path: index.path,
    index,
    classes,
    functions,
    types: new NodeMap(),
    definitionTypes: new NodeMap(),
    annotations: new NodeMap(),
    outcomes: new NodeMap(),
    view: null,
    ...options,
  };
  index.classes.forEach((info, id) => {
    classes.push({ mod, id, info });
  });
  index.functions.forEach((info, id) => {
    functions.push({ mod, id, info });
  });
  return mod;
}

/** Types are mostly asked for while the module is judged, and can be worked out again; only never while one is. */
export function forgetTypes(mod: Mod): void {
  mod.types.clear();
  mod.definitionTypes.clear();
  mod.annotations.clear();
}

/** The name of an `__init__` at the very root, which has no name of its own there. */
export const ROOT_PACKAGE = '__main__';

/** Absolute dotted name of `module` as an import in `from` means it; null when it climbs above the root. */
export function absoluteName(from: Mod, module: string, level: number): string | null {
  return level === 0 ? module : relativeName(from.name, from.isPackage, module, level);
}

/** The same by the name of the importing module; `level` is the number of leading dots, at least one. */
export function relativeName(from: string, isPackage: boolean, module: string, level: number): string | null {
  const parts = from === ROOT_PACKAGE && isPackage ? [] : from.split('.');
  const keep = parts.length - level + (isPackage ? 1 : 0);
  if (keep < 0) return null;
  return [...parts.slice(0, keep), ...(module === '' ? [] : [module])].join('.') || ROOT_PACKAGE;
}
