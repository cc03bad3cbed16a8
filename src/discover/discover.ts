import { dirname, resolve } from 'node:path';
import { type Disk, pathKind } from '../files.ts';
import { type Globs, shown } from '../globs.ts';
import type { Problem } from '../types.ts';
import { gitIgnore } from './git-rules.ts';
import { walk } from './walk.ts';

/** What configuration leaves out in one folder. */
export interface Exclusion {
  readonly excludes: readonly Globs[];
  readonly respectGitignore: boolean;
}

export interface DiscoverRequest {
  readonly disk: Pick<Disk, 'listFolder'>;
  /** Absolute. */
  readonly cwd: string;
  /** As typed. */
  readonly paths: readonly string[];
  readonly exclusionFor: (folder: string) => Exclusion;
  readonly respectGitignore: boolean;
  /** Whether exclusions also hold for paths that are named. */
  readonly forceExclude: boolean;
}

export interface FoundFile {
  /** As shown: relative to `cwd` when below it, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** Whether it was typed itself, and not only a folder above it. */
  readonly named: boolean;
}

export interface Skipped {
  /** As shown; folders end in a slash. */
  readonly path: string;
  readonly reason: string;
  /** Whether it was typed: worth a warning. */
  readonly named: boolean;
}

export interface Discovery {
  /** Each once, sorted by path. */
  readonly files: readonly FoundFile[];
  /** Python files and folders that were passed over, sorted by path. */
  readonly skipped: readonly Skipped[];
  /** Typed paths where nothing stands. */
  readonly missing: readonly string[];
  /** Folders that could not be read. */
  readonly problems: readonly Problem[];
}

/** What the walk writes down. */
export interface Ledger {
  file(absolute: string): void;
  skip(absolute: string, isFolder: boolean, reason: string): void;
  problem(absolute: string, message: string): void;
}

export function discover(request: DiscoverRequest): Discovery {
  const files = new Map<string, FoundFile>();
  const skipped = new Map<string, Skipped>();
  const missing: string[] = [];
  const problems: Problem[] = [];
  const git = gitIgnore();
  const show = (absolute: string) => shown(request.cwd, absolute);
  const skip = (absolute: string, isFolder: boolean, reason: string, named: boolean) => {
    const path = isFolder ? `${show(absolute)}/` : show(absolute);
    skipped.set(absolute, { path, reason, named });
  };
  const ledger: Ledger = {
    file(absolute) {
      if (!files.has(absolute)) files.set(absolute, { path: show(absolute), absolute, named: false });
    },
    skip: (absolute, isFolder, reason) => skip(absolute, isFolder, reason, false),
    problem: (absolute, message) => problems.push({ path: show(absolute), line: null, message }),
  };

  for (const typed of request.paths) {
    const absolute = resolve(request.cwd, typed);
    const kind = pathKind(absolute);
    if (kind === null) {
      missing.push(typed);
      continue;
    }
    const isFolder = kind === 'folder';
    const isPython = isFolder || PYTHON_OR_BARE.test(absolute);
    const excluded = request.forceExclude ? exclusionReason(request, absolute, isFolder, git) : null;
    const reason = isPython ? excluded : 'not a Python file';
    if (reason !== null) skip(absolute, isFolder, reason, true);
    else if (isFolder) walk(absolute, request, git, ledger);
    else files.set(absolute, { path: show(absolute), absolute, named: true });
  }

  for (const absolute of files.keys()) skipped.delete(absolute);
  return { files: sorted(files.values()), skipped: sorted(skipped.values()), missing, problems };
}

/** A script need not have an extension; it is believed to be Python when it is named. */
const PYTHON_OR_BARE = /\.py[iw]?$|(?:^|[\\/])[^.\\/]+$/;

/** Why configuration or git leaves `path` out; null when nothing does. */
export function exclusionReason(
  request: DiscoverRequest,
  path: string,
  isFolder: boolean,
  git = gitIgnore(),
): string | null {
  const { excludes, respectGitignore } = request.exclusionFor(dirname(path));
  for (const one of excludes) {
    const pattern = one.match(path, isFolder);
    if (pattern !== null) return `excluded by "${pattern}"`;
  }
  if (!request.respectGitignore || !respectGitignore) return null;
  const pattern = git.ignoring(path, isFolder);
  return pattern === null ? null : `ignored by git: "${pattern}"`;
}

function sorted<T extends { readonly path: string }>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
