import { Op } from '../python/index/ops.ts';
import { parsesOneConfigFile } from './config-file.ts';
import { compareEffects, depthOf, type Effect } from './effects.ts';
import { isFolded } from './folding.ts';
import { isHarmless } from './guards.ts';
import { mayHandOver } from './hand-over.ts';
import { asInherited, callsItself, commonTo } from './inherited.ts';
import { needsAt } from './needs.ts';
import { passedOn } from './needs-met.ts';
import { runsOnLoop } from './on-loop.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Project } from './project.ts';
import { isGuarded } from './running-loop.ts';
import { metBy, type Summary, shortest } from './shortest.ts';
import { inSilentLoop, weighed } from './silent-loops.ts';
import { isStatedNonblocking } from './stated.ts';
import type { Summaries } from './summaries.ts';
import { endsInDouble } from './test-doubles.ts';
import type { FunctionRef, Mod } from './value.ts';

/** What one place on the loop does to it. */
export interface Verdict {
  readonly mod: Mod;
  /** The site: a call, an attribute, an operator, a with item, a loop. */
  readonly site: number;
  /** The node to point at. */
  readonly node: number;
  /** The function on the loop that holds it; null for a callback handed over at top level. */
  readonly fn: FunctionRef | null;
  /** Worst first, never empty. */
  readonly effects: readonly Effect[];
  /** The effects are those of a callback that the loop runs later. */
  readonly handedOver: boolean;
}

/** All places of a module that run on the loop and block it or compute, in text order. */
export function verdictsOf(p: Project, summaries: Summaries, mod: Mod): Verdict[] {
  const out: Verdict[] = [];
  for (const fn of mod.functions) {
    if (runsOnLoop(p, fn) && !isStatedNonblocking(fn)) judgeBody(p, summaries, fn, fn, out);
    for (const site of fn.info.sites) judgeHandOver(p, summaries, mod, site, fn, out);
  }
  for (const site of mod.index.topCalls) judgeHandOver(p, summaries, mod, site, null, out);
  return out.sort(
    (left, right) =>
      (mod.index.start[left.node] as number) - (mod.index.start[right.node] as number) ||
      (mod.index.end[left.node] as number) - (mod.index.end[right.node] as number),
  );
}

/** Judges the sites of `body`: of the function itself, or of a generator expression that it consumes in place. */
function judgeBody(p: Project, summaries: Summaries, fn: FunctionRef, body: FunctionRef, out: Verdict[]): void {
  const { mod } = fn;
  for (const site of body.info.sites) {
    const outcome = outcomeOf(p, mod, site);
    if (outcome.effects.length === 0 && outcome.callees.length === 0) {
      const below = body === fn ? effectsBelow(p, summaries, fn, site) : [];
      if (below.length > 0)
        addVerdict(out, { mod, site, node: placeOf(mod, site), fn, effects: below, handedOver: false });
      continue;
    }
    const inline = consumedInPlace(fn, outcome);
    const node = placeOf(mod, site);
    const effects = effectsAt(p, summaries, body, site, outcome, inline)
      .filter((effect) => whySilent(p, mod, fn, site, effect) === null)
      .sort(compareEffects);
    const loops = effects.filter((effect) => isStructural(effect) && effect.chain === null);
    let others = effects.filter((effect) => !loops.includes(effect));
    if (others.length === 0 && body === fn) others = effectsBelow(p, summaries, fn, site);
    // The loops of a generator expression cost at its consumer.
    if (loops.length > 0 && body === fn)
      out.push({ mod, site, node: loopPlace(mod, site), fn, effects: loops, handedOver: false });
    if (others.length > 0) addVerdict(out, { mod, site, node, fn, effects: others, handedOver: false });
    for (const unit of inline) {
      if (out.some((known) => unit.info.sites.includes(known.site))) continue;
      judgeBody(p, summaries, fn, unit, out);
    }
  }
}

/** What a call of a method on `self` does in most of the subclasses that inherit the coroutine and have such a method. */
function effectsBelow(p: Project, summaries: Summaries, fn: FunctionRef, site: number): Effect[] {
  if (!callsItself(fn, site)) return [];
  const perClass = asInherited(p, fn).map((one) =>
    effectsAt(p, summaries, one, site, outcomeOf(p, one.mod, site), []).filter(
      (effect) =>
        effect.kind !== 'cpu' && effect.cost !== 'micro' && effect.chain && !whySilent(p, one.mod, one, site, effect),
    ),
  );
  return [...shortest(commonTo(perClass))];
}

/** What a `with` enters or a loop steps through is often a call: both stand in one place, and make one finding. */
function addVerdict(out: Verdict[], verdict: Verdict): void {
  const at = out.findIndex(({ node, handedOver }) => node === verdict.node && !handedOver);
  const twin = out[at];
  if (!twin) {
    out.push(verdict);
    return;
  }
  const effects = [...twin.effects, ...verdict.effects].sort(compareEffects);
  out[at] = { ...(effects[0] === twin.effects[0] ? twin : verdict), effects };
}

