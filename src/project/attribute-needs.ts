import { Op } from '../python/index/ops.ts';
import { accessAt } from './access.ts';
import { passedTo } from './arguments.ts';
import type { FunctionRef } from './value.ts';

/** What a need is about: a parameter, or with a dot what a parameter has under a name. */
export function holderOf(path: string): { readonly parameter: string; readonly attribute: string | null } {
  const dot = path.indexOf('.');
  if (dot < 0) return { parameter: path, attribute: null };
  return { parameter: path.slice(0, dot), attribute: path.slice(dot + 1) };
}

/**
 * Whether `self.content` at `node` is what it was when the function was called: nothing before it sets an attribute of
 * that name, calls a method of the same object, hands the object on, or lets other tasks run.
 */
export function isUndisturbed(fn: FunctionRef, path: string, node: number): boolean {
  const { index } = fn.mod;
  const { parameter, attribute } = holderOf(path);
  const end = index.start[node] as number;
  return fn.info.sites.every((site) => {
    if ((index.end[site] as number) > end) return true;
    switch (index.op[site]) {
      case Op.Await:
        return false;
      case Op.Attr:
        return accessAt(fn.mod, site) === 'read' || index.strings[index.b[site] as number] !== attribute;
      case Op.Call: {
        const callee = index.a[site] as number;
        if (index.op[callee] === Op.Attr && isNamed(fn, index.a[callee] as number, parameter)) return false;
        return !passedTo(fn.mod, site).some((argument) => isNamed(fn, argument, parameter));
      }
      default:
        return true;
    }
  });
}

function isNamed(fn: FunctionRef, node: number, name: string): boolean {
  const { index } = fn.mod;
  return index.op[node] === Op.Name && index.strings[index.a[node] as number] === name;
}
