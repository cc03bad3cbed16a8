import type { Project } from './project.ts';
import type { Overlap, Source } from './questions.ts';
import type { Mod } from './value.ts';

/** Groups of awaits in a module that could overlap. */
export function overlapsOf(_p: Project, _mod: Mod, _source: Source): Overlap[] {
  return [];
}
