import { readText } from '../files.ts';
import { stubPaths } from '../model-files.ts';

/**
 * Whether stubs of the user, in folders, say that a loop calls something: then any file may have code that it calls, by
 * names that the sieve does not know. Throws FileError.
 */
export function haveRoots(folders: readonly string[]): boolean {
  return folders.some((folder) => {
    let has = known.get(folder);
    if (has === undefined) {
      has = [...stubPaths(folder)].some((path) => readText(`${folder}/${path}`).includes('@schedules'));
      known.set(folder, has);
    }
    return has;
  });
}

const known = new Map<string, boolean>();
