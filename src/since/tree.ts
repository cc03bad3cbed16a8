import { basename, dirname, resolve } from 'node:path';
import { FileError, listFolder } from '../files.ts';
import { GitError, git, gitIfAny, inFolder, type Place, placeOf } from '../git.ts';
import { below } from '../globs.ts';
import type { SourceFile } from '../source-file.ts';
import type { Change, Changes } from './changes.ts';
import { EVERY_LINE } from './lines.ts';

/** The root of the work tree that a folder is in. Throws GitError. */
export function treeOf(folder: string, env: Place['env']): Place {
  const place = placeOf(folder, env);
  return inFolder(place, resolve(folder, git(place, ['rev-parse', '--show-cdup']).trim()));
}

export interface Seen {
  /** The changes by all names that the linted files may have for them. */
  readonly changes: readonly Change[];
  /** Linted files that git compares with nothing, as they are shown. */
  readonly uncompared: readonly string[];
}

/** A folder that is called `seen`, by way of symbolic links, and is `real`. */
interface Alias {
  readonly seen: string;
  readonly real: string;
}

/**
 * What changed, by the names of the linted files. One that git compares with nothing is new as a whole, and was there
 * before for all others. Throws GitError for a file outside of the work tree.
 */
export function seenFrom(
  files: readonly Pick<SourceFile, 'path' | 'absolute'>[],
  tree: Place,
  { changed, compared }: Changes,
): Seen {
  const aliases: Alias[] = [];
  const changes = [...changed];
  const uncompared: string[] = [];
  const isPlain = plainFolders(tree.folder);
  const realFolder = realFolders(tree);
  for (const { path, absolute } of files) {
    if (compared.has(absolute)) continue;
    const folder = dirname(absolute);
    let real: string | null = absolute;
    if (!isPlain(folder)) {
      let alias = aliases.find(({ seen }) => moved(absolute, seen, '') !== null);
      if (alias === undefined) {
        const found = aliasOf(folder, realFolder);
        if (found === null) throw new GitError(`${path} is not in the work tree ${tree.folder}`);
        aliases.push(found);
        alias = found;
      }
      real = moved(absolute, alias.seen, alias.real);
    }
    if (real !== null && compared.has(real)) continue;
    uncompared.push(path);
    changes.push({ path: absolute, before: absolute, text: null, lines: EVERY_LINE });
  }
  for (const { seen, real } of aliases) {
    const named = (path: string | null) => (path === null ? null : moved(path, real, seen));
    for (const change of changed) {
      const [path, before] = [named(change.path), named(change.before)];
      if (path === null && before === null) continue;
      changes.push({ ...change, path: path ?? change.path, before: before ?? change.before });
    }
  }
  return { changes, uncompared };
}

/** The same path from another folder; null when it is not in `from`. */
function moved(path: string, from: string, to: string): string | null {
  const inside = below(from, path);
  return inside === null ? null : resolve(to, inside);
}

/** From the highest folder that is reached the same way, so that git need not be asked about those next to it. */
function aliasOf(folder: string, realFolder: (folder: string) => string | null): Alias | null {
  let real = realFolder(folder);
  let seen = folder;
  if (real === null) return null;
  while (basename(seen) === basename(real) && realFolder(dirname(seen)) === dirname(real)) {
    seen = dirname(seen);
    real = dirname(real);
  }
  return { seen, real };
}

/** Where a folder of the work tree is, links followed: only git is asked, and it names folders from the root. */
function realFolders(tree: Place): (folder: string) => string | null {
  let top: string | null = null;
  const known = new Map<string, string | null>();
  const find = (folder: string): string | null => {
    const text = gitIfAny(inFolder(tree, folder), ['rev-parse', '--show-toplevel', '--show-prefix']);
    const [topHere, prefix = ''] = text?.split('\n') ?? [];
    if (topHere === undefined) return null;
    top ??= git(tree, ['rev-parse', '--show-toplevel']).replace(/\n$/, '');
    // A repository inside of this one has a root of its own.
    const inside = topHere === top ? '' : below(top, topHere);
    return inside === null ? null : resolve(tree.folder, inside, prefix);
  };
  return (folder) => {
    if (!known.has(folder)) known.set(folder, find(folder));
    return known.get(folder) ?? null;
  };
}

/** Whether a folder is in the work tree with no link on the way, which needs no process to find out. */
function plainFolders(root: string): (folder: string) => boolean {
  const known = new Map([[root, true]]);
  const isPlain = (folder: string): boolean => {
    const cached = known.get(folder);
    if (cached !== undefined) return cached;
    const above = dirname(folder);
    const answer = below(root, folder) !== null && isPlain(above) && isFolderIn(above, basename(folder));
    known.set(folder, answer);
    return answer;
  };
  return isPlain;
}

function isFolderIn(above: string, name: string): boolean {
  try {
    return listFolder(above).some((entry) => entry.name === name && entry.kind === 'folder');
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}
