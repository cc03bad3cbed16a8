import type { Project } from '../../../src/project/project.ts';
import { publicName } from '../../../src/project/public-name.ts';
import type { ClassRef, FunctionRef } from '../../../src/project/value.ts';

/** Names of modules that the generated module must import. */
export type Imports = Set<string>;

/** The name that users write for a class or a function of a model; private ones by the module they stand in. */
export function nameOf(p: Project, ref: ClassRef | FunctionRef, imports: Imports): string {
  const { mod, info } = ref;
  const shown = info.qualname.startsWith('_') ? '' : publicName(p, ref);
  const name = shown.endsWith(`.${info.qualname}`) ? shown : `${mod.name}.${info.qualname}`;
  imports.add(name.slice(0, -info.qualname.length - 1));
  return name;
}
