import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import type { Line } from './members.ts';
import { absoluteName } from './module.ts';
import type { NodeMap } from './node-map.ts';
import type { ClassRef, FunctionRef, Mod, Type } from './value.ts';
import { isOf, UNKNOWN } from './value.ts';

/** Gives the model of a library module, null when there is none. */
export type ModelSource = (name: string) => Mod | null;
/** Gives the project's own modules as seen from another, null when there is none. */
export interface ModuleSource {
  /** Whether the module is one of them: it may be a stub, too. */
  owns(mod: Mod): boolean;
  /** By the name of an absolute import. */
  find(name: string, from: Mod): Mod | null;
  /** By the full dotted name that a relative import comes down to. */
  exact(name: string, from: Mod): Mod | null;
  /** The one module right below a package that defines the name. */
  memberOf(name: string, member: string, from: Mod): Mod | null;
  /** How many classes `heirs` has to look at, without looking at them. */
  heirCount(name: string, method: string, from: Mod): number;
  /** Classes with the method that, by the names of their bases, may derive from one of this name. */
  heirs(name: string, method: string, from: Mod): readonly ClassRef[];
}

const NO_MODULES: ModuleSource = {
  owns: () => false,
  find: () => null,
  exact: () => null,
  memberOf: () => null,
  heirCount: () => 0,
  heirs: () => [],
};

/** Marks a node whose type is being worked out, so that a cycle is seen instead of followed for ever. */
class Pending {
  readonly values: readonly never[] = [];
  readonly open = true;
  readonly depth: number;
  constructor(depth: number) {
    this.depth = depth;
  }
}

const DEEPEST = 250;

/** Everything the analysis knows: modules, and what has been worked out about them. */
export class Project {
  readonly #models: ModelSource;
  readonly #own: ModuleSource;
  /** By the module that imports and the name; null stands for all models. */
  readonly #resolved = new Map<Mod | null, Map<string, Mod | null>>();
  readonly target: readonly [number, number];
  /** Methods by the class of their receiver, and lines of inheritance; kept here as the rest is by module. */
  readonly receivers = new Map<FunctionRef, Map<ClassRef, FunctionRef>>();
  readonly lines = new Map<ClassRef, Line>();
  /** The same where the class itself is asked. */
  readonly classLines = new Map<ClassRef, Line>();
  readonly #modelClasses = new Map<Mod, Map<string, ClassRef>>();
  /** How often a question was answered with unknown because it was open already, or too deep. */
  cycles = 0;
  #depth = 0;
  readonly #pending: Pending[] = [];
  #lowest = Number.POSITIVE_INFINITY;

  constructor(options: { models: ModelSource; own?: ModuleSource; target: readonly [number, number] }) {
    this.#models = options.models;
    this.#own = options.own ?? NO_MODULES;
    this.target = options.target;
  }

