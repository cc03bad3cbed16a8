import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { forEachChild } from '../python/index/parents.ts';
import { spelled } from './lookup.ts';
import { containsAwait } from './primitives.ts';
import type { Project } from './project.ts';
import type { Mod } from './value.ts';

/**
 * Whether a `while` goes on until computed values happen to satisfy it: its condition is no comparison of sizes, and a
 * name in it is set anew each round by multiplication or hashing. Walks, counters and emptied containers are bounded.
 */
export function computesWithoutBound(p: Project, mod: Mod, node: number): boolean {
  const { index } = mod;
  const test = index.a[node] as number;
  if (!isOpenTest(mod, test) || containsAwait(mod, node)) return false;
  const asked = new Set<string>();
  collectNames(mod, test, asked);
  return assignments(mod, index.b[node] as number).some(
    ({ name, value }) => asked.has(name) && computes(p, mod, value),
  );
}

function isOpenTest(mod: Mod, test: number): boolean {
  const { index } = mod;
  if (index.op[test] === Op.Not) return index.op[index.a[test] as number] === Op.Call;
  if (index.op[test] !== Op.Compare) return false;
  const operators = [...items(index, index.b[test] as number)].map((id) => index.strings[id]);
  return operators.length === 1 && operators[0] === '!=';
}

function collectNames(mod: Mod, node: number, into: Set<string>): void {
  if (mod.index.op[node] === Op.Name) into.add(mod.index.strings[mod.index.a[node] as number] as string);
  forEachChild(mod.index, node, (child) => collectNames(mod, child, into));
}

/** Plain assignments of one name in the statements of a block and the branches in it. */
function assignments(mod: Mod, list: number): { name: string; value: number }[] {
  const { index } = mod;
  const out: { name: string; value: number }[] = [];
  for (const statement of items(index, list)) {
    if (index.op[statement] === Op.If) {
      out.push(...assignments(mod, index.b[statement] as number), ...assignments(mod, index.c[statement] as number));
    }
    if (index.op[statement] !== Op.Assign) continue;
    const [target] = items(index, index.a[statement] as number);
    if (target === undefined || index.op[target] !== Op.Name) continue;
    out.push({ name: index.strings[index.a[target] as number] as string, value: index.b[statement] as number });
  }
  return out;
}

function computes(p: Project, mod: Mod, node: number): boolean {
  const { index } = mod;
  if (index.op[node] === Op.Binary && ['*', '**'].includes(index.strings[index.c[node] as number] ?? '')) return true;
  if (index.op[node] === Op.Call && (spelled(p, mod, index.a[node] as number) ?? '').startsWith('hashlib.'))
    return true;
  let found = false;
  forEachChild(index, node, (child) => {
    if (!found) found = computes(p, mod, child);
  });
  return found;
}
