import type { Outline, Unit } from '../python/index/outline.ts';
import { classAround, classNameAround, isSpecial, ownName } from './edits.ts';

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
 * Whether anything outside of these files may be seen otherwise when what has these names is: what mentions one of them, by
 * whatever way it comes by it, and what mentions that in turn. Yes when that is too much to follow.
 */
export function leadsOut(changed: ReadonlySet<string>, inside: ReadonlySet<number>, known: Known): boolean {
  const names = new Set(changed);
  const seen = new Set<Unit>();
  const outlines = new Map<number, readonly Outline[]>();
  for (const name of names) {
    const found = ASCII.test(name) && names.size <= MOST_NAMES ? known.filesWith(name) : null;
    if (found === null) return true;
    for (const file of found) {
      const all = outlines.get(file) ?? known.outlinesOf(file);
      if (all === null || outlines.size > MOST_FILES) return true;
      outlines.set(file, all);
      for (const { units } of all) {
        for (const unit of units) {
          if (!unit.words.has(name) && !unit.names.has(name)) continue;
          if (!inside.has(file)) return true;
          for (const one of unit.kind === 'class' ? [unit, ...methodsOf(unit, units)] : [unit]) {
            if (seen.has(one)) continue;
            seen.add(one);
            for (const more of one.names) if (more !== '__all__') names.add(more);
            if (one.kind !== 'function' || !isSpecial(ownName(one))) continue;
            // Who makes, enters or compares an object names its class at most.
            const around = classNameAround(one);
            if (around === null) return true;
            names.add(around);
          }
        }
      }
    }
  }
  return false;
}

/** Where a class is another one, so are its methods, by way of its bases. */
function methodsOf(cls: Unit, units: readonly Unit[]): Unit[] {
  const first = cls.key?.replace(/\d+$/, '0');
  return units.filter((unit) => unit.kind === 'function' && classAround(unit) === first);
}

const ASCII = /^\w+$/;