  /** The module that `import name` in `from` gives. */
  module(name: string, from: Mod): Mod | null {
    const isOwn = this.#own.owns(from);
    const importer = isOwn ? (from.view?.origin ?? from) : null;
    let known = this.#resolved.get(importer);
    if (!known) {
      known = new Map();
      this.#resolved.set(importer, known);
    }
    let mod = known.get(name);
    if (mod === undefined) {
      mod = (isOwn ? this.#own.find(name, from) : null) ?? this.#models(name);
      known.set(name, mod);
    }
    return mod;
  }

  moduleAt(from: Mod, module: string, level: number): Mod | null {
    const name = absoluteName(from, module, level);
    if (name === null) return null;
    return level > 0 && this.#own.owns(from) ? this.#own.exact(name, from) : this.module(name, from);
  }

  /** Where a name comes from that a package gives away without saying so in a way that can be followed. */
  memberOf(from: Mod, module: string, level: number, member: string): Mod | null {
    const name = absoluteName(from, module, level);
    return name === null || !this.#own.owns(from) ? null : this.#own.memberOf(name, member, from);
  }

  heirCount(cls: ClassRef, method: string): number {
    return this.#own.heirCount(cls.info.name, method, cls.mod);
  }

  heirs(cls: ClassRef, method: string): readonly ClassRef[] {
    return this.#own.heirs(cls.info.name, method, cls.mod);
  }

  get builtins(): Mod | null {
    return this.#models('builtins');
  }

  builtinClass(name: string): ClassRef | null {
    return this.modelClass('builtins', name);
  }

  /** A class as a model has it, whatever the project calls so. */
  modelClass(module: string, name: string): ClassRef | null {
    const mod = this.#models(module);
    if (mod === null) return null;
    let classes = this.#modelClasses.get(mod);
    if (!classes) {
      classes = new Map();
      // Of several that have the name, the first.
      for (const cls of mod.classes) if (!classes.has(cls.info.qualname)) classes.set(cls.info.qualname, cls);
      this.#modelClasses.set(mod, classes);
    }
    return classes.get(name) ?? null;
  }

  /** Drops what was worked out about modules that are gone; all others must know nothing of those. */
  forget(gone: ReadonlySet<Mod>): void {
    for (const mod of gone) this.#resolved.delete(mod);
    for (const [fn, byClass] of this.receivers) {
      if (isOf(fn.mod, gone)) this.receivers.delete(fn);
      else for (const cls of byClass.keys()) if (gone.has(cls.mod)) byClass.delete(cls);
    }
    for (const lines of [this.lines, this.classLines]) {
      for (const cls of lines.keys()) if (gone.has(cls.mod)) lines.delete(cls);
    }
  }

  /** A type that was found in a memo: it may still be worked out. */
  given(type: Type): Type {
    if (type instanceof Pending) this.cycles++;
    return type;
  }

  /**
   * Works out `memo[key]` of the module once. On a cycle the inner question is answered with unknown, and only what does not hang on
   * that answer is kept: otherwise results would depend on which question came first.
   */
  settle(memo: NodeMap<Type>, mod: Mod, key: number, work: (p: Project, mod: Mod, key: number) => Type): Type {
    const known = memo.get(key);
    if (known instanceof Pending) {
      this.#lowest = Math.min(this.#lowest, known.depth);
      return UNKNOWN;
    }
    if (known) return known;
    if (this.#depth >= DEEPEST) {
      this.#lowest = 0;
      this.cycles++;
      return UNKNOWN;
    }
    const depth = ++this.#depth;
    let pending = this.#pending[depth];
    if (!pending) {
      pending = new Pending(depth);
      this.#pending[depth] = pending;
    }
    memo.set(key, pending);
    const type = work(this, mod, key);
    this.#depth--;
    if (this.#lowest < depth) memo.set(key, undefined);
    else {
      memo.set(key, type);
      this.#lowest = Number.POSITIVE_INFINITY;
    }
    if (depth === 1) this.#lowest = Number.POSITIVE_INFINITY;
    return type;
  }

  /** Works out an answer about types once; one that hangs on a cycle is not kept either. */
  once<K, V>(memo: Map<K, V>, key: K, work: () => V): V {
    const known = memo.get(key);
    if (known !== undefined) return known;
    const before = this.#lowest;
    this.#lowest = Number.POSITIVE_INFINITY;
    const answer = work();
    if (this.#lowest === Number.POSITIVE_INFINITY) memo.set(key, answer);
    this.#lowest = Math.min(before, this.#lowest);
    return answer;
  }
}

/** Text of the name or attribute at `node`, null for anything else. */
export function nameAt(mod: Mod, node: number): string | null {
  const { op, a, b, strings } = mod.index;
  if (node < 0) return null;
  if (op[node] === Op.Name) return strings[a[node] as number] as string;
  if (op[node] === Op.Attr) return strings[b[node] as number] as string;
  return null;
}

/** The same, for what is known by its name alone: what `from x import y as z` brought counts as `y`. */
export function originalName(mod: Mod, node: number): string | null {
  const name = nameAt(mod, node);
  const { index } = mod;
  if (name === null || index.op[node] !== Op.Name) return name;
  const own = items(index, index.b[node] as number);
  const reaching = own.length > 0 ? own : (index.scopes[0]?.names.get(name) ?? []);
  for (const id of reaching) {
    const imported = index.definitions[id]?.import?.name;
    if (imported) return imported;
  }
  return name;
}

/** Name of a decorator, called (`@retry(3)`) or not (`@retry`); empty when it has none. */
export function decoratorName(mod: Mod, node: number): string {
  const callee = mod.index.op[node] === Op.Call ? (mod.index.a[node] as number) : node;
  return originalName(mod, callee) ?? '';
}
