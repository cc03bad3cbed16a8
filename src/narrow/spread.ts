import type { Outline, Unit } from '../python/index/outline.ts';
import { classAround, isSpecial, ownName } from './edits.ts';

/** What is known of the files of a project, by number. */
export interface Known {
  /** Files that may have the word in them, or null when that is not known of all that count. */
  readonly filesWith: (word: string) => readonly number[] | null;
  /** The outlines of a file, as it is and as it was; null when that is not known. */
  readonly outlinesOf: (file: number) => readonly Outline[] | null;
}

/** More than this is quicker judged than followed. */
const MOST_NAMES = 100;
const MOST_FILES = 60;

/**
 * Those of the changed files with code that may be seen otherwise when what has these names is: what mentions one of them,
 * by whatever way it comes by it, and what mentions that in turn. Null when that is too much to follow, or leads into
 * another file: there, what is seen of it is not a matter of names alone.
 */
export function spreadOf(
  changed: ReadonlySet<string>,
  inside: ReadonlySet<number>,
  known: Known,
): ReadonlySet<number> | null {
  const names = new Set(changed);
  const files = new Set<number>();
  const seen = new Set<Unit>();
  const outlines = new Map<number, readonly Outline[]>();
  for (const name of names) {
    const found = ASCII.test(name) && names.size <= MOST_NAMES ? known.filesWith(name) : null;
    if (found === null) return null;
    for (const file of found) {
      const all = outlines.get(file) ?? known.outlinesOf(file);
      if (all === null || outlines.size > MOST_FILES) return null;
      outlines.set(file, all);
      for (const { units } of all) {
        for (const unit of units) {
          if (!unit.words.has(name) && !unit.names.has(name)) continue;
          if (!inside.has(file)) return null;
          files.add(file);
          for (const one of unit.kind === 'class' ? [unit, ...methodsOf(unit, units)] : [unit]) {
            if (seen.has(one)) continue;
            seen.add(one);
            for (const more of one.names) if (more !== '__all__') names.add(more);
            if (one.kind === 'function' && isSpecial(ownName(one))) {
              const around = classAround(one);
              if (around === null) return null;
              const cls = around.slice(0, -2);
              names.add(cls.slice(cls.lastIndexOf('.') + 1));
            }
          }
        }
      }
    }
  }
  return files;
}

/** Where a class is another one, so are its methods, by way of its bases. */
function methodsOf(cls: Unit, units: readonly Unit[]): Unit[] {
  const first = cls.key?.replace(/\d+$/, '0');
  return units.filter((unit) => unit.kind === 'function' && classAround(unit) === first);
}

const ASCII = /^\w+$/;
