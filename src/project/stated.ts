import { usualCost } from './behaviour.ts';
import type { Effect } from './effects.ts';
import { type FunctionRef, shortName } from './value.ts';

/**
 * What calling the function does by a comment on its definition, whatever its body does; null when there is none. Like
 * that of a library function it has no chain: nothing below it is known.
 */
export function statedEffects(fn: FunctionRef): readonly Effect[] | null {
  const { stated } = fn.info;
  if (stated === null) return null;
  if (stated.effect === null) return [];
  const { kind, cost } = stated.effect;
  const none = { use: null, gil: null, once: false, isRepeated: false, raises: false, chain: null };
  return [{ kind, cost: cost ?? usualCost(kind), name: shortName(fn), ...none }];
}

/** Whether a comment vouches for the function, so that nothing in its body is reported either. */
export function isStatedNonblocking(fn: FunctionRef): boolean {
  return fn.info.stated !== null && fn.info.stated.effect === null;
}
