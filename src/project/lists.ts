import type { ModuleIndex } from '../python/index/module-index.ts';

/** The items of the list at `offset` as an array of their own; none for -1. A view, as `items` gives it, costs more than that. */
export function listAt({ lists }: ModuleIndex, offset: number): number[] {
  const out: number[] = [];
  if (offset < 0) return out;
  const end = offset + 1 + (lists[offset] as number);
  for (let at = offset + 1; at < end; at++) out.push(lists[at] as number);
  return out;
}

export function countAt({ lists }: ModuleIndex, offset: number): number {
  return offset < 0 ? 0 : (lists[offset] as number);
}

/** The first item of the list at `offset`, -1 when there is none. */
export function firstAt({ lists }: ModuleIndex, offset: number): number {
  return offset < 0 || lists[offset] === 0 ? -1 : (lists[offset + 1] as number);
}
