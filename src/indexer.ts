import type { PackedIndex } from './packed-index.ts';
import { dottedPath, Finder } from './project/finder.ts';
import { relativeName } from './project/module.ts';
import { builtIndex, packed } from './python/index/indexes.ts';
import type { ImportTarget } from './python/index/module-index.ts';
import { createParser } from './python/parser.ts';
import { readingOf, type SourceFile } from './source-file.ts';

/** What a file gave that was indexed by itself. */
export interface Indexed {
  readonly packed: PackedIndex;
  /** Positions of files that it seems to import: who follows calls soon asks for them. */
  readonly imports: readonly number[];
}

/**
 * Makes indexes of files by their position; null for those that are not worth it, and where it fails: that is told when
 * the file is linted. Rejects when there is no parser.
 */
export async function makeIndexer(
  files: readonly SourceFile[],
  { native, sieve }: { readonly native: boolean; readonly sieve: boolean },
): Promise<(position: number) => Indexed | null> {
  const parser = await createParser({ native });
  const finder = new Finder(files.map(({ path }) => path));
  const positions = new Map(files.map(({ path }, position) => [path, position]));
  const imported = (path: string, { module, level, name }: ImportTarget): number[] => {
    const base = level === 0 ? module : relativeName(dottedPath(path), isPackage(path), module, level);
    if (base === null) return [];
    // Of `from package import name`, the package and what may be a module in it.
    return (name === null ? [base] : [base, `${base}.${name}`]).flatMap((one) => {
      const found = level === 0 ? finder.find(one, path, false) : finder.exact(one);
      return found === null ? [] : (positions.get(found) ?? []);
    });
  };
  return (position) => {
    const file = files[position] as SourceFile;
    const text = readingOf(file, sieve, () => {})?.text ?? null;
    if (text === null) return null;
    try {
      const index = builtIndex(parser, file.absolute, text);
      const imports = index.definitions.flatMap((one) => (one.import === null ? [] : imported(file.path, one.import)));
      return { packed: packed(file.absolute, text, index), imports };
    } catch {
      return null;
    }
  };
}

function isPackage(path: string): boolean {
  return /(?:^|\/)__init__\.pyi?$/.test(path);
}
