import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import type { Certainty } from '../../types.ts';
import { spelled } from '../lookup.ts';
import { pathOf } from '../nonblocking.ts';
import type { Project } from '../project.ts';
import { isShort } from '../trip-counts.ts';
import type { Mod } from '../value.ts';
import { awaitNodes } from './awaits.ts';
import { type Body, bodyOf } from './bodies.ts';
import { isCarried } from './carried.ts';
import { certaintyOf } from './certainty.ts';
import { type Awaited, classify } from './classify.ts';
import { ANY } from './exclusive.ts';
import { saysChanging, wordsOf } from './names.ts';
import { anyOverlap, overlap, pathsRead, pathsWritten, rootOf } from './paths.ts';
import { entersReading, survey } from './survey.ts';

export interface Rounds {
  /** The awaits of one round, in text order. */
  readonly awaits: readonly Awaited[];
  readonly certainty: Certainty;
  readonly isUnbounded: boolean;
}

/** The awaits of a `for` loop whose rounds could overlap; null when they could not, or nobody can tell. */
export function overlappingRounds(p: Project, mod: Mod, loop: number): Rounds | null {
  const { index } = mod;
  const [isAsync, body] = items(index, index.c[loop] as number) as unknown as [number, number];
  const iterable = index.b[loop] as number;
  if (isOrdered(p, mod, iterable)) return null;
  const inside = survey(p, mod, items(index, body));
  if (inside === null || inside.awaits.length === 0) return null;
  const targets = new Set<string>();
  pathsWritten(mod, index.a[loop] as number, targets);
  const shape = bodyOf(mod, items(index, body), targets);
  if (inside.awaits.some((node) => isCarried(mod, loop, node, targets))) return null;
  for (const test of inside.tests) {
    if (isCarried(mod, loop, test, targets)) return null;
    const reads = [...pathsRead(mod, test)];
    if ([...inside.mutated].some((written) => reads.some((read) => overlap(read, written)))) return null;
  }
  // Only here does it get dear: what is called has to be known.
  if (!inside.entered.every((statement) => entersReading(p, mod, statement, inside.bound))) return null;
  const owned = new Set([...targets, ...inside.bound]);
  const awaits: Awaited[] = [];
  for (const node of inside.awaits) {
    const awaited = classify(p, mod, node);
    if (awaited === null || !roundMayOverlap(mod, awaited, targets, shape)) return null;
    if (awaited.exclusives(ANY).some(({ path, kind }) => !owned.has(rootOf(path)) || isCursor(kind ?? path)))
      return null;
    if ([...awaited.writes].some((path) => !targets.has(rootOf(path)))) return null;
    for (const written of inside.mutated) if (anyOverlap([written], awaited.reads)) return null;
    awaits.push(awaited);
  }
  // What an async iterator gives, and what a handler does, may hang on the rounds before.
  const isLoose = isAsync === 1 || inside.hasTry;
  const certainty = isLoose ? 'possible' : certaintyOf(awaits);
  // Names are believed of a loop that does nothing but collect what it reads of each.
  const collects = shape === 'collects' && awaits.every((one) => dependsOn(mod, one, owned));
  const surely = certainty === 'likely' && !collects ? 'possible' : certainty;
  return { awaits, certainty: surely, isUnbounded: isAsync === 1 || !isShort(p, mod, iterable) };
}

/** The awaits of a comprehension that could overlap. */
export function overlappingElements(p: Project, mod: Mod, node: number): Rounds | null {
  const { index } = mod;
  const clauses = [...items(index, index.b[node] as number)];
  const targets = new Set<string>();
  for (const clause of clauses) {
    if (index.op[clause] === Op.CompFor) {
      if (index.c[clause] === 1) return null;
      pathsWritten(mod, index.a[clause] as number, targets);
    } else if (awaitNodes(mod, [index.a[clause] as number]).length > 0) return null;
  }
  const awaits: Awaited[] = [];
  for (const at of awaitNodes(mod, [index.a[node] as number])) {
    const awaited = classify(p, mod, at);
    if (awaited === null) return null;
    const maps = isElement(mod, at, node) && mapsTarget(mod, awaited, targets);
    if (!maps && !roundMayOverlap(mod, awaited, targets, 'other')) return null;
    if (awaited.exclusives(ANY).some(({ path }) => !targets.has(rootOf(path)))) return null;
    awaits.push(awaited);
  }
  if (awaits.length === 0) return null;
  if (awaits.some((awaited) => [...awaited.writes].some((path) => !targets.has(rootOf(path))))) return null;
  const first = clauses[0] === undefined ? -1 : (index.b[clauses[0]] as number);
  return {
    awaits,
    certainty: certaintyOf(awaits),
    isUnbounded: !isShort(p, mod, first),
  };
}

