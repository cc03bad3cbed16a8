import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { forEachChild } from '../../python/index/parents.ts';
import { passedTo } from '../arguments.ts';
import { typeOf } from '../infer.ts';
import { pathOf } from '../nonblocking.ts';
import { nameAt, type Project } from '../project.ts';
import type { Mod } from '../value.ts';
import type { Awaiting } from './awaiting.ts';
import { isWithin } from './awaits.ts';
import { type Awaited, classify } from './classify.ts';
import { readsClock } from './clocks.ts';
import { ANY, collide } from './exclusive.ts';
import { saysUpdating } from './names.ts';
import { anyOverlap, overlap, pathsBound, pathsInside, pathsRead, pathsWritten } from './paths.ts';
import { isRemark } from './remarks.ts';
import { type Step, stretchesOf } from './stretches.ts';

/** Awaits of one block that do not depend on each other. */
export interface Row {
  readonly awaits: readonly Awaited[];
}

interface Group {
  readonly awaits: Awaited[];
  /** Written since the first await of the group, or handed to calls that are not known. */
  readonly touched: Set<string>;
}

/** Finds the rows in one list of statements; what its compound statements hold is for the caller to ask about. */
export function rowsOf(p: Project, mod: Mod, awaiting: Awaiting, block: Iterable<number>): Row[] {
  const rows: Row[] = [];
  for (const steps of stretchesOf(mod, awaiting, block)) findRows(p, mod, steps, rows);
  return rows;
}

function findRows(p: Project, mod: Mod, steps: readonly Step[], rows: Row[]): void {
  const { index } = mod;
  let group: Group = { awaits: [], touched: new Set() };
  const flush = () => {
    const { awaits } = group;
    // Two objects brought up to date may need their order; with three it is a list written out.
    if (awaits.length > (awaits[0]?.certainty === 'unknown' ? 2 : 1)) rows.push({ awaits });
    group = { awaits: [], touched: new Set() };
  };
  for (const { statement, awaits } of steps) {
    if (index.op[statement] !== Op.Function) simple(statement, awaits);
    // A function that reads what was awaited carries it on.
    else if (anyOverlap(group.touched, pathsInside(mod, statement))) group.touched.add(functionName(mod, statement));
  }
  flush();

  function simple(statement: number, awaits: readonly number[]): void {
    for (const node of awaits) {
      take(node);
      for (let at = node; at !== statement; at = index.parent[at] as number) {
        if (index.op[at] === Op.Walrus) pathsWritten(mod, index.a[at] as number, group.touched);
      }
    }
    if (readsClock(p, mod, statement) || mayRefuse(p, mod, statement, group)) flush();
    else if (group.awaits.length > 0) touch(p, mod, statement, group.touched);
  }

  function take(node: number): void {
    const awaited = classify(p, mod, node);
    if (awaited === null || !mayOverlap(mod, awaited)) {
      flush();
      return;
    }
    const { reads, writes } = awaited;
    const depends =
      anyOverlap(group.touched, reads) ||
      anyOverlap(group.touched, writes) ||
      group.awaits.some((other) => anyOverlap(other.writes, writes) || anyOverlap(other.writes, reads)) ||
      group.awaits.some((other) => anyOverlap(other.reads, writes)) ||
      group.awaits.some((other) => feeds(mod, other, awaited) || feeds(mod, awaited, other)) ||
      group.awaits.some((other) => isWithin(mod, other.node, node)) ||
      group.awaits.some((other) => collide(other.exclusives(ANY), awaited.exclusives(ANY))) ||
      group.awaits.some((other) => isByObject(other) !== isByObject(awaited)) ||
      (isByObject(awaited) && group.awaits.some((other) => isClosedBefore(mod, other, awaited))) ||
      (awaited.certainty === 'unknown' && group.awaits.some((other) => !isSameCall(mod, other, awaited)));
    if (depends) flush();
    group.awaits.push(awaited);
  }
}

function mayOverlap(mod: Mod, awaited: Awaited): boolean {
  switch (awaited.certainty) {
    case 'proven':
      return true;
    case 'named':
      return awaited.isUsed;
    case 'closing':
      return (
        !awaited.isUsed &&
        receiver(mod, awaited) !== null &&
        receiver(mod, awaited) !== 'self' &&
        passesNothing(mod, awaited)
      );
    case 'unknown':
      return !awaited.isUsed && saysUpdating(awaited.name) && (receiver(mod, awaited) ?? 'self') !== 'self';
    default:
      return false;
  }
}

/** Independent because each has an object of its own, not because of what is done. */
function isByObject({ certainty }: Awaited): boolean {
  return certainty === 'closing' || certainty === 'unknown';
}

/** The same method with the same arguments: `await self.a.connect(bus)`, `await self.b.connect(bus)`. */
function isSameCall(mod: Mod, left: Awaited, right: Awaited): boolean {
  const given = argumentsOf(mod, left);
  return left.name === right.name && given !== null && given === argumentsOf(mod, right);
}

