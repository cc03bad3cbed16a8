import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { isUndisturbed } from './attribute-needs.ts';
import { constantAt } from './known-values.ts';
import type { Project } from './project.ts';
import { nameAt } from './project.ts';
import type { FunctionRef, Mod } from './value.ts';

/** What must hold of a parameter of a function, or of an attribute of one, for something in its body to happen. */
export interface Need {
  /** `mode`, `self.content` */
  readonly parameter: string;
  readonly test: Test;
  readonly holds: boolean;
}

export type Test =
  | { readonly tag: 'truth' }
  | { readonly tag: 'equals'; readonly literals: readonly string[] }
  /** The class, or tuple of classes, stands at `node`. */
  | { readonly tag: 'isinstance'; readonly mod: Mod; readonly node: number };

/** What the `if`s around the node, and those before it that leave, ask of the parameters of its function. */
export function needsAt(p: Project, fn: FunctionRef, node: number): readonly Need[] {
  const { index } = fn.mod;
  const out: Need[] = [];
  const assume = (test: number, holds: boolean) => collect(p, fn, test, holds, out);
  let child = node;
  for (let at = index.parent[node] as number; at >= 0; child = at, at = index.parent[at] as number) {
    const [a, b] = [index.a[at] as number, index.b[at] as number];
    switch (index.op[at]) {
      case Op.If:
        if (child !== a) assume(a, items(index, b).includes(child));
        break;
      case Op.While:
        if (items(index, b).includes(child)) assume(a, true);
        break;
      case Op.IfElse:
        if (child !== a) assume(a, child === b);
        break;
      case Op.And:
      case Op.Or:
        for (const operand of items(index, a)) {
          if (operand === child) break;
          assume(operand, index.op[at] === Op.And);
        }
        break;
    }
    for (const statement of blockAround(fn, at, child)) {
      if (statement === child) break;
      if (index.op[statement] === Op.Assert) assume(index.a[statement] as number, true);
      if (index.op[statement] !== Op.If) continue;
      if (leaves(fn.mod, index.b[statement] as number)) assume(index.a[statement] as number, false);
      else if (leaves(fn.mod, index.c[statement] as number)) assume(index.a[statement] as number, true);
    }
    if (at === fn.info.node) break;
  }
  return out.filter(({ parameter }) => !parameter.includes('.') || isUndisturbed(fn, parameter, node));
}

/** The statements among which `child` stands, directly below `at`. */
function blockAround(fn: FunctionRef, at: number, child: number): readonly number[] {
  const { index } = fn.mod;
  const [a, b, c] = [index.a[at] as number, index.b[at] as number, index.c[at] as number];
  const lists: number[] = [];
  const op = index.op[at];
  if (op === Op.Function && at === fn.info.node) lists.push(fn.info.body);
  else if (op === Op.If || op === Op.While) lists.push(b, c);
  else if (op === Op.With) lists.push(b);
  else if (op === Op.Handler || op === Op.Case) lists.push(c);
  else if (op === Op.For) lists.push(...items(index, c).subarray(1));
  else if (op === Op.Try) lists.push(a, ...items(index, c));
  for (const list of lists) {
    const statements = items(index, list);
    if (statements.includes(child)) return [...statements];
  }
  return [];
}

function leaves(mod: Mod, list: number): boolean {
  const last = items(mod.index, list).at(-1);
  return last !== undefined && LEAVING.has(mod.index.op[last] as number);
}

const LEAVING: ReadonlySet<number> = new Set([Op.Return, Op.Raise, Op.Continue, Op.Break]);

