import { items, type ModuleIndex } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { behaviourOf, readBehaviour } from './behaviour.ts';
import { makeModule } from './module.ts';
import { decoratorName } from './project.ts';
import type { Mod } from './value.ts';

/** The model of a module that was read. */
export interface ModelFile {
  readonly index: ModuleIndex;
  readonly isPackage: boolean;
  /** The files that it is made of and that may have faults, each by itself: a model of the user may lie over another. */
  readonly unchecked: readonly ModuleIndex[];
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
      const made = (index: ModuleIndex, { isPackage }: ModelFile) => makeModule(name, index, { stub: true, isPackage });
      mod = file ? made(file.index, file) : null;
      known.set(name, mod);
      for (const part of file?.unchecked ?? []) {
        checkModel(mod && part === mod.index ? mod : made(part, file as ModelFile), onFault);
      }
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
  for (const { start, message } of mod.index.faults) fault(mod, nodeAt(mod, start), `syntax error: ${message}`);
  checkStatements(mod, mod.index.body, fault);
  for (const fn of mod.functions) {
    if (fn.info.decorators.length === 0) continue;
    readBehaviour(fn, ({ node, message }) => fault(mod, node, message));
    behaviourOf(fn);
  }
  for (const cls of mod.classes) {
    for (const node of cls.info.decorators) {
      const name = decoratorName(mod, node);
      if (!CLASS_DECORATORS.has(name)) fault(mod, node, `unknown decorator \`@${name}\``);
    }
  }
}

/** A stub holds declarations: definitions, assignments, imports, version tests, and the bodies `...` and a docstring. */
function checkStatements(mod: Mod, list: number, fault: (mod: Mod, node: number, message: string) => void): void {
  const { index } = mod;
  for (const node of items(index, list)) {
    switch (index.op[node]) {
      case Op.If:
        checkStatements(mod, index.b[node] as number, fault);
        checkStatements(mod, index.c[node] as number, fault);
        break;
      case Op.Function:
        for (const inner of items(index, index.functions[index.a[node] as number]?.body ?? -1)) {
          if (!isNothing(mod, inner)) fault(mod, inner, 'the body of a function in a stub is `...`');
        }
        break;
      case Op.Class:
        checkStatements(mod, index.classes[index.a[node] as number]?.body ?? -1, fault);
        break;
      case Op.Assign:
      case Op.Annotated:
      case Op.Augmented:
      case Op.Import:
      case Op.ImportFrom:
        break;
      default:
        if (!isNothing(mod, node)) fault(mod, node, 'this statement has no meaning in a stub');
    }
  }
}

function isNothing(mod: Mod, node: number): boolean {
  const { op, a } = mod.index;
  if (op[node] === Op.Pass) return true;
  const inner = op[node] === Op.Expression ? op[a[node] as number] : undefined;
  return inner === Op.Ellipsis || inner === Op.String;
}

/** The last node that starts at or before an offset, to say where a syntax error is. */
function nodeAt(mod: Mod, offset: number): number {
  const { start } = mod.index;
  let best = 0;
  for (let node = 0; node < start.length; node++) {
    const at = start[node] as number;
    if (at <= offset && at >= (start[best] as number)) best = node;
  }
  return best;
}
