import { Op } from '../../python/index/ops.ts';
import { nameAt } from '../project.ts';
import type { Mod } from '../value.ts';

/** Docstrings, logging and printing. */
export function isRemark(mod: Mod, statement: number): boolean {
  const { index } = mod;
  if (index.op[statement] === Op.Pass) return true;
  if (index.op[statement] !== Op.Expression) return false;
  const value = index.a[statement] as number;
  if (index.op[value] === Op.String) return true;
  if (index.op[value] !== Op.Call) return false;
  const callee = index.a[value] as number;
  const name = nameAt(mod, callee) ?? '';
  if (index.op[callee] === Op.Name) return name === 'print';
  return ['debug', 'info', 'warning', 'error', 'exception', 'critical', 'log', 'warn'].includes(name);
}
