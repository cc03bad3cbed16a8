import { definitionType } from './definition-type.ts';
import { moduleSymbol } from './lookup.ts';
import type { Project } from './project.ts';
import { type ClassRef, dottedName, type FunctionRef } from './value.ts';

const names = new WeakMap<ClassRef | FunctionRef, string>();

/** The name users import a library's class or function by: `requests.get`, not `requests.api.get`. */
export function publicName(p: Project, ref: ClassRef | FunctionRef): string {
  let name = names.get(ref);
  if (name === undefined) {
    name = shortest(p, ref);
    names.set(ref, name);
  }
  return name;
}

function shortest(p: Project, ref: ClassRef | FunctionRef): string {
  const { mod, info } = ref;
  const parts = mod.name.split('.');
  const first = info.qualname.split('.')[0] as string;
  // `threading.RLock()` gives a `threading._RLock`: the factory is what people know.
  if (mod.stub && first.startsWith('_') && moduleSymbol(p, mod, first.slice(1))) {
    return `${mod.name}.${info.qualname.slice(1)}`;
  }
  if (mod.stub) {
    for (let length = 1; length < parts.length; length++) {
      const outer = p.module(parts.slice(0, length).join('.'), mod);
      const found = outer ? moduleSymbol(p, outer, first) : null;
      const values = found?.definitions.flatMap((id) => definitionType(p, found.mod, id).values) ?? [];
      const reexported = values.some(
        (value) =>
          (value.tag === 'class' && value.cls.mod === mod && value.cls.info.qualname === first) ||
          (value.tag === 'function' && value.fn.mod === mod && value.fn.info.qualname === first),
      );
      if (reexported) return `${outer?.name}.${info.qualname}`;
    }
  }
  return dottedName(ref);
}
