import { basename } from 'node:path';
import { GitError } from '../git.ts';
import { changesSince } from '../since/changes.ts';
import type { NewFindingsRequest } from '../since/new-findings.ts';
import { baseOf } from '../since/revision.ts';
import { seenFrom, treeOf } from '../since/tree.ts';
import { type Io, UsageError } from './io.ts';
import type { CommandLine } from './parse.ts';
import type { Targets } from './targets.ts';

/** What findings must be newer than. */
export interface Asked {
  /** Null for what is not committed yet. */
  readonly revision: string | null;
  readonly scripts: readonly string[];
  readonly isQuiet: boolean;
  /** Warnings that were given: with --fix the same files are compared twice. */
  readonly given: Set<string>;
}

/** Throws UsageError. */
export function revisionAsked(line: CommandLine, { stdin, paths }: Targets): Asked {
  const flag = line.has('since') ? '--since' : '--changed';
  if (line.has('since') && line.has('changed')) throw new UsageError('--since and --changed exclude each other');
  if (line.has('update-baseline')) throw new UsageError(`--update-baseline and ${flag} exclude each other`);
  if (stdin !== null) throw new UsageError(`${flag} reads files, not standard input`);
  const scripts = new Set(paths.map((path) => basename(path)).filter((name) => !/\.py[iw]?$/.test(name)));
  return { revision: line.value('since'), scripts: [...scripts], isQuiet: line.has('quiet'), given: new Set() };
}

/** Throws UsageError when git cannot tell, as does what it gives. */
export function changesAsked({ revision, scripts, isQuiet, given }: Asked, io: Io): NewFindingsRequest['changes'] {
  const flag = revision === null ? '--changed' : `--since ${revision}`;
  return explained(flag, () => {
    const tree = treeOf(io.cwd, io.env);
    // Before a push, pre-commit names the commit that the other side has.
    const base = baseOf(tree, revision ?? (io.env.PRE_COMMIT_FROM_REF || 'HEAD'));
    // Pre-commit puts aside what is not staged, but not what git does not track.
    const changes = changesSince(tree, { base, scripts, trackedOnly: Boolean(io.env.PRE_COMMIT) });
    return (files) => {
      const seen = explained(flag, () => seenFrom(files, tree, changes));
      const warning = warningAbout(seen.uncompared);
      if (warning !== null && !isQuiet && !given.has(warning)) io.stderr.write(`nostall: warning: ${warning}\n`);
      if (warning !== null) given.add(warning);
      return seen.changes;
    };
  });
}

function explained<T>(flag: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`${flag}: ${error.message}`);
    throw error;
  }
}

function warningAbout(paths: readonly string[]): string | null {
  const [first, ...others] = paths;
  if (first === undefined) return null;
  if (others.length === 0) return `git compares ${first} with nothing, so all of it counts as new`;
  const rest = others.length > 2 ? [`${others.length} more`] : others;
  return `git compares ${paths.length} files with nothing, so all of them count as new: ${[first, ...rest].join(', ')}`;
}
