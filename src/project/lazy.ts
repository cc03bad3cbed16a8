import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { forEachChild } from '../python/index/parents.ts';
import { reachingValue } from './lookup.ts';
import { pathOf } from './nonblocking.ts';
import type { FunctionRef, Mod } from './value.ts';

/**
 * Whether the site only runs until something shared is there: `if _layer is None: _layer = connect()`, or below
 * `if _layer is not None: return _layer`. It costs once in the life of the process, and mostly somebody else paid.
 */
export function isMadeOnce(fn: FunctionRef, site: number): boolean {
  const { index } = fn.mod;
  for (let child = site, at = index.parent[site] as number; at >= 0; child = at, at = index.parent[at] as number) {
    const isTop = at === fn.info.node;
    if (index.op[at] === Op.If && child !== index.a[at]) {
      const isThen = [...items(index, index.b[at] as number)].includes(child);
      const path = testedPath(fn.mod, index.a[at] as number, isThen ? 'missing' : 'there');
      if (path !== null && isShared(fn, path) && isStored(fn, path)) return true;
    }
    if (isReturnedAbove(fn, at, child)) return true;
    if (isTop) return false;
  }
  return false;
}

function isReturnedAbove(fn: FunctionRef, block: number, statement: number): boolean {
  const { index } = fn.mod;
  let passed = false;
  let found = false;
  forEachChild(index, block, (child) => {
    passed ||= child === statement;
    if (passed || index.op[child] !== Op.If) return;
    const last = items(index, index.b[child] as number).at(-1) ?? -1;
    if (index.op[last] !== Op.Return) return;
    const path = testedPath(fn.mod, index.a[child] as number, 'there');
    found ||= path !== null && isShared(fn, path) && isStored(fn, path);
  });
  return found;
}

/** The path that a test asks to be missing, or to be there. */
function testedPath(mod: Mod, test: number, asked: 'missing' | 'there'): string | null {
  const { index } = mod;
  const a = index.a[test] as number;
  switch (index.op[test]) {
    case Op.Not:
      return testedPath(mod, a, asked === 'missing' ? 'there' : 'missing');
    case Op.Name:
    case Op.Attr:
    case Op.Subscript:
      return asked === 'there' ? pathBehind(mod, test) : null;
    case Op.Compare:
      return comparedPath(mod, test, asked);
    default:
      return null;
  }
}

/** `layer = _layer` and then `if layer is None:` asks for what is shared, by another name. */
function pathBehind(mod: Mod, node: number): string | null {
  const { index } = mod;
  if (index.op[node] === Op.Walrus) return pathOf(mod, index.b[node] as number);
  if (index.op[node] === Op.Name) {
    const value = reachingValue(mod, node);
    if (index.op[value] === Op.Name || index.op[value] === Op.Attr) return pathOf(mod, value);
  }
  return pathOf(mod, node);
}

/** `x is None`, `len(x) == 0`. What is kept by key is made again for each new key. */
function comparedPath(mod: Mod, test: number, asked: 'missing' | 'there'): string | null {
  const { index } = mod;
  const [left, right, more] = items(index, index.a[test] as number);
  const [operator] = items(index, index.b[test] as number);
  if (left === undefined || right === undefined || more !== undefined || operator === undefined) return null;
  const sign = index.strings[operator] as string;
  if (index.op[right] === Op.None)
    return sign === (asked === 'missing' ? 'is' : 'is not') ? pathBehind(mod, left) : null;
  const isEmpty = index.op[right] === Op.Integer && index.strings[index.a[right] as number] === '0';
  if (!isEmpty || index.op[left] !== Op.Call || sign !== (asked === 'missing' ? '==' : '>')) return null;
  const [measured] = items(index, index.b[left] as number);
  return measured === undefined ? null : pathOf(mod, measured);
}

/** A global, or an attribute of a class: what one object keeps is made again for the next. */
function isShared(fn: FunctionRef, path: string): boolean {
  const root = path.split('.', 1)[0] as string;
  const first = fn.info.parameters[0]?.name;
  if (fn.info.class >= 0 && root === first) return root === 'cls';
  const own = fn.mod.index.scopes[fn.info.scope]?.names.get(root);
  return own === undefined || own.length === 0 || own.every((id) => isGlobal(fn, id));
}

function isGlobal(fn: FunctionRef, id: number): boolean {
  return fn.mod.index.definitions[id]?.scope === 0;
}

/** Whether the function binds the path, or an entry of it. */
function isStored(fn: FunctionRef, path: string): boolean {
  const { index } = fn.mod;
  let found = false;
  const visit = (node: number): void => {
    if (found) return;
    if (index.op[node] === Op.Assign) {
      for (const target of items(index, index.a[node] as number)) {
        const stored = index.op[target] === Op.Subscript ? (index.a[target] as number) : target;
        found ||= pathOf(fn.mod, stored) === path;
      }
    }
    forEachChild(index, node, visit);
  };
  for (const statement of items(index, fn.info.body)) visit(statement);
  return found;
}
