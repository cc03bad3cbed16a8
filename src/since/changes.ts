import { join, resolve } from 'node:path';
import { pathKind } from '../files.ts';
import { GitError, git, gitBlobs, inRepository, type Place } from '../git.ts';
import { differences, isFile } from './difference.ts';
import { EVERY_LINE, type Lines, NO_LINE } from './lines.ts';
import { emptyTree, isThere } from './revision.ts';

/** How the Python files of a work tree differ from a commit. */
export interface Changes {
  readonly changed: readonly Change[];
  /** Absolute paths of all files that were compared, Python or not. */
  readonly compared: ReadonlySet<string>;
}

export interface Change {
  /** Absolute; null for a file that is gone. */
  readonly path: string | null;
  /** Absolute path it had then; null for a new file. */
  readonly before: string | null;
  /** Its text then; null for a new file, and where nobody knows. */
  readonly text: string | null;
  readonly lines: Lines;
}

export interface Comparison {
  /** A commit or a tree. */
  readonly base: string;
  /** Names of files that are Python although they do not end so. */
  readonly scripts: readonly string[];
  /** Whether files that git does not track are left as they are; otherwise they are new. */
  readonly trackedOnly: boolean;
}

/** `place` is the root of the work tree. What is not committed counts as well. Throws GitError. */
export function changesSince(place: Place, { base, scripts, trackedOnly }: Comparison): Changes {
  const root = place.folder;
  const specs = ['*.py', '*.pyi', '*.pyw', ...scripts.map((name) => `:(glob)**/${name.replace(/[*?[\]\\]/g, '\\$&')}`)];
  const found = differences(place, base, specs);
  const blobs = [...new Set(found.flatMap(({ before }) => before?.blob ?? []))];
  const contents = gitBlobs(place, blobs);
  const texts = new Map(blobs.map((blob, at) => [blob, contents[at] ?? null]));

  const changed = found.map(({ before, after, lines }): Change => {
    const text = before === null ? null : (texts.get(before.blob) ?? null);
    if (before !== null && text === null) throw new GitError(`git has lost what ${before.path} was`);
    return {
      path: after === null ? null : resolve(root, after),
      before: before === null ? null : resolve(root, before.path),
      text: text === null ? null : withoutMark(text),
      lines: after === null ? NO_LINE : before === null ? EVERY_LINE : lines,
    };
  });

  const { files, submodules } = tracked(place);
  const compared = new Set(files.map((path) => resolve(root, path)));
  for (const path of parts(git(place, ['ls-files', '--others', '--exclude-standard', '-z', '--', ...specs]))) {
    // One that git is told to forget is on both lists.
    const absolute = resolve(root, path);
    compared.add(absolute);
    if (!trackedOnly) changed.push({ path: absolute, before: null, text: null, lines: EVERY_LINE });
  }
  for (const path of submodules) {
    const inside = submoduleChanges(place, path, { base, scripts, trackedOnly });
    if (inside === null) continue;
    changed.push(...inside.changed);
    for (const one of inside.compared) compared.add(one);
  }
  return { changed, compared };
}

/** Since the commit that the base has of it; null when it is not here, or when that commit is not. */
function submoduleChanges(place: Place, path: string, { base, ...rest }: Comparison): Changes | null {
  const folder = join(place.folder, path);
  if (pathKind(join(folder, '.git')) === null) return null;
  const inside = inRepository(place, folder);
  try {
    const [, then] = /^160000 commit (\w+)\t/.exec(git(place, ['ls-tree', '-z', base, '--', path])) ?? [];
    if (then !== undefined && !isThere(inside, `${then}^{commit}`)) return null;
    return changesSince(inside, { base: then ?? emptyTree(inside), ...rest });
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** What the index holds: `MODE BLOB STAGE`, a tab and the path. */
function tracked(place: Place): { readonly files: string[]; readonly submodules: string[] } {
  const files: string[] = [];
  const submodules: string[] = [];
  for (const entry of parts(git(place, ['ls-files', '--stage', '-z']))) {
    const path = entry.slice(entry.indexOf('\t') + 1);
    if (isFile(entry)) files.push(path);
    else if (entry.startsWith('160000')) submodules.push(path);
  }
  return { files, submodules };
}

function parts(text: string): string[] {
  return text.split('\0').filter((part) => part !== '');
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
