import { keepsAway } from './decorator-body.ts';
import { calledFunction } from './decorator-call.ts';
import { typeOf } from './infer.ts';
import { decoratorName, type Project } from './project.ts';
import { type FunctionRef, single, type Type, union, type Value } from './value.ts';

/** Decorators that leave a function what it is. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'staticmethod',
  'classmethod',
  'property',
  'cached_property',
  'abstractmethod',
  'override',
  'final',
  'overload',
  'wraps',
  'lru_cache',
  'cache',
  'contextmanager',
  'asynccontextmanager',
  'setter',
  'getter',
  'deleter',
  'no_type_check',
  'deprecated',
  'type_check_only',
]);

/** The value that a function's name has after its decorators ran. */
export function decoratedType(p: Project, fn: FunctionRef): Type {
  const plain = single({ tag: 'function', fn, self: null } as Value);
  if (fn.mod.stub) return plain;
  let type = plain;
  for (const node of [...fn.info.decorators].reverse()) {
    if (TRANSPARENT.has(decoratorName(fn.mod, node))) continue;
    type = decorate(p, fn, node, type);
  }
  return type;
}

/**
 * A decorator of the project that returns a function of its own gives that function; when it is synchronous it
 * calls what it wraps, unless one can see that it does not, so both stand. One from a model gives what its signature says. Any other is taken to
 * register or to watch: the function stays, but what it does when called is no longer certain.
 */
function decorate(p: Project, fn: FunctionRef, node: number, type: Type): Type {
  const decorator = typeOf(p, fn.mod, node);
  const results: Type[] = [];
  for (const value of decorator.values) {
    const wrapped = calledFunction(p, value, type);
    if (wrapped === null) continue;
    const isAlone = wrapped.values.every((v) => v.tag === 'function' && (v.fn.info.isAsync || keepsAway(p, v.fn)));
    results.push(isAlone ? wrapped : union([wrapped, type]));
  }
  if (results.length > 0) return union(results);
  return { values: type.values, open: true };
}

/** Whether `@contextmanager` (or its async form) turns the generator function into a context manager. */
export function contextDecorator(fn: FunctionRef): boolean {
  return fn.info.decorators.some((node) => {
    const name = decoratorName(fn.mod, node);
    return name === 'contextmanager' || name === 'asynccontextmanager';
  });
}

/** Whether every decorator is known to leave the function callable as it is written. */
export function isPlainlyDecorated(fn: FunctionRef): boolean {
  return fn.info.decorators.every((node) => TRANSPARENT.has(decoratorName(fn.mod, node)));
}
