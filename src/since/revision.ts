import { GitError, git, gitIfAny, type Place } from '../git.ts';

/** The commit where the history of HEAD left that of the revision. Throws GitError. */
export function baseOf(place: Place, revision: string): string {
  // Before the first commit everything is new: as if it came after an empty tree.
  if (revision === 'HEAD' && !isThere(place, 'HEAD')) return emptyTree(place);
  const commit = gitIfAny(place, [...VERIFY, `${revision}^{commit}`])?.trim();
  if (commit === undefined) {
    if (isThere(place, revision)) throw new GitError(`"${revision}" is no commit`);
    throw new GitError(`git knows no revision "${revision}"${shallowHint(place, 'fetch it')}`);
  }
  const base = gitIfAny(place, ['merge-base', commit, 'HEAD'])?.trim();
  if (base === undefined) {
    throw new GitError(`"${revision}" and HEAD have no commit in common${shallowHint(place, 'fetch more')}`);
  }
  return base;
}

/** By its name, which depends on how the repository makes names. Throws GitError. */
export function emptyTree(place: Place): string {
  return git(place, ['hash-object', '-t', 'tree', '--stdin']).trim();
}

export function isThere(place: Place, name: string): boolean {
  return gitIfAny(place, [...VERIFY, name]) !== null;
}

const VERIFY = ['rev-parse', '--verify', '--quiet', '--end-of-options'];

function shallowHint(place: Place, remedy: string): string {
  const isShallow = gitIfAny(place, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
  return isShallow ? `: a shallow clone may have to ${remedy}` : '';
}
