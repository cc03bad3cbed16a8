import { compareEffects, type Effect, type Link } from './effects.ts';
import { type Need, needKey } from './needs.ts';

/** What calling a function does: for each kind and cost the effects with the shortest chains. */
export type Summary = readonly Effect[];

const LONGEST = 400;

const NOTHING: Summary = [];

/** How many ways with needs of their own are kept for one kind and cost. */
const WAYS = 8;

/**
 * For each kind, cost and lock behaviour the effect with the shortest chain, and longer ones that ask for less: the call
 * may turn the short one off.
 */
export function shortest(effects: readonly Effect[]): Summary {
  if (effects.length === 0) return NOTHING;
  const best = new Map<string, Effect[]>();
  const sorted = effects.filter((effect) => chainLength(effect.chain) <= LONGEST).sort(compareChains);
  for (const effect of sorted) {
    const key = `${effect.kind} ${effect.cost} ${effect.gil}`;
    const known = best.get(key) ?? [];
    const needs = keysOf(effect);
    if (known.some((shorter) => keysOf(shorter).every((need) => needs.includes(need)))) continue;
    if (known.length < WAYS || needs.length === 0) best.set(key, [...known, effect]);
  }
  return [...best.values()].flat().sort(compareEffects);
}

/** What is left of a summary for one call, where `isMet` says whether it can meet the needs of a chain. */
export function metBy(summary: Summary, isMet: (needs: readonly Need[]) => boolean): Summary {
  const met = summary.filter((effect) => effect.chain === null || isMet(effect.chain.needs));
  return shortest(met.map((effect) => (effect.chain ? { ...effect, chain: { ...effect.chain, needs: [] } } : effect)));
}

function keysOf(effect: Effect): readonly string[] {
  return effect.chain?.needs.map(needKey) ?? [];
}

function chainLength(link: Link | null): number {
  let length = 0;
  for (let at = link; at; at = at.next) length++;
  return length;
}

function compareChains(left: Effect, right: Effect): number {
  const byLength = chainLength(left.chain) - chainLength(right.chain);
  if (byLength !== 0) return byLength;
  let a = left.chain;
  let b = right.chain;
  while (a && b) {
    if (a.fn.mod.path !== b.fn.mod.path) return a.fn.mod.path < b.fn.mod.path ? -1 : 1;
    const byPlace = (a.fn.mod.index.start[a.node] as number) - (b.fn.mod.index.start[b.node] as number);
    if (byPlace !== 0) return byPlace;
    a = a.next;
    b = b.next;
  }
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}

export function sameSummary(left: Summary, right: Summary): boolean {
  return left.length === right.length && left.every((effect, i) => sameEffect(effect, right[i] as Effect));
}

function sameEffect(left: Effect, right: Effect): boolean {
  return (
    left.kind === right.kind &&
    left.cost === right.cost &&
    left.gil === right.gil &&
    compareChains(left, right) === 0 &&
    keysOf(left).join() === keysOf(right).join()
  );
}
