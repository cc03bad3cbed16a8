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

  name(node: number): string {
    return this.b.strings[this.b.a[node] as number] as string;
  }

  /** Binds what an import, a definition or a handler makes. */
  made(node: number, env: Env): void {
    const id = this.b.madeAt.get(node);
    const definition = id === undefined ? undefined : this.b.definitions[id];
    if (definition && definition.scope === this.scope) this.bind(env, definition.name, [id as number]);
  }

  target(node: number, env: Env): void {
    const { b } = this;
    switch (b.op[node]) {
      case Op.Name: {
        const definition = this.items(b.b[node] as number)[0];
        if (definition !== undefined && b.definitions[definition]?.scope === this.scope) {
          this.bind(env, this.name(node), [definition]);
        }
        return;
      }
      case Op.Tuple:
      case Op.List:
        for (const child of this.items(b.a[node] as number)) this.target(child, env);
        return;
      case Op.Star:
        this.target(b.a[node] as number, env);
        return;
      case Op.Attr:
        this.expression(b.a[node] as number, env);
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
        this.maybe(env, () => this.expression(right, this.narrow(left, env, b.op[node] === Op.And)));
        return;
      }
      case Op.IfElse:
        this.expression(a, env);
        this.maybe(env, () => this.expression(second, this.narrow(a, env, true)));
        this.maybe(env, () => this.expression(b.c[node] as number, this.narrow(a, env, false)));
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
        this.maybe(env, () => this.comprehension(node, env));
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
    let inside = copy(env);
    clauses.forEach((clause, i) => {
      if (b.op[clause] === Op.CompIf) {
        this.expression(b.a[clause] as number, inside);
        inside = this.narrow(b.a[clause] as number, inside, true);
        return;
      }
      this.expression(b.b[clause] as number, i === 0 ? env : inside);
      if (i === 0) for (const name of b.scopes[scope]?.names.keys() ?? []) inside?.delete(name);
      this.target(b.a[clause] as number, inside);
    });
    this.expression(b.a[node] as number, inside);
  }

  all(list: number, env: Env): void {
    for (const node of this.items(list)) this.expression(node, env);
  }

  use(node: number, definitions: readonly number[]): void {
    const { b } = this;
    const known = this.items(b.b[node] as number);
    const all = known.length === 0 ? definitions : union([...known], definitions);
    if (all.length !== known.length) b.b[node] = b.list(all);
  }

  /** The environment after `test` turned out `truth`: `isinstance` splits the definitions of the name it asks about. */
  narrow(test: number, env: Env, truth: boolean): Env {
    if (env === null || test < 0) return env;
    const { b } = this;
    const op = b.op[test];
    if (op === Op.Not) return this.narrow(b.a[test] as number, env, !truth);
    if ((op === Op.And && truth) || (op === Op.Or && !truth)) {
      const now = copy(env);
      let narrowed: Env = now;
      for (const part of this.items(b.a[test] as number)) {
        // Both operands were evaluated for certain, and with them what they bind.
        for (const target of this.walrusTargets(part)) this.target(target, narrowed);
        narrowed = this.narrow(part, narrowed, truth);
      }
      return narrowed;
    }
    const question = this.isinstance(test);
    if (question === null) return copy(env);
    const of = env.get(question.name);
    const out = copy(env) as Map<string, readonly number[]>;
    if (!of) return out;
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
