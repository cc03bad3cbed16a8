import { GitError, git, type Place } from '../git.ts';
import { type Hunk, type Lines, linesOf, NO_LINE } from './lines.ts';

/** One file that differs; paths start from the root, with forward slashes. */
export interface Difference {
  /** Null when it was no file. */
  readonly before: { readonly path: string; readonly blob: string } | null;
  /** Null when it is none now. */
  readonly after: string | null;
  readonly lines: Lines;
}

/** Nothing of how a user likes to see differences may change these. */
const DIFF = [
  '-c',
  'diff.autoRefreshIndex=true',
  'diff',
  '--patch-with-raw',
  '-z',
  '--no-abbrev',
  '--unified=0',
  '--inter-hunk-context=0',
  '--find-renames',
  '-l1000',
  // Changes of submodules are found inside of them.
  '--ignore-submodules=all',
  '--submodule=short',
  // Attributes may call Python binary.
  '--text',
  '--no-textconv',
  '--no-ext-diff',
  '--no-color',
  '--diff-algorithm=myers',
  '--indent-heuristic',
];

/** Of the work tree at `place` with a commit or a tree, in the files that the pathspecs take in. Throws GitError. */
export function differences(place: Place, base: string, pathspecs: readonly string[]): Difference[] {
  const text = git(place, [...DIFF, base, '--', ...pathspecs]);
  const { entries, patch } = rawEntries(text);
  const patches = patchesOf(patch);
  if (patches.length !== entries.length) throw new GitError('the files changed while they were compared');
  return entries.map((entry, at) => ({ ...entry, lines: patches[at] ?? NO_LINE }));
}

type RawEntry = Omit<Difference, 'lines'>;

/** `:MODE MODE BLOB BLOB LETTER`, then a path, or two of a rename; each ends in NUL, and one more stands before the patch. */
function rawEntries(text: string): { entries: RawEntry[]; patch: string } {
  const entries: RawEntry[] = [];
  let at = 0;
  const next = (): string => {
    const end = text.indexOf('\0', at);
    const part = text.slice(at, end);
    at = end + 1;
    return part;
  };
  while (text[at] === ':') {
    const [modeBefore = '', modeAfter = '', blob = '', , letter = ''] = next().slice(1).split(' ');
    const path = next();
    const now = /^[RC]/.test(letter) ? next() : path;
    const before = isFile(modeBefore) ? { path, blob } : null;
    const after = isFile(modeAfter) ? now : null;
    // A conflict is listed a second time, as the change it is in the work tree; what became a link has two patches.
    if (letter.startsWith('T')) entries.push({ before, after: null }, { before: null, after });
    else if (!letter.startsWith('U')) entries.push({ before, after });
  }
  return { entries, patch: text.slice(at) };
}

/** Not a link, nor a submodule, nor nothing. */
export function isFile(mode: string): boolean {
  return mode.startsWith('100');
}

/** The changed lines of each file, in git's order. */
function patchesOf(text: string): Lines[] {
  const patches: Hunk[][] = [];
  for (const line of text.split(/[\n\0]/)) {
    if (line.startsWith('diff --git ')) patches.push([]);
    const [, removed = '1', start, length = '1'] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start === undefined) continue;
    patches.at(-1)?.push({ start: Number(start), length: Number(length), removed: Number(removed) });
  }
  return patches.map(linesOf);
}
