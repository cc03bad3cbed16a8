import { dirname, join } from 'node:path';
import { pathKind, readText } from '../files.ts';
import { below, type Globs, globs } from '../globs.ts';

/** The .gitignore files that apply in a folder, outermost first. */
export type GitRules = readonly Globs[];

export interface GitIgnore {
  /** What applies in `folder`, from the top of its repository down; outside any repository only its own file. */
  rulesIn(folder: string): GitRules;
  /** The pattern that ignores `path` or a folder above it; null when none does. */
  ignoring(path: string, isFolder: boolean): string | null;
}

/** Remembers what it has read. */
export function gitIgnore(): GitIgnore {
  const has = (folder: string, name: string) => pathKind(join(folder, name)) !== null;
  const repositoryOf = remembered((folder): string | null => {
    if (has(folder, '.git')) return folder;
    const parent = dirname(folder);
    return parent === folder ? null : repositoryOf(parent);
  });
  const rulesIn = remembered((folder): GitRules => {
    const top = repositoryOf(folder) ?? folder;
    const around = top === folder ? [] : rulesIn(dirname(folder));
    return within(around, folder, has(folder, '.gitignore'), top === folder);
  });
  const ignoredFolder = remembered((folder) => ignoring(folder, true));

  function ignoring(path: string, isFolder: boolean): string | null {
    const folder = dirname(path);
    const top = repositoryOf(folder);
    const isBelowTop = top !== null && below(top, folder) !== null;
    return (isBelowTop ? ignoredFolder(folder) : null) ?? ignoringPattern(rulesIn(folder), path, isFolder);
  }
  return { rulesIn, ignoring };
}

/** What applies inside `folder`, given what applies around it. A repository inside another starts afresh, as in git. */
export function within(around: GitRules, folder: string, hasFile: boolean, isRepository: boolean): GitRules {
  // Whoever is in a folder that an outer file ignores was let in against it: that file has no say any more.
  const kept = isRepository ? [] : around.filter((rules) => rules.match(folder, true) === null);
  return hasFile ? [...kept, globs(folder, readText(join(folder, '.gitignore')))] : kept;
}

/** The pattern that ignores `path` itself. The innermost file that says anything decides. */
export function ignoringPattern(rules: GitRules, path: string, isFolder: boolean): string | null {
  for (let i = rules.length - 1; i >= 0; i--) {
    const { pattern, restored } = rules[i]!.verdict(path, isFolder);
    if (pattern !== null) return pattern;
    if (restored) return null;
  }
  return null;
}

function remembered<T>(find: (folder: string) => T): (folder: string) => T {
  const known = new Map<string, T>();
  return (folder) => {
    const cached = known.get(folder);
    if (cached !== undefined || known.has(folder)) return cached as T;
    const found = find(folder);
    known.set(folder, found);
    return found;
  };
}
