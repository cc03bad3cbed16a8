import type { ClassInfo, FunctionInfo, ModuleIndex } from '../python/index/module-index.ts';
import type { NodeMap } from './node-map.ts';
import type { Outcome } from './outcome.ts';

/** A module of the project, or a model of a library module (`stub`). */
export interface Mod {
  /** Dotted name: `app.db`, `requests`. */
  readonly name: string;
  readonly path: string;
  readonly stub: boolean;
  /** Whether relative imports in it start from itself: it is an `__init__`. */
  readonly isPackage: boolean;
  readonly index: ModuleIndex;
  readonly classes: readonly ClassRef[];
  readonly functions: readonly FunctionRef[];
  /** Inferred types by node and by definition, filled as they are asked for. */
  readonly types: NodeMap<Type>;
  readonly definitionTypes: NodeMap<Type>;
  /** What annotations mean where no type variable stands for anything, by node. */
  readonly annotations: NodeMap<Type>;
  /** What happens at its sites, by node. */
  readonly outcomes: NodeMap<Outcome>;
  /** Set where the module is one as the methods of a subclass see it, or a function that is given a known object. */
  readonly view: View | null;
}

export interface View {
  readonly origin: Mod;
  /** What `self` and `cls` are in methods that the class inherits. */
  readonly receiver: ClassRef | null;
  readonly given: Given | null;
}

/** What a call passes to some of the parameters of one function. */
export interface Given {
  /** Function id. */
  readonly to: number;
  readonly values: ReadonlyMap<string, Value>;
}

/** The function as it is written, whoever is its receiver. */
export function plain(fn: FunctionRef): FunctionRef {
  return fn.mod.view === null ? fn : (fn.mod.view.origin.functions[fn.id] as FunctionRef);
}

/** Whether the module is one of these, or a view that knows one of them. */
export function isOf(mod: Mod, modules: ReadonlySet<Mod>): boolean {
  const { view } = mod;
  if (view === null) return modules.has(mod);
  if (modules.has(view.origin) || (view.receiver !== null && modules.has(view.receiver.mod))) return true;
  for (const value of view.given?.values.values() ?? []) {
    if (value.tag === 'instance' && modules.has(value.cls.mod)) return true;
  }
  return false;
}

export interface ClassRef {
  readonly mod: Mod;
  readonly id: number;
  readonly info: ClassInfo;
}

export interface FunctionRef {
  readonly mod: Mod;
  readonly id: number;
  readonly info: FunctionInfo;
}

/** What an expression may be at run time, as far as the analysis can tell. */
export type Value =
  | { readonly tag: 'module'; readonly mod: Mod | null; readonly name: string }
  | { readonly tag: 'class'; readonly cls: ClassRef; readonly args: readonly Type[] }
  | { readonly tag: 'instance'; readonly cls: ClassRef; readonly args: readonly Type[] }
  | { readonly tag: 'function'; readonly fn: FunctionRef; readonly self: Value | null }
  | { readonly tag: 'partial'; readonly callee: Value; readonly mod: Mod; readonly call: number }
  /** Awaiting it runs `fn` (null when that is not known) and gives `result`. */
  | { readonly tag: 'coroutine'; readonly fn: FunctionRef | null; readonly result: Type }
  /** Iterating it runs `fn`. */
  | { readonly tag: 'generator'; readonly fn: FunctionRef; readonly yields: Type }
  /** Entering and leaving it runs `fn`, a generator function under `@contextmanager`. */
  | { readonly tag: 'context'; readonly fn: FunctionRef; readonly yields: Type }
  | { readonly tag: 'tuple'; readonly items: readonly Type[] }
  /** A form of `typing` that stands for a shape rather than a class: `Iterator[X]`, `Callable[..., X]`. */
  | { readonly tag: 'shape'; readonly name: string; readonly args: readonly Type[] }
  | { readonly tag: 'literal'; readonly text: string; readonly cls: ClassRef | null }
  /** What comes after `cls` in the line of the receiver's class. */
  | { readonly tag: 'super'; readonly cls: ClassRef; readonly receiver: ClassRef };

/** The values that are known to be possible; `open` when there may be others. */
export interface Type {
  readonly values: readonly Value[];
  readonly open: boolean;
}

export const UNKNOWN: Type = { values: [], open: true };
/** `None`, and what holds nothing of interest. */
export const NOTHING: Type = { values: [], open: false };

export function single(value: Value): Type {
  return { values: [value], open: false };
}

/** More alternatives than anyone writes on purpose are not worth following. */
const MOST = 12;

export function union(types: readonly Type[]): Type {
  if (types.length === 1) return types[0] as Type;
  const values: Value[] = [];
  let open = false;
  for (const type of types) {
    if (type.open) open = true;
    for (const value of type.values) {
      if (values.length >= MOST) open = true;
      else if (!isAmong(values, value)) values.push(value);
    }
  }
  return values.length === 0 ? (open ? UNKNOWN : NOTHING) : { values, open };
}

function isAmong(values: readonly Value[], value: Value): boolean {
  for (const known of values) if (same(known, value)) return true;
  return false;
}

export function same(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (left.tag !== right.tag) return false;
  switch (left.tag) {
    case 'module':
      return left.name === (right as typeof left).name;
    case 'class':
    case 'instance': {
      const other = right as typeof left;
      return left.cls === other.cls && sameAll(left.args, other.args);
    }
    case 'function': {
      const other = right as typeof left;
      if (left.fn !== other.fn) return false;
      return left.self === null || other.self === null ? left.self === other.self : same(left.self, other.self);
    }
    case 'partial':
      return left.call === (right as typeof left).call && left.mod === (right as typeof left).mod;
    case 'coroutine':
      return left.fn === (right as typeof left).fn && sameType(left.result, (right as typeof left).result);
    case 'generator':
    case 'context':
      return left.fn === (right as typeof left).fn;
    case 'tuple':
      return sameAll(left.items, (right as typeof left).items);
    case 'shape':
      return left.name === (right as typeof left).name && sameAll(left.args, (right as typeof left).args);
    case 'literal':
      return left.text === (right as typeof left).text;
    case 'super':
      return left.cls === (right as typeof left).cls && left.receiver === (right as typeof left).receiver;
  }
}

function sameAll(left: readonly Type[], right: readonly Type[]): boolean {
  return left.length === right.length && left.every((type, i) => sameType(type, right[i] as Type));
}

function sameType(left: Type, right: Type): boolean {
  if (left === right) return true;
  return (
    left.open === right.open &&
    left.values.length === right.values.length &&
    left.values.every((value, i) => same(value, right.values[i] as Value))
  );
}

/** `load`, `Store.load`: the qualified name, for what is nested in a function from there on. */
export function shortName(fn: FunctionRef): string {
  return fn.info.qualname.replace(/^.*<locals>\./, '');
}

/** `requests.Session`, `app.db.Store.save`; names of `builtins` stand alone. */
export function dottedName(ref: ClassRef | FunctionRef): string {
  return ref.mod.name === 'builtins' ? ref.info.qualname : `${ref.mod.name}.${ref.info.qualname}`;
}
