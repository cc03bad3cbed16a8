import { readText } from '../files.ts';
import type { Shelf } from '../packed-index.ts';
import type { ModuleIndex } from '../python/index/module-index.ts';
import { type Outline, outlineOf } from '../python/index/outline.ts';
import { unpackIndex } from '../python/index/unpack.ts';
import { namesChanged } from './edits.ts';
import { leadsOut } from './spread.ts';

/** Some files of a project changed. All go by their numbers. */
export interface Changes {
  /** Those of the changed files that others make use of. */
  readonly files: ReadonlySet<number>;
  readonly paths: readonly string[];
  /** Of the texts before, by file. */
  readonly digests: readonly (string | null)[];
  /** Whether others make use of the file, or it of others. */
  readonly counts: (file: number) => boolean;
  readonly absoluteOf: (file: number) => string;
  /** Of the text now; null when there is none. */
  readonly indexOf: (file: number) => ModuleIndex | null;
  readonly shelf: SearchedShelf;
}

/** Whether the index of a text may have a word in it, by path and digest; null when there is no index of that text. */
export type Search = (path: string, digest: string) => boolean | null;

export interface SearchedShelf extends Shelf {
  /** Throws FileError. */
  readonly search: (word: string) => Search;
}

/** Whether other files may be judged otherwise because of what was changed in these; yes when it cannot be said. */
export function isSeenOutside(changes: Changes): boolean {
  try {
    return find(changes);
  } catch (error) {
    // A broken index: it is made anew when it is needed.
    if (!(error instanceof Error)) throw error;
    return true;
  }
}

function find({ files, paths, digests, counts, absoluteOf, indexOf, shelf }: Changes): boolean {
  const outlineBefore = (file: number): Outline | null => {
    const path = paths[file] as string;
    const bytes = shelf.find(absoluteOf(file), digests[file] ?? '');
    return bytes === null ? null : outlineOf(unpackIndex(path, bytes));
  };
  const changed = new Map<number, readonly Outline[]>();
  const names = new Set<string>();
  for (const file of files) {
    const before = outlineBefore(file);
    const index = before === null ? null : indexOf(file);
    if (before === null || index === null) return true;
    const now = outlineOf(index);
    const differing = namesChanged(before, now);
    if (differing === null) return true;
    for (const name of differing) names.add(name);
    changed.set(file, [before, now]);
  }
  const filesWith = (word: string): readonly number[] | null => {
    const found: number[] = [];
    const mayHave = shelf.search(word);
    for (const [file, path] of paths.entries()) {
      const may = changed.has(file) || mayHave(path, digests[file] ?? '');
      if (may === true) found.push(file);
      // Text was looked for a name in it, without an index.
      else if (may === null && counts(file) && readText(absoluteOf(file)).includes(word)) return null;
    }
    return found;
  };
  const outlinesOf = (file: number): readonly Outline[] | null => {
    const known = changed.get(file);
    if (known) return known;
    const outline = outlineBefore(file);
    return outline === null ? null : [outline];
  };
  return leadsOut(names, files, { filesWith, outlinesOf });
}
