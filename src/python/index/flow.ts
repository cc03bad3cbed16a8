import type { Builder } from './builder.ts';
import { IRREFUTABLE, Op } from './ops.ts';

/** Definitions of each local name that reach a point; null where control never comes. */
type Env = Map<string, readonly number[]> | null;

interface Loop {
  breaks: Env[];
  continues: Env[];
}

/**
 * Finds, for every use of a local name, the definitions that can reach it, and stores them in operand `b` of the name.
 * Branches are joined, loops are walked twice, a handler may be entered from anywhere in its `try` body.
 */
export function linkUses(b: Builder, scope: number, body: number, expression: number): void {
  new Flow(b, scope).run(body, expression);
}

class Flow {
  readonly b: Builder;
  readonly scope: number;
  readonly loops: Loop[] = [];
  /** What is bound while a `try` body, or an operand that may be skipped, is walked: innermost last. */
  readonly #bound: Map<string, readonly number[]>[] = [];

  constructor(b: Builder, scope: number) {
    this.b = b;
    this.scope = scope;
  }

  run(body: number, expression: number): void {
    const env = new Map<string, readonly number[]>();
    for (const [name, definitions] of this.b.scopes[this.scope]?.names ?? []) {
      const parameters = definitions.filter((id) => this.b.definitions[id]?.kind === 'parameter');
      if (parameters.length > 0) env.set(name, parameters);
    }
    if (expression >= 0) this.expression(expression, env);
    this.block(body, env);
  }

  block(list: number, env: Env): Env {
    let now = env;
    for (const statement of this.items(list)) now = this.statement(statement, now);
    return now;
  }

  items(list: number): Int32Array {
    const { lists } = this.b;
    return list < 0 ? lists.subarray(0, 0) : lists.subarray(list + 1, list + 1 + (lists[list] as number));
  }

  statement(node: number, env: Env): Env {
    const { b } = this;
    const a = b.a[node] as number;
    const second = b.b[node] as number;
    const third = b.c[node] as number;
    switch (b.op[node]) {
      case Op.Assign:
        this.expression(second, env);
        for (const target of this.items(a)) this.target(target, env);
        return env;
      case Op.Annotated:
        this.expression(third, env);
        this.target(a, env);
        return env;
      case Op.Augmented:
        this.expression(second, env);
        // The old value stays among the definitions: `x += y` on an object keeps its type.
        this.augment(a, env);
        return env;
      case Op.Return:
        this.expression(a, env);
        return null;
      case Op.Raise:
        this.expression(a, env);
        this.expression(second, env);
        return null;
      case Op.Assert:
        this.expression(a, env);
        this.expression(second, env);
        return this.narrow(a, env, true);
      case Op.If: {
        this.expression(a, env);
        const then = this.block(second, this.narrow(a, env, true));
        return join(then, this.block(third, this.narrow(a, env, false)));
      }
      case Op.While: {
        const loop: Loop = { breaks: [], continues: [] };
        this.loops.push(loop);
        this.expression(a, env);
        const before = copy(env);
        let end = this.block(second, this.narrow(a, env, true));
        let again = [env, end, ...loop.continues].reduce(join, null);
        // A second round brings nothing when the first one left everything as it was.
        if (!sameEnv(before, again)) {
          this.expression(a, again);
          end = this.block(second, this.narrow(a, again, true));
          again = [again, end, ...loop.continues].reduce(join, null);
        }
        this.loops.pop();
        const forever = b.op[a] === Op.True || (b.op[a] === Op.Integer && b.strings[b.a[a] as number] !== '0');
        const exit = forever ? null : this.narrow(a, join(again, end), false);
        return [this.block(third, exit), ...loop.breaks].reduce(join, null);
      }
      case Op.For: {
        this.expression(second, env);
        const [, body, otherwise] = this.items(third) as unknown as [number, number, number];
        const loop: Loop = { breaks: [], continues: [] };
        this.loops.push(loop);
        let entry = copy(env);
        this.target(a, entry);
        const before = copy(entry);
        let end = this.block(body, entry);
        entry = copy([env, end, ...loop.continues].reduce(join, null));
        this.target(a, entry);
        if (!sameEnv(before, entry)) end = this.block(body, entry);
        this.loops.pop();
        const exit = [env, end, ...loop.continues].reduce(join, null);
        return [this.block(otherwise, exit), ...loop.breaks].reduce(join, null);
      }
      case Op.Try:
        return this.tryStatement(node, env);
      case Op.With: {
        for (const item of this.items(a)) {
          this.expression(b.a[item] as number, env);
          if ((b.b[item] as number) >= 0) this.target(b.b[item] as number, env);
        }
        return this.block(second, env);
      }
      case Op.Function:
      case Op.Class: {
        const info = b.op[node] === Op.Function ? b.functions[a] : b.classes[a];
        for (const decorator of info?.decorators ?? []) this.expression(decorator, env);
        if (b.op[node] === Op.Function) {
          for (const parameter of b.functions[a]?.parameters ?? []) this.expression(parameter.default, env);
        } else for (const base of b.classes[a]?.bases ?? []) this.expression(base, env);
        this.made(node, env);
        return env;
      }
      case Op.Import:
        for (const alias of this.items(a)) this.made(alias, env);
        return env;
      case Op.ImportFrom:
        for (const alias of this.items(second)) this.made(alias, env);
        return env;
      case Op.Delete:
        for (const target of this.items(a)) {
          if (b.op[target] !== Op.Name) this.expression(target, env);
          else env?.delete(this.name(target));
        }
        return env;
      case Op.Match: {
        this.expression(a, env);
        let out: Env = null;
        for (const arm of this.items(second)) {
          const inside = copy(env);
          for (const captured of this.items(b.a[arm] as number)) this.target(captured, inside);
          this.expression(b.b[arm] as number, inside);
          out = join(out, this.block(b.c[arm] as number, inside));
        }
        const isExhaustive = [...this.items(second)].some((arm) => b.b[arm] === IRREFUTABLE);
        return isExhaustive ? out : join(out, env);
      }
      case Op.Break:
        this.loops.at(-1)?.breaks.push(env);
        return null;
      case Op.Continue:
        this.loops.at(-1)?.continues.push(env);
        return null;
      case Op.Expression:
        this.expression(a, env);
        return env;
      default:
        return env;
    }
  }

