import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { forEachChild } from '../../python/index/parents.ts';
import type { Mod } from '../value.ts';

/** Whether an expression in the body of a loop depends on what an earlier round left behind. */
export function isCarried(mod: Mod, loop: number, expression: number, targets: ReadonlySet<string>): boolean {
  return carried(mod, loop, expression, targets, 0);
}

function carried(mod: Mod, loop: number, node: number, targets: ReadonlySet<string>, depth: number): boolean {
  const { index } = mod;
  if (depth > 12) return true;
  if (index.op[node] === Op.Name) return nameCarried(mod, loop, node, targets, depth);
  if (index.op[node] === Op.Lambda || index.op[node] === Op.Function) return false;
  let found = false;
  forEachChild(index, node, (child) => {
    found ||= carried(mod, loop, child, targets, depth);
  });
  return found;
}

function nameCarried(mod: Mod, loop: number, node: number, targets: ReadonlySet<string>, depth: number): boolean {
  const { index } = mod;
  const name = index.strings[index.a[node] as number] as string;
  if (targets.has(name)) return false;
  const reaching = items(index, index.b[node] as number);
  let outside = 0;
  for (const id of reaching) {
    const definition = index.definitions[id];
    if (!definition || definition.node < 0 || !isInBody(mod, loop, definition.node)) {
      outside++;
      continue;
    }
    // Bound further down: only an earlier round can have done it.
    if ((index.start[definition.node] as number) > (index.start[node] as number)) return true;
    if (definition.kind === 'narrow' || definition.kind === 'exclude') continue;
    if (definition.kind === 'augmented') return true;
    if (definition.value >= 0 && carried(mod, loop, definition.value, targets, depth + 1)) return true;
  }
  // Bound in some rounds and not in others: what is there otherwise comes from before.
  return outside > 0 && outside < reaching.length;
}

function isInBody(mod: Mod, loop: number, node: number): boolean {
  const { index } = mod;
  const start = index.start[node] as number;
  return start > (index.end[index.b[loop] as number] as number) && start < (index.end[loop] as number);
}
