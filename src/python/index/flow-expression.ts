import type { Builder } from './builder.ts';
import { copy, type Env, union } from './flow-env.ts';
import { Op } from './ops.ts';

/** The flow of one scope through expressions: what names mean, what is bound, what a test tells. */
export class ExpressionFlow {
  readonly b: Builder;
  readonly scope: number;
  /** What is bound while a `try` body, or an operand that may be skipped, is walked: innermost last. */
  readonly #bound: Map<string, readonly number[]>[] = [];
  readonly #narrowings = new Map<string, number>();

  constructor(b: Builder, scope: number) {
    this.b = b;
    this.scope = scope;
  }

  items(list: number): Int32Array {
    const { lists } = this.b;
    return list < 0 ? lists.subarray(0, 0) : lists.subarray(list + 1, list + 1 + (lists[list] as number));
  }

  /** Runs `walk` and tells which names it bound. */
  collect<T>(walk: () => T): { result: T; bound: Map<string, readonly number[]> } {
    const bound = new Map<string, readonly number[]>();
    this.#bound.push(bound);
    const result = walk();
    this.#bound.pop();
    return { result, bound };
  }

  bind(env: Env, name: string, definitions: readonly number[]): void {
    if (env === null) return;
    env.set(name, definitions);
    for (const bound of this.#bound) bound.set(name, union(bound.get(name) ?? [], definitions));
  }

  /** An operand that may be skipped: what it binds joins what was bound before. */
  maybe(env: Env, walk: () => void): void {
    const { bound } = this.collect(walk);
    for (const [name, definitions] of bound) env?.set(name, union(env.get(name) ?? [], definitions));
  }

  /** An operand that is evaluated when `test` turned out `truth`. */
  operand(node: number, env: Env, test: number, truth: boolean): void {
    // Nothing else in an expression binds: the environment stays as it is.
    if (!this.b.hasWalrus) this.expression(node, this.narrow(test, env, truth, false));
    else this.maybe(env, () => this.expression(node, this.narrow(test, env, truth)));
  }

  name(node: number): string {
    return this.b.strings[this.b.a[node] as number] as string;
  }

  /** Binds what an import, a definition or a handler makes. */
  made(node: number, env: Env): void {
    const id = this.b.madeAt.get(node);
    const definition = id === undefined ? undefined : this.b.definitions[id];
    if (definition && definition.scope === this.scope) this.bind(env, definition.name, [id as number]);
  }

  targets(list: number, env: Env): void {
    const { b } = this;
    const end = list + 1 + (b.lists[list] as number);
    for (let at = list + 1; at < end; at++) this.target(b.lists[at] as number, env);
  }

  target(node: number, env: Env): void {
    const { b } = this;
    const a = b.a[node] as number;
    switch (b.op[node]) {
      case Op.Name: {
        const definition = b.firstOf(b.b[node] as number);
        if (definition >= 0 && b.definitions[definition]?.scope === this.scope) {
          this.bind(env, this.name(node), [definition]);
        }
        return;
      }
      case Op.Tuple:
      case Op.List:
        this.targets(a, env);
        return;
      case Op.Star:
        this.target(a, env);
        return;
      case Op.Attr:
        this.expression(a, env);
        return;
      default:
        this.expression(node, env);
    }
  }

  augment(node: number, env: Env): void {
    const { b } = this;
    if (b.op[node] !== Op.Name) {
      this.target(node, env);
      return;
    }
    const own = this.items(b.b[node] as number)[0];
    const before = env?.get(this.name(node)) ?? [];
    if (own !== undefined) {
      this.bind(env, this.name(node), union(before, [own]));
      b.b[node] = b.list(union([own], before));
    }
  }

  /** Visits an expression in evaluation order, linking the names it uses. */
  expression(node: number, env: Env): void {
    if (node < 0) return;
    const { b } = this;
    const a = b.a[node] as number;
    const second = b.b[node] as number;
    switch (b.op[node]) {
      case Op.Name: {
        const definitions = env?.get(this.name(node));
        if (definitions && b.c[node] !== -2) this.use(node, definitions);
        return;
      }
      case Op.Attr:
      case Op.Await:
      case Op.Star:
      case Op.DoubleStar:
      case Op.Not:
      case Op.Unary:
      case Op.Yield:
      case Op.YieldFrom:
      case Op.CompIf:
        this.expression(a, env);
        return;
      case Op.Keyword:
        this.expression(second, env);
        return;
      case Op.Call:
        this.expression(a, env);
        this.all(second, env);
        return;
      case Op.Subscript:
      case Op.Binary:
      case Op.Pair:
        this.expression(a, env);
        this.expression(second, env);
        return;
      case Op.And:
      case Op.Or: {
        const [left, right] = this.items(a) as unknown as [number, number];
        this.expression(left, env);
        this.operand(right, env, left, b.op[node] === Op.And);
        return;
      }
      case Op.IfElse:
        this.expression(a, env);
        this.operand(second, env, a, true);
        this.operand(b.c[node] as number, env, a, false);
        return;
      case Op.Compare:
      case Op.Tuple:
      case Op.List:
      case Op.Set:
      case Op.Dict:
      case Op.FString:
      case Op.Slice:
      case Op.Unparsed:
        this.all(a, env);
        return;
      case Op.Walrus:
        this.expression(second, env);
        this.target(a, env);
        return;
      case Op.ListComp:
      case Op.SetComp:
      case Op.DictComp:
      case Op.Generator:
        if (!b.hasWalrus) this.comprehension(node, env);
        else this.maybe(env, () => this.comprehension(node, env));
        return;
      case Op.Lambda:
        for (const parameter of b.functions[a]?.parameters ?? []) this.expression(parameter.default, env);
        return;
    }
  }

  /** Names of the comprehension's own scope hide the function's for as long as it lasts. */
  comprehension(node: number, env: Env): void {
    const { b } = this;
    const clauses = this.items(b.b[node] as number);
    const third = b.c[node] as number;
    const scope = b.op[node] === Op.Generator ? (b.functions[third]?.scope as number) : third;
    const own = b.scopes[scope]?.names;
    let inside = b.hasWalrus || hides(own, env) ? copy(env) : env;
    for (let i = 0; i < clauses.length; i++) {
      const clause = clauses[i] as number;
      if (b.op[clause] === Op.CompIf) {
        this.expression(b.a[clause] as number, inside);
        inside = this.narrow(b.a[clause] as number, inside, true, false);
        continue;
      }
      this.expression(b.b[clause] as number, i === 0 ? env : inside);
      if (i === 0 && inside !== env) for (const name of own?.keys() ?? []) inside?.delete(name);
      this.target(b.a[clause] as number, inside);
    }
    this.expression(b.a[node] as number, inside);
  }

  all(list: number, env: Env): void {
    const { b } = this;
    if (list < 0) return;
    // The lists may move while they are walked.
    const end = list + 1 + (b.lists[list] as number);
    for (let at = list + 1; at < end; at++) this.expression(b.lists[at] as number, env);
  }

  use(node: number, definitions: readonly number[]): void {
    const { b } = this;
    const list = b.b[node] as number;
    if (list < 0) {
      if (definitions.length > 0) b.b[node] = b.reaching(definitions);
      return;
    }
    const known = [...this.items(list)];
    const all = union(known, definitions);
    if (all.length !== known.length) b.b[node] = b.reaching(all);
  }

  /**
   * The environment after `test` turned out `truth`: `isinstance` splits the definitions of the name it asks about. Another
   * one than `env`, unless it may be the same where nothing is split.
   */
  narrow(test: number, env: Env, truth: boolean, isOther = true): Env {
    if (env === null || test < 0) return env;
    const { b } = this;
    const op = b.op[test];
    if (op === Op.Not) return this.narrow(b.a[test] as number, env, !truth, isOther);
    if ((op === Op.And && truth) || (op === Op.Or && !truth)) {
      let narrowed: Env = isOther || b.hasWalrus ? copy(env) : env;
      for (const part of this.items(b.a[test] as number)) {
        // Both operands were evaluated for certain, and with them what they bind.
        for (const target of this.walrusTargets(part)) this.target(target, narrowed);
        narrowed = this.narrow(part, narrowed, truth, false);
      }
      return narrowed;
    }
    const question = this.isinstance(test);
    const of = question === null ? undefined : env.get(question.name);
    if (question === null || !of) return isOther ? copy(env) : env;
    const out = new Map(env);
    const id = this.narrowed(test, question.name, question.type, of, truth);
    out.set(question.name, [id]);
    return out;
  }

  walrusTargets(node: number): number[] {
    const { b } = this;
    const a = b.a[node] as number;
    switch (b.op[node]) {
      case Op.Walrus:
        return [...this.walrusTargets(b.b[node] as number), a];
      case Op.Compare:
        return [...this.items(a)].flatMap((part) => this.walrusTargets(part));
      case Op.Not:
      case Op.Attr:
      case Op.Await:
        return this.walrusTargets(a);
      case Op.Call:
        return [a, ...this.items(b.b[node] as number)].flatMap((part) => this.walrusTargets(part));
      default:
        return [];
    }
  }

  isinstance(test: number): { name: string; type: number } | null {
    const { b } = this;
    if (b.op[test] !== Op.Call || b.op[b.a[test] as number] !== Op.Name) return null;
    if (this.name(b.a[test] as number) !== 'isinstance') return null;
    const [subject, type] = this.items(b.b[test] as number);
    if (subject === undefined || type === undefined || b.op[subject] !== Op.Name) return null;
    return { name: this.name(subject), type };
  }

  narrowed(test: number, name: string, type: number, of: readonly number[], truth: boolean): number {
    const key = `${test}:${truth}:${of.join()}`;
    const known = this.#narrowings.get(key);
    if (known !== undefined) return known;
    const id =
      this.b.definitions.push({
        kind: truth ? 'narrow' : 'exclude',
        name,
        scope: this.scope,
        value: type,
        annotation: -1,
        path: [],
        id: -1,
        node: test,
        import: null,
        of,
      }) - 1;
    this.#narrowings.set(key, id);
    return id;
  }
}

/** Whether the environment knows a name that has another meaning in the scope of a comprehension. */
function hides(own: ReadonlyMap<string, unknown> | undefined, env: Env): boolean {
  if (env === null || own === undefined) return false;
  for (const name of own.keys()) if (env.has(name)) return true;
  return false;
}
