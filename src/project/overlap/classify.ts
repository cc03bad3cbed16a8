import { items, type ModuleIndex } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { statementOf } from '../../python/index/parents.ts';
import { bindArguments } from '../arguments.ts';
import { behaviourOf } from '../behaviour.ts';
import { typeOf } from '../infer.ts';
import { spelled } from '../lookup.ts';
import { methodsOf } from '../members.ts';
import { selectOverloads } from '../overloads.ts';
import { originalName, type Project } from '../project.ts';
import type { Mod, Value } from '../value.ts';
import { type Facts, factsOf } from './coroutine.ts';
import { type Exclusive, exclusivesOf, type Wanted } from './exclusive.ts';
import { heldBy } from './holders.ts';
import { saysClosing, saysOutside, saysReading } from './names.ts';
import { asSeenFromCall } from './outside.ts';
import { pathsRead } from './paths.ts';
import { isRemark } from './remarks.ts';

/** One await, seen by itself. */
export interface Awaited {
  readonly node: number;
  /** The call that makes the coroutine. */
  readonly call: number;
  readonly name: string;
  /**
   * `proven`: it reads only. `named`: nothing is known, its name says reading. `closing`: its name says ending.
   * `unknown`: nothing is known and the name does not help. `idle`: it never gives the loop its turn. `never`: its order
   * matters.
   */
  readonly certainty: 'proven' | 'named' | 'closing' | 'unknown' | 'idle' | 'never';
  /** Worked out when they are asked for: mostly something else decides. */
  readonly exclusives: (wanted: Wanted) => readonly Exclusive[];
  /** What it reads and writes beyond its own variables, by path. */
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
  /** Whether it is seen to wait for something outside: nothing is gained by overlapping what has its answer at hand. */
  readonly waits: boolean;
  /** Whether something is done with the result. */
  readonly isUsed: boolean;
}

/** Functions that only pass an awaitable on. */
const PASSING: ReadonlySet<string> = new Set(['asyncio.wait_for', 'asyncio.shield', 'async_timeout.wait_for']);

/** Reads the await at `node`; null when it does not await a call: a task, a future, something started elsewhere. */
export function classify(p: Project, mod: Mod, node: number): Awaited | null {
  const { index } = mod;
  let call = index.a[node] as number;
  while (index.op[call] === Op.Call && PASSING.has(spelled(p, mod, index.a[call] as number) ?? '')) {
    const [first] = items(index, index.b[call] as number);
    if (first === undefined) return null;
    call = first;
  }
  if (index.op[call] !== Op.Call) return null;
  return classifyCall(p, mod, node, call);
}

/** The same for the call whose result is awaited, entered or iterated at `node`. */
export function classifyCall(p: Project, mod: Mod, node: number, call: number): Awaited {
  const { index } = mod;
  const callee = index.a[call] as number;
  const name = originalName(mod, callee) ?? '';
  // What is printed or logged on the spot is not kept.
  const statement = statementOf(index, node);
  const isBare = index.op[index.parent[node] as number] === Op.Expression;
  const isUsed = !isBare && !isRemark(mod, statement) && !isForgotten(mod, statement);
  const { values: all, open } = typeOf(p, mod, callee);
  const values = selectOverloads(p, all, mod, call);
  const reads = pathsRead(mod, index.op[node] === Op.Await ? (index.a[node] as number) : call);
  const writes = new Set<string>();
  const inside: Exclusive[] = [];
  let certainty: Awaited['certainty'] | null = null;
  // Of what is not known, the name of the receiver may say that it is elsewhere: `self.db.get_user()`.
  let waits = values.length > 0 || saysOutside(receiverName(mod, callee));
  for (const value of values.flatMap((one) => called(p, one))) {
    if (value.tag !== 'function') {
      waits = false;
      certainty = worse(certainty, byName(name));
      continue;
    }
    const { fn } = value;
    if (fn.mod.stub) certainty = worse(certainty, fromModel(mod, call, value, name));
    else if (fn.info.isAsync) {
      const facts = factsOf(p, fn);
      certainty = worse(certainty, fromFacts(facts, name));
      waits &&= facts.waits;
      const seen = asSeenFromCall(mod, call, fn);
      for (const { path, kind } of facts.exclusives) inside.push({ path: seen(path), kind });
      for (const path of facts.reads) reads.add(seen(path));
      for (const path of facts.writes) writes.add(seen(path));
    } else {
      waits = false;
      certainty = worse(certainty, byName(name));
    }
  }
  if (certainty === null) certainty = byName(name);
  else if (open && certainty === 'proven') certainty = 'named';
  const isProven = certainty === 'proven';
  const exclusives = (wanted: Wanted) => {
    const held = isProven ? [] : heldBy(p, mod, call, wanted);
    return [...exclusivesOf(p, mod, call, wanted), ...inside, ...held];
  };
  return { node, call, name, certainty, exclusives, reads, writes, waits, isUsed };
}

