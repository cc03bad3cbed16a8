import type { Bound } from './arguments.ts';
import type { Effect } from './effects.ts';
import { isAwaitedInside } from './executors.ts';
import { typeOf } from './infer.ts';
import { methodsOf } from './members.ts';
import { fromMethods, type Outcome, special } from './outcome.ts';
import type { Project } from './project.ts';
import { dottedName, type FunctionRef, type Mod, type Type, type Value } from './value.ts';

/** What one item of a `with` runs. */
export function itemOutcome(p: Project, mod: Mod, item: number): Outcome {
  const outcome = managed(p, mod, item, typeOf(p, mod, mod.index.a[item] as number));
  return outcome.effects.some(waitsAtExit) && isAwaitedInside(mod, item) ? leftAtOnce(outcome) : outcome;
}

/** What entering and leaving a context manager runs; `contextlib.closing` calls `close` of what it holds. */
function managed(p: Project, mod: Mod, node: number, type: Type, steps = ['__enter__', '__exit__']): Outcome {
  const outcome = special(p, mod, node, type, steps, 'context');
  const closed = type.values.flatMap((value) => (isClosing(value) ? (value.args[0]?.values ?? []) : []));
  if (closed.length === 0) return outcome;
  const close = closed.flatMap((value) => methodsOf(p, value, 'close'));
  const { effects, callees } = fromMethods(p, mod, node, close);
  return { ...outcome, effects: [...outcome.effects, ...effects], callees: [...outcome.callees, ...callees] };
}

function isClosing(value: Value): value is Value & { tag: 'instance' } {
  return value.tag === 'instance' && dottedName(value.cls) === 'contextlib.closing';
}

/** What `stack.enter_context(manager)` runs now, and `stack.push(manager)` where the stack ends, which is as good as here. */
export function stacked(p: Project, fn: FunctionRef, bound: Bound, mod: Mod): Outcome | null {
  const steps = fn.mod.name === 'contextlib' ? STACKED[fn.info.qualname.replace(/^Async/, '')] : undefined;
  const [first] = bound.byName.values();
  if (steps === undefined || first === undefined) return null;
  const outcome = managed(p, mod, first, typeOf(p, mod, first), [...steps]);
  // An executor on the stack has nothing left to wait for when what was handed to it has been awaited.
  return leftAtOnce(outcome);
}

function leftAtOnce(outcome: Outcome): Outcome {
  const effects = outcome.effects.map((effect) =>
    waitsAtExit(effect) ? { ...effect, cost: 'micro' as const } : effect,
  );
  return { ...outcome, effects };
}

function waitsAtExit({ kind, name }: Effect): boolean {
  return kind === 'wait' && name.endsWith('__exit__');
}

const STACKED: Readonly<Record<string, readonly string[]>> = {
  'ExitStack.enter_context': ['__enter__', '__exit__'],
  'ExitStack.push': ['__exit__'],
};

/** The parameter of a stack's method that is called where the stack ends. */
export function calledByStack(fn: FunctionRef): string | null {
  return fn.mod.name === 'contextlib' && /^(?:Async)?ExitStack\.callback$/.test(fn.info.qualname) ? 'callback' : null;
}
