import { Op } from '../python/index/ops.ts';
import { behaviourOf } from './behaviour.ts';
import { CONSTRUCTORS } from './call-outcome.ts';
import { typeOf } from './infer.ts';
import { methodsOf } from './members.ts';
import type { Project } from './project.ts';
import type { ClassRef, FunctionRef, Mod, Value } from './value.ts';

/**
 * Whether the outcome of the call may hold anything that the loop runs later. Most code is off the loop and asked for
 * nothing else, so this is told without working out what else the call does.
 */
export function mayHandOver(p: Project, mod: Mod, call: number): boolean {
  if (!passesMore(mod, call)) return false;
  for (const value of typeOf(p, mod, mod.index.a[call] as number).values) if (schedules(p, value)) return true;
  return false;
}

/** Whether the call passes anything but data. */
function passesMore({ index }: Mod, call: number): boolean {
  const { lists, op, b } = index;
  const list = b[call] as number;
  const end = list < 0 ? 0 : list + 1 + (lists[list] as number);
  for (let at = list + 1; at < end; at++) {
    const argument = lists[at] as number;
    const given = op[argument] === Op.Keyword ? (b[argument] as number) : argument;
    if (!DATA.has(op[given] as number)) return true;
  }
  return false;
}

/** What is never a function, and what is passed by unpacking, which nobody follows. */
const DATA: ReadonlySet<number> = new Set([
  Op.String,
  Op.FString,
  Op.Bytes,
  Op.Integer,
  Op.Float,
  Op.True,
  Op.False,
  Op.None,
  Op.Compare,
  Op.Not,
  Op.Dict,
  Op.Set,
  Op.ListComp,
  Op.SetComp,
  Op.DictComp,
  Op.Generator,
  Op.DoubleStar,
]);

/** Whether calling the value reaches a function that a model says to hand on what it is given. */
function schedules(p: Project, value: Value): boolean {
  switch (value.tag) {
    case 'function':
      return handsOn(value.fn);
    case 'partial':
      return schedules(p, value.callee);
    case 'instance':
      return methodsOf(p, value, '__call__').some(({ fn }) => handsOn(fn));
    case 'class':
      return isMadeWithCallbacks(p, value.cls);
    default:
      return false;
  }
}

function handsOn(fn: FunctionRef): boolean {
  return fn.mod.stub && behaviourOf(fn).schedules.length > 0;
}

const classes = new WeakMap<ClassRef, boolean>();

function isMadeWithCallbacks(p: Project, cls: ClassRef): boolean {
  let known = classes.get(cls);
  if (known === undefined) {
    const instance: Value = { tag: 'instance', cls, args: [] };
    known = CONSTRUCTORS.some((name) => methodsOf(p, instance, name).some(({ fn }) => handsOn(fn)));
    classes.set(cls, known);
  }
  return known;
}
