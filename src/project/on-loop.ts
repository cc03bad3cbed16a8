import { behaviourOf } from './behaviour.ts';
import { decoratedType } from './decorated.ts';
import { typeOf } from './infer.ts';
import { type Ancestor, ancestors, findMember, methodsOf } from './members.ts';
import type { Project } from './project.ts';
import type { ClassRef, FunctionRef, Value } from './value.ts';

/** Coroutines, async generators, and what a model says the loop itself calls: methods, and functions so decorated. */
export function runsOnLoop(p: Project, fn: FunctionRef): boolean {
  if (fn.info.kind !== 'def') return false;
  if (fn.info.isAsync) return true;
  return ((fn.info.class >= 0 && isCalledByLoop(p, fn)) || isHandedOver(p, fn)) && isItself(p, fn);
}

function isCalledByLoop(p: Project, fn: FunctionRef): boolean {
  const cls = fn.mod.classes[fn.info.class] as ClassRef;
  if (cls.info.bases.length === 0) return false;
  const self: Value = { tag: 'instance', cls, args: [] };
  const models = ancestors(p, cls, [], self).line.filter(({ cls: base }) => base.mod.stub);
  return (
    models.length > 0 && conventionsOf(fn.info.name).some((name) => models.some((base) => isMarked(p, base, name)))
  );
}

/** The name itself, and those that end in an underscore, for a model to speak of all names that begin so (`on_`). */
function conventionsOf(name: string): readonly string[] {
  const names = [name];
  for (let end = 1; end < name.length; end++) if (name[end - 1] === '_') names.push(name.slice(0, end));
  return names;
}

function isMarked(p: Project, { cls }: Ancestor, name: string): boolean {
  const { member } = findMember(p, { tag: 'instance', cls, args: [] }, name);
  if (!member) return false;
  const { mod } = member.owner.cls;
  return member.definitions.some((id) => {
    const definition = mod.index.definitions[id];
    return definition?.kind === 'function' && behaviourOf(mod.functions[definition.id] as FunctionRef).onLoop;
  });
}

/** `@callback`, `@app.on_event('startup')`: decorators that have the loop call the function. */
function isHandedOver(p: Project, fn: FunctionRef): boolean {
  return !fn.info.yields && !fn.mod.stub && decorators(p, fn).some((one) => behaviourOf(one).schedules.length > 0);
}

/** Nothing stands between the loop and the function: no decorator that moves it to a thread, or awaits another. */
function isItself(p: Project, fn: FunctionRef): boolean {
  if (fn.info.decorators.length === 0) return true;
  if (decorators(p, fn).some((one) => behaviourOf(one).offloads.length > 0)) return false;
  return decoratedType(p, fn).values.some((value) => value.tag === 'function' && value.fn === fn);
}

/** The functions of models that decorate the function. */
function decorators(p: Project, fn: FunctionRef): FunctionRef[] {
  return fn.info.decorators.flatMap((node) =>
    typeOf(p, fn.mod, node).values.flatMap((value) => {
      if (value.tag === 'function') return value.fn.mod.stub ? [value.fn] : [];
      if (value.tag !== 'instance') return [];
      return methodsOf(p, value, '__call__').flatMap(({ fn: called }) => (called.mod.stub ? [called] : []));
    }),
  );
}
