import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { annotationType } from './annotations.ts';
import { literalAt } from './conditions.ts';
import { typeOf } from './infer.ts';
import { soleValue } from './lookup.ts';
import { ancestors, findMember } from './members.ts';
import type { Test } from './needs.ts';
import { originalName, type Project } from './project.ts';
import { type ClassRef, dottedName, type Mod, type Value } from './value.ts';

/** The constant an expression is, in one spelling: a literal or a member of an enumeration; null when it is none. */
export function constantAt(p: Project, mod: Mod, node: number): string | null {
  const literal = literalAt(p, mod, node);
  const { index } = mod;
  if (literal !== null || index.op[node] !== Op.Attr) return literal;
  const { values, open } = typeOf(p, mod, index.a[node] as number);
  const [value] = values;
  if (open || values.length !== 1 || value?.tag !== 'class') return null;
  const name = index.strings[index.b[node] as number] as string;
  if (!value.cls.mod.index.scopes[value.cls.info.scope]?.names.has(name)) return null;
  return isEnumeration(p, value.cls) ? `${MEMBER}${dottedName(value.cls)}.${name}` : null;
}

const MEMBER = 'member ';

function isEnumeration(p: Project, cls: ClassRef): boolean {
  const { line } = ancestors(p, cls, [], { tag: 'instance', cls, args: [] });
  return line.some(({ cls: base }) => base.mod.name === 'enum');
}

const FALSE: ReadonlySet<string> = new Set(['None', 'False', '0', '""']);

/** Whether the value of the expression passes the test; null when the source does not say. */
export function passes(p: Project, test: Test, mod: Mod, node: number): boolean | null {
  const constant = constantAt(p, mod, node);
  switch (test.tag) {
    case 'truth':
      return constant === null ? truthOfObject(p, mod, node) : !FALSE.has(constant);
    case 'equals':
      if (constant !== null) return equals(constant, test.literals);
      return isObject(p, mod, node) && test.literals.every((literal) => SINGLETONS.has(literal)) ? false : null;
    case 'isinstance':
      return constant === 'None' ? false : isInstance(p, test, mod, node);
  }
}

const SINGLETONS: ReadonlySet<string> = new Set(['None', 'True', 'False']);

/** A member of an enumeration may equal a literal, as those of a `StrEnum` do, but none of the singletons. */
function equals(constant: string, literals: readonly string[]): boolean | null {
  if (literals.includes(constant)) return true;
  const isMember = constant.startsWith(MEMBER);
  const isClear = literals.every((literal) => SINGLETONS.has(literal) || literal.startsWith(MEMBER) === isMember);
  return isClear || SINGLETONS.has(constant) ? false : null;
}

const DISPLAYS: ReadonlySet<number> = new Set([Op.List, Op.Set, Op.Tuple, Op.Dict]);
const OBJECTS: ReadonlySet<number> = new Set([...DISPLAYS, Op.Bytes, Op.FString, Op.Lambda, Op.ListComp, Op.DictComp]);

/** Whether the expression makes an object: not None, nor a truth value. */
function isObject(p: Project, mod: Mod, node: number): boolean {
  if (OBJECTS.has(mod.index.op[node] as number) || madeFrom(p, mod, node).length > 0) return true;
  return isAnnotatedPlain(mod, node) || declaredAs(p, mod, node).length > 0;
}

/** What is said to be text, a number, a list, a `Client`: not None, or its annotation would say so. */
function isAnnotatedPlain(mod: Mod, node: number): boolean {
  const { index } = mod;
  if (index.op[node] !== Op.Name) return false;
  const [id, more] = items(index, index.b[node] as number);
  const definition = index.definitions[id ?? -1];
  if (more !== undefined || (definition?.kind !== 'parameter' && definition?.kind !== 'assign')) return false;
  const name = originalName(mod, definition.annotation) ?? '';
  if (!PLAIN.has(name) && (!/^[A-Z]\w*[a-z]/.test(name) || MAYBE_NONE.has(name))) return false;
  if (definition.kind === 'assign') return index.op[definition.value] !== Op.None;
  const parameter = mod.functions[index.owner[node] as number]?.info.parameters[definition.id];
  return index.op[parameter?.default ?? -1] !== Op.None;
}

const MAYBE_NONE: ReadonlySet<string> = new Set(['Any', 'Optional', 'None', 'Hashable', 'Incomplete', 'Unused']);

/** The classes one of which the expression makes an instance of; empty when it does not for sure. */
function madeFrom(p: Project, mod: Mod, node: number, follow = true): readonly ClassRef[] {
  const { index } = mod;
  if (index.op[node] === Op.Name && follow) {
    const sole = soleValue(p, mod, node);
    return sole === null ? [] : madeFrom(p, sole.mod, sole.node, false);
  }
  if (index.op[node] !== Op.Call) return [];
  const { values, open } = typeOf(p, mod, index.a[node] as number);
  const classes = values.flatMap((value) => (value.tag === 'class' ? [value.cls] : []));
  return open || classes.length < values.length ? [] : classes;
}

