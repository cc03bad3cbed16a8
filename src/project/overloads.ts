import { items, type Parameter } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { type Bound, bindArguments } from './arguments.ts';
import { behaviourOf } from './behaviour.ts';
import { literalAt } from './conditions.ts';
import { constantAt } from './known-values.ts';
import { nameAt, type Project } from './project.ts';
import type { FunctionRef, Mod, Value } from './value.ts';

/** Of the overloads of one model function, the one whose `Literal` parameters the call meets; everything else stays. */
export function selectOverloads(p: Project, values: readonly Value[], mod: Mod, node: number): readonly Value[] {
  if (values.length < 2) return values;
  const isOverload = (value: Value) =>
    value.tag === 'function' && value.fn.mod.stub && behaviourOf(value.fn).isOverload;
  if (!values.some(isOverload)) return values;
  const out: Value[] = values.filter((value) => !isOverload(value));
  const groups = new Map<string, (Value & { tag: 'function' })[]>();
  for (const value of values) {
    if (value.tag !== 'function' || !isOverload(value)) continue;
    const key = `${value.fn.mod.name}.${value.fn.info.qualname}`;
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  for (const group of groups.values()) {
    const chosen = group.find((value) => meets(p, value.fn, value.self, mod, node)) ?? group.at(-1);
    if (chosen) out.push(chosen);
  }
  return out;
}

function meets(p: Project, fn: FunctionRef, self: Value | null, mod: Mod, node: number): boolean {
  const bound = bindArguments(mod, node, fn, self);
  const { index } = fn.mod;
  for (const name of bound.byName.keys()) {
    const known = fn.info.parameters.some((parameter) => parameter.name === name || parameter.kind === 'double-star');
    if (!known) return false;
  }
  if (bound.rest.length > 0 && !fn.info.parameters.some((parameter) => parameter.kind === 'star')) return false;
  for (const parameter of fn.info.parameters) {
    if (isMissing(parameter, bound, fn, self)) return false;
    const literals = literalsIn(p, fn.mod, parameter.annotation);
    const argument = bound.byName.get(parameter.name);
    if (literals === null) continue;
    if (argument === undefined) {
      if (parameter.default < 0 && !bound.partial) return false;
      if (parameter.default >= 0 && index.op[parameter.default] !== Op.Ellipsis) {
        const fallback = literalAt(p, fn.mod, parameter.default);
        if (fallback !== null && !literals.includes(fallback)) return false;
      }
      continue;
    }
    const given = constantAt(p, mod, argument);
    if (given === null || !literals.includes(given)) return false;
  }
  return true;
}

function isMissing(parameter: Parameter, bound: Bound, fn: FunctionRef, self: Value | null): boolean {
  if (parameter.default >= 0 || parameter.kind === 'star' || parameter.kind === 'double-star' || bound.partial)
    return false;
  const isReceiver = fn.info.class >= 0 && self !== null && parameter === fn.info.parameters[0];
  return !isReceiver && !bound.byName.has(parameter.name);
}

/** The values of a `Literal[...]` annotation, null for any other. */
function literalsIn(p: Project, mod: Mod, annotation: number): string[] | null {
  const { index } = mod;
  if (annotation < 0) return null;
  if (index.op[annotation] === Op.Name) {
    const definition = index.definitions[index.scopes[0]?.names.get(nameAt(mod, annotation) ?? '')?.[0] ?? -1];
    return definition?.kind === 'assign' && definition.value >= 0 ? literalsIn(p, mod, definition.value) : null;
  }
  if (index.op[annotation] !== Op.Subscript) return null;
  if (nameAt(mod, index.a[annotation] as number) !== 'Literal') return null;
  const inner = index.b[annotation] as number;
  const parts = index.op[inner] === Op.Tuple ? [...items(index, index.a[inner] as number)] : [inner];
  return parts.flatMap((part) => {
    if (index.op[part] === Op.String) return [JSON.stringify(index.strings[index.a[part] as number])];
    if (index.op[part] === Op.True) return ['True'];
    if (index.op[part] === Op.False) return ['False'];
    if (index.op[part] === Op.None) return ['None'];
    return constantAt(p, mod, part) ?? [];
  });
}
