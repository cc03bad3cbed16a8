import type { Parameter } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { isStatic } from './definition-type.ts';
import { listAt } from './lists.ts';
import type { FunctionRef, Mod, Value } from './value.ts';

/** The arguments of one call, by parameter of one function. */
export interface Bound {
  /** Argument node by parameter name; parameters that are not passed are absent. */
  readonly byName: ReadonlyMap<string, number>;
  /** Nodes that land in `*args`, in order. */
  readonly rest: readonly number[];
  /** Set when `*x` or `**x` hides what is passed. */
  readonly partial: boolean;
  /** The object whose method is called; -1 when it is not written there. */
  readonly receiver: number;
}

/** Binds the arguments of the call at `node` as Python would. `skip` counts positional arguments already taken. */
export function bindArguments(mod: Mod, node: number, fn: FunctionRef, self: Value | null, skip = 0): Bound {
  const { index } = mod;
  const parameters = fn.info.parameters;
  const isMethod = fn.info.class >= 0 && !isStatic(fn.mod, fn);
  let position = isMethod && (self !== null || fn.info.name === '__init__') ? 1 : 0;
  const byName = new Map<string, number>();
  const rest: number[] = [];
  let partial = false;
  let skipped = skip;
  const { lists, op: ops } = index;
  const list = index.b[node] as number;
  const end = list < 0 ? 0 : list + 1 + (lists[list] as number);
  for (let at = list + 1; at < end; at++) {
    const argument = lists[at] as number;
    const op = ops[argument];
    if (op === Op.Star || op === Op.DoubleStar) {
      partial = true;
    } else if (op === Op.Keyword) {
      const name = index.strings[index.a[argument] as number] as string;
      byName.set(name, index.b[argument] as number);
    } else if (skipped > 0) {
      skipped--;
    } else {
      const parameter = parameters[position];
      if (parameter && (parameter.kind === 'normal' || parameter.kind === 'positional')) {
        byName.set(parameter.name, argument);
        position++;
      } else rest.push(argument);
    }
  }
  const callee = index.a[node] as number;
  const isMade = fn.info.name === '__init__' || fn.info.name === '__new__';
  const hasReceiver = isMethod && self !== null && !isMade && index.op[callee] === Op.Attr;
  return { byName, rest, partial, receiver: hasReceiver ? (index.a[callee] as number) : -1 };
}

/** The expressions that a call passes, by position or by name. */
export function passedTo(mod: Mod, call: number): number[] {
  const { index } = mod;
  const passed = listAt(index, index.b[call] as number);
  for (let i = 0; i < passed.length; i++) {
    const argument = passed[i] as number;
    if (index.op[argument] === Op.Keyword) passed[i] = index.b[argument] as number;
  }
  return passed;
}

export function parameterOf(fn: FunctionRef, name: string): Parameter | undefined {
  return fn.info.parameters.find((parameter) => parameter.name === name);
}