  tryStatement(node: number, env: Env): Env {
    const { b } = this;
    const [otherwise, last] = this.items(b.c[node] as number) as unknown as [number, number];
    const before = copy(env);
    // A handler may start after any part of the body: what the body binds may or may not be bound there.
    const body = this.collect(() => this.block(b.a[node] as number, env));
    const fault = withAlso(before, body.bound);
    const rest = this.collect(() => {
      let out = this.block(otherwise, body.result);
      for (const handler of this.items(b.b[node] as number)) {
        const inside = copy(fault);
        this.expression(b.a[handler] as number, inside);
        this.made(handler, inside);
        const after = this.block(b.c[handler] as number, inside);
        // The name of a handler is unbound at its end.
        if ((b.b[handler] as number) >= 0) after?.delete(b.strings[b.b[handler] as number] as string);
        out = join(out, after);
      }
      return out;
    });
    if (last < 0) return rest.result;
    // `finally` runs after a fault too; what follows it is reached only without one.
    const anywhere = this.block(last, withAlso(fault, rest.bound));
    return rest.result === null ? null : (this.block(last, rest.result) ?? anywhere);
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

  readonly #narrowings = new Map<string, number>();

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

/** What may be bound when some of `bound` was bound after `before`. */
function withAlso(before: Env, bound: ReadonlyMap<string, readonly number[]>): Env {
  const out = copy(before);
  for (const [name, definitions] of bound) out?.set(name, union(out.get(name) ?? [], definitions));
  return out;
}

function sameEnv(left: Env, right: Env): boolean {
  if (left === null || right === null) return left === right;
  if (left.size !== right.size) return false;
  for (const [name, definitions] of right) {
    const known = left.get(name);
    if (!known || known.length !== definitions.length || definitions.some((id) => !known.includes(id))) return false;
  }
  return true;
}

function copy(env: Env): Env {
  return env === null ? null : new Map(env);
}

function join(left: Env, right: Env): Env {
  if (left === null) return copy(right);
  if (right === null || left === right) return copy(left);
  const out = new Map(left);
  for (const [name, definitions] of right) {
    const known = out.get(name);
    out.set(name, known ? union(known, definitions) : definitions);
  }
  return out;
}

function union(left: readonly number[], right: readonly number[]): readonly number[] {
  if (left === right || right.every((id) => left.includes(id))) return left;
  return [...left, ...right.filter((id) => !left.includes(id))];
}
