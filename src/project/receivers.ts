import { isStatic } from './definition-type.ts';
import { askedOfReceiver } from './given.ts';
import { type Ancestor, ancestors, findMember, memberOf } from './members.ts';
import { isAbstract } from './overrides.ts';
import type { Project } from './project.ts';
import { type Uses, usesIn, usesOf } from './self-uses.ts';
import { type ClassRef, type FunctionRef, plain, type Value } from './value.ts';
import { viewOf } from './views.ts';

/**
 * The method as calls on the receiver have it. An inherited method is another one for a subclass that changes what it
 * reaches through `self`, `cls` or `super()`; subclasses that change nothing share the one of their nearest base that does.
 */
export function forReceiver(p: Project, fn: FunctionRef, self: Value | null): FunctionRef {
  if (self === null || (self.tag !== 'instance' && self.tag !== 'class')) return fn;
  const owner = fn.mod.classes[fn.info.class];
  if (!owner || self.cls === owner || fn.mod.stub || self.cls.mod.stub || isStatic(fn.mod, fn)) return fn;
  const method = plain(fn);
  let known = p.receivers.get(method);
  if (!known) {
    known = new Map();
    p.receivers.set(method, known);
  }
  return p.once(known, self.cls, () => choose(p, method, owner, self.cls));
}

function choose(p: Project, fn: FunctionRef, owner: ClassRef, cls: ClassRef): FunctionRef {
  const line = lineOf(p, cls);
  if (!line.some((ancestor) => ancestor.cls === owner)) return fn;
  const reached = reachedFrom(p, fn, line);
  if (reached.length === 0) return fn;
  const holders = reached.map((one) => find(p, line, one));
  const isAlike = (base: ClassRef): boolean => {
    const own = lineOf(p, base);
    return own.some((at) => at.cls === owner) && reached.every((one, i) => find(p, own, one) === holders[i]);
  };
  // From the most general: for the class that defines the method it is the method as it is written.
  const bases = line.map((ancestor) => ancestor.cls).reverse();
  const givesItself = reached.some((one) => one.name === null);
  const base = givesItself ? cls : bases.find((candidate) => !candidate.mod.stub && isAlike(candidate));
  if (base === undefined || base === owner) return fn;
  const view = viewOf(fn.mod, base, new Set(lineOf(p, base).map((ancestor) => ancestor.cls)));
  return view.functions[fn.id] as FunctionRef;
}

/** A member that a method asks its receiver for, after the class `above` in its line when by `super()`. */
interface Asked {
  /** Null when it hangs on the class itself: on what is below it, or because the receiver is given back. */
  readonly name: string | null;
  readonly above: ClassRef | null;
}

/** More methods than any template calls. */
const MOST = 200;

/** What the method, and the methods that it calls on its receiver, ask of a receiver with this line. */
export function reachedFrom(p: Project, start: FunctionRef, line: readonly Ancestor[]): readonly Asked[] {
  const asked = new Map<string, Asked>();
  const methods = new Set([start]);
  const ask = (one: Asked) => {
    const key = `${one.name} ${one.above ? line.findIndex(({ cls }) => cls === one.above) : ''}`;
    if (asked.has(key)) return;
    asked.set(key, one);
    const member = memberIn(p, line, one);
    if (!member || member.owner.cls.mod.stub) return;
    const { mod } = member.owner.cls;
    for (const id of member.definitions) {
      const definition = mod.index.definitions[id];
      const method = definition?.kind === 'function' ? mod.functions[definition.id] : undefined;
      if (method && methods.size < MOST && !isStatic(mod, method)) methods.add(method);
    }
    for (const { function: id, value } of member.attributes) {
      const setter = mod.functions[id];
      if (setter && value >= 0) askAll(usesIn(setter, value), setter);
    }
  };
  const askAll = (uses: Uses, fn: FunctionRef) => {
    // What stands for it hangs on the classes below the receiver's.
    if (isAbstract(fn)) ask({ name: null, above: null });
    for (const name of uses.own) ask({ name, above: null });
    for (const name of uses.above) ask({ name, above: fn.mod.classes[fn.info.class] ?? null });
    if (uses.givesItself) ask({ name: null, above: null });
    for (const call of uses.passes) for (const name of askedOfReceiver(p, fn, call)) ask({ name, above: null });
  };
  for (const fn of methods) askAll(usesOf(fn), fn);
  return [...asked.values()];
}

function memberIn(p: Project, line: readonly Ancestor[], { name, above }: Asked) {
  if (name === null) return null;
  if (above !== null) return memberOf(p, line.slice(line.findIndex(({ cls }) => cls === above) + 1), name);
  const [own] = line;
  return own ? findMember(p, { tag: 'instance', cls: own.cls, args: [] }, name).member : null;
}

function find(p: Project, line: readonly Ancestor[], asked: Asked): ClassRef | null {
  return memberIn(p, line, asked)?.owner.cls ?? null;
}

export function lineOf(p: Project, cls: ClassRef): readonly Ancestor[] {
  return ancestors(p, cls, [], { tag: 'instance', cls, args: [] }).line;
}