function argumentsOf(mod: Mod, awaited: Awaited): string | null {
  const paths = [...items(mod.index, mod.index.b[awaited.call] as number)].map((argument) => pathOf(mod, argument));
  return paths.includes(null) ? null : paths.join();
}

/** Nothing, or only constants: `stop(timeout=5)`. */
function passesNothing(mod: Mod, awaited: Awaited): boolean {
  return passedTo(mod, awaited.call).every((argument) => CONSTANTS.includes(mod.index.op[argument] as number));
}

const CONSTANTS: readonly number[] = [Op.String, Op.Integer, Op.Float, Op.True, Op.False, Op.None];

/** One gets as an argument what the other is called on: it may change it. */
function feeds(mod: Mod, from: Awaited, to: Awaited): boolean {
  const owner = receiver(mod, to);
  if (owner === null || owner === 'self' || from.certainty === 'proven') return false;
  return [...items(mod.index, mod.index.b[from.call] as number)].some((argument) =>
    pathsRead(mod, argument).has(owner),
  );
}

/** The same object, or one that was made with the other: a wrapper is closed before what it wraps. */
function isClosedBefore(mod: Mod, left: Awaited, right: Awaited): boolean {
  const a = receiver(mod, left);
  const b = receiver(mod, right);
  if (a === null || b === null || a === b) return true;
  return isMadeWith(mod, left, a, b) || isMadeWith(mod, left, b, a);
}

function isMadeWith(mod: Mod, awaited: Awaited, made: string, part: string): boolean {
  const { index } = mod;
  const owner = index.functions[index.owner[awaited.node] as number];
  const values = made.startsWith('self.')
    ? (index.classes[owner?.class ?? -1]?.attributes.get(made.slice(5)) ?? []).map(({ value }) => value)
    : (index.scopes[owner?.scope ?? -1]?.names.get(made) ?? []).map((id) => index.definitions[id]?.value ?? -1);
  return values.some((value) => value >= 0 && [...pathsRead(mod, value)].some((path) => overlap(path, part)));
}

function receiver(mod: Mod, awaited: Awaited): string | null {
  const callee = mod.index.a[awaited.call] as number;
  return mod.index.op[callee] === Op.Attr ? pathOf(mod, mod.index.a[callee] as number) : null;
}

/**
 * `check(user)`, a statement of its own with what was awaited: it may raise, and then nothing more is awaited; or it
 * shows how far things are.
 */
function mayRefuse(p: Project, mod: Mod, statement: number, group: Group): boolean {
  const { index } = mod;
  const call = index.a[statement] as number;
  if (index.op[statement] !== Op.Expression || index.op[call] !== Op.Call) return false;
  // What is printed is progress that somebody follows, where all that is known are names.
  const isShown = nameAt(mod, index.a[call] as number) === 'print' && group.awaits.some(isNotProven);
  if (isRemark(mod, statement) && !isShown) return false;
  const given = new Set<string>();
  for (const argument of items(index, index.b[call] as number)) pathsRead(mod, argument, given);
  return anyOverlap(group.touched, given) && (isShown || !isKnown(p, mod, call));
}

function isNotProven({ certainty }: Awaited): boolean {
  return certainty !== 'proven';
}

/** Adds what a statement writes, and what it hands to calls that may change it. */
function touch(p: Project, mod: Mod, statement: number, touched: Set<string>): void {
  const { index } = mod;
  const op = index.op[statement];
  if (op === Op.Assign)
    for (const target of items(index, index.a[statement] as number)) pathsWritten(mod, target, touched);
  if (op === Op.Annotated || op === Op.Augmented) pathsWritten(mod, index.a[statement] as number, touched);
  pathsBound(mod, statement, touched);
  handed(p, mod, statement, touched);
}

function handed(p: Project, mod: Mod, node: number, touched: Set<string>): void {
  const { index } = mod;
  // What an await takes is the coroutine's; what it gives is new.
  if (index.op[node] === Op.Lambda || index.op[node] === Op.Function || index.op[node] === Op.Await) return;
  if (index.op[node] === Op.Call && !isKnown(p, mod, node)) {
    const callee = index.a[node] as number;
    if (index.op[callee] === Op.Attr) pathsRead(mod, index.a[callee] as number, touched);
    for (const argument of items(index, index.b[node] as number)) {
      if (index.op[argument] !== Op.Await) pathsRead(mod, argument, touched);
    }
  }
  forEachChild(index, node, (child) => handed(p, mod, child, touched));
}

/** Library functions do not change what is passed to them, as a rule; methods of containers change the container. */
function isKnown(p: Project, mod: Mod, call: number): boolean {
  const { index } = mod;
  const callee = index.a[call] as number;
  const { values } = typeOf(p, mod, callee);
  if (values.length === 0) return false;
  return values.every((value) => {
    if (value.tag === 'class') return value.cls.mod.stub;
    if (value.tag !== 'function' || !value.fn.mod.stub) return false;
    return value.self === null || value.fn.mod.name !== 'builtins';
  });
}

function functionName(mod: Mod, statement: number): string {
  return mod.functions[mod.index.a[statement] as number]?.info.name ?? '';
}
