import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { ancestors } from './members.ts';
import { decoratorName, nameAt, type Project } from './project.ts';
import { type ClassRef, type FunctionRef, type Mod, plain } from './value.ts';

/** What subclasses in the project put in the place of a method that only says what they have to. */
export function overridesOf(p: Project, fn: FunctionRef): readonly FunctionRef[] {
  const owner = fn.mod.view?.receiver ?? fn.mod.classes[fn.info.class];
  if (!owner || !isAbstract(fn)) return [];
  return methodsBelow(p, owner, fn.info.name).filter((method) => !isAbstract(method));
}

/**
 * The calls of which only callers may know what they do: of methods on `self` or `cls` in whose place a subclass in the
 * project has its own, and of methods of a parameter that does not say what it is.
 */
export function overriddenCalls(p: Project, fn: FunctionRef): readonly number[] {
  const { index } = fn.mod;
  const cls = fn.mod.classes[fn.info.class];
  const [first, ...others] = fn.info.parameters.map(({ name }) => name);
  return fn.info.sites.filter((site) => {
    const callee = index.a[site] as number;
    if (index.op[site] !== Op.Call || index.op[callee] !== Op.Attr) return false;
    const receiver = nameAt(fn.mod, index.a[callee] as number);
    if (receiver === null) return false;
    if (cls && receiver === first) return methodsBelow(p, cls, nameAt(fn.mod, callee) as string).length > 0;
    return (others.includes(receiver) || (!cls && receiver === first)) && isNoText(p, nameAt(fn.mod, callee) as string);
  });
}

/** What every text has needs no class of the project. */
function isNoText(p: Project, name: string): boolean {
  const text = p.builtinClass('str');
  return !text?.mod.index.scopes[text.info.scope]?.names.has(name);
}

const below = new WeakMap<ClassRef, Map<string, readonly FunctionRef[]>>();

/** The methods by that name of classes in the project below this one. */
export function methodsBelow(p: Project, cls: ClassRef, name: string): readonly FunctionRef[] {
  let known = below.get(cls);
  if (!known) {
    known = new Map();
    below.set(cls, known);
  }
  return p.once(known, name, () => findBelow(p, cls, name));
}

function findBelow(p: Project, cls: ClassRef, name: string): readonly FunctionRef[] {
  const out: FunctionRef[] = [];
  for (const heir of p.heirs(cls, name)) {
    const { line } = ancestors(p, heir, [], { tag: 'instance', cls: heir, args: [] });
    if (heir === cls || !line.some((ancestor) => ancestor.cls === cls)) continue;
    const { definitions, scopes } = heir.mod.index;
    const id = scopes[heir.info.scope]?.names.get(name)?.at(-1);
    const definition = id === undefined ? undefined : definitions[id];
    if (definition?.kind === 'function') out.push(heir.mod.functions[definition.id] as FunctionRef);
  }
  return out;
}

const abstract = new WeakMap<FunctionRef, boolean>();

/** A method that is marked as abstract, that a Protocol has, or that does nothing, or raise NotImplementedError. */
export function isAbstract(fn: FunctionRef): boolean {
  const method = plain(fn);
  let known = abstract.get(method);
  if (known === undefined) {
    known = !fn.mod.stub && fn.info.class >= 0 && fn.info.kind === 'def' && readsAbstract(method);
    abstract.set(method, known);
  }
  return known;
}

function readsAbstract(fn: FunctionRef): boolean {
  const { mod, info } = fn;
  if (info.stated !== null || info.name.startsWith('__')) return false;
  if (info.decorators.some((node) => decoratorName(mod, node).startsWith('abstract'))) return true;
  return [...items(mod.index, info.body)].every((statement) => saysNothing(mod, statement));
}

function saysNothing(mod: Mod, statement: number): boolean {
  const { index } = mod;
  const a = index.a[statement] as number;
  switch (index.op[statement]) {
    case Op.Pass:
      return true;
    case Op.Expression:
      return index.op[a] === Op.String || index.op[a] === Op.Ellipsis;
    case Op.Raise:
      return a >= 0 && nameAt(mod, index.op[a] === Op.Call ? (index.a[a] as number) : a) === 'NotImplementedError';
    default:
      return false;
  }
}
