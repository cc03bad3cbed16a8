import { Op } from '../../python/index/ops.ts';
import { forEachChild } from '../../python/index/parents.ts';
import { spelled } from '../lookup.ts';
import type { Project } from '../project.ts';
import type { Mod } from '../value.ts';

const CLOCKS = /^(?:time\.(?:time|monotonic|perf_counter|process_time)(?:_ns)?|datetime\.datetime\.(?:now|utcnow))$/;

const LAST_NAMES: ReadonlySet<string> = new Set(
  'time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns now utcnow'.split(' '),
);

function isClock(p: Project, mod: Mod, callee: number): boolean {
  const { op, b, strings } = mod.index;
  if (op[callee] === Op.Attr && !LAST_NAMES.has(strings[b[callee] as number] as string)) return false;
  return CLOCKS.test(spelled(p, mod, callee) ?? '');
}

/** Whether the code reads a clock: awaits that are timed one by one mean to run one by one. */
export function readsClock(p: Project, mod: Mod, node: number): boolean {
  const { index } = mod;
  if (index.op[node] === Op.Lambda || index.op[node] === Op.Function) return false;
  if (index.op[node] === Op.Call && isClock(p, mod, index.a[node] as number)) return true;
  let found = false;
  forEachChild(index, node, (child) => {
    found ||= readsClock(p, mod, child);
  });
  return found;
}
