import { type Definition, items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { nameAt, type Project } from './project.ts';
import type { Mod } from './value.ts';

/** Whether a definition of a stub stands outside every `if sys.version_info ...` that the target version fails. */
export function active(p: Project, mod: Mod, definition: Definition): boolean {
  let child = definition.node;
  if (definition.kind === 'function') child = mod.index.functions[definition.id]?.node ?? -1;
  if (definition.kind === 'class') child = mod.index.classes[definition.id]?.node ?? -1;
  return child < 0 || activeNode(p, mod, child);
}

function activeNode(p: Project, mod: Mod, node: number): boolean {
  const { index } = mod;
  let child = node;
  for (let at = index.parent[child] as number; at >= 0; child = at, at = index.parent[at] as number) {
    if (index.op[at] !== Op.If) continue;
    const truth = versionTest(p, mod, index.a[at] as number);
    if (truth === null) continue;
    const inElse = items(index, index.c[at] as number).includes(child);
    if (truth === inElse) return false;
  }
  return true;
}

/** Value of `sys.version_info >= (3, 11)` and the like for the target version; null when it asks something else. */
export function versionTest(p: Project, mod: Mod, node: number): boolean | null {
  const { index } = mod;
  if (index.op[node] !== Op.Compare) return null;
  const [left, right] = items(index, index.a[node] as number);
  const [operator] = items(index, index.b[node] as number);
  if (left === undefined || right === undefined || operator === undefined) return null;
  if (nameAt(mod, left) !== 'version_info' || index.op[right] !== Op.Tuple) return null;
  const parts = [...items(index, index.a[right] as number)].map((item) =>
    Number(index.op[item] === Op.Integer ? index.strings[index.a[item] as number] : Number.NaN),
  );
  const [major = 3, minor = 0] = parts;
  const difference = p.target[0] - major || p.target[1] - minor;
  switch (index.strings[operator]) {
    case '>=':
      return difference >= 0;
    case '<':
      return difference < 0;
    case '>':
      return difference > 0;
    case '<=':
      return difference <= 0;
    case '==':
      return difference === 0;
    default:
      return null;
  }
}
