import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { forEachChild } from '../../python/index/parents.ts';
import { spelled } from '../lookup.ts';
import { pathOf } from '../nonblocking.ts';
import { nameAt, type Project } from '../project.ts';
import { isShort } from '../trip-counts.ts';
import type { Mod } from '../value.ts';
import { isCarried } from './carried.ts';
import { type Awaited, classify, classifyCall } from './classify.ts';
import { readsClock } from './clocks.ts';
import { saysChanging, wordsOf } from './names.ts';
import { isMutator, overlap, pathsRead, pathsWritten, rootOf } from './paths.ts';

export interface Rounds {
  /** The awaits of one round, in text order. */
  readonly awaits: readonly Awaited[];
  readonly isProven: boolean;
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
  const bare = isBare(mod, [...items(index, body)]);
  const owned = new Set([...targets, ...inside.bound]);

  for (const awaited of inside.awaits) {
    if (!roundMayOverlap(mod, awaited, targets, bare)) return null;
    if (awaited.exclusives.some(({ path, kind }) => !owned.has(rootOf(path)) || isCursor(kind ?? path))) return null;
    if ([...awaited.writes].some((path) => !targets.has(rootOf(path)))) return null;
    const { reads } = awaited;
    if (isCarried(mod, loop, awaited.node, targets)) return null;
    for (const written of inside.mutated) {
      if ([...reads].some((read) => overlap(read, written))) return null;
    }
  }
  for (const test of inside.tests) {
    if (isCarried(mod, loop, test, targets)) return null;
    const reads = [...pathsRead(mod, test)];
    if ([...inside.mutated].some((written) => reads.some((read) => overlap(read, written)))) return null;
  }
  const isProven = isAsync !== 1 && !inside.hasTry && inside.awaits.every((awaited) => awaited.certainty === 'proven');
  return { awaits: inside.awaits, isProven, isUnbounded: isAsync === 1 || !isShort(p, mod, iterable) };
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
    const exactly = awaited !== null && at === index.a[node] && awaited.certainty === 'unknown';
    const maps = exactly && passesTarget(mod, awaited, targets) && !saysChanging(awaited.name);
    if (awaited === null || !(maps || roundMayOverlap(mod, awaited, targets, false))) return null;
    if (awaited.exclusives.some(({ path }) => !targets.has(rootOf(path)))) return null;
    awaits.push(awaited);
  }
  if (awaits.length === 0) return null;
  if (awaits.some((awaited) => [...awaited.writes].some((path) => !targets.has(rootOf(path))))) return null;
  const first = clauses[0] === undefined ? -1 : (index.b[clauses[0]] as number);
  return {
    awaits,
    isProven: awaits.every((awaited) => awaited.certainty === 'proven'),
    isUnbounded: !isShort(p, mod, first),
  };
}

