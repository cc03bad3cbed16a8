import { COSTS, type Cost, type Kind } from '../types.ts';
import type { Need } from './needs.ts';
import type { FunctionRef } from './value.ts';

/** What happens to the interpreter lock while CPU work runs. */
export type Gil = 'released' | 'python' | 'held';

/** What a call does to the loop, and by which way. */
export interface Effect {
  readonly kind: Kind;
  readonly cost: Cost;
  /** What blocks, by its dotted name: `requests.get`. For structure, words: `a loop of 1,000,000 rounds`. */
  readonly name: string;
  /** Dotted name of the async way out, null when there is none. */
  readonly use: string | null;
  readonly gil: Gil | null;
  /** Only the first call costs; told where it is called, not to callers of callers. */
  readonly once: boolean;
  /** A loop around it made it dearer already. */
  readonly isRepeated: boolean;
  /** Stated in the message when calling it on a running loop raises instead. */
  readonly raises: boolean;
  /** From the function that was called down to the primitive; null when the site itself is the primitive. */
  readonly chain: Link | null;
}

/** One step of a chain: in `fn`, at `node`. */
export interface Link {
  readonly fn: FunctionRef;
  readonly node: number;
  readonly next: Link | null;
  /** What must hold of the parameters of `fn` for it to go this way. */
  readonly needs: readonly Need[];
}

export function depthOf(effect: Effect): number {
  let depth = 0;
  for (let link = effect.chain; link; link = link.next) depth++;
  return depth;
}

export function dearer(left: Cost, right: Cost): Cost {
  return COSTS.indexOf(left) >= COSTS.indexOf(right) ? left : right;
}

export function atMost(cost: Cost, limit: Cost): Cost {
  return COSTS.indexOf(cost) <= COSTS.indexOf(limit) ? cost : limit;
}

/** One step up: what is done again and again costs more than what is done once. */
export function raised(cost: Cost): Cost {
  return COSTS[Math.min(COSTS.indexOf(cost) + 1, COSTS.length - 1)] as Cost;
}

/** Kinds from the one that hurts most: used to choose among effects of one cost. */
const WEIGHT: readonly Kind[] = ['sleep', 'network', 'db', 'process', 'wait', 'input', 'file', 'cpu'];

/** Worst first: by cost, then by length of the chain, then by kind and name. Total, so reports do not depend on order. */
export function compareEffects(left: Effect, right: Effect): number {
  return (
    Number(left.kind === 'cpu') - Number(right.kind === 'cpu') ||
    COSTS.indexOf(right.cost) - COSTS.indexOf(left.cost) ||
    depthOf(left) - depthOf(right) ||
    WEIGHT.indexOf(left.kind) - WEIGHT.indexOf(right.kind) ||
    (left.name < right.name ? -1 : left.name > right.name ? 1 : 0)
  );
}