function collect(p: Project, fn: FunctionRef, test: number, holds: boolean, out: Need[]): void {
  const { mod } = fn;
  const { index } = mod;
  const a = index.a[test] as number;
  switch (index.op[test]) {
    case Op.Not:
      collect(p, fn, a, !holds, out);
      return;
    case Op.And:
    case Op.Or:
      // Where `x and y` fails, either may have failed.
      if ((index.op[test] === Op.And) === holds) for (const part of items(index, a)) collect(p, fn, part, holds, out);
      return;
    case Op.Compare:
      compare(p, fn, test, holds, out);
      return;
    case Op.Call: {
      const [value, type, more] = items(index, index.b[test] as number);
      if (nameAt(mod, a) !== 'isinstance' || value === undefined || type === undefined || more !== undefined) return;
      need(fn, value, { tag: 'isinstance', mod, node: type }, holds, out);
      return;
    }
    default:
      need(fn, test, { tag: 'truth' }, holds, out);
  }
}

function compare(p: Project, fn: FunctionRef, test: number, holds: boolean, out: Need[]): void {
  const { index } = fn.mod;
  const [left, right, more] = items(index, index.a[test] as number);
  const [operator] = items(index, index.b[test] as number);
  if (left === undefined || right === undefined || more !== undefined || operator === undefined) return;
  const text = (index.strings[operator] as string).replace(/\s+/g, ' ');
  const negated = text === 'is not' || text === '!=' || text === 'not in';
  if (!negated && text !== 'is' && text !== '==' && text !== 'in') return;
  const isContainer = [Op.Tuple, Op.List, Op.Set].some((op) => op === index.op[right]);
  if (text.endsWith('in') && !isContainer) return;
  const parts = text.endsWith('in') ? [...items(index, index.a[right] as number)] : [right];
  const literals = parts.map((part) => constantAt(p, fn.mod, part));
  if (!literals.every((literal) => literal !== null)) return;
  need(fn, left, { tag: 'equals', literals }, holds !== negated, out);
}

function need(fn: FunctionRef, node: number, test: Test, holds: boolean, out: Need[]): void {
  const parameter = parameterAt(fn, node) ?? attributeAt(fn, node);
  if (parameter !== null) out.push({ parameter, test, holds });
}

/** The parameter whose value the node has: by its name, or by the attribute that `__init__` sets from it once. */
export function parameterAt(fn: FunctionRef, node: number): string | null {
  const { index } = fn.mod;
  if (index.op[node] === Op.Name) {
    const reaching = items(index, index.b[node] as number);
    const isOwn = reaching.length > 0 && reaching.every((id) => isParameter(fn, id));
    return isOwn ? (index.strings[index.a[node] as number] as string) : null;
  }
  if (index.op[node] !== Op.Attr || fn.info.name !== '__init__') return null;
  const receiver = parameterAt(fn, index.a[node] as number);
  if (receiver === null || receiver !== fn.info.parameters[0]?.name) return null;
  const attributes = fn.mod.classes[fn.info.class]?.info.attributes.get(
    index.strings[index.b[node] as number] as string,
  );
  const here = attributes?.filter((attribute) => attribute.function === fn.id) ?? [];
  const [only] = here;
  if (here.length !== 1 || !only || only.path.length > 0 || index.op[only.value] !== Op.Name) return null;
  return parameterAt(fn, only.value);
}

/** `self.content` */
function attributeAt(fn: FunctionRef, node: number): string | null {
  const { index } = fn.mod;
  if (index.op[node] !== Op.Attr || index.op[index.a[node] as number] !== Op.Name) return null;
  const holder = parameterAt(fn, index.a[node] as number);
  return holder === null ? null : `${holder}.${index.strings[index.b[node] as number]}`;
}

/** Narrowing by `isinstance` leaves the parameter what it is. */
function isParameter(fn: FunctionRef, id: number): boolean {
  const definition = fn.mod.index.definitions[id];
  if (definition?.kind === 'narrow' || definition?.kind === 'exclude')
    return definition.of.length > 0 && definition.of.every((inner) => isParameter(fn, inner));
  return definition?.kind === 'parameter' && definition.scope === fn.info.scope;
}

export function needKey({ parameter, test, holds }: Need): string {
  const what =
    test.tag === 'truth'
      ? ''
      : test.tag === 'equals'
        ? test.literals.join()
        : `${test.mod.path}:${test.mod.index.start[test.node]}`;
  return `${parameter} ${test.tag} ${holds} ${what}`;
}
