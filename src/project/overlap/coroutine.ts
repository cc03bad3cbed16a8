import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { behaviourOf } from '../behaviour.ts';
import { typeOf } from '../infer.ts';
import { spelled } from '../lookup.ts';
import { methodsOf } from '../members.ts';
import { pathOf } from '../nonblocking.ts';
import { nameAt, type Project } from '../project.ts';
import type { FunctionRef, Mod, Value } from '../value.ts';
import { type Awaited, classify } from './classify.ts';
import { type Exclusive, exclusivesOf } from './exclusive.ts';
import { asSeenFromCall, isOutside } from './outside.ts';
import { isMutator, keptPaths, pathsRead, pathsWritten, rootOf } from './paths.ts';
import { storesOf, targetsAt } from './stores.ts';

/** What running a function of the project does, as far as its own code shows. Paths start at `self`, parameters, globals. */
export interface Facts {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Exclusive objects it uses. */
  readonly exclusives: readonly Exclusive[];
  /** It awaits something whose order matters. */
  readonly ordered: boolean;
  /** It calls or awaits something that is not known. */
  readonly unknown: boolean;
  /** It gives the loop its turn at all: what never does gains nothing by overlapping. */
  readonly suspends: boolean;
  /** It is seen to wait for something outside the process, or for another thread: not only to be able to. */
  readonly waits: boolean;
}

const UNKNOWN_FACTS: Facts = {
  reads: [],
  writes: [],
  exclusives: [],
  ordered: false,
  unknown: true,
  suspends: true,
  waits: false,
};

/** Facts, or the depth at which they are being worked out. */
const known = new WeakMap<FunctionRef, Facts | number>();
/** Answers that hang on a cycle: good until the question that started it is answered. */
const provisional = new Map<FunctionRef, Facts>();
let depth = 0;
let lowest = Number.POSITIVE_INFINITY;

/** On a cycle the inner question is answered with unknown, and what hangs on that answer is not kept: see `Project.settle`. */
export function factsOf(p: Project, fn: FunctionRef): Facts {
  const before = known.get(fn);
  if (typeof before === 'number') {
    lowest = Math.min(lowest, before);
    return UNKNOWN_FACTS;
  }
  if (before) return before;
  const assumed = provisional.get(fn);
  if (assumed) {
    lowest = Math.min(lowest, 0);
    return assumed;
  }
  if (isPlaceholder(fn) || isOverridden(fn)) return UNKNOWN_FACTS;
  const own = ++depth;
  known.set(fn, own);
  const found = read(p, fn);
  depth--;
  if (lowest < own && depth > 0) {
    known.delete(fn);
    provisional.set(fn, found);
  } else {
    known.set(fn, found);
    lowest = Number.POSITIVE_INFINITY;
  }
  if (depth === 0) provisional.clear();
  return found;
}

const MOST = 150;

/** Methods of collections that concern one entry: the one they are given. */
const KEYED: ReadonlySet<string> = new Set(['pop', 'setdefault', 'add', 'discard', 'remove']);

