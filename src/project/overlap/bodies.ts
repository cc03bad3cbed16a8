import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { pathOf } from '../nonblocking.ts';
import { nameAt } from '../project.ts';
import type { Mod } from '../value.ts';
import { awaitNodes } from './awaits.ts';
import { rootOf } from './paths.ts';
import { isRemark } from './remarks.ts';

/**
 * What one round of a loop comes to, beside remarks (docstrings, logging, printing) and whatever stands around it in a
 * `try` or an `if` without `else`.
 * `bare`: one await and nothing else. `plain`: one await, with values worked out and rounds left out before it, and the
 * target told something after it. `collects`: one await whose result goes into a collection. `other`: more than that.
 */
export type Body = 'bare' | 'plain' | 'collects' | 'other';

export function bodyOf(mod: Mod, list: Iterable<number>, targets: ReadonlySet<string>): Body {
  const { index } = mod;
  const telling = [...list].filter((statement) => !isRemark(mod, statement));
  const first = telling.findIndex((statement) => awaitNodes(mod, [statement]).length > 0);
  if (first < 0 || !telling.slice(0, first).every((statement) => prepares(mod, statement))) return 'other';
  const [main, ...after] = telling.slice(first) as [number, ...number[]];
  const isAlone = first === 0 && after.length === 0;
  if (index.op[main] === Op.Try || (index.op[main] === Op.If && index.c[main] === -1)) {
    const inner = index.op[main] === Op.Try ? index.a[main] : index.b[main];
    const body = bodyOf(mod, items(index, inner as number), targets);
    return isAlone ? body : after.length > 0 && !endsRound(mod, after) ? 'other' : body === 'bare' ? 'plain' : body;
  }
  if (index.op[main] === Op.Expression && index.op[index.a[main] as number] === Op.Await) {
    if (isAlone) return 'bare';
    return after.every((statement) => tellsTarget(mod, statement, targets)) ? 'plain' : 'other';
  }
  return collects(mod, main, after) ? 'collects' : 'other';
}

/** `r = await f(x)` and `out.append(r)`, `out.append(await f(x))`, `out[x] = await f(x)`. */
function collects(mod: Mod, main: number, after: readonly number[]): boolean {
  const { index } = mod;
  if (awaitNodes(mod, [main]).length !== 1) return false;
  if (index.op[main] === Op.Expression) return isAppend(mod, main) && endsRound(mod, after);
  if (index.op[main] !== Op.Assign) return false;
  const [target, ...others] = items(index, index.a[main] as number);
  if (target === undefined || others.length > 0) return false;
  if (index.op[target] === Op.Subscript) return endsRound(mod, after);
  const [use, ...rest] = after;
  return index.op[target] === Op.Name && use !== undefined && isAppend(mod, use) && endsRound(mod, rest);
}

function isAppend(mod: Mod, statement: number): boolean {
  const { index } = mod;
  const call = index.a[statement] as number;
  if (index.op[statement] !== Op.Expression || index.op[call] !== Op.Call) return false;
  const callee = index.a[call] as number;
  return index.op[callee] === Op.Attr && ['append', 'add', 'extend'].includes(nameAt(mod, callee) ?? '');
}

/** Values worked out without an await, and rounds left out: what comes before the one await of a round. */
function prepares(mod: Mod, statement: number): boolean {
  const { index } = mod;
  switch (index.op[statement]) {
    case Op.Assign:
      return [...items(index, index.a[statement] as number)].every((target) => index.op[target] === Op.Name);
    case Op.Annotated:
      return index.op[index.a[statement] as number] === Op.Name;
    case Op.If:
      return index.c[statement] === -1 && endsRound(mod, [...items(index, index.b[statement] as number)]);
    default:
      return false;
  }
}

function endsRound(mod: Mod, statements: readonly number[]): boolean {
  return statements.every((statement) => mod.index.op[statement] === Op.Continue || isRemark(mod, statement));
}

/** `player.mark_idle()` for the `player` of this round. */
function tellsTarget(mod: Mod, statement: number, targets: ReadonlySet<string>): boolean {
  const { index } = mod;
  if (index.op[statement] === Op.Continue) return true;
  const call = index.a[statement] as number;
  if (index.op[statement] !== Op.Expression || index.op[call] !== Op.Call) return false;
  const callee = index.a[call] as number;
  const path = index.op[callee] === Op.Attr ? pathOf(mod, index.a[callee] as number) : null;
  return path !== null && targets.has(rootOf(path));
}
