import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { forEachChild } from '../../python/index/parents.ts';
import { pathOf } from '../nonblocking.ts';
import type { Mod } from '../value.ts';

/**
 * What an expression reads, as paths from names: `user`, `self.api`. A method call reads its receiver. `self.a` and
 * `self.b` are apart, `self` covers both.
 */
export function pathsRead(mod: Mod, node: number, into: Set<string> = new Set()): Set<string> {
  const { index } = mod;
  const op = index.op[node];
  if (op === Op.Function) return into;
  if (op === Op.Call) {
    const callee = index.a[node] as number;
    if (index.op[callee] === Op.Attr) pathsRead(mod, index.a[callee] as number, into);
    else pathsRead(mod, callee, into);
    for (const argument of items(index, index.b[node] as number)) pathsRead(mod, argument, into);
    return into;
  }
  const path = pathOf(mod, node);
  if (path !== null) {
    into.add(path);
    return into;
  }
  forEachChild(index, node, (child) => pathsRead(mod, child, into));
  return into;
}

/** What the body of a nested function reads, as paths. */
export function pathsInside(mod: Mod, node: number): Set<string> {
  const into = new Set<string>();
  forEachChild(mod.index, node, (child) => {
    pathsRead(mod, child, into);
  });
  return into;
}

/** What a statement's targets write. Writing an element writes the container. */
export function pathsWritten(mod: Mod, target: number, into: Set<string>): void {
  const { index } = mod;
  switch (index.op[target]) {
    case Op.Tuple:
    case Op.List:
      for (const child of items(index, index.a[target] as number)) pathsWritten(mod, child, into);
      return;
    case Op.Star:
    case Op.Subscript:
      pathsWritten(mod, index.a[target] as number, into);
      return;
    default: {
      const path = pathOf(mod, target);
      if (path !== null) into.add(path);
      else if (index.op[target] === Op.Attr || index.op[target] === Op.Call) {
        for (const read of pathsRead(mod, target)) into.add(read);
      }
    }
  }
}

const known = new Map<string, string>();
/** What is met again after that many others is held twice. */
const MOST = 50_000;

/** Paths as they are held for long: a function has those of all that it calls, so each is held by many. */
export function keptPaths(paths: Iterable<string>): readonly string[] {
  return Array.from(paths, (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    if (known.size === MOST) known.clear();
    known.set(path, path);
    return path;
  });
}

/** Whether writing one path may change what another reads. */
export function overlap(left: string, right: string): boolean {
  return left === right || isBelow(left, right) || isBelow(right, left);
}

/** `self.api.key` is below `self.api`. */
function isBelow(path: string, other: string): boolean {
  return path.length > other.length && path.charCodeAt(other.length) === DOT && path.startsWith(other);
}

const DOT = 46;

export function anyOverlap(left: Iterable<string>, right: ReadonlySet<string>): boolean {
  for (const a of left) for (const b of right) if (overlap(a, b)) return true;
  return false;
}

export function rootOf(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** Walrus targets inside an expression. */
export function pathsBound(mod: Mod, node: number, into: Set<string>): void {
  const { index } = mod;
  if (index.op[node] === Op.Walrus) pathsWritten(mod, index.a[node] as number, into);
  if (index.op[node] === Op.Lambda || index.op[node] === Op.Function) return;
  forEachChild(index, node, (child) => pathsBound(mod, child, into));
}

/** Methods that change what they are called on. */
const MUTATORS: ReadonlySet<string> = new Set(
  (
    'append extend insert remove pop popitem popleft appendleft clear update add discard setdefault sort reverse write ' +
    'writelines put put_nowait send set push increment incr'
  ).split(' '),
);

export function isMutator(name: string): boolean {
  return MUTATORS.has(name);
}
