import type { ModuleIndex } from '../python/index/module-index.ts';
import { behaviourOf, readBehaviour } from './behaviour.ts';
import { makeModule } from './module.ts';
import { nameAt } from './project.ts';
import { Op } from '../python/index/ops.ts';
import type { Mod } from './value.ts';

/** A model file that was read: its index, and what is wrong with it. */
export interface ModelFile {
  readonly index: ModuleIndex;
  readonly isPackage: boolean;
}

/** Finds the stub of a module below the model folders; null when there is none. */
export type ReadModel = (name: string) => ModelFile | null;

/** Models by module name, each made once. */
export function modelSource(read: ReadModel, onFault: (mod: Mod, node: number, message: string) => void) {
  const known = new Map<string, Mod | null>();
  return (name: string): Mod | null => {
    let mod = known.get(name);
    if (mod === undefined) {
      const file = /^[\w.]+$/.test(name) ? read(name) : null;
      mod = file ? makeModule(name, file.index, { stub: true, isPackage: file.isPackage }) : null;
      known.set(name, mod);
      if (mod) checkModel(mod, onFault);
    }
    return mod;
  };
}

const CLASS_DECORATORS: ReadonlySet<string> = new Set([
  'exclusive',
  'nonblocking',
  'final',
  'type_check_only',
  'deprecated',
  'runtime_checkable',
  'dataclass',
]);

/** Tells what a model states that nostall does not understand. */
export function checkModel(mod: Mod, fault: (mod: Mod, node: number, message: string) => void): void {
  for (const fn of mod.functions) {
    if (fn.info.decorators.length === 0) continue;
    readBehaviour(fn, ({ node, message }) => fault(mod, node, message));
    behaviourOf(fn);
  }
  for (const cls of mod.classes) {
    for (const node of cls.info.decorators) {
      const name = nameAt(mod, mod.index.op[node] === Op.Call ? (mod.index.a[node] as number) : node) ?? '';
      if (!CLASS_DECORATORS.has(name)) fault(mod, node, `unknown decorator \`@${name}\``);
    }
  }
}
