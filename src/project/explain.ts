import { Op } from '../python/index/ops.ts';
import type { Place } from '../types.ts';
import { type Edge, type EdgeKind, edgesAt } from './edges.ts';
import { compareEffects, type Effect } from './effects.ts';
import { type Need, needsAt } from './needs.ts';
import { passedOn } from './needs-met.ts';
import { runsOnLoop } from './on-loop.ts';
import { outcomeOf } from './outcome.ts';
import { nameAt, type Project } from './project.ts';
import { effectOf, type Source, type StallEffect } from './questions.ts';
import { isStatedNonblocking } from './stated.ts';
import { ruleFor, type Summaries } from './summaries.ts';
import { whyUnknown } from './unknown-why.ts';
import type { FunctionRef, Mod } from './value.ts';
import { consumedInPlace, effectsAt, placeOf, whySilent } from './verdicts.ts';

/** How the verdict on one place came about. */
export interface Explained {
  readonly place: Place;
  /** Where a finding about it may stand: the place, for a loop its header. */
  readonly places: readonly Place[];
  /** What is done with what stands there, null for a call. */
  readonly act: string | null;
  /** In words, whether it runs on the loop, and why. */
  readonly where: string;
  readonly edges: readonly ExplainedEdge[];
  /** In words why it is not known what is called, null when it is. */
  readonly unknown: string | null;
  /** Worst first. */
  readonly effects: readonly ExplainedEffect[];
}

export interface ExplainedEdge {
  readonly kind: EdgeKind;
  readonly name: string;
  /** Null for a function that a model describes. */
  readonly place: Place | null;
  readonly note: string | null;
}

export interface ExplainedEffect extends StallEffect {
  readonly rule: string;
  /** In words why it counts for nothing here; null when it is a finding, unless comments or settings say otherwise. */
  readonly silent: string | null;
}

/** Everything that happens on a line, in text order. */
export function explainLine(
  p: Project,
  summaries: Summaries,
  mod: Mod,
  line: number,
  sourceOf: (mod: Mod) => Source,
): Explained[] {
  const { lines } = sourceOf(mod);
  const { start, end } = mod.index;
  const out: { site: number; fn: FunctionRef | null }[] = mod.index.topCalls.map((site) => ({ site, fn: null }));
  for (const fn of mod.functions) for (const site of fn.info.sites) out.push({ site, fn });
  return out
    .filter(({ site }) => {
      const at = pointAt(mod, site);
      const isOn = lines.lineOf(start[at] as number) <= line && line <= lines.lineOf((end[at] as number) - 1);
      return isOn && (mod.index.op[site] === Op.Call || doesSomething(p, mod, site));
    })
    .sort(
      (a, b) =>
        (start[a.site] as number) - (start[b.site] as number) || (end[a.site] as number) - (end[b.site] as number),
    )
    .map(({ site, fn }) => explainSite(p, summaries, mod, site, fn, sourceOf));
}

function doesSomething(p: Project, mod: Mod, site: number): boolean {
  const { effects, callees } = outcomeOf(p, mod, site);
  return effects.length + callees.length > 0;
}

function explainSite(
  p: Project,
  summaries: Summaries,
  mod: Mod,
  site: number,
  fn: FunctionRef | null,
  sourceOf: (mod: Mod) => Source,
): Explained {
  const { index } = mod;
  const outer = definitionAround(fn);
  const isJudged = outer !== null && runsOnLoop(p, outer) && !isStatedNonblocking(outer);
  const off = isJudged ? null : 'it is not judged here';
  const effects: { effect: Effect; silent: string | null }[] = [];
  const outcome = outcomeOf(p, mod, site);
  if (fn && outer) {
    for (const effect of effectsAt(p, summaries, fn, site, outcome, consumedInPlace(outer, outcome)))
      effects.push({ effect, silent: off ?? whySilent(p, mod, outer, site, effect) });
    effects.push(
      ...turnedOff(p, summaries, fn, site).filter(({ effect }) => !effects.some((one) => isSame(one.effect, effect))),
    );
  }
  const later = [...outcome.scheduledEffects, ...outcome.scheduled.flatMap((callee) => summaries.of(callee))];
  for (const effect of later) effects.push({ effect, silent: null });
  const isUnknown = outcome.unknown && index.op[site] === Op.Call;
  const place = placeFrom(mod, pointAt(mod, site), pointAt(mod, site), sourceOf);
  return {
    place,
    places: [place, ...loopPlaces(mod, site, sourceOf)],
    act: ACTS[index.op[site] as number] ?? null,
    where: whereIs(p, fn, outer),
    edges: edgesAt(p, mod, site).map((edge) => explainedEdge(edge, sourceOf)),
    unknown: isUnknown ? whyUnknownCall(p, mod, site) : null,
    effects: effects
      .sort((left, right) => compareEffects(left.effect, right.effect))
      .map(({ effect, silent }) => ({
        ...effectOf(effect, { mod, site, fn }, sourceOf),
        rule: ruleFor(effect),
        silent,
      })),
  };
}

