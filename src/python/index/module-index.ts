import type { Cost, Kind } from '../../types.ts';

/** What one file says, by itself: plain data that can be sent to a worker or packed into a cache. Ids are array positions. */
export interface ModuleIndex {
  readonly path: string;
  readonly strings: readonly string[];
  /** The lowered tree; see ops.ts for the operands. `parent` is -1 for statements of the module. */
  readonly op: Uint8Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  readonly parent: Int32Array;
  /** Function (id) whose body the node runs in, -1 for the module's top level. */
  readonly owner: Int32Array;
  readonly lists: Int32Array;
  readonly scopes: readonly Scope[];
  readonly definitions: readonly Definition[];
  readonly functions: readonly FunctionInfo[];
  readonly classes: readonly ClassInfo[];
  /** List of the module's statements. */
  readonly body: number;
  readonly stars: readonly StarImport[];
  /** Calls at the top level of the module and of class bodies there. */
  readonly topCalls: readonly number[];
  readonly suppressions: readonly SuppressionComment[];
  readonly faults: readonly Fault[];
  readonly hasAsync: boolean;
}

export type ScopeKind = 'module' | 'class' | 'function' | 'comprehension';

export interface Scope {
  readonly kind: ScopeKind;
  /** Enclosing scope, -1 for the module. */
  readonly parent: number;
  /** Function or class id, -1 otherwise. */
  readonly of: number;
  /** Definitions by name, in text order. */
  readonly names: Map<string, number[]>;
  /** Names declared `global` or `nonlocal` here, with the scope they belong to. */
  readonly elsewhere: ReadonlyMap<string, number>;
}

export type DefinitionKind =
  | 'assign' // value; `path` when unpacked
  | 'declare' // annotation without value
  | 'for' // value is the iterable
  | 'async-for'
  | 'with' // value is the context expression
  | 'async-with'
  | 'except' // value is the exception type
  | 'import' // `import a.b as c`, `from a import b`
  | 'function'
  | 'class'
  | 'parameter'
  | 'augmented'
  | 'delete'
  | 'capture' // bound by a pattern, or by something the index does not follow
  | 'narrow' // isinstance(name, value): `of` are the definitions before
  | 'exclude'; // not isinstance(name, value)

export interface Definition {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly scope: number;
  /** Node of the value, iterable, context expression or type; -1 when there is none. */
  readonly value: number;
  /** Node of the annotation, -1 when there is none. */
  readonly annotation: number;
  /** Positions to unpack, outermost first; a negative one is a starred target. */
  readonly path: readonly number[];
  /** Function or class id, parameter position, or -1. */
  readonly id: number;
  /** The node that binds: the target name, the statement. */
  readonly node: number;
  readonly import: ImportTarget | null;
  /** For `narrow` and `exclude`: the definitions it refines. */
  readonly of: readonly number[];
}

export interface ImportTarget {
  /** Dotted module name as written, without leading dots. */
  readonly module: string;
  /** Number of leading dots. */
  readonly level: number;
  /** The imported name, null for `import module`. */
  readonly name: string | null;
}

export interface StarImport {
  readonly module: string;
  readonly level: number;
  readonly scope: number;
}

export type FunctionKind = 'def' | 'lambda' | 'generator';

export interface Parameter {
  readonly name: string;
  readonly kind: 'positional' | 'normal' | 'keyword' | 'star' | 'double-star';
  readonly annotation: number;
  readonly default: number;
}

export interface FunctionInfo {
  readonly kind: FunctionKind;
  readonly name: string;
  /** As Python's `__qualname__`. */
  readonly qualname: string;
  readonly node: number;
  readonly scope: number;
  /** Class whose body holds it, -1 otherwise. */
  readonly class: number;
  /** Function it is nested in, -1 otherwise. */
  readonly outer: number;
  readonly isAsync: boolean;
  /** Has a `yield` of its own. */
  readonly yields: boolean;
  readonly parameters: readonly Parameter[];
  /** PEP 695: `def f[T](x: T)`. */
  readonly typeParameters: readonly string[];
  readonly returns: number;
  readonly decorators: readonly number[];
  /** List of statements; -1 for a lambda or generator expression. */
  readonly body: number;
  /** Expression of a lambda, element of a generator expression; -1 for a def. */
  readonly expression: number;
  /** Nodes whose evaluation may do something, in text order: calls, attributes, operators, with items, loops. */
  readonly sites: readonly number[];
  /** Return values and yielded values. */
  readonly results: readonly number[];
  readonly yielded: readonly number[];
  /** Overlaps text that the grammar could not place. */
  readonly broken: boolean;
  /** What a comment on the definition says that calling it does. */
  readonly stated: Stated | null;
}

export interface Stated {
  /** Null when it does not block; without a cost it is the usual one of the kind. */
  readonly effect: { readonly kind: Kind; readonly cost: Cost | null } | null;
  readonly reason: string | null;
}

export interface ClassInfo {
  readonly name: string;
  readonly qualname: string;
  readonly node: number;
  readonly scope: number;
  readonly bases: readonly number[];
  readonly decorators: readonly number[];
  /** `self.name = value` and `self.name: T = value` in methods. */
  readonly attributes: Map<string, AttributeDefinition[]>;
  readonly typeParameters: readonly string[];
  readonly body: number;
}

export interface AttributeDefinition {
  readonly value: number;
  readonly annotation: number;
  readonly path: readonly number[];
  readonly kind: DefinitionKind;
  readonly function: number;
}

export interface SuppressionComment {
  readonly kind: 'nostall' | 'noqa';
  /** Lines (from 1) it speaks for, both ends included; the whole file when `file` is set. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly file: boolean;
  /** Rule ids or ruff codes; null means all. */
  readonly rules: readonly string[] | null;
  readonly reason: string | null;
  readonly start: number;
  readonly end: number;
  /** What is wrong with it, null when it is well formed. */
  readonly fault: string | null;
}

export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const NONE = new Int32Array(0);

/** Items of the list at `offset`; empty for -1. */
export function items(index: ModuleIndex, offset: number): Int32Array {
  if (offset < 0) return NONE;
  const length = index.lists[offset] as number;
  return index.lists.subarray(offset + 1, offset + 1 + length);
}

export function str(index: ModuleIndex, id: number): string {
  return index.strings[id] as string;
}