function roundMayOverlap(mod: Mod, awaited: Awaited, targets: ReadonlySet<string>, bare: boolean): boolean {
  switch (awaited.certainty) {
    case 'proven':
      return true;
    case 'named':
      return awaited.isUsed || (bare && onTarget(mod, awaited, targets));
    case 'closing':
      return bare && (onTarget(mod, awaited, targets) || passesTarget(mod, awaited, targets));
    case 'unknown':
      return bare && onTarget(mod, awaited, targets);
    default:
      return false;
  }
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

/** A body that only does one thing to each, at most watched by a `try` and logged. */
function isBare(mod: Mod, body: readonly number[]): boolean {
  const { index } = mod;
  const telling = body.filter((statement) => !isRemark(mod, statement));
  const [only, ...others] = telling;
  if (only === undefined || others.length > 0) return false;
  if (index.op[only] === Op.Try) return isBare(mod, [...items(index, index.a[only] as number)]);
  if (index.op[only] === Op.If && index.c[only] === -1) return isBare(mod, [...items(index, index.b[only] as number)]);
  return index.op[only] === Op.Expression && index.op[index.a[only] as number] === Op.Await;
}

/** Docstrings, logging and printing. */
function isRemark(mod: Mod, statement: number): boolean {
  const { index } = mod;
  if (index.op[statement] === Op.Pass) return true;
  if (index.op[statement] !== Op.Expression) return false;
  const value = index.a[statement] as number;
  if (index.op[value] === Op.String) return true;
  if (index.op[value] !== Op.Call) return false;
  const callee = index.a[value] as number;
  const name = nameAt(mod, callee) ?? '';
  if (index.op[callee] === Op.Name) return name === 'print';
  return ['debug', 'info', 'warning', 'error', 'exception', 'critical', 'log', 'warn'].includes(name);
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

interface Survey {
  readonly awaits: Awaited[];
  /** Paths that rounds write: accumulators among them. */
  readonly mutated: Set<string>;
  /** Names bound in the body. */
  readonly bound: Set<string>;
  /** Conditions that decide whether an await happens. */
  readonly tests: number[];
  hasTry: boolean;
}

/** Reads the body of a loop; null when something in it ties the rounds together. */
function survey(p: Project, mod: Mod, body: Iterable<number>): Survey | null {
  const { index } = mod;
  const out: Survey = { awaits: [], mutated: new Set(), bound: new Set(), tests: [], hasTry: false };
  let tied = false;
  const visit = (node: number): void => {
    if (tied || node < 0) return;
    const a = index.a[node] as number;
    switch (index.op[node]) {
      case Op.Function:
      case Op.Class:
      case Op.Lambda:
      case Op.Generator:
        return;
      case Op.Break:
      case Op.Return:
      case Op.Yield:
      case Op.YieldFrom:
      case Op.While:
      case Op.Assert:
        tied = true;
        return;
      case Op.Raise:
        // A bare `raise` in a handler is what happens without the handler, too.
        if (a >= 0) tied = true;
        return;
      case Op.If:
        out.tests.push(a);
        break;
      case Op.For:
        if (index.lists[(index.c[node] as number) + 1] === 1) tied = true;
        break;
      case Op.Try:
        out.hasTry = true;
        break;
      case Op.With:
        if (index.c[node] === 1 && !entersReading(p, mod, node, out)) tied = true;
        break;
      case Op.ListComp:
      case Op.SetComp:
      case Op.DictComp:
        if (awaitNodes(mod, [node]).length > 0) tied = true;
        break;
      case Op.Await: {
        const awaited = classify(p, mod, node);
        if (awaited === null) tied = true;
        else out.awaits.push(awaited);
        break;
      }
      case Op.Assign:
        for (const target of items(index, a)) written(mod, target, out);
        break;
      case Op.Annotated:
        written(mod, a, out);
        break;
      case Op.Augmented:
        pathsWritten(mod, a, out.mutated);
        break;
      case Op.Call: {
        if (readsClock(p, mod, node)) tied = true;
        const callee = a;
        if (index.op[callee] !== Op.Attr || !isMutator(nameAt(mod, callee) ?? '')) break;
        const path = pathOf(mod, index.a[callee] as number);
        if (path !== null) out.mutated.add(path);
        break;
      }
    }
    forEachChild(index, node, visit);
  };
  for (const statement of body) visit(statement);
  out.awaits.sort((left, right) => (index.start[left.node] as number) - (index.start[right.node] as number));
  return tied ? null : out;
}

function written(mod: Mod, target: number, out: Survey): void {
  const { index } = mod;
  if (index.op[target] === Op.Name) pathsWritten(mod, target, out.bound);
  else if (index.op[target] === Op.Tuple || index.op[target] === Op.List) {
    for (const child of items(index, index.a[target] as number)) written(mod, child, out);
  } else pathsWritten(mod, target, out.mutated);
}

/** `async with session.get(url) as answer`: a request of its own in each round, when entering it is known to read. */
function entersReading(p: Project, mod: Mod, statement: number, out: Survey): boolean {
  const { index } = mod;
  return [...items(index, index.a[statement] as number)].every((item) => {
    const context = index.a[item] as number;
    if (index.op[context] !== Op.Call) return false;
    const target = index.b[item] as number;
    if (target >= 0) pathsWritten(mod, target, out.bound);
    return classifyCall(p, mod, context, context).certainty === 'proven';
  });
}

function awaitNodes(mod: Mod, nodes: readonly number[]): number[] {
  const out: number[] = [];
  const visit = (node: number): void => {
    if (mod.index.op[node] === Op.Lambda || mod.index.op[node] === Op.Function) return;
    if (mod.index.op[node] === Op.Await) out.push(node);
    forEachChild(mod.index, node, visit);
  };
  for (const node of nodes) visit(node);
  return out;
}
