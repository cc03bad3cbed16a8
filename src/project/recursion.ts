import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { statementOf } from '../python/index/parents.ts';
import type { Effect } from './effects.ts';
import { definitionsOfName } from './lookup.ts';
import { decoratorName, nameAt, type Project } from './project.ts';
import { structural } from './trip-counts.ts';
import type { FunctionRef } from './value.ts';

/** What a function costs by calling itself twice with smaller numbers and remembering nothing: 2 to the power of its depth. */
export function recursionEffect(p: Project, fn: FunctionRef): { effect: Effect; node: number } | null {
  const { mod, info } = fn;
  const { index } = mod;
  if (info.kind !== 'def' || info.isAsync || info.decorators.some((node) => remembers(fn, node))) return null;
  const own = info.sites.filter((site) => index.op[site] === Op.Call && callsItself(p, fn, site));
  const shrinking = own.filter((site) =>
    [...items(index, index.b[site] as number)].some((argument) => isSmaller(fn, argument)),
  );
  const [first, second] = shrinking;
  if (first === undefined || second === undefined || !sameExpression(fn, first, second)) return null;
  return { effect: structural(`\`${info.name}\` calling itself twice on smaller numbers`), node: first };
}

function callsItself(p: Project, fn: FunctionRef, site: number): boolean {
  const { index } = fn.mod;
  const callee = index.a[site] as number;
  if (nameAt(fn.mod, callee) !== fn.info.name) return false;
  if (index.op[callee] === Op.Attr) return fn.info.class >= 0;
  const found = definitionsOfName(p, fn.mod, callee);
  return found?.definitions.some((id) => found.mod.index.definitions[id]?.id === fn.id) ?? false;
}

/** `n - 1`, `n - 2`: a parameter less a constant. */
function isSmaller(fn: FunctionRef, node: number): boolean {
  const { index } = fn.mod;
  if (index.op[node] !== Op.Binary || index.strings[index.c[node] as number] !== '-') return false;
  const parameter = nameAt(fn.mod, index.a[node] as number);
  return (
    index.op[index.b[node] as number] === Op.Integer &&
    fn.info.parameters.some((candidate) => candidate.name === parameter)
  );
}

/** Two calls in different statements are often two branches of which one runs. */
function sameExpression(fn: FunctionRef, left: number, right: number): boolean {
  return statementOf(fn.mod.index, left) === statementOf(fn.mod.index, right);
}

function remembers(fn: FunctionRef, node: number): boolean {
  const name = decoratorName(fn.mod, node);
  return /cache|memo/i.test(name);
}
