import { Op } from '../python/index/ops.ts';
import { copied } from '../python/index/words.ts';
import type { PyNode } from '../python/node.ts';
import type { LineTable } from '../python/positions.ts';
import type { Spot } from '../python/spots.ts';
import type { Certainty, Cost, Kind, Place, Step } from '../types.ts';
import type { Effect, Gil, Link } from './effects.ts';
import { overlapsOf } from './overlap/overlaps.ts';
import type { Project } from './project.ts';
import { TYPES } from './site-types.ts';
import type { Summaries } from './summaries.ts';
import { type FunctionRef, type Mod, shortName } from './value.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';

/** What one place on the loop does to it, for rules. Offsets are into the text of the file. */
export interface Stall {
  readonly start: number;
  readonly end: number;
  readonly function: string;
  /** Worst first. */
  readonly effects: readonly StallEffect[];
  readonly handedOver: boolean;
}

export interface StallEffect {
  readonly kind: Kind;
  readonly cost: Cost;
  /** What blocks: `requests.get`. */
  readonly name: string;
  /** The function of the project that is called at the place, null when the place itself blocks. */
  readonly callee: string | null;
  /** Number of calls below the place. */
  readonly depth: number;
  readonly use: string | null;
  readonly gil: Gil | null;
  readonly raises: boolean;
  readonly chain: readonly Step[];
}

/** Awaits that could overlap. */
export interface Overlap {
  readonly shape: 'row' | 'loop' | 'comprehension';
  readonly start: number;
  readonly end: number;
  readonly function: string;
  readonly count: number;
  readonly certainty: Certainty;
  /** The awaits, first one first. */
  readonly awaits: readonly Step[];
  /** Whether the loop is over data of unknown length. */
  readonly unbounded: boolean;
}

export interface Questions {
  /** What evaluating the node does to the loop, when it runs on the loop. */
  stallsAt(node: PyNode): readonly Stall[];
  /** Whether there is nothing to say about any node. */
  isSilent(): boolean;
  /** All nodes that there is something to say about, in the order of the text, outer ones first. */
  spots(): readonly Spot[];
  /** The group of awaits that begins with the await at the node. */
  overlapAt(node: PyNode): Overlap | null;
  /** `[3, 12]` */
  readonly target: readonly [number, number];
}

/** Where the text of a module's positions can be had. */
export interface Source {
  /** As shown in reports. */
  readonly path: string;
  readonly lines: LineTable;
}

export function questionsAbout(p: Project, summaries: Summaries, mod: Mod, sourceOf: (mod: Mod) => Source): Questions {
  let verdicts: Map<number, Verdict[]> | null = null;
  let overlaps: Map<number, Overlap> | null = null;
  // Every rule that follows calls asks for them.
  const stalls = new Map<Verdict, Stall>();
  const allVerdicts = () => {
    verdicts ??= byStart(verdictsOf(p, summaries, mod));
    return verdicts;
  };
  const allOverlaps = () => {
    overlaps ??= new Map(overlapsOf(p, mod, () => sourceOf(mod)).map((overlap) => [overlap.start, overlap]));
    return overlaps;
  };
  return {
    target: p.target,
    isSilent: () => allVerdicts().size === 0 && allOverlaps().size === 0,
    spots: () => spotsOf(mod, allVerdicts().values(), allOverlaps().values()),
    stallsAt(node) {
      const { op, end } = mod.index;
      return (allVerdicts().get(node.start) ?? [])
        .filter(({ site }) => end[site] === node.end && TYPES[op[site] as number] === node.type)
        .map((verdict) => {
          const stall = stalls.get(verdict) ?? stallOf(verdict, sourceOf);
          stalls.set(verdict, stall);
          return stall;
        });
    },
    overlapAt(node) {
      return allOverlaps().get(node.start) ?? null;
    },
  };
}

function spotsOf(mod: Mod, verdicts: Iterable<readonly Verdict[]>, overlaps: Iterable<Overlap>): Spot[] {
  const { op, start, end } = mod.index;
  const spots = new Map<string, Spot>();
  const add = (spot: Spot) => spots.set(`${spot.start} ${spot.end} ${spot.type}`, spot);
  for (const { site } of [...verdicts].flat()) {
    add({ type: TYPES[op[site] as number] as string, start: start[site] as number, end: end[site] as number });
  }
  for (const overlap of overlaps) add({ type: 'await', start: overlap.start, end: overlap.end });
  return [...spots.values()].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
}

