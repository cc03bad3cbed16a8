import type { Builder } from './builder.ts';
import { copy, type Env, either, join, sameEnv, withAlso } from './flow-env.ts';
import { ExpressionFlow } from './flow-expression.ts';
import { IRREFUTABLE, Op } from './ops.ts';

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

class Flow extends ExpressionFlow {
  readonly loops: Loop[] = [];

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
    if (list < 0) return now;
    const { b } = this;
    // The lists may move while they are walked.
    const end = list + 1 + (b.lists[list] as number);
    for (let at = list + 1; at < end; at++) now = this.statement(b.lists[at] as number, now);
    return now;
  }

  statement(node: number, env: Env): Env {
    const { b } = this;
    const a = b.a[node] as number;
    const second = b.b[node] as number;
    const third = b.c[node] as number;
    switch (b.op[node]) {
      case Op.Assign:
        this.expression(second, env);
        this.targets(a, env);
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
        return this.narrow(a, env, true, false);
      case Op.If: {
        this.expression(a, env);
        const then = this.block(second, this.narrow(a, env, true));
        return either(then, this.block(third, this.narrow(a, env, false, false)));
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
}
