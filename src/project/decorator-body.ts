import { Op } from '../python/index/ops.ts';
import { forEachChild } from '../python/index/parents.ts';
import { behaviourOf } from './behaviour.ts';
import { TO_THREAD } from './call-type.ts';
import { isStatic } from './definition-type.ts';
import { typeOf } from './infer.ts';
import { methodsOf } from './members.ts';
import { nameAt, originalName, type Project } from './project.ts';
import type { FunctionRef, Mod, Value } from './value.ts';

/** Whether the function that a decorator returns does not call what it wraps itself: it has a thread do so, or nobody. */
export function keepsAway(p: Project, wrapper: FunctionRef): boolean {
  const { mod, info } = wrapper;
  const decorator = mod.functions[info.outer];
  if (!decorator || mod.stub) return false;
  const first = decorator.info.class >= 0 && !isStatic(mod, decorator) ? 1 : 0;
  const parameter = decorator.info.parameters[first];
  if (!parameter || parameter.kind === 'star' || parameter.kind === 'double-star') return false;
  return mentions(mod, decorator.info.node, parameter.name).every((node) => isAway(p, mod, node, decorator.info.node));
}

function mentions(mod: Mod, start: number, name: string): number[] {
  const { index } = mod;
  const out: number[] = [];
  const visit = (node: number): void => {
    if (index.op[node] === Op.Name && nameAt(mod, node) === name) out.push(node);
    forEachChild(index, node, visit);
  };
  visit(start);
  return out;
}

/** `func.__name__`, `wraps(func)`, and what stands in the arguments of a call that hands them to a thread. */
function isAway(p: Project, mod: Mod, mention: number, end: number): boolean {
  const { index } = mod;
  if (index.op[index.parent[mention] as number] === Op.Attr) return true;
  let child = mention;
  for (let at = index.parent[mention] as number; at >= 0 && at !== end; child = at, at = index.parent[at] as number) {
    const op = index.op[at];
    if (op === Op.Function) return false;
    if (op !== Op.Call || child === index.a[at]) continue;
    const callee = index.a[at] as number;
    if (LOOKS.has(originalName(mod, callee) ?? '') || offloads(p, mod, callee)) return true;
  }
  return false;
}

/** They look at a function, or make another one look like it. */
const LOOKS: ReadonlySet<string> = new Set(
  'wraps update_wrapper iscoroutinefunction isasyncgenfunction signature isinstance callable'.split(' '),
);

function offloads(p: Project, mod: Mod, callee: number): boolean {
  if (TO_THREAD.test(nameAt(mod, callee) ?? '')) return true;
  return typeOf(p, mod, callee).values.some((value) => {
    const made: Value[] = value.tag === 'class' ? [{ tag: 'instance', cls: value.cls, args: [] }] : [];
    const called =
      value.tag === 'function' ? [value.fn] : made.flatMap((one) => methodsOf(p, one, '__init__').map((m) => m.fn));
    return called.some((fn) => fn.mod.stub && behaviourOf(fn).offloads.length > 0);
  });
}