/** What a `with` enters may be all of its item. */
function rank({ type }: Spot): number {
  return type === 'with_item' ? 0 : 1;
}

function byStart(verdicts: readonly Verdict[]): Map<number, Verdict[]> {
  const out = new Map<number, Verdict[]>();
  for (const verdict of verdicts) {
    const start = verdict.mod.index.start[verdict.site] as number;
    const known = out.get(start);
    if (known) known.push(verdict);
    else out.set(start, [verdict]);
  }
  return out;
}

function stallOf(verdict: Verdict, sourceOf: (mod: Mod) => Source): Stall {
  const { index } = verdict.mod;
  const { start, end } = spanOf(verdict);
  return {
    start,
    end,
    function: verdict.fn?.info.qualname ?? '<module>',
    effects: verdict.effects.map((effect) => effectOf(effect, verdict, sourceOf)),
    handedOver: verdict.handedOver,
  };
  function spanOf({ node, site }: Verdict): { start: number; end: number } {
    const from = index.start[node] as number;
    // A loop is pointed at by its header: annotations of a whole body would hide the code.
    if (index.op[site] === Op.For && node === site)
      return { start: from, end: index.end[index.b[site] as number] as number };
    if (index.op[site] === Op.While) return { start: from, end: index.end[index.a[site] as number] as number };
    return { start: from, end: index.end[node] as number };
  }
}

/** An effect with its chain in words, as seen from the site where it was found. */
export function effectOf(
  effect: Effect,
  verdict: Pick<Verdict, 'mod' | 'site' | 'fn'>,
  sourceOf: (mod: Mod) => Source,
): StallEffect {
  const { kind, cost, name, use, gil, raises } = effect;
  const steps: Step[] = [];
  if (effect.chain) {
    const first = effect.chain.fn;
    steps.push(stepAt(verdict.mod, verdict.site, verdict.fn, shortName(first), sourceOf));
    for (let link: Link | null = effect.chain; link; link = link.next) {
      steps.push(stepAt(link.fn.mod, link.node, link.fn, link.next ? shortName(link.next.fn) : name, sourceOf));
    }
  }
  return {
    kind,
    cost,
    name,
    use,
    gil,
    raises,
    callee: effect.chain ? shortName(effect.chain.fn) : null,
    depth: Math.max(0, steps.length - 1),
    chain: steps,
  };
}

function stepText(caller: string, called: string, isDefinition: boolean): string {
  if (isDefinition) return `${caller} is implemented by \`${called}\``;
  if (/^an? /.test(called)) return `${caller} has ${called}`;
  return called.startsWith('`') ? `${caller} ends in ${called}` : `${caller} calls \`${called}\``;
}

function stepAt(mod: Mod, node: number, fn: FunctionRef | null, called: string, sourceOf: (mod: Mod) => Source): Step {
  const { path, lines } = sourceOf(mod);
  const start = lines.positionOf(mod.index.start[node] as number);
  const isDefinition = fn?.info.node === node && fn.info.kind === 'def';
  const place = isDefinition ? headerOf(fn, lines) : { start, end: lines.positionOf(mod.index.end[node] as number) };
  const caller = fn === null ? 'the module' : `\`${shortName(fn)}\``;
  return {
    place: { path, ...place },
    name: called,
    text: stepText(caller, called, isDefinition),
    source: copied(lines.lineText(place.start.line)),
  };
}

/** The line with the `def`: an abstract method leads from there to what stands for it. */
function headerOf({ mod, info }: FunctionRef, lines: LineTable): Omit<Place, 'path'> {
  const above = info.decorators.at(-1);
  const { start, end } = mod.index;
  const line = above === undefined ? lines.lineOf(start[info.node] as number) : lines.lineOf(end[above] as number) + 1;
  const text = lines.lineText(line);
  return { start: { line, column: text.search(/\S|$/) + 1 }, end: { line, column: text.length + 1 } };
}
