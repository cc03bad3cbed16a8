import type { Definition } from '../python/index/module-index.ts';
import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { annotationType, builtinInstance, type Env, instancesOf, NO_ENV } from './annotations.ts';
import { decoratedType } from './decorated.ts';
import { typeOf } from './infer.ts';
import { type Found, moduleSymbol } from './lookup.ts';
import { absoluteName } from './module.ts';
import type { Project } from './project.ts';
import { asyncElement, element, entered } from './shapes.ts';
import { type ClassRef, type FunctionRef, type Mod, single, type Type, UNKNOWN, union } from './value.ts';
import { seenIn } from './views.ts';

/** What a definition binds its name to. */
export function definitionType(p: Project, mod: Mod, id: number): Type {
  const known = mod.definitionTypes.get(id);
  if (known) return p.given(known);
  const seen = mod.view === null ? mod : seenIn(mod, functionAround(mod, id));
  const there = seen === mod ? undefined : seen.definitionTypes.get(id);
  return there ? p.given(there) : p.settle(seen.definitionTypes, seen, id, infer);
}

/** What a name may be, by all that it may refer to. */
export function foundType(p: Project, found: Found | null): Type {
  if (found === null) return UNKNOWN;
  const { mod, definitions } = found;
  if (definitions.length === 1) return definitionType(p, mod, definitions[0] as number);
  return union(definitions.map((id) => definitionType(p, mod, id)));
}

/** The function in whose scope, or in a comprehension of which, the definition stands; -1 for none. */
function functionAround(mod: Mod, id: number): number {
  const { scopes, definitions } = mod.index;
  let scope = scopes[definitions[id]?.scope ?? -1];
  while (scope?.kind === 'comprehension') scope = scopes[scope.parent];
  return scope?.kind === 'function' ? scope.of : -1;
}

function infer(p: Project, mod: Mod, id: number): Type {
  const definition = mod.index.definitions[id] as Definition;
  switch (definition.kind) {
    case 'assign':
    case 'declare':
    case 'for':
    case 'async-for':
    case 'with':
    case 'async-with':
      return boundType(p, mod, definition);
    case 'except':
      return exceptionType(p, mod, definition.value);
    case 'import':
      return importType(p, mod, definition);
    case 'function':
      return decoratedType(p, mod.functions[definition.id] as FunctionRef);
    case 'class':
      return single({ tag: 'class', cls: mod.classes[definition.id] as ClassRef, args: [] });
    case 'parameter':
      return parameterType(p, mod, definition);
    case 'narrow':
      return narrowed(p, mod, definition);
    case 'exclude':
      return excluded(p, mod, definition);
    case 'augmented':
      return typeOf(p, mod, definition.value);
    case 'delete':
    case 'capture':
      return UNKNOWN;
  }
}

type Bound = Pick<Definition, 'kind' | 'value' | 'annotation' | 'path'>;

/** What an assignment, a loop or a `with` puts into its target. */
export function boundType(p: Project, mod: Mod, bound: Bound, env: Env = NO_ENV): Type {
  if (bound.annotation >= 0 && bound.path.length === 0) {
    const declared = annotationType(p, mod, bound.annotation, env);
    if (declared.values.length > 0 || bound.value < 0) return declared;
  }
  if (bound.value < 0) return UNKNOWN;
  let type = typeOf(p, mod, bound.value);
  if (bound.kind === 'for') type = element(p, type);
  else if (bound.kind === 'async-for') type = asyncElement(p, type);
  else if (bound.kind === 'with') type = entered(p, type, '__enter__');
  else if (bound.kind === 'async-with') type = entered(p, type, '__aenter__');
  for (const position of bound.path) type = unpacked(p, type, position);
  return type;
}

function unpacked(p: Project, type: Type, position: number): Type {
  if (position < 0) return builtinInstance(p, 'list', [element(p, type)]);
  return union(
    type.values.map((value) =>
      value.tag === 'tuple' ? (value.items[position] ?? UNKNOWN) : element(p, { values: [value], open: type.open }),
    ),
  );
}

function exceptionType(p: Project, mod: Mod, node: number): Type {
  if (node < 0) return UNKNOWN;
  const parts = mod.index.op[node] === Op.Tuple ? [...items(mod.index, mod.index.a[node] as number)] : [node];
  return union(parts.map((part) => instancesOf(typeOf(p, mod, part))));
}

