import { NodeMap } from './node-map.ts';
import type { ClassRef, FunctionRef, Given, Mod } from './value.ts';

/** Weak in both: a class may be gone before what it inherits from is. */
const views = new WeakMap<Mod, WeakMap<ClassRef, Mod>>();

/** The module as the methods of a receiver's class see it: in those that it inherits, `self` and `cls` are that class. */
export function viewOf(mod: Mod, receiver: ClassRef, line: ReadonlySet<ClassRef>): Mod {
  let known = views.get(mod);
  if (!known) {
    known = new WeakMap();
    views.set(mod, known);
  }
  let view = known.get(receiver);
  if (!view) {
    view = makeView(mod, receiver, line);
    known.set(receiver, view);
  }
  return view;
}

function makeView(mod: Mod, receiver: ClassRef, line: ReadonlySet<ClassRef>): Mod {
  const functions: FunctionRef[] = [];
  const view = seenOtherwise(mod, functions, { origin: mod, receiver, given: null });
  for (const fn of mod.functions) {
    const cls = mod.classes[methodAround(mod, fn).info.class];
    functions.push(cls && line.has(cls) ? { mod: view, id: fn.id, info: fn.info } : fn);
  }
  return view;
}

/** The function, and what is nested in it, as a call sees it that passes known objects. */
export function givenTo(fn: FunctionRef, values: Given['values']): FunctionRef {
  const { mod } = fn;
  const functions: FunctionRef[] = [];
  const given = { to: fn.id, values };
  const view = seenOtherwise(mod, functions, {
    origin: mod.view?.origin ?? mod,
    receiver: mod.view?.receiver ?? null,
    given,
  });
  for (const one of mod.functions) {
    const outer = functions[one.info.outer];
    const isSeen = one.id === fn.id || outer?.mod === view;
    functions.push(isSeen ? { mod: view, id: one.id, info: one.info } : one);
  }
  return functions[fn.id] as FunctionRef;
}

/** The module with nothing worked out about it yet. */
function seenOtherwise(mod: Mod, functions: FunctionRef[], view: NonNullable<Mod['view']>): Mod {
  return {
    ...mod,
    functions,
    types: new NodeMap(),
    definitionTypes: new NodeMap(),
    annotations: new NodeMap(),
    outcomes: new NodeMap(),
    view,
  };
}

/** The method that the function is nested in, or itself. */
function methodAround(mod: Mod, fn: FunctionRef): FunctionRef {
  let at = fn;
  while (at.info.class < 0) {
    const outer = mod.functions[at.info.outer];
    if (!outer) break;
    at = outer;
  }
  return at;
}

/** The module to ask for the type of what runs in function `id`: the view itself in the methods that it changes. */
export function seenIn(mod: Mod, id: number): Mod {
  return mod.view === null ? mod : (mod.functions[id]?.mod ?? mod.view.origin);
}
