import { join, sep } from 'node:path';
import { type Entry, FileError, pathKind } from '../files.ts';
import type { Globs } from '../globs.ts';
import type { DiscoverRequest, Ledger } from './discover.ts';
import { type GitIgnore, type GitRules, ignoringPattern, within } from './git-rules.ts';

/** Everything below a folder that was named. The folder itself is entered whatever excludes it. */
export function walk(root: string, request: DiscoverRequest, git: GitIgnore, ledger: Ledger): void {
  enter(root, () => git.rulesIn(root));

  function enter(folder: string, rulesFor: (has: (name: string) => boolean) => GitRules): void {
    let entries: readonly Entry[];
    try {
      entries = request.disk.listFolder(folder);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      ledger.problem(folder, `cannot read this folder: ${error.reason}`);
      return;
    }
    const rules = rulesFor((name) => entries.some((entry) => entry.name === name));
    const exclusion = request.exclusionFor(folder);
    const excludes = exclusion.excludes.map((one) => excluding(one, root));
    const heedsGit = request.respectGitignore && exclusion.respectGitignore;

    for (const { name, kind } of entries) {
      if (kind === 'other') continue;
      const path = folder.endsWith(sep) ? `${folder}${name}` : `${folder}${sep}${name}`;
      const isFolder = kind === 'folder' || (kind === 'link' && !PYTHON.test(name) && pathKind(path) === 'folder');
      if (!isFolder && !PYTHON.test(name)) continue;
      const reason = reasonToSkip(path, isFolder, excludes, heedsGit ? rules : []) ?? kindReason(name, kind);
      if (reason !== null) ledger.skip(path, isFolder, reason);
      else if (isFolder) enter(path, (has) => within(rules, path, has('.gitignore'), has('.git')));
      else ledger.file(path);
    }
  }
}

const PYTHON = /\.pyi?$/;

type Excludes = (path: string, isFolder: boolean) => string | null;

function reasonToSkip(path: string, isFolder: boolean, excludes: readonly Excludes[], rules: GitRules): string | null {
  for (const excluding of excludes) {
    const pattern = excluding(path, isFolder);
    if (pattern !== null) return `excluded by "${pattern}"`;
  }
  const pattern = ignoringPattern(rules, path, isFolder);
  return pattern === null ? null : `ignored by git: "${pattern}"`;
}

function kindReason(name: string, kind: Entry['kind']): string | null {
  if (kind === 'link') return 'symbolic link; followed only when named';
  return kind === 'file' && name.endsWith('.pyi') ? 'stub; linted only when named' : null;
}

/** Inside a named folder that is itself excluded, patterns count from that folder, or nothing would be left. */
function excluding(patterns: Globs, root: string): Excludes {
  if (patterns.match(root, true) === null) return patterns.match;
  return (path, isFolder) => patterns.match(join(patterns.base, path.slice(root.length)), isFolder);
}
