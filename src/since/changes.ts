import { resolve } from 'node:path';
import { GitError, git, gitBlobs } from '../git.ts';

/** How the Python files of a work tree differ from a revision. */
export interface Changes {
  /** The commit that was compared with: where the work tree's history left that of the revision. */
  readonly base: string;
  readonly changed: readonly Change[];
}

export interface Change {
  /** Absolute; null for a file that is gone. */
  readonly path: string | null;
  /** Absolute path it had then; null for a new file. */
  readonly before: string | null;
  /** Its text then; null for a new file. */
  readonly text: string | null;
  /** Lines now that were not there then. */
  readonly lines: LineSet;
}

export interface LineSet {
  /** Whether one of the lines from `first` to `last` is in it. */
  readonly meets: (first: number, last: number) => boolean;
}

const EVERY_LINE: LineSet = { meets: () => true };
const NO_LINE: LineSet = { meets: () => false };

/** Committed, staged and other changes since `revision`, and files that git does not know yet. Throws GitError. */
export function changesSince(folder: string, revision: string): Changes {
  const root = resolve(folder, git(folder, ['rev-parse', '--show-cdup']).trim());
  const base = baseOf(root, revision);
  const diff = ['diff', '--no-ext-diff', '--no-color', '--find-renames', base];
  const entries = statusEntries(git(root, [...diff, '--name-status', '-z']));
  const patches = patchesOf(git(root, [...diff, '--unified=0']));
  if (patches.length !== entries.length) throw new GitError('the files changed while they were compared');
  const python = entries.flatMap((entry, at) => {
    const isPython = [entry.before, entry.after].some((path) => path !== null && /\.pyi?$/.test(path));
    return isPython ? [{ ...entry, lines: patches[at] as LineSet }] : [];
  });
  const old = [...new Set(python.flatMap(({ before }) => before ?? []))];
  const blobs = gitBlobs(
    root,
    old.map((path) => `${base}:${path}`),
  );
  const texts = new Map(old.map((path, at) => [path, withoutMark(blobs[at] ?? '')]));
  const changed = python.map(({ before, after, lines }): Change => {
    return {
      path: after === null ? null : resolve(root, after),
      before: before === null ? null : resolve(root, before),
      text: before === null ? null : (texts.get(before) ?? null),
      lines: after === null ? NO_LINE : before === null ? EVERY_LINE : lines,
    };
  });
  for (const path of git(root, ['ls-files', '--others', '--exclude-standard', '-z']).split('\0')) {
    if (/\.pyi?$/.test(path)) changed.push({ path: resolve(root, path), before: null, text: null, lines: EVERY_LINE });
  }
  return { base, changed };
}

function baseOf(root: string, revision: string): string {
  // Before the first commit everything is new: as if it came after an empty tree.
  if (revision === 'HEAD' && !hasCommit(root)) return git(root, ['hash-object', '-t', 'tree', '--stdin']).trim();
  let commit: string;
  try {
    commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new GitError(`git knows no revision "${revision}": a shallow clone may have to fetch it`);
  }
  try {
    return git(root, ['merge-base', commit, 'HEAD']).trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new GitError(`"${revision}" and HEAD have no commit in common: a shallow clone may have to fetch more`);
  }
}

function hasCommit(root: string): boolean {
  try {
    git(root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
    return true;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return false;
  }
}

interface StatusEntry {
  readonly before: string | null;
  readonly after: string | null;
}

/** `--name-status -z`: a letter, then one path, or two of a rename. */
function statusEntries(text: string): StatusEntry[] {
  const parts = text.split('\0');
  const out: StatusEntry[] = [];
  for (let at = 0; at + 1 < parts.length; ) {
    const letter = parts[at++]?.[0];
    const path = parts[at++] as string;
    if (letter === 'R' || letter === 'C') out.push({ before: path, after: parts[at++] as string });
    // A conflict is listed a second time, as the change it is in the work tree; a file that became a link has two patches.
    else if (letter === 'T') out.push({ before: path, after: null }, { before: null, after: path });
    else if (letter !== 'U') out.push({ before: letter === 'A' ? null : path, after: letter === 'D' ? null : path });
  }
  return out;
}

/** The changed lines of each file, in git's order: paths in a patch may be quoted, those of the status are not. */
function patchesOf(text: string): LineSet[] {
  const patches: [number, number][][] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('diff --git ')) patches.push([]);
    const [, start, length = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start !== undefined && length !== '0') {
      patches.at(-1)?.push([Number(start), Number(start) + Number(length) - 1]);
    }
  }
  return patches.map((ranges) => ({
    meets: (first, last) => ranges.some(([from, to]) => from <= last && first <= to),
  }));
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
