import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { forEachChild } from '../python/index/parents.ts';
import { passedTo } from './arguments.ts';
import { nameAt } from './project.ts';
import type { FunctionRef, Mod } from './value.ts';

/** What the body of a method asks of its receiver. */
export interface Uses {
  /** Names looked up on `self`, `cls` or `type(self)`. */
  readonly own: ReadonlySet<string>;
  /** Names looked up on `super()`. */
  readonly above: ReadonlySet<string>;
  /** It returns its receiver, gives it another name, or makes one more by `cls()`. */
  readonly givesItself: boolean;
  /** Calls that it passes its receiver to. */
  readonly passes: readonly number[];
}

const methods = new WeakMap<FunctionRef, Uses>();

export function usesOf(fn: FunctionRef): Uses {
  let uses = methods.get(fn);
  if (!uses) {
    uses = usesIn(fn, fn.info.node);
    methods.set(fn, uses);
  }
  return uses;
}

/** The same for one node in the body of the method, or for another parameter. */
export function usesIn(fn: FunctionRef, start: number, self = fn.info.parameters[0]?.name): Uses {
  const { mod } = fn;
  const { index } = mod;
  const own = new Set<string>();
  const above = new Set<string>();
  const passes: number[] = [];
  let givesItself = false;
  if (self === undefined) return { own, above, givesItself, passes };
  const isSelf = (node: number) => receiverName(mod, node) === self;
  const visit = (node: number): void => {
    const a = index.a[node] as number;
    const op = index.op[node] as number;
    if (op === Op.Attr) {
      const name = index.strings[index.b[node] as number] as string;
      if (isSelf(a)) own.add(name);
      else if (isSuper(mod, a)) above.add(name);
    }
    const names = IMPLIED[op];
    if (names && isSelf(op === Op.For || op === Op.CompFor ? (index.b[node] as number) : a)) {
      for (const name of names) own.add(name);
      givesItself ||= op === Op.Call;
    }
    if (op === Op.Call && passedTo(mod, node).some((argument) => index.op[argument] === Op.Name && isSelf(argument)))
      passes.push(node);
    forEachChild(index, node, (child) => {
      givesItself ||= PASSING.has(op) && index.op[child] === Op.Name && isSelf(child);
      visit(child);
    });
  };
  visit(start);
  return { own, above, givesItself, passes };
}

/** What is asked of each name in a node: the `own` of `usesIn` for all of them at once. */
export function askedOfNames(mod: Mod, start: number): ReadonlyMap<string, ReadonlySet<string>> {
  const { index } = mod;
  const out = new Map<string, Set<string>>();
  const add = (receiver: number, names: readonly string[]) => {
    const name = receiverName(mod, receiver);
    if (name === null) return;
    const asked = out.get(name) ?? new Set();
    for (const one of names) asked.add(one);
    out.set(name, asked);
  };
  const visit = (node: number): void => {
    const a = index.a[node] as number;
    const op = index.op[node] as number;
    if (op === Op.Attr) add(a, [index.strings[index.b[node] as number] as string]);
    const names = IMPLIED[op];
    if (names) add(op === Op.For || op === Op.CompFor ? (index.b[node] as number) : a, names);
    forEachChild(index, node, visit);
  };
  visit(start);
  return out;
}

/** What has the value of a part of itself. */
const PASSING: ReadonlySet<number> = new Set([
  Op.Assign,
  Op.Annotated,
  Op.IfElse,
  Op.And,
  Op.Or,
  Op.Walrus,
  Op.Return,
  Op.Yield,
]);

/** Special methods that syntax calls. */
const IMPLIED: Readonly<Record<number, readonly string[]>> = {
  [Op.Call]: ['__call__', '__new__', '__init__', '__post_init__'],
  [Op.WithItem]: ['__enter__', '__exit__'],
  [Op.For]: ['__iter__', '__next__'],
  [Op.CompFor]: ['__iter__', '__next__'],
  [Op.Subscript]: ['__getitem__', '__setitem__', '__delitem__'],
};

/** The name in `self` and `type(self)`. */
function receiverName(mod: Mod, node: number): string | null {
  const { index } = mod;
  if (index.op[node] === Op.Name) return nameAt(mod, node);
  if (index.op[node] !== Op.Call || nameAt(mod, index.a[node] as number) !== 'type') return null;
  const [first, more] = items(index, index.b[node] as number);
  return first !== undefined && more === undefined && index.op[first] === Op.Name ? nameAt(mod, first) : null;
}

function isSuper(mod: Mod, node: number): boolean {
  const { index } = mod;
  return index.op[node] === Op.Call && nameAt(mod, index.a[node] as number) === 'super';
}