function truthOfObject(p: Project, mod: Mod, node: number): boolean | null {
  const { index } = mod;
  if (DISPLAYS.has(index.op[node] as number)) {
    const parts = items(index, index.a[node] as number);
    if (parts.length === 0) return false;
    return parts.every((part) => index.op[part] === Op.Star || index.op[part] === Op.DoubleStar) ? null : true;
  }
  const made = madeFrom(p, mod, node);
  const classes = made.length > 0 ? made : declaredAs(p, mod, node);
  if (classes.length === 0) return null;
  const isPlain = classes.every((cls) =>
    (cls.mod.stub ? OF_CONTAINERS : OF_TRUTH).every((name) => {
      const { member, open } = findMember(p, { tag: 'instance', cls, args: [] }, name);
      return member === null && !open;
    }),
  );
  return isPlain ? true : null;
}

const OF_TRUTH = ['__bool__', '__len__'];
/** A model may leave out what costs nothing, but not that something is a container. */
const OF_CONTAINERS = [...OF_TRUTH, '__iter__', '__getitem__', '__contains__'];

/** The classes of libraries that a call is declared to give, where None is not among what it may give. */
function declaredAs(p: Project, mod: Mod, node: number): readonly ClassRef[] {
  const call = mod.index.op[node] === Op.Name ? soleValue(p, mod, node) : { mod, node };
  if (call === null || call.mod.index.op[call.node] !== Op.Call) return [];
  const { values, open } = typeOf(p, call.mod, call.mod.index.a[call.node] as number);
  const classes = values.flatMap((value) => {
    if (value.tag !== 'function' || !value.fn.mod.stub || value.fn.info.isAsync) return [];
    const { mod: model, info } = value.fn;
    if (info.returns < 0 || model.index.op[info.returns] !== Op.Name) return [];
    const { values: given } = annotationType(p, model, info.returns);
    return given.flatMap((one) => (one.tag === 'instance' && !isText(p, one.cls) ? [one.cls] : []));
  });
  return open || classes.length < values.length ? [] : classes;
}

/** Text and numbers may be empty, or zero. */
function isText(p: Project, cls: ClassRef): boolean {
  return cls.mod === p.builtins;
}

function isInstance(p: Project, test: Test & { tag: 'isinstance' }, mod: Mod, node: number): boolean | null {
  const wanted = classesAt(p, test.mod, test.node);
  if (wanted === null) return null;
  const made = madeFrom(p, mod, node);
  const exact = made.length > 0 ? made : builtinsAt(p, mod, node);
  if (exact.length === 0) return null;
  const answers = exact.map((cls) => {
    const { line, open } = ancestors(p, cls, [], { tag: 'instance', cls, args: [] });
    if (line.some(({ cls: base }) => wanted.includes(base))) return true;
    return open || wanted.some((target) => isAbstract(p, target)) ? null : false;
  });
  const [first] = answers;
  return answers.every((answer) => answer === first) ? (first ?? null) : null;
}

/** What is annotated with a class may be an instance of a subclass; those of these are too plain for surprises. */
const PLAIN: ReadonlySet<string> = new Set(['str', 'bytes', 'int', 'float', 'bool', 'list', 'dict', 'tuple', 'set']);

function builtinsAt(p: Project, mod: Mod, node: number): readonly ClassRef[] {
  const { values, open } = typeOf(p, mod, node);
  const classes = values.flatMap((value): ClassRef[] => {
    const cls = plainClass(p, value);
    return cls ? [cls] : [];
  });
  return open || classes.length < values.length ? [] : classes;
}

function plainClass(p: Project, value: Value): ClassRef | null {
  if (value.tag === 'tuple') return p.builtinClass('tuple');
  if (value.tag === 'literal') return value.cls;
  return value.tag === 'instance' && PLAIN.has(dottedName(value.cls)) ? value.cls : null;
}

/** The classes that `isinstance` is asked about; null unless all are known. */
function classesAt(p: Project, mod: Mod, node: number): readonly ClassRef[] | null {
  const { index } = mod;
  const op = index.op[node];
  const isUnion = op === Op.Binary && index.strings[index.c[node] as number] === '|';
  if (op === Op.Tuple || isUnion) {
    const parts = isUnion ? [index.a[node] as number, index.b[node] as number] : items(index, index.a[node] as number);
    const out: ClassRef[] = [];
    for (const part of parts) {
      const classes = classesAt(p, mod, part);
      if (classes === null) return null;
      out.push(...classes);
    }
    return out;
  }
  const { values, open } = typeOf(p, mod, node);
  const classes = values.flatMap((value) => (value.tag === 'class' ? [value.cls] : []));
  return open || classes.length === 0 || classes.length < values.length ? null : classes;
}

/** Classes that speak for others by their methods or by registration: `Iterable`, `os.PathLike`. */
function isAbstract(p: Project, cls: ClassRef): boolean {
  if (ABSTRACT.test(dottedName(cls))) return true;
  const { line, open } = ancestors(p, cls, [], { tag: 'instance', cls, args: [] });
  return (
    open ||
    line.some(({ cls: base }) => base.info.bases.some((node) => /^(?:Protocol|ABC)$/.test(nameOf(base.mod, node))))
  );
}

const ABSTRACT = /^(?:typing|collections\.abc|numbers|os\.PathLike)/;

function nameOf(mod: Mod, node: number): string {
  const { op, a, b, strings } = mod.index;
  if (op[node] === Op.Subscript) return nameOf(mod, a[node] as number);
  if (op[node] === Op.Attr) return strings[b[node] as number] as string;
  return op[node] === Op.Name ? (strings[a[node] as number] as string) : '';
}
