import type { AttributeDefinition, Definition } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { isAccessor } from './accessors.ts';
import { annotationType, type Env, NO_ENV, typeVariables } from './annotations.ts';
import { behaviourOf } from './behaviour.ts';
import { functionResult } from './call-type.ts';
import {
  boundType,
  definitionType,
  foundType,
  isClassMethod,
  isStatic,
  moduleGetattr,
  typeIn,
} from './definition-type.ts';
import { activeDefinitions, moduleSymbol } from './lookup.ts';
import { decoratorName, originalName, type Project } from './project.ts';
import { forReceiver } from './receivers.ts';
import { type ClassRef, type FunctionRef, type Mod, single, type Type, UNKNOWN, union, type Value } from './value.ts';

/** A class in a line of inheritance, with what its type variables stand for there. */
export interface Ancestor {
  readonly cls: ClassRef;
  readonly env: Env;
}

/** A class and its bases, nearest first, depth first; a base that is not known leaves `open` set. */
export interface Line {
  readonly line: readonly Ancestor[];
  readonly open: boolean;
  /** The members that were asked for, where the line is kept. */
  readonly members: Map<string, FoundMember> | null;
}

export function ancestors(p: Project, cls: ClassRef, args: readonly Type[], self: Value): Line {
  const isPlain = args.length === 0 && (self.tag === 'instance' || self.tag === 'class') && self.cls === cls;
  if (!isPlain || self.args.length > 0) return climb(p, cls, args, self);
  // Every attribute and every call of a method asks.
  const memo = self.tag === 'instance' ? p.lines : p.classLines;
  const known = memo.get(cls);
  if (known) return known;
  const before = p.cycles;
  const line = climb(p, cls, args, self);
  // What hangs on a base that is being worked out is not kept, as in `Project.settle`.
  if (p.cycles === before) memo.set(cls, { ...line, members: new Map() });
  return line;
}

function climb(p: Project, cls: ClassRef, args: readonly Type[], self: Value): Line {
  const line: Ancestor[] = [];
  let open = false;
  const visit = (at: ClassRef, given: readonly Type[], depth: number): void => {
    if (depth > 12 || line.length > 200) return;
    const names = typeVariables(p, at);
    const vars = names.length === 0 ? NO_ENV.vars : new Map(names.map((name, i) => [name, given[i] ?? UNKNOWN]));
    const env: Env = { vars, self };
    line.push({ cls: at, env });
    for (const base of at.info.bases) {
      if (at.mod.index.op[base] === Op.Keyword) continue;
      const type = annotationType(p, at.mod, base, env);
      if (type.values.length === 0 && !isPlainForm(at.mod, base)) open = true;
      for (const value of type.values) if (value.tag === 'instance') visit(value.cls, value.args, depth + 1);
    }
  };
  visit(cls, args, 0);
  // A base that several classes share comes after all of them (the order of C3, but for hierarchies that Python refuses).
  const last = new Map(line.map(({ cls: at }, i) => [at, i]));
  return { line: line.filter(({ cls: at }, i) => last.get(at) === i), open, members: null };
}

function isPlainForm(mod: Mod, node: number): boolean {
  const inner = mod.index.op[node] === Op.Subscript ? (mod.index.a[node] as number) : node;
  return ['object', 'ABC', 'Generic', 'Protocol', 'Enum'].includes(originalName(mod, inner) ?? '');
}

/** One way a class attribute is given: definitions in the class body, or `self.name = ...` in methods. */
export interface Member {
  readonly owner: Ancestor;
  readonly definitions: readonly number[];
  readonly attributes: readonly AttributeDefinition[];
}

export interface FoundMember {
  readonly member: Member | null;
  readonly open: boolean;
}

/** The nearest ancestor that has the attribute. */
export function findMember(p: Project, value: Value, name: string): FoundMember {
  const start = classOf(value);
  if (start === null) return { member: null, open: true };
  const { line, open, members } = ancestors(p, start.cls, start.args, value);
  const known = members?.get(name);
  if (known) return known;
  const from = value.tag === 'super' ? line.slice(line.findIndex(({ cls }) => cls === value.cls) + 1) : line;
  const found = { member: memberOf(p, from, name), open };
  members?.set(name, found);
  return found;
}

/** The same among classes in line. */
export function memberOf(p: Project, line: readonly Ancestor[], name: string): Member | null {
  for (const owner of line) {
    const { mod, info } = owner.cls;
    const definitions = activeDefinitions(p, mod, mod.index.scopes[info.scope]?.names.get(name) ?? []);
    const attributes = info.attributes.get(name) ?? [];
    if (definitions.length > 0 || attributes.length > 0) return { owner, definitions, attributes };
  }
  return null;
}

function classOf(value: Value): { cls: ClassRef; args: readonly Type[] } | null {
  switch (value.tag) {
    case 'instance':
    case 'class':
      return value;
    case 'super':
      return { cls: value.receiver, args: [] };
    case 'literal':
      return value.cls === null ? null : { cls: value.cls, args: [] };
    default:
      return null;
  }
}

/** What `value.name` may be. */
export function attributeType(p: Project, type: Type, name: string, from: Mod): Type {
  if (type.values.length === 0) return UNKNOWN;
  const [only] = type.values;
  const all =
    type.values.length === 1
      ? valueAttribute(p, only as Value, name, from)
      : union(type.values.map((value) => valueAttribute(p, value, name, from)));
  return type.open ? { values: all.values, open: true } : all;
}