const ACTS: Readonly<Record<number, string>> = {
  [Op.Attr]: 'read',
  [Op.Binary]: 'worked out',
  [Op.Compare]: 'compared',
  [Op.Subscript]: 'indexed',
  [Op.WithItem]: 'entered and left',
  [Op.For]: 'gone through',
  [Op.CompFor]: 'gone through',
  [Op.YieldFrom]: 'gone through',
  [Op.Star]: 'gone through',
  [Op.Assign]: 'unpacked',
  [Op.While]: 'asked again and again',
  [Op.Function]: 'applied',
};

/** A loop is shown by what it goes through or asks: its body has lines of its own. */
function pointAt(mod: Mod, site: number): number {
  return mod.index.op[site] === Op.While ? (mod.index.a[site] as number) : placeOf(mod, site);
}

/** Where the cost of a loop by its structure is told: at its header, at the whole of a comprehension. */
function loopPlaces(mod: Mod, site: number, sourceOf: (mod: Mod) => Source): Place[] {
  const op = mod.index.op[site];
  const around = mod.index.parent[site] as number;
  if (op === Op.CompFor) return [placeFrom(mod, around, around, sourceOf)];
  return op === Op.For || op === Op.While ? [placeFrom(mod, site, pointAt(mod, site), sourceOf)] : [];
}

/** The function itself, for a generator expression the one that holds it. */
function definitionAround(fn: FunctionRef | null): FunctionRef | null {
  let at = fn;
  while (at?.info.kind === 'generator') at = at.mod.functions[at.info.outer] ?? null;
  return at;
}

function whereIs(p: Project, fn: FunctionRef | null, outer: FunctionRef | null): string {
  if (!fn || !outer) return 'at the top level, which is not judged: it runs once, when the module is imported';
  if (outer.info.kind === 'lambda') return 'in a lambda, which is judged where it is called';
  const name = `\`${outer.info.qualname}\``;
  if (!runsOnLoop(p, outer)) return `in ${name}, a plain function, which is judged where it is called`;
  if (isStatedNonblocking(outer))
    return `in ${name}, of which a comment says that it does not block: ${outer.info.stated?.reason}`;
  const inside = fn === outer ? 'in' : 'in a generator expression of';
  return `on the loop, ${inside} ${name}, ${outer.info.isAsync ? 'an `async def`' : 'which the loop calls'}`;
}

function explainedEdge({ kind, fn, name, note }: Edge, sourceOf: (mod: Mod) => Source): ExplainedEdge {
  const { node } = fn.info;
  return { kind, name, place: fn.mod.stub ? null : placeFrom(fn.mod, node, node, sourceOf), note };
}

function whyUnknownCall(p: Project, mod: Mod, call: number): string {
  const why = whyUnknown(p, mod, mod.index.a[call] as number);
  return edgesAt(p, mod, call).length === 0 ? why : 'something else may be called as well';
}

/** What callees may do, but not when they are called like this. */
function turnedOff(
  p: Project,
  summaries: Summaries,
  fn: FunctionRef,
  site: number,
): { effect: Effect; silent: string }[] {
  const { callees, bound } = outcomeOf(p, fn.mod, site);
  const own = needsAt(p, fn, site);
  return callees.flatMap((callee) =>
    summaries.of(callee).flatMap((effect) => {
      const needs = effect.chain?.needs ?? [];
      if (passedOn(p, needs, callee, bound?.get(callee), fn, own) !== null) return [];
      return [{ effect, silent: `this call does not go that way, which needs ${needs.map(needWords).join(' and ')}` }];
    }),
  );
}

function needWords({ parameter, test, holds }: Need): string {
  if (test.tag === 'truth') return `\`${parameter}\` ${holds ? 'true' : 'false'}`;
  const not = holds ? '' : 'other than ';
  if (test.tag === 'equals') return `\`${parameter}\` ${not}${test.literals.join(' or ')}`;
  return `\`${parameter}\` ${not}an instance of \`${nameAt(test.mod, test.node) ?? 'some classes'}\``;
}

function isSame(left: Effect, right: Effect): boolean {
  return left.kind === right.kind && left.name === right.name;
}

function placeFrom(mod: Mod, first: number, last: number, sourceOf: (mod: Mod) => Source): Place {
  const { path, lines } = sourceOf(mod);
  const { start, end } = mod.index;
  return { path, start: lines.positionOf(start[first] as number), end: lines.positionOf(end[last] as number) };
}
