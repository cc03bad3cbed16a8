import { type Body, calleeAt, mayDo, readBody, through } from './bodies.ts';
import type { Effect } from './effects.ts';
import type { Project } from './project.ts';
import { isGuarded } from './running-loop.ts';
import { type Summary, sameSummary, shortest } from './shortest.ts';
import { type FunctionRef, isOf, type Mod } from './value.ts';

export type Silenced = (mod: Mod, node: number, rule: string) => boolean;

/** Summaries by function: components of the call graph, callees first, each brought to its fixpoint. */
export class Summaries {
  readonly #project: Project;
  readonly #silenced: Silenced;
  readonly #bodies = new Map<FunctionRef, Body>();
  readonly #done = new Map<FunctionRef, Summary>();

  /** `silenced` says whether a comment on the line of a node ends chains there. */
  constructor(project: Project, silenced: Silenced = () => false) {
    this.#project = project;
    this.#silenced = silenced;
  }

  of(fn: FunctionRef): Summary {
    return this.#done.get(fn) ?? this.#settle(fn);
  }

  /** Drops what is known of functions of modules that are gone; all others must know nothing of those. */
  forget(gone: ReadonlySet<Mod>): void {
    for (const known of [this.#bodies, this.#done]) {
      for (const fn of known.keys()) if (isOf(fn.mod, gone)) known.delete(fn);
    }
  }

  /** Tarjan's components, without recursion: call chains of generated code are long. */
  #settle(start: FunctionRef): Summary {
    const order = new Map<FunctionRef, number>();
    const low = new Map<FunctionRef, number>();
    const stack: FunctionRef[] = [];
    const onStack = new Set<FunctionRef>();
    const work: { fn: FunctionRef; next: number }[] = [];
    const open = (fn: FunctionRef) => {
      order.set(fn, order.size);
      low.set(fn, order.size - 1);
      stack.push(fn);
      onStack.add(fn);
      work.push({ fn, next: 0 });
    };
    open(start);
    while (work.length > 0) {
      const frame = work.at(-1) as { fn: FunctionRef; next: number };
      const { fn } = frame;
      const callee = calleeAt(this.#body(fn), frame.next++);
      if (callee) {
        if (this.#done.has(callee)) continue;
        if (!order.has(callee)) open(callee);
        else if (onStack.has(callee)) low.set(fn, Math.min(low.get(fn) as number, order.get(callee) as number));
        continue;
      }
      work.pop();
      const caller = work.at(-1)?.fn;
      if (caller) low.set(caller, Math.min(low.get(caller) as number, low.get(fn) as number));
      if (low.get(fn) !== order.get(fn)) continue;
      const component: FunctionRef[] = [];
      for (let member = stack.pop(); member; member = stack.pop()) {
        onStack.delete(member);
        component.push(member);
        if (member === fn) break;
      }
      this.#fixpoint(component);
    }
    return this.#done.get(start) as Summary;
  }

  #fixpoint(component: readonly FunctionRef[]): void {
    const current = new Map<FunctionRef, Summary>(component.map((fn) => [fn, []]));
    const isRecursive = component.length > 1 || component.some((fn) => reachesItself(fn, this.#body(fn)));
    for (let changed = true; changed; ) {
      changed = false;
      for (const fn of component) {
        const body = this.#body(fn);
        const next: Effect[] = [...body.direct];
        for (const edge of body.edges) {
          const below = current.get(edge.callee) ?? this.#done.get(edge.callee) ?? [];
          for (const effect of below) {
            if (this.#isSilenced(fn, edge.node, effect)) continue;
            const passed = through(this.#project, fn, edge, effect);
            if (passed) next.push(passed);
          }
        }
        next.push(...mayDo(fn, body.overrides, (one) => current.get(one) ?? this.#done.get(one) ?? []));
        const best = shortest(next);
        if (!sameSummary(best, current.get(fn) as Summary)) {
          current.set(fn, best);
          changed = isRecursive;
        }
      }
    }
    for (const [fn, summary] of current) {
      this.#done.set(fn, summary);
      this.#bodies.delete(fn);
    }
  }

  /** What a comment silences in a synchronous function is silent for all that call it. */
  #isSilenced(fn: FunctionRef, node: number, effect: Effect): boolean {
    if (effect.raises && isGuarded(fn)) return true;
    return !fn.info.isAsync && this.#silenced(fn.mod, node, ruleFor(effect));
  }

  #body(fn: FunctionRef): Body {
    let body = this.#bodies.get(fn);
    if (!body) {
      body = readBody(this.#project, fn, (caller, node, effect) => this.#isSilenced(caller, node, effect));
      this.#bodies.set(fn, body);
    }
    return body;
  }
}

function reachesItself(fn: FunctionRef, { edges, overrides }: Body): boolean {
  return edges.some(({ callee }) => callee === fn) || overrides.includes(fn);
}

/** The rule that reports an effect. */
export function ruleFor(effect: Effect): string {
  return effect.kind === 'cpu' ? 'cpu-bound-needs-thread' : 'no-blocking-io-in-async';
}
