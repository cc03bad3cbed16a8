import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { typeOf } from './infer.ts';
import { definitionsOfName, spelled } from './lookup.ts';
import { nameAt, originalName, type Project } from './project.ts';
import { type ClassRef, type Mod, NOTHING, single, type Type, UNKNOWN, union, type Value } from './value.ts';

/** What type variables and `Self` stand for where an annotation is read. */
export interface Env {
  readonly vars: ReadonlyMap<string, Type>;
  readonly self: Value | null;
}

export const NO_ENV: Env = { vars: new Map(), self: null };

/** What is being read, outermost first: an alias that names itself (`type Json = str | list[Json]`) ends there. */
const nodesRead: number[] = [];
const modulesRead: Mod[] = [];

/** The type that the annotation at `node` describes. */
export function annotationType(p: Project, mod: Mod, node: number, env: Env = NO_ENV): Type {
  if (node < 0) return UNKNOWN;
  // Where no type variable stands for anything, it is the same whoever asks, unless `Self` is in it.
  const isPlain = env.vars.size === 0;
  const known = isPlain ? mod.annotations.get(node) : undefined;
  if (known) return known;
  if (isBeingRead(mod, node)) {
    p.cycles++;
    return UNKNOWN;
  }
  const cycles = p.cycles;
  const selves = selvesRead;
  nodesRead.push(node);
  modulesRead.push(mod);
  const type = readAnnotation(p, mod, node, env);
  nodesRead.pop();
  modulesRead.pop();
  // What hangs on a cycle is not kept, as in `Project.settle`.
  if (isPlain && p.cycles === cycles && selvesRead === selves) mod.annotations.set(node, type);
  return type;
}

/** How often `Self` was read. */
let selvesRead = 0;

function isBeingRead(mod: Mod, node: number): boolean {
  for (let at = nodesRead.length - 1; at >= 0; at--) if (nodesRead[at] === node && modulesRead[at] === mod) return true;
  return false;
}

function readAnnotation(p: Project, mod: Mod, node: number, env: Env): Type {
  const { index } = mod;
  const a = index.a[node] as number;
  const b = index.b[node] as number;
  switch (index.op[node]) {
    case Op.None:
      return NOTHING;
    case Op.Name:
    case Op.Attr:
      return named(p, mod, node, env);
    case Op.Subscript:
      return subscripted(p, mod, a, index.op[b] === Op.Tuple ? [...items(index, index.a[b] as number)] : [b], env);
    case Op.Binary:
      if (index.strings[index.c[node] as number] !== '|') return UNKNOWN;
      return union([annotationType(p, mod, a, env), annotationType(p, mod, b, env)]);
    case Op.List:
      // The parameter list of a Callable, the arguments of a ParamSpec.
      return NOTHING;
    default:
      return UNKNOWN;
  }
}

const TYPING = /^(?:typing|typing_extensions|collections\.abc|contextlib|builtins)\.(\w+)$/;

const forms = new WeakMap<Mod, Map<number, string | null>>();

/** Forms of `typing` that nostall reads by their name, wherever they are imported from. */
export function typingForm(p: Project, mod: Mod, node: number): string | null {
  let known = forms.get(mod);
  if (!known) {
    known = new Map();
    forms.set(mod, known);
  }
  let form = known.get(node);
  if (form === undefined) {
    form = readForm(p, mod, node);
    known.set(node, form);
  }
  return form;
}

function readForm(p: Project, mod: Mod, node: number): string | null {
  const dotted = spelled(p, mod, node);
  const name = dotted === null ? null : (TYPING.exec(dotted)?.[1] ?? null);
  if (name !== null) return FORMS.has(name) ? name : (ALIASES[name] ?? null);
  // In the model of typing itself, and in stubs that define what they mean.
  const own = nameAt(mod, node);
  return own !== null && FORMS.has(own) && (mod.name === 'typing' || mod.name === 'collections.abc') ? own : null;
}

const FORMS: ReadonlySet<string> = new Set(
  (
    'Any Optional Union Annotated Final ClassVar Required NotRequired ReadOnly Literal Self Type type Callable Awaitable Coroutine ' +
    'AsyncIterator AsyncIterable AsyncGenerator Iterator Iterable Generator Sequence MutableSequence Collection Container ' +
    'Mapping MutableMapping AbstractSet MutableSet KeysView ValuesView ItemsView Reversible tuple Tuple Generic Protocol ' +
    'AbstractContextManager AbstractAsyncContextManager ContextManager AsyncContextManager NoReturn Never LiteralString TypeAlias'
  ).split(' '),
);

/** Spellings of `typing` for built-in classes. */
const ALIASES: Readonly<Record<string, string>> = {
  List: 'builtins.list',
  Dict: 'builtins.dict',
  Set: 'builtins.set',
  FrozenSet: 'builtins.frozenset',
  Text: 'builtins.str',
};

const WRAPPERS: ReadonlySet<string> = new Set([
  'Annotated',
  'Final',
  'ClassVar',
  'Required',
  'NotRequired',
  'ReadOnly',
]);

function named(p: Project, mod: Mod, node: number, env: Env): Type {
  const form = typingForm(p, mod, node);
  if (form !== null) return bareForm(p, form, env);
  const variable = nameAt(mod, node);
  if (mod.index.op[node] === Op.Name && variable !== null) {
    const bound = env.vars.get(variable);
    if (bound) return bound;
    const known = instancesOf(typeOf(p, mod, node));
    if (known.values.length > 0) return known;
    const definition = aliasDefinition(p, mod, node);
    if (definition) return definition.isVariable ? UNKNOWN : annotationType(p, definition.mod, definition.value, env);
  }
  return instancesOf(typeOf(p, mod, node));
}