function read(p: Project, fn: FunctionRef): Facts {
  const { mod, info } = fn;
  const { index } = mod;
  const reads = new Set<string>();
  const writes = new Set<string>();
  // Each once: what a function uses, it has from all that it calls.
  const held = new Map<string, Exclusive>();
  const hold = (exclusive: Exclusive) => {
    if (outside(exclusive.path)) held.set(`${exclusive.path} ${exclusive.kind}`, exclusive);
  };
  let ordered = false;
  let unknown = info.broken || (index.scopes[info.scope]?.elsewhere.size ?? 0) > 0;
  let suspends = false;
  let waits = false;
  const roots = new Map<string, boolean>();
  const outside = (path: string): boolean => {
    const root = rootOf(path);
    let is = roots.get(root);
    if (is === undefined) {
      is = isOutside(fn, root);
      roots.set(root, is);
    }
    return is;
  };
  collectReads();
  collectWrites();
  const own = { reads: [...reads], writes: [...writes] };
  for (const site of info.sites) {
    const op = index.op[site];
    if (op === Op.Await) {
      const awaited = classify(p, mod, site);
      if (awaited === null) {
        unknown = true;
        suspends = true;
      } else merge(awaited);
    } else if (op === Op.Call) {
      if (index.op[index.parent[site] as number] !== Op.Await) call(site);
    } else if (
      (op === Op.WithItem && index.c[site] === 1) ||
      (op === Op.For && index.lists[(index.c[site] as number) + 1] === 1)
    ) {
      // Entering, leaving and stepping are awaits too.
      unknown = true;
      suspends = true;
      waits ||= isFromModel(p, mod, op === Op.For ? (index.b[site] as number) : (index.a[site] as number));
    }
  }
  const exclusives = [...held.values()];
  // Whoever touches this much is not proven to be independent of anything; what its own body shows still counts.
  if (isTooMuch()) {
    const kept = { reads: keptPaths(own.reads), writes: keptPaths(own.writes) };
    return { ...UNKNOWN_FACTS, ...kept, exclusives, ordered, waits };
  }
  return { reads: keptPaths(reads), writes: keptPaths(writes), exclusives, ordered, unknown, suspends, waits };

  function isTooMuch(): boolean {
    return reads.size + writes.size > MOST;
  }

  function merge(awaited: Awaited): void {
    if (awaited.certainty === 'never') ordered ||= !isBackoff(p, mod, awaited);
    else if (awaited.certainty === 'named' || awaited.certainty === 'closing' || awaited.certainty === 'unknown')
      unknown = true;
    if (awaited.certainty !== 'idle') suspends = true;
    waits ||= awaited.waits;
    for (const exclusive of awaited.exclusives(outside)) hold(exclusive);
    if (isTooMuch()) return;
    for (const path of awaited.reads) if (outside(path)) reads.add(path);
    for (const path of awaited.writes) if (outside(path)) writes.add(path);
  }

  function call(site: number): void {
    const callee = index.a[site] as number;
    const receiver = index.op[callee] === Op.Attr ? pathOf(mod, index.a[callee] as number) : null;
    const [first] = items(index, index.b[site] as number);
    if (receiver !== null && outside(receiver) && isMutator(nameAt(mod, callee) ?? '')) {
      if (KEYED.has(nameAt(mod, callee) ?? '') && first !== undefined && isParameter(first)) unknown = true;
      else writes.add(receiver);
    }
    for (const exclusive of exclusivesOf(p, mod, site, outside)) hold(exclusive);
    const { values } = typeOf(p, mod, callee);
    if (values.length === 0) {
      // A method of a value the function made itself changes nothing but that value.
      if (receiver === null ? index.op[callee] !== Op.Attr : outside(receiver)) unknown = true;
      return;
    }
    for (const value of values) calledValue(value, site);
  }

  function calledValue(value: Value, site: number): void {
    if (value.tag === 'class') {
      if (!value.cls.mod.stub) return;
    } else if (value.tag !== 'function') unknown = true;
    else if (value.fn.mod.stub) {
      // What consumes an iterator (`next(self.rows)`) moves it on; going through a list leaves it as it is.
      if (behaviourOf(value.fn).runs.length > 0) {
        for (const argument of items(index, index.b[site] as number)) {
          if (value.fn.info.name !== 'next' && !isIterator(p, mod, argument)) continue;
          for (const path of pathsRead(mod, argument)) if (outside(path)) writes.add(path);
        }
      }
    } else if (!value.fn.info.isAsync) {
      const inner = factsOf(p, value.fn);
      if (inner.unknown) unknown = true;
      if (isTooMuch()) return;
      const seen = asSeenFromCall(mod, site, value.fn);
      for (const path of inner.reads) reads.add(seen(path));
      for (const path of inner.writes) writes.add(seen(path));
    }
  }

  /** `self.cache[key] = row`: calls with other keys write other entries. Which keys they get, nobody checks. */
  function isKeyed(target: number): boolean {
    return index.op[target] === Op.Subscript && isParameter(index.b[target] as number);
  }

  function isParameter(node: number): boolean {
    if (index.op[node] !== Op.Name) return false;
    const reaching = [...items(index, index.b[node] as number)];
    return reaching.length > 0 && reaching.every((id) => index.definitions[id]?.kind === 'parameter');
  }

  function collectReads(): void {
    for (const statement of items(index, info.body)) {
      for (const path of pathsRead(mod, statement)) if (outside(path) && path !== 'self') reads.add(path);
    }
  }

  function collectWrites(): void {
    const targets = new Set<string>();
    for (const node of storesOf(mod).get(fn.id) ?? []) {
      for (const target of targetsAt(mod, node)) {
        if (isKeyed(target)) unknown = true;
        else if (index.op[target] !== Op.Name) pathsWritten(mod, target, targets);
      }
    }
    for (const path of targets) if (outside(path)) writes.add(path);
  }
}

