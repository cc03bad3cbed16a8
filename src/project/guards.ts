import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { forEachChild } from '../python/index/parents.ts';
import { receiverOf } from './folding.ts';
import { pathOf } from './nonblocking.ts';
import { nameAt } from './project.ts';
import type { Mod } from './value.ts';

/** Questions that are asked so as not to wait. */
const QUESTIONS: ReadonlySet<string> = new Set([
  'empty',
  'qsize',
  'done',
  'full',
  'is_alive',
  'poll',
  'locked',
  'is_set',
]);

/**
 * Whether the code asked the receiver first: `while not queue.empty(): queue.get()`, `if future.done(): future.result()`,
 * or an `if` before that leaves. Between question and call nothing else runs on this thread.
 */
export function isAskedFirst(mod: Mod, site: number): boolean {
  const { index } = mod;
  const receiver = receiverOf(mod, site);
  const key = receiver < 0 ? null : pathOf(mod, receiver);
  if (key === null) return false;
  let child = site;
  for (let at = index.parent[site] as number; at >= 0; child = at, at = index.parent[at] as number) {
    const op = index.op[at];
    if (op === Op.Lambda) return false;
    if (op === Op.Function) return leftBefore(mod, at, child, key);
    if (
      (op === Op.If || op === Op.While || op === Op.IfElse) &&
      child !== index.a[at] &&
      asks(mod, index.a[at] as number, key)
    ) {
      return true;
    }
    if (op === Op.If || op === Op.While || op === Op.For || op === Op.With || op === Op.Try) {
      if (leftBefore(mod, at, child, key)) return true;
    }
  }
  return false;
}

/** `if queue.empty(): continue` above the statement, in the same block. */
function leftBefore(mod: Mod, block: number, statement: number, key: string): boolean {
  const { index } = mod;
  let found = false;
  let passed = false;
  forEachChild(index, block, (child) => {
    if (child === statement) passed = true;
    if (passed || index.op[child] !== Op.If || !asks(mod, index.a[child] as number, key)) return;
    const last = items(index, index.b[child] as number).at(-1) ?? -1;
    found ||= [Op.Return, Op.Continue, Op.Break, Op.Raise].some((op) => index.op[last] === op);
  });
  return found;
}

function asks(mod: Mod, test: number, key: string): boolean {
  const { index } = mod;
  if (index.op[test] === Op.Call) {
    const callee = index.a[test] as number;
    if (
      index.op[callee] === Op.Attr &&
      QUESTIONS.has(nameAt(mod, callee) ?? '') &&
      pathOf(mod, index.a[callee] as number) === key
    ) {
      return true;
    }
  }
  let found = false;
  forEachChild(index, test, (child) => {
    found ||= asks(mod, child, key);
  });
  return found;
}
