import { typeIn } from './definition-type.ts';
import { moduleSymbol } from './lookup.ts';
import { nameAt, type Project } from './project.ts';
import { type ClassRef, dottedName, type FunctionRef, type Mod } from './value.ts';

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
    for (const name of shorterNames(parts)) {
      const outer = p.module(name, mod);
      const reexported = typeIn(p, outer, first).values.some(
        (value) =>
          (value.tag === 'class' && value.cls.mod === mod && value.cls.info.qualname === first) ||
          (value.tag === 'function' && value.fn.mod === mod && value.fn.info.qualname === first),
      );
      if (reexported) return `${outer?.name}.${info.qualname}`;
    }
  }
  const attribute = mod.stub && first.startsWith('_') ? holderOf(p, mod, first) : null;
  return attribute === null ? dottedName(ref) : `${attribute}${info.qualname.slice(first.length)}`;
}

/** `pymongo`, then `pymongo.collection` for `pymongo.synchronous.collection`: modules that may re-export. */
function shorterNames(parts: readonly string[]): string[] {
  const packages = parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('.'));
  const skipping = parts.slice(1, -1).map((_, i) => parts.filter((_part, at) => at !== i + 1).join('.'));
  return [...packages, ...skipping];
}

/** An object whose class has no public name is known by the attribute that holds it: `sys.stdin`, `subprocess.Popen.stdout`. */
function holderOf(p: Project, mod: Mod, name: string): string | null {
  const { definitions, scopes } = mod.index;
  for (const { kind, annotation, scope, name: attribute } of definitions) {
    if (kind !== 'declare' || nameAt(mod, annotation) !== name || attribute.startsWith('_')) continue;
    const owner = scopes[scope];
    if (owner?.kind === 'module') return `${mod.name}.${attribute}`;
    const cls = owner?.kind === 'class' ? mod.classes[owner.of] : undefined;
    if (cls && !cls.info.name.startsWith('_')) return `${publicName(p, cls)}.${attribute}`;
  }
  return null;
}
