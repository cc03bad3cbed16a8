import { Op } from '../../python/index/ops.ts';
import { passedTo } from '../arguments.ts';
import { isExclusive } from '../behaviour.ts';
import { typeOf } from '../infer.ts';
import { reachingValue } from '../lookup.ts';
import { ancestors } from '../members.ts';
import { pathOf } from '../nonblocking.ts';
import type { Project } from '../project.ts';
import type { Mod, Value } from '../value.ts';
import { saysOneAtATime } from './names.ts';
import { overlap } from './paths.ts';

/** An object that does one thing at a time, by its path; `kind` is its class, or null when only its name says so. */
export interface Exclusive {
  readonly path: string;
  readonly kind: string | null;
}

/** Whether anybody wants to know of an object, by its path: what others are called need not be known. */
export type Wanted = (path: string) => boolean;

export const ANY: Wanted = () => true;

/** Exclusive objects among the receiver and the arguments of a call. */
export function exclusivesOf(p: Project, mod: Mod, call: number, wanted: Wanted): Exclusive[] {
  const { index } = mod;
  const out: Exclusive[] = [];
  const callee = index.a[call] as number;
  if (index.op[callee] === Op.Attr) collect(p, mod, index.a[callee] as number, wanted, out);
  for (const argument of passedTo(mod, call)) collect(p, mod, argument, wanted, out);
  return out;
}

function collect(p: Project, mod: Mod, node: number, wanted: Wanted, out: Exclusive[]): void {
  const { index } = mod;
  if (PLAIN.has(index.op[node] as number)) return;
  const path = aliasedPath(p, mod, node, 0);
  if (wanted(path ?? unnamed(node))) {
    const type = typeOf(p, mod, node);
    const kind = exclusiveClass(p, type.values);
    if (kind !== null) out.push({ path: path ?? unnamed(node), kind });
    // A type that is known and not exclusive speaks louder than the name.
    else if (path !== null && type.values.length === 0 && saysOneAtATime(path.slice(path.lastIndexOf('.') + 1))) {
      out.push({ path, kind: null });
    }
  }
  // `session.query(User).first()`, `client.stream().read()`: what the receiver came from.
  if (index.op[node] === Op.Call && index.op[index.a[node] as number] === Op.Attr) {
    collect(p, mod, index.a[index.a[node] as number] as number, wanted, out);
  } else if (index.op[node] === Op.Attr) collect(p, mod, index.a[node] as number, wanted, out);
}

/** What is no object that does anything. */
const PLAIN: ReadonlySet<number> = new Set([Op.String, Op.Integer, Op.None, Op.Lambda, Op.Tuple]);

/** The path of what has no name. */
export function unnamed(node: number): string {
  return `#${node}`;
}

export function exclusiveClass(p: Project, values: readonly Value[]): string | null {
  for (const value of values) {
    if (value.tag !== 'instance') continue;
    for (const { cls } of ancestors(p, value.cls, value.args, value).line) {
      if (isExclusive(cls)) return `${cls.mod.name}.${cls.info.qualname}`;
    }
  }
  return null;
}

/** The path of an expression, following names that only stand for another one (`copy = shop`). */
export function aliasedPath(p: Project, mod: Mod, node: number, depth: number): string | null {
  const { index } = mod;
  if (index.op[node] === Op.Name && depth < 4) {
    const value = reachingValue(mod, node);
    if (index.op[value] === Op.Name || index.op[value] === Op.Attr)
      return aliasedPath(p, mod, value, depth + 1) ?? pathOf(mod, node);
  }
  return pathOf(mod, node);
}

/** Whether two sets of exclusive objects may share one. */
export function collide(left: readonly Exclusive[], right: readonly Exclusive[]): boolean {
  return left.some((a) =>
    right.some((b) => {
      if (overlap(a.path, b.path)) return true;
      // Reached through objects of the project, one session may well stand behind two paths.
      const hidden = a.path.includes('.') || b.path.includes('.');
      return hidden && a.kind !== null && a.kind === b.kind;
    }),
  );
}