/** The generator expressions of the function itself among what runs at a site. */
export function consumedInPlace(fn: FunctionRef, outcome: Outcome): FunctionRef[] {
  return outcome.callees.filter(
    (callee) => callee.info.kind === 'generator' && callee.mod === fn.mod && isInside(fn, callee),
  );
}

function isInside(fn: FunctionRef, unit: FunctionRef): boolean {
  for (let outer = unit.info.outer; outer >= 0; outer = fn.mod.functions[outer]?.info.outer ?? -1) {
    if (outer === fn.id) return true;
    if (fn.mod.functions[outer]?.info.kind !== 'generator') return false;
  }
  return false;
}

/** Everything that a site does, before what is harmless there is taken out. */
export function effectsAt(
  p: Project,
  summaries: Summaries,
  fn: FunctionRef,
  site: number,
  outcome: Outcome,
  inline: readonly FunctionRef[],
): Effect[] {
  if (outcome.effects.length === 0 && outcome.callees.length === 0) return [];
  const inside = outcome.callees.map((callee) => summaries.of(callee));
  // Most callees do nothing of interest, however one gets there.
  if (outcome.effects.length === 0 && inside.every((summary) => summary.length === 0)) return [];
  const repeated = inSilentLoop(p, fn.mod, site);
  const effects = outcome.effects.map((effect) => weighed(effect, repeated));
  const needs = needsAt(p, fn, site);
  for (const [i, callee] of outcome.callees.entries()) {
    const bound = outcome.bound?.get(callee);
    const below = metBy(inside[i] as Summary, (asked) => passedOn(p, asked, callee, bound, fn, needs) !== null);
    // What a generator expression calls is reported where it stands in it; what its loops cost, at the consumer.
    const counted = inline.includes(callee)
      ? below.filter((effect) => isStructural(effect) && effect.chain?.fn === callee)
      : below;
    for (const effect of counted) effects.push(distant(weighed(effect, repeated)));
  }
  return effects;
}

/**
 * Through how many calls an effect is still worth more than a note: each of them may well not go that way, and how much
 * work there is gets harder to tell. Measured: see `ecosystem/verdicts.tsv`.
 */
function reachOf(effect: Effect): number {
  const isBounded = effect.cost === 'bounded' || effect.isRepeated;
  // What loops and recursion cost is told in words, and counted; of calls nobody saw how much they get.
  if (effect.kind === 'cpu') return effect.name.includes(' ') ? 4 : isBounded ? 0 : 1;
  // What is little by itself adds up in a loop that is at hand, not in one that is far from it.
  if (effect.isRepeated && effect.cost === 'bounded') return 1;
  return effect.kind === 'file' && isBounded ? 3 : 4;
}

function distant(effect: Effect): Effect {
  return depthOf(effect) > reachOf(effect) ? { ...effect, cost: 'micro' } : effect;
}

/** An effect that code has by its shape, not by what it calls. */
function isStructural(effect: Effect): boolean {
  return effect.gil === 'python' && /^an? /.test(effect.name);
}

function loopPlace(mod: Mod, site: number): number {
  return mod.index.op[site] === Op.CompFor ? (mod.index.parent[site] as number) : site;
}

function judgeHandOver(
  p: Project,
  summaries: Summaries,
  mod: Mod,
  site: number,
  fn: FunctionRef | null,
  out: Verdict[],
): void {
  // What gets nothing to call is handed nothing: most code is off the loop, and asked for no other reason.
  if (mod.index.op[site] !== Op.Call || !mayHandOver(p, mod, site)) return;
  const outcome = outcomeOf(p, mod, site);
  if (outcome.scheduled.length === 0 && outcome.scheduledEffects.length === 0) return;
  const effects = [
    ...outcome.scheduledEffects,
    ...outcome.scheduled.flatMap((callee) => [...metBy(summaries.of(callee), () => true)]),
  ];
  if (effects.length > 0) {
    out.push({ mod, site, node: site, fn, effects: effects.sort(compareEffects), handedOver: true });
  }
}

/** In words why an effect at a site is not reported, null when it is. */
export function whySilent(p: Project, mod: Mod, fn: FunctionRef, site: number, effect: Effect): string | null {
  if (effect.raises && isGuarded(fn)) return 'the function asks first whether a loop is running';
  if (endsInDouble(p, fn, site, effect)) return 'the test replaces it';
  if (effect.chain !== null) return null;
  if (isHarmless(mod, site, effect)) return 'it does not wait here: it was made non-blocking, or asked first';
  if (effect.kind === 'cpu' && parsesOneConfigFile(p, mod, site, effect.name))
    return 'it parses one configuration file';
  return isFolded(p, mod, site, effect) ? 'it belongs to the finding where the object was opened or made' : null;
}

/** A `with` is pointed at by its context, a loop over something dear by its iterable. */
export function placeOf(mod: Mod, site: number): number {
  const { index } = mod;
  switch (index.op[site]) {
    case Op.WithItem:
      return index.a[site] as number;
    case Op.CompFor:
    case Op.For:
    case Op.Assign:
      return index.b[site] as number;
    case Op.Function:
      return index.functions[index.a[site] as number]?.decorators[0] ?? site;
    default:
      return site;
  }
}