/** An object of a library that is entered or iterated by awaiting: a session, a stream, the rows of a query. */
function isFromModel(p: Project, mod: Mod, node: number): boolean {
  return typeOf(p, mod, node).values.some((value) => {
    if (value.tag === 'instance' || value.tag === 'class') return value.cls.mod.stub;
    return (value.tag === 'context' || value.tag === 'coroutine') && value.fn?.mod.stub === true;
  });
}

function isIterator(p: Project, mod: Mod, node: number): boolean {
  return typeOf(p, mod, node).values.some((value) => {
    if (value.tag === 'shape') return ['Iterator', 'Generator'].includes(value.name);
    // A generator expression that stands here is used up here.
    if (value.tag === 'generator') return mod.index.op[node] !== Op.Generator;
    return value.tag === 'instance' && methodsOf(p, value, '__next__').length > 0;
  });
}

/** A pause before the next try, after a failure: it paces the tries of one call, not the calls. */
function isBackoff(p: Project, mod: Mod, { node, call }: Awaited): boolean {
  const { index } = mod;
  if (spelled(p, mod, index.a[call] as number) !== 'asyncio.sleep') return false;
  for (let at = node; at >= 0; at = index.parent[at] as number) if (index.op[at] === Op.Handler) return true;
  return false;
}

/** A body that only stands for one: an abstract method, a protocol, a default that subclasses replace. */
function isPlaceholder(fn: FunctionRef): boolean {
  const { index } = fn.mod;
  if (fn.info.decorators.some((node) => nameAt(fn.mod, node) === 'abstractmethod')) return true;
  return [...items(index, fn.info.body)].every((statement) => {
    switch (index.op[statement]) {
      case Op.Pass:
      case Op.Raise:
        return true;
      case Op.Expression: {
        const op = index.op[index.a[statement] as number];
        return op === Op.String || op === Op.Ellipsis;
      }
      case Op.Return: {
        const value = index.a[statement] as number;
        return fn.info.class >= 0 && (value < 0 || CONSTANTS.includes(index.op[value] as number));
      }
      default:
        return false;
    }
  });
}

const CONSTANTS: readonly number[] = [Op.None, Op.True, Op.False, Op.String, Op.Integer, Op.Float];

/** Whether a class below in the same file has a method of the same name: which one runs is not known. */
function isOverridden(fn: FunctionRef): boolean {
  const own = fn.mod.classes[fn.info.class]?.info.name;
  if (own === undefined) return false;
  return fn.mod.functions.some((other) => {
    if (other === fn || other.info.class < 0 || other.info.name !== fn.info.name) return false;
    const bases = fn.mod.classes[other.info.class]?.info.bases ?? [];
    return bases.some((base) => nameAt(fn.mod, base) === own);
  });
}