function importType(p: Project, mod: Mod, definition: Definition): Type {
  const target = definition.import;
  if (!target) return UNKNOWN;
  const from = p.moduleAt(mod, target.module, target.level);
  if (target.name === null) return single({ tag: 'module', mod: from, name: target.module });
  const found = from === null ? null : moduleSymbol(p, from, target.name);
  // A module that imports its own name from elsewhere asks about itself.
  const own =
    found?.mod.index === mod.index && found.definitions.some((id) => mod.index.definitions[id] === definition);
  if (found && found.definitions.length > 0 && !own) return foundType(p, found);
  const inner = p.moduleAt(mod, target.module === '' ? target.name : `${target.module}.${target.name}`, target.level);
  if (inner) return single({ tag: 'module', mod: inner, name: inner.name });
  if (from) return moduleGetattr(p, from, target.name);
  const unseen = typeIn(p, p.memberOf(mod, target.module, target.level, target.name), target.name);
  if (unseen.values.length > 0) return unseen;
  // A folder without `__init__`: a namespace package, whose modules are found by their full name.
  const name = target.level > 0 ? absoluteName(mod, target.name, target.level) : null;
  return name === null ? UNKNOWN : { values: [{ tag: 'module', mod: null, name }], open: true };
}

/** PEP 562: a module's `__getattr__` answers for what it does not define; in a model it speaks for any function. */
export function moduleGetattr(p: Project, mod: Mod, name: string): Type {
  const found = moduleSymbol(p, mod, '__getattr__');
  const definition = found?.mod.index.definitions[found.definitions[0] ?? -1];
  if (definition?.kind !== 'function') return UNKNOWN;
  // A package that imports its modules when it is asked for their names.
  if (!mod.stub) return mod.isPackage ? typeIn(p, p.memberOf(mod, '', 1, name), name) : UNKNOWN;
  return single({ tag: 'function', fn: found?.mod.functions[definition.id] as FunctionRef, self: null });
}

/** What a module has under the name. */
export function typeIn(p: Project, mod: Mod | null, name: string): Type {
  return foundType(p, mod === null ? null : moduleSymbol(p, mod, name));
}

function parameterType(p: Project, mod: Mod, definition: Definition): Type {
  const owner = mod.index.scopes[definition.scope]?.of ?? -1;
  const fn = mod.functions[owner];
  const parameter = fn?.info.parameters[definition.id];
  if (!fn || !parameter) return UNKNOWN;
  const given = mod.view?.given?.to === fn.id ? mod.view.given.values.get(parameter.name) : undefined;
  if (given) return single(given);
  if (parameter.kind === 'star') return builtinInstance(p, 'tuple', [annotationType(p, mod, parameter.annotation)]);
  if (parameter.kind === 'double-star') {
    return builtinInstance(p, 'dict', [builtinInstance(p, 'str', []), annotationType(p, mod, parameter.annotation)]);
  }
  if (definition.annotation >= 0) {
    const declared = annotationType(p, mod, definition.annotation);
    if (declared.values.length > 0) return { values: declared.values, open: declared.open };
  }
  if (definition.id === 0 && fn.info.class >= 0 && !isStatic(mod, fn)) {
    const cls = mod.view?.receiver ?? (mod.classes[fn.info.class] as ClassRef);
    const tag = isClassMethod(mod, fn) ? 'class' : 'instance';
    return { values: [{ tag, cls, args: [] }], open: false };
  }
  if (definition.value >= 0) {
    const fallback = typeOf(p, mod, definition.value);
    return { values: fallback.values.filter((value) => value.tag !== 'literal'), open: true };
  }
  return UNKNOWN;
}

function hasDecorator(mod: Mod, fn: FunctionRef, name: string): boolean {
  const { op, a, strings } = mod.index;
  for (const node of fn.info.decorators) if (op[node] === Op.Name && strings[a[node] as number] === name) return true;
  return false;
}

export function isStatic(mod: Mod, fn: FunctionRef): boolean {
  return hasDecorator(mod, fn, 'staticmethod');
}

export function isClassMethod(mod: Mod, fn: FunctionRef): boolean {
  // `__new__`, `__init_subclass__` and `__class_getitem__` get the class without being told so.
  return hasDecorator(mod, fn, 'classmethod') || fn.info.name === '__new__' || fn.info.name === '__init_subclass__';
}

function narrowed(p: Project, mod: Mod, definition: Definition): Type {
  const parts = typeParts(mod, definition.value);
  const asked = union(parts.map((part) => instancesOf(typeOf(p, mod, part))));
  if (asked.values.length === 0) return union(definition.of.map((id) => definitionType(p, mod, id)));
  return { values: asked.values, open: asked.open };
}

/** `isinstance(x, (A, B))` and `isinstance(x, A | B)` ask for either. */
function typeParts(mod: Mod, node: number): number[] {
  const { index } = mod;
  if (index.op[node] === Op.Tuple) return [...items(index, index.a[node] as number)];
  if (index.op[node] === Op.Binary) {
    return [...typeParts(mod, index.a[node] as number), ...typeParts(mod, index.b[node] as number)];
  }
  return [node];
}

function excluded(p: Project, mod: Mod, definition: Definition): Type {
  const before = union(definition.of.map((id) => definitionType(p, mod, id)));
  const parts = typeParts(mod, definition.value).flatMap((part) => typeOf(p, mod, part).values);
  const gone = new Set(parts.flatMap((value) => (value.tag === 'class' ? [value.cls] : [])));
  const values = before.values.filter((value) => value.tag !== 'instance' || !gone.has(value.cls));
  return { values, open: before.open };
}