/** A value assigned at module or class level is an alias or a type variable when it is used as an annotation. */
function aliasDefinition(p: Project, mod: Mod, node: number): { mod: Mod; value: number; isVariable: boolean } | null {
  const found = definitionsOfName(p, mod, node);
  const definition = found?.mod.index.definitions[found.definitions.at(-1) ?? -1];
  if (!found || definition?.kind !== 'assign' || definition.value < 0 || definition.path.length > 0) return null;
  const { index } = found.mod;
  const { value } = definition;
  if (index.op[value] !== Op.Call) return { mod: found.mod, value, isVariable: false };
  const callee = originalName(found.mod, index.a[value] as number);
  const isVariable = callee === 'TypeVar' || callee === 'ParamSpec' || callee === 'TypeVarTuple';
  if (isVariable) return { mod: found.mod, value, isVariable: true };
  if (callee === 'NewType') {
    const second = items(index, index.b[value] as number)[1];
    if (second !== undefined) return { mod: found.mod, value: second, isVariable: false };
  }
  return null;
}

export function instancesOf(type: Type): Type {
  const values: Value[] = [];
  for (const value of type.values) {
    if (value.tag === 'class') values.push({ tag: 'instance', cls: value.cls, args: value.args });
    else if (value.tag === 'shape') values.push(value);
  }
  return values.length === 0 ? UNKNOWN : { values, open: type.open };
}

function bareForm(p: Project, form: string, env: Env): Type {
  if (form === 'Self') {
    selvesRead++;
    return env.self ? single(env.self) : UNKNOWN;
  }
  if (form.startsWith('builtins.')) return builtinInstance(p, form.slice(9), []);
  if (form === 'tuple' || form === 'Tuple') return builtinInstance(p, 'tuple', []);
  if (form === 'NoReturn' || form === 'Never') return NOTHING;
  if (form === 'LiteralString') return builtinInstance(p, 'str', []);
  if (form === 'Any' || WRAPPERS.has(form) || form === 'Optional' || form === 'Union') return UNKNOWN;
  return single({ tag: 'shape', name: form, args: [] });
}

export function builtinInstance(p: Project, name: string, args: readonly Type[]): Type {
  const cls = p.builtinClass(name);
  return cls === null ? UNKNOWN : single({ tag: 'instance', cls, args });
}

function subscripted(p: Project, mod: Mod, base: number, parts: readonly number[], env: Env): Type {
  const form = typingForm(p, mod, base);
  const args = () => parts.map((part) => annotationType(p, mod, part, env));
  if (form === null) {
    return union(
      annotationType(p, mod, base, env).values.map((value) =>
        single(value.tag === 'instance' || value.tag === 'shape' ? { ...value, args: args() } : value),
      ),
    );
  }
  if (WRAPPERS.has(form)) return annotationType(p, mod, parts[0] ?? -1, env);
  if (form === 'Optional') return annotationType(p, mod, parts[0] ?? -1, env);
  if (form === 'Union') return union(args());
  if (form === 'Literal') return literals(p, mod, parts);
  if (form.startsWith('builtins.')) return builtinInstance(p, form.slice(9), args());
  if (form === 'tuple' || form === 'Tuple') {
    if (parts.length === 2 && mod.index.op[parts[1] as number] === Op.Ellipsis) {
      return builtinInstance(p, 'tuple', [annotationType(p, mod, parts[0] as number, env)]);
    }
    return single({ tag: 'tuple', items: args() });
  }
  if (form === 'type' || form === 'Type') {
    const classes = args()[0]?.values.flatMap((value): Value[] =>
      value.tag === 'instance' ? [{ tag: 'class', cls: value.cls, args: value.args }] : [],
    );
    return classes && classes.length > 0 ? { values: classes, open: false } : UNKNOWN;
  }
  return single({ tag: 'shape', name: form, args: args() });
}

function literals(p: Project, mod: Mod, parts: readonly number[]): Type {
  return union(parts.map((part) => typeOf(p, mod, part)));
}

const variables = new WeakMap<ClassRef, readonly string[]>();

/** Names of the type variables of a class, in the order of its arguments. */
export function typeVariables(p: Project, cls: ClassRef): readonly string[] {
  if (cls.info.typeParameters.length > 0) return cls.info.typeParameters;
  let known = variables.get(cls);
  if (!known) {
    known = readVariables(p, cls);
    variables.set(cls, known);
  }
  return known;
}

function readVariables(p: Project, cls: ClassRef): readonly string[] {
  const { mod } = cls;
  const { index } = mod;
  const names: string[] = [];
  let generic: string[] | null = null;
  for (const base of cls.info.bases) {
    if (index.op[base] !== Op.Subscript) continue;
    const subscript = index.b[base] as number;
    const parts = index.op[subscript] === Op.Tuple ? [...items(index, index.a[subscript] as number)] : [subscript];
    const variables = parts.flatMap((part) => variablesIn(p, mod, part));
    const form = nameAt(mod, index.a[base] as number);
    if (form === 'Generic' || form === 'Protocol') generic = variables;
    for (const name of variables) if (!names.includes(name)) names.push(name);
  }
  return generic ?? names;
}

function variablesIn(p: Project, mod: Mod, node: number): string[] {
  const { index } = mod;
  if (index.op[node] === Op.Name) {
    return aliasDefinition(p, mod, node)?.isVariable ? [nameAt(mod, node) as string] : [];
  }
  if (index.op[node] === Op.Subscript || index.op[node] === Op.Binary) {
    return [...variablesIn(p, mod, index.a[node] as number), ...variablesIn(p, mod, index.b[node] as number)];
  }
  if (index.op[node] === Op.Tuple || index.op[node] === Op.List) {
    return [...items(index, index.a[node] as number)].flatMap((part) => variablesIn(p, mod, part));
  }
  return [];
}