function roundMayOverlap(mod: Mod, awaited: Awaited, targets: ReadonlySet<string>, body: Body): boolean {
  const own = onTarget(mod, awaited, targets);
  switch (awaited.certainty) {
    case 'proven':
      return true;
    case 'named':
      return awaited.isUsed || (body === 'bare' && own);
    case 'closing':
      return (body === 'bare' || body === 'plain') && (own || passesTarget(mod, awaited, targets));
    case 'unknown':
      return (body === 'bare' || body === 'collects') && own;
    default:
      return false;
  }
}

/** `[await look_at(row.id) for row in rows]`: an unknown coroutine that gets something of each round, and is only asked. */
function mapsTarget(mod: Mod, awaited: Awaited, targets: ReadonlySet<string>): boolean {
  if (awaited.certainty !== 'unknown' || saysChanging(awaited.name)) return false;
  const given = [...items(mod.index, mod.index.b[awaited.call] as number)];
  return given.some((argument) => mentions(mod, argument, targets));
}

function dependsOn(mod: Mod, { node }: Awaited, names: ReadonlySet<string>): boolean {
  return mentions(mod, mod.index.a[node] as number, names);
}

function mentions(mod: Mod, node: number, names: ReadonlySet<string>): boolean {
  return [...pathsRead(mod, node)].some((path) => names.has(rootOf(path)));
}

/** The element of a comprehension, or the value in a dict comprehension's pair. */
function isElement(mod: Mod, node: number, comprehension: number): boolean {
  const element = mod.index.a[comprehension] as number;
  return node === element || (mod.index.op[element] === Op.Pair && node === mod.index.b[element]);
}

/** Cursors of one connection take turns, however many there are. */
function isCursor(name: string): boolean {
  return /cursor/i.test(name);
}

/** `await close(client)` where `client` is what the loop hands out. */
function passesTarget(mod: Mod, awaited: Awaited, targets: ReadonlySet<string>): boolean {
  const [only, ...others] = items(mod.index, mod.index.b[awaited.call] as number);
  const path = only === undefined || others.length > 0 ? null : pathOf(mod, only);
  return path !== null && targets.has(rootOf(path));
}

/** `await client.stop()` where `client` is what the loop hands out: each round has an object of its own. */
function onTarget(mod: Mod, awaited: Awaited, targets: ReadonlySet<string>): boolean {
  const callee = mod.index.a[awaited.call] as number;
  if (mod.index.op[callee] !== Op.Attr) return false;
  const path = pathOf(mod, mod.index.a[callee] as number);
  return path !== null && targets.has(rootOf(path));
}

/** Going backwards means last in, first out; tasks that run already are only collected. */
function isOrdered(p: Project, mod: Mod, iterable: number): boolean {
  const { index } = mod;
  const last = wordsOf((pathOf(mod, iterable) ?? '').split('.').at(-1) ?? '').at(-1) ?? '';
  if (IN_ORDER.has(last)) return true;
  if (index.op[iterable] !== Op.Call) return false;
  const name = spelled(p, mod, index.a[iterable] as number) ?? '';
  return name === 'builtins.reversed' || name === 'asyncio.as_completed';
}

/** Things that are run in the order they were added. */
const IN_ORDER: ReadonlySet<string> = new Set(
  'traces hooks callbacks middlewares middleware plugins interceptors migrations steps stages'.split(' '),
);
