import { annotationType } from './annotations.ts';
import { functionResult } from './call-type.ts';
import { ancestors, methodsOf } from './members.ts';
import type { Project } from './project.ts';
import { NOTHING, same, type Type, UNKNOWN, union, type Value } from './value.ts';

/** The `typing` form of one of `names` that a value has, by itself or through a base such as `Iterator[T]`. */
export function shapeOf(p: Project, value: Value, names: ReadonlySet<string>): (Value & { tag: 'shape' }) | null {
  if (value.tag === 'shape') return names.has(value.name) ? value : null;
  if (value.tag !== 'instance') return null;
  const { line } = ancestors(p, value.cls, value.args, value);
  for (const { cls, env } of line) {
    for (const base of cls.info.bases) {
      for (const candidate of annotationType(p, cls.mod, base, env).values) {
        if (candidate.tag === 'shape' && names.has(candidate.name)) return candidate;
      }
    }
  }
  return null;
}

const ITERABLE: ReadonlySet<string> = new Set(
  (
    'Iterator Iterable Generator Sequence MutableSequence Collection Container AbstractSet MutableSet KeysView ValuesView ' +
    'ItemsView Reversible Mapping MutableMapping'
  ).split(' '),
);
const ASYNC_ITERABLE: ReadonlySet<string> = new Set(['AsyncIterator', 'AsyncIterable', 'AsyncGenerator']);
const AWAITABLE: ReadonlySet<string> = new Set(['Awaitable', 'Coroutine']);
const MANAGER: Readonly<Record<string, ReadonlySet<string>>> = {
  __enter__: new Set(['AbstractContextManager', 'ContextManager']),
  __aenter__: new Set(['AbstractAsyncContextManager', 'AsyncContextManager']),
};

/** What `for x in value` gives. */
export function element(p: Project, type: Type): Type {
  return mapValues(type, (value) => {
    if (value.tag === 'tuple') return union(value.items);
    if (value.tag === 'generator') return value.yields;
    const shape = shapeOf(p, value, ITERABLE);
    if (shape) return shape.args[0] ?? UNKNOWN;
    if (value.tag === 'instance' && isBuiltinContainer(value)) return value.args[0] ?? UNKNOWN;
    return stepped(p, value, '__iter__', '__next__', element);
  });
}

function isBuiltinContainer(value: Value & { tag: 'instance' }): boolean {
  return (
    value.cls.mod.name === 'builtins' && ['list', 'set', 'frozenset', 'dict', 'tuple'].includes(value.cls.info.name)
  );
}

/** What `async for x in value` gives. */
export function asyncElement(p: Project, type: Type): Type {
  return mapValues(type, (value) => {
    if (value.tag === 'generator') return value.yields;
    const shape = shapeOf(p, value, ASYNC_ITERABLE);
    if (shape) return shape.args[0] ?? UNKNOWN;
    return stepped(p, value, '__aiter__', '__anext__', asyncElement);
  });
}

function stepped(p: Project, value: Value, iter: string, next: string, again: (p: Project, type: Type) => Type): Type {
  if (value.tag !== 'instance' && value.tag !== 'literal') return UNKNOWN;
  const own = methodsOf(p, value, next);
  if (own.length > 0) {
    const result = union(own.map(({ fn, env }) => functionResult(p, fn, null, env)));
    return next === '__anext__' ? awaited(p, result) : result;
  }
  const iterators = methodsOf(p, value, iter).map(({ fn, env }) => functionResult(p, fn, null, env));
  const other = iterators.flatMap((type) => type.values).filter((v) => !(v.tag === 'instance' && same(v, value)));
  return other.length === 0 ? UNKNOWN : again(p, { values: other, open: false });
}

/** What `await value` gives. */
export function awaited(p: Project, type: Type): Type {
  return mapValues(type, (value) => {
    if (value.tag === 'coroutine') return value.result;
    const shape = shapeOf(p, value, AWAITABLE);
    if (shape) return shape.args.at(-1) ?? UNKNOWN;
    if (value.tag !== 'instance') return UNKNOWN;
    const results = methodsOf(p, value, '__await__').map(({ fn, env }) => functionResult(p, fn, null, env));
    return union(
      results.flatMap((result) =>
        result.values.map((v) => (v.tag === 'shape' && v.name === 'Generator' ? (v.args[2] ?? UNKNOWN) : UNKNOWN)),
      ),
    );
  });
}

/** What `with value as x` (or `async with`) binds. */
export function entered(p: Project, type: Type, method: '__enter__' | '__aenter__'): Type {
  return mapValues(type, (value) => {
    if (value.tag === 'context') return value.yields;
    const shape = shapeOf(p, value, MANAGER[method] as ReadonlySet<string>);
    if (shape) return shape.args[0] ?? UNKNOWN;
    if (value.tag !== 'instance') return UNKNOWN;
    const methods = methodsOf(p, value, method);
    if (methods.length === 0) return UNKNOWN;
    const result = union(methods.map(({ fn, env }) => functionResult(p, fn, null, env)));
    const inner = method === '__aenter__' ? awaited(p, result) : result;
    // `return self` without an annotation.
    return inner.values.length === 0 && inner.open && !value.cls.mod.stub ? { values: [value], open: true } : inner;
  });
}

function mapValues(type: Type, map: (value: Value) => Type): Type {
  if (type.values.length === 0) return type.open ? UNKNOWN : NOTHING;
  const all = union(type.values.map(map));
  return type.open && !all.open ? { values: all.values, open: true } : all;
}
