import { type Behaviour, behaviourOf, isExclusive } from '../../../src/project/behaviour.ts';
import { activeDefinitions } from '../../../src/project/lookup.ts';
import type { Project } from '../../../src/project/project.ts';
import type { ClassRef, FunctionRef, Mod } from '../../../src/project/value.ts';

/** A function or method of a model that is said to do something. */
export interface Entry {
  readonly name: string;
  readonly fn: FunctionRef;
  readonly cls: ClassRef | null;
  readonly behaviour: Behaviour;
}

/** What the model states for the project's target version. */
export function entriesOf(p: Project, mod: Mod): Entry[] {
  const names = new Map<string, number>();
  return mod.functions.flatMap((fn) => {
    const behaviour = behaviourOf(fn);
    const cls = mod.classes[fn.info.class] ?? null;
    const qualified = `${mod.name}:${fn.info.qualname}`;
    const count = (names.get(qualified) ?? 0) + 1;
    names.set(qualified, count);
    if (!isStated(behaviour) || !isActive(p, mod, 'function', fn.id)) return [];
    return [{ name: count === 1 ? qualified : `${qualified}#${count}`, fn, cls, behaviour }];
  });
}

export function exclusivesIn(p: Project, mod: Mod): ClassRef[] {
  return mod.classes.filter((cls) => isExclusive(cls) && isActive(p, mod, 'class', cls.id));
}

function isStated({ primitives, offloads, schedules, runs, onLoop, awaiting }: Behaviour): boolean {
  return primitives.length + offloads.length + schedules.length + runs.length > 0 || onLoop || awaiting !== null;
}

const definitions = new WeakMap<Mod, Map<string, number>>();

/** Whether the definition stands under version tests that the target passes. */
function isActive(p: Project, mod: Mod, kind: 'function' | 'class', id: number): boolean {
  let ids = definitions.get(mod);
  if (!ids) {
    ids = new Map(mod.index.definitions.map((definition, at) => [`${definition.kind} ${definition.id}`, at]));
    definitions.set(mod, ids);
  }
  const at = ids.get(`${kind} ${id}`);
  return at === undefined || activeDefinitions(p, mod, [at]).length > 0;
}
