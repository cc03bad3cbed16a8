import { type FunctionInfo, items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { type Env, instancesOf } from './annotations.ts';
import { type CallSite, resultsOf } from './call-type.ts';
import { typeOf } from './infer.ts';
import { originalName, type Project } from './project.ts';
import { awaited, element } from './shapes.ts';
import { type FunctionRef, type Mod, type Type, UNKNOWN, union } from './value.ts';

/** Adds what the arguments say about the type variables in the signature. */
export function withArguments(p: Project, fn: FunctionRef, site: CallSite, env: Env): Env {
  if (!isGeneric(fn)) return env;
  const vars = new Map(env.vars);
  for (const parameter of fn.info.parameters) {
    if (parameter.annotation < 0) continue;
    const argument = parameter.kind === 'star' ? site.bound.rest[0] : site.bound.byName.get(parameter.name);
    if (argument === undefined) continue;
    unify(p, fn.mod, parameter.annotation, fn.info.typeParameters, () => typeOf(p, site.mod, argument), vars);
  }
  return { vars, self: env.self };
}

const generic = new WeakMap<FunctionInfo, boolean>();

/** Whether the signature has type variables that `unify` could find. */
function isGeneric({ mod, info }: FunctionRef): boolean {
  let known = generic.get(info);
  if (known === undefined) {
    const { typeParameters, parameters } = info;
    known = typeParameters.length > 0 || parameters.some(({ annotation }) => mentionsVariable(mod, annotation));
    generic.set(info, known);
  }
  return known;
}

/** Finds type variables in the annotation at `node` and gives them what `type` holds in their place. */
function unify(
  p: Project,
  mod: Mod,
  node: number,
  own: readonly string[],
  type: () => Type,
  vars: Map<string, Type>,
): void {
  const { index } = mod;
  if (index.op[node] === Op.Name) {
    const name = index.strings[index.a[node] as number] as string;
    if ((own.includes(name) || isVariable(mod, name)) && !vars.get(name)?.values.length) vars.set(name, type());
    return;
  }
  if (index.op[node] === Op.Binary) {
    unify(p, mod, index.a[node] as number, own, type, vars);
    unify(p, mod, index.b[node] as number, own, type, vars);
    return;
  }
  if (index.op[node] !== Op.Subscript) return;
  const form = originalName(mod, index.a[node] as number) ?? '';
  const subscript = index.b[node] as number;
  const parts = index.op[subscript] === Op.Tuple ? [...items(index, index.a[subscript] as number)] : [subscript];
  const last = parts.at(-1) as number;
  const first = parts[0] as number;
  if (own.length === 0 && !mentionsVariable(mod, subscript)) return;
  if (form === 'Awaitable' || form === 'Coroutine') unify(p, mod, last, own, () => awaited(p, type()), vars);
  else if (form === 'Callable') unify(p, mod, last, own, () => resultsOf(p, type()), vars);
  else if (form === 'type' || form === 'Type') unify(p, mod, first, own, () => instancesOf(type()), vars);
  else if (form === 'Optional') unify(p, mod, first, own, type, vars);
  else if (form === 'Union') for (const part of parts) unify(p, mod, part, own, type, vars);
  else if (parts.length === 1) unify(p, mod, first, own, () => argumentOf(p, type(), 0), vars);
  else for (const [i, part] of parts.entries()) unify(p, mod, part, own, () => argumentOf(p, type(), i), vars);
}

function argumentOf(p: Project, type: Type, position: number): Type {
  const given = type.values.flatMap((value) =>
    (value.tag === 'instance' || value.tag === 'shape') && value.args.length > position
      ? [value.args[position] as Type]
      : [],
  );
  return given.length > 0 ? union(given) : position === 0 ? element(p, type) : UNKNOWN;
}

/** By convention the type variables of a stub are assigned at its top level, or named in brackets (PEP 695). */
function isVariable(mod: Mod, name: string): boolean {
  const definition = mod.index.definitions[mod.index.scopes[0]?.names.get(name)?.[0] ?? -1];
  if (definition?.kind !== 'assign' || mod.index.op[definition.value] !== Op.Call) return false;
  return originalName(mod, mod.index.a[definition.value] as number) === 'TypeVar';
}

function mentionsVariable(mod: Mod, node: number): boolean {
  const { index } = mod;
  switch (index.op[node]) {
    case Op.Name:
      return isVariable(mod, index.strings[index.a[node] as number] as string);
    case Op.Subscript:
    case Op.Binary:
      return mentionsVariable(mod, index.a[node] as number) || mentionsVariable(mod, index.b[node] as number);
    case Op.Tuple:
    case Op.List:
      return [...items(index, index.a[node] as number)].some((part) => mentionsVariable(mod, part));
    default:
      return false;
  }
}