function receiverName(mod: Mod, callee: number): string {
  const { index } = mod;
  if (index.op[callee] !== Op.Attr) return '';
  const receiver = index.a[callee] as number;
  return originalName(mod, index.op[receiver] === Op.Call ? (index.a[receiver] as number) : receiver) ?? '';
}

/** `answer = await ask()` with an `answer` that the function never looks at. */
function isForgotten(mod: Mod, statement: number): boolean {
  const { index } = mod;
  if (index.op[statement] !== Op.Assign) return false;
  const [target, ...others] = items(index, index.a[statement] as number);
  if (target === undefined || others.length > 0 || index.op[target] !== Op.Name) return false;
  const owner = index.functions[index.owner[target] as number];
  if (!owner || owner.node < 0) return false;
  const end = index.end[owner.node] as number;
  return namesOf(mod, index.a[target] as number).every((node) => {
    const start = index.start[node] as number;
    return node === target || start <= (index.start[owner.node] as number) || start >= end;
  });
}

/** Name nodes in the order of their strings; those of string `i` begin at `starts[i]`. */
interface NameNodes {
  readonly starts: Uint32Array;
  readonly nodes: Uint32Array;
}

const nameNodes = new WeakMap<ModuleIndex, NameNodes>();

/** The nodes of a module that name the string: every await that is assigned asks. */
function namesOf({ index }: Mod, string: number): Uint32Array {
  let names = nameNodes.get(index);
  if (!names) {
    names = sortedNames(index);
    nameNodes.set(index, names);
  }
  return names.nodes.subarray(names.starts[string], names.starts[string + 1]);
}

function sortedNames({ op, a, strings }: ModuleIndex): NameNodes {
  const starts = new Uint32Array(strings.length + 1);
  for (let node = 0; node < op.length; node++) if (op[node] === Op.Name) starts[(a[node] as number) + 1]!++;
  for (let string = 0; string < strings.length; string++) starts[string + 1]! += starts[string] as number;
  const nodes = new Uint32Array(starts[strings.length] as number);
  const next = starts.slice();
  for (let node = 0; node < op.length; node++) if (op[node] === Op.Name) nodes[next[a[node] as number]!++] = node;
  return { starts, nodes };
}

const ORDER: readonly Awaited['certainty'][] = ['proven', 'named', 'closing', 'unknown', 'idle', 'never'];

function fromFacts({ ordered, unknown, suspends }: Facts, name: string): Awaited['certainty'] {
  if (ordered) return 'never';
  if (!suspends) return 'idle';
  return unknown ? byName(name) : 'proven';
}

function worse(left: Awaited['certainty'] | null, right: Awaited['certainty']): Awaited['certainty'] {
  return left === null || ORDER.indexOf(right) > ORDER.indexOf(left) ? right : left;
}

function byName(name: string): Awaited['certainty'] {
  if (saysReading(name)) return 'named';
  return saysClosing(name) ? 'closing' : 'unknown';
}

/** An object is called through its `__call__`. */
function called(p: Project, value: Value): Value[] {
  if (value.tag !== 'instance') return [value];
  const methods = methodsOf(p, value, '__call__');
  return methods.length === 0 ? [value] : methods.map(({ fn, self }) => ({ tag: 'function', fn, self }));
}

function fromModel(mod: Mod, call: number, value: Value & { tag: 'function' }, name: string): Awaited['certainty'] {
  const { fn, self } = value;
  const behaviour = behaviourOf(fn);
  if (behaviour.awaiting === 'reads') return 'proven';
  if (behaviour.awaiting === 'mutates') return 'never';
  const [moved] = behaviour.offloads;
  if (moved !== undefined) {
    const argument = bindArguments(mod, call, fn, self).byName.get(moved);
    const callee = argument === undefined ? null : originalName(mod, argument);
    return callee !== null && saysReading(callee) ? 'named' : 'never';
  }
  // The coroutines of an event loop library wait for something in particular; what is not said to read has an order.
  return /^(?:asyncio|anyio|trio)\b/.test(fn.mod.name) ? 'never' : byName(name);
}
