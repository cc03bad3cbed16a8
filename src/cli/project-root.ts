import { dirname, join } from 'node:path';
import { pathKind } from '../files.ts';
import type { Io } from './io.ts';

/**
 * The folder that imports start from, so that a run in a folder of a project finds what one at its top does: the git
 * repository, else the nearest folder that a package is built from, else where nostall was started.
 */
export function projectRoot({ cwd, env }: Pick<Io, 'cwd' | 'env'>): string {
  const above = foldersFrom(cwd, env.HOME ?? env.USERPROFILE);
  const holds = (folder: string, names: readonly string[]) =>
    names.some((name) => pathKind(join(folder, name)) !== null);
  return above.find((one) => holds(one, ['.git'])) ?? above.find((one) => holds(one, MARKERS)) ?? cwd;
}

const MARKERS = ['pyproject.toml', 'setup.py', 'setup.cfg'];

/** From the innermost out. A home folder may be kept in git, but is no project; nor is what is above it. */
function foldersFrom(cwd: string, home: string | undefined): string[] {
  const folders = [cwd];
  for (let folder = cwd; dirname(folder) !== folder; ) {
    folder = dirname(folder);
    if (folder === home) break;
    folders.push(folder);
  }
  return folders;
}
