import { Op } from '../../python/index/ops.ts';
import { forEachChild } from '../../python/index/parents.ts';
import { spelled } from '../lookup.ts';
import type { Project } from '../project.ts';
import type { Mod } from '../value.ts';

const CLOCKS = /^(?:time\.(?:time|monotonic|perf_counter|process_time)(?:_ns)?|datetime\.datetime\.(?:now|utcnow))$/;

/** Whether the code reads a clock: awaits that are timed one by one mean to run one by one. */
export function readsClock(p: Project, mod: Mod, node: number): boolean {
  const { index } = mod;
  if (index.op[node] === Op.Lambda || index.op[node] === Op.Function) return false;
  if (index.op[node] === Op.Call && CLOCKS.test(spelled(p, mod, index.a[node] as number) ?? '')) return true;
  let found = false;
  forEachChild(index, node, (child) => {
    found ||= readsClock(p, mod, child);
  });
  return found;
}