function valueAttribute(p: Project, value: Value, name: string, from: Mod): Type {
  if (value.tag === 'module') return moduleAttribute(p, value, name, from);
  const { member } = findMember(p, value, name);
  if (member) return memberType(p, value, member);
  if (value.tag === 'instance' || value.tag === 'super') return fallback(p, value);
  return UNKNOWN;
}

function moduleAttribute(p: Project, value: Value & { tag: 'module' }, name: string, from: Mod): Type {
  if (value.mod) {
    const found = moduleSymbol(p, value.mod, name);
    if (found && found.definitions.length > 0) return foundType(p, found);
  }
  const inner = p.module(`${value.name}.${name}`, from);
  if (inner) return single({ tag: 'module', mod: inner, name: inner.name });
  if (value.mod) return moduleGetattr(p, value.mod, name);
  const unseen = typeIn(p, p.memberOf(from, value.name, 0, name), name);
  if (unseen.values.length > 0) return unseen;
  return single({ tag: 'module', mod: null, name: `${value.name}.${name}` });
}

/** In a model, a decorated `__getattr__` speaks for every method that is not listed. */
function fallback(p: Project, value: Value): Type {
  const { member } = findMember(p, value, '__getattr__');
  if (!member?.owner.cls.mod.stub) return UNKNOWN;
  const definition = member.owner.cls.mod.index.definitions[member.definitions[0] ?? -1];
  if (definition?.kind !== 'function') return UNKNOWN;
  const fn = member.owner.cls.mod.functions[definition.id] as FunctionRef;
  const { primitives, awaiting } = behaviourOf(fn);
  // Without a decorator it gives attributes rather than methods: `client.database.collection`.
  if (primitives.length === 0 && awaiting === null && !fn.info.isAsync)
    return functionResult(p, fn, null, member.owner.env);
  return single({ tag: 'function', fn, self: value });
}

export function memberType(p: Project, value: Value, member: Member): Type {
  const { mod } = member.owner.cls;
  const types: Type[] = [];
  for (const id of member.definitions) {
    const definition = mod.index.definitions[id] as Definition;
    if (definition.kind !== 'function') {
      types.push(boundOrNested(p, mod, id, definition, member.owner.env));
      continue;
    }
    const fn = mod.functions[definition.id] as FunctionRef;
    if (isProperty(mod, fn))
      types.push(functionResult(p, forReceiver(p, fn, receiverIn(value)), null, member.owner.env));
    else if (!isAccessor(mod, fn)) types.push(boundMethod(p, value, mod, fn, id));
  }
  const env = member.owner.env;
  for (const attribute of member.attributes) {
    const setter = mod.functions[attribute.function];
    const seen = setter ? forReceiver(p, setter, receiverIn(value)).mod : mod;
    types.push(boundType(p, seen, attribute, env));
  }
  return union(types);
}

function boundOrNested(p: Project, mod: Mod, id: number, definition: Definition, env: Env): Type {
  if (definition.annotation >= 0) return boundType(p, mod, definition, env);
  return definitionType(p, mod, id);
}

function boundMethod(p: Project, value: Value, mod: Mod, fn: FunctionRef, definition: number): Type {
  const bind = (v: Value): Value => {
    if (v.tag !== 'function' || isStatic(mod, fn)) return v;
    if (value.tag === 'class' && !isClassMethod(mod, fn)) return v;
    const self = receiverIn(value);
    return { ...v, fn: v.fn === fn ? forReceiver(p, fn, self) : v.fn, self };
  };
  const type = definitionType(p, mod, definition);
  return { values: type.values.map(bind), open: type.open };
}

/** What `self` is in the methods of a value. */
function receiverIn(value: Value): Value {
  if (value.tag === 'super') return { tag: 'instance', cls: value.receiver, args: [] };
  return value.tag === 'literal' && value.cls ? { tag: 'instance', cls: value.cls, args: [] } : value;
}

const PROPERTIES: ReadonlySet<string> = new Set([
  'property',
  'cached_property',
  'abstractproperty',
  'hybrid_property',
  'classproperty',
  'reify',
  'lazy_property',
  'under_cached_property',
]);

export function isProperty(mod: Mod, fn: FunctionRef): boolean {
  for (const node of fn.info.decorators) if (PROPERTIES.has(decoratorName(mod, node))) return true;
  return false;
}

/** A method of a value, and what type variables stand for in the class that has it. */
export interface BoundMethod {
  readonly fn: FunctionRef;
  readonly self: Value;
  readonly env: Env;
}

/** The methods that `value.name(...)` would call. */
export function methodsOf(p: Project, value: Value, name: string): BoundMethod[] {
  const { member } = findMember(p, value, name);
  if (!member) return [];
  const { mod } = member.owner.cls;
  const methods: BoundMethod[] = [];
  for (const id of member.definitions) {
    const definition = mod.index.definitions[id] as Definition;
    if (definition.kind !== 'function') continue;
    const fn = forReceiver(p, mod.functions[definition.id] as FunctionRef, receiverIn(value));
    methods.push({ fn, self: value, env: member.owner.env });
  }
  return methods;
}

/** What calling a special method gives; unknown when there is none. */
export function methodResult(p: Project, value: Value, name: string): Type {
  const methods = methodsOf(p, value, name);
  return methods.length === 0 ? UNKNOWN : union(methods.map(({ fn, env }) => functionResult(p, fn, null, env)));
}
