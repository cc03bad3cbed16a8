import type { ClassRef, FunctionRef, Mod } from './value.ts';

const views = new WeakMap<Mod, Map<ClassRef, Mod>>();

/** The module as the methods of a receiver's class see it: in those that it inherits, `self` and `cls` are that class. */
export function viewOf(mod: Mod, receiver: ClassRef, line: ReadonlySet<ClassRef>): Mod {
  let known = views.get(mod);
  if (!known) {
    known = new Map();
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
  const view: Mod = { ...mod, functions, types: [], definitionTypes: [], view: { origin: mod, receiver } };
  for (const fn of mod.functions) {
    const cls = mod.classes[methodAround(mod, fn).info.class];
    functions.push(cls && line.has(cls) ? { mod: view, id: fn.id, info: fn.info } : fn);
  }
  return view;
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
  return mod.view === null || mod.functions[id]?.mod === mod ? mod : mod.view.origin;
}
