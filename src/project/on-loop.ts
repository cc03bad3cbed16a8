import { behaviourOf } from './behaviour.ts';
import { typeOf } from './infer.ts';
import { ancestors, findMember, methodsOf } from './members.ts';
import type { Project } from './project.ts';
import type { ClassRef, FunctionRef, Value } from './value.ts';

/** Coroutines, async generators, and what a model says the loop itself calls: methods, and functions so decorated. */
export function runsOnLoop(p: Project, fn: FunctionRef): boolean {
  if (fn.info.kind !== 'def') return false;
  return fn.info.isAsync || (fn.info.class >= 0 && isCalledByLoop(p, fn)) || isHandedOver(p, fn);
}

function isCalledByLoop(p: Project, fn: FunctionRef): boolean {
  const cls = fn.mod.classes[fn.info.class] as ClassRef;
  if (cls.info.bases.length === 0) return false;
  const self: Value = { tag: 'instance', cls, args: [] };
  for (const { cls: base } of ancestors(p, cls, [], self).line.slice(1)) {
    if (!base.mod.stub) continue;
    const { member } = findMember(p, { tag: 'instance', cls: base, args: [] }, fn.info.name);
    for (const id of member?.definitions ?? []) {
      const definition = member?.owner.cls.mod.index.definitions[id];
      if (definition?.kind !== 'function') continue;
      if (behaviourOf(member?.owner.cls.mod.functions[definition.id] as FunctionRef).onLoop) return true;
    }
  }
  return false;
}

/** `@callback`, `@app.on_event('startup')`: decorators that have the loop call the function. */
function isHandedOver(p: Project, fn: FunctionRef): boolean {
  if (fn.info.yields || fn.mod.stub) return false;
  return fn.info.decorators.some((node) =>
    typeOf(p, fn.mod, node).values.some((value) => {
      const called =
        value.tag === 'function'
          ? [value.fn]
          : value.tag === 'instance'
            ? methodsOf(p, value, '__call__').map((m) => m.fn)
            : [];
      return called.some((decorator) => decorator.mod.stub && behaviourOf(decorator).schedules.length > 0);
    }),
  );
}
