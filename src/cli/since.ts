import { GitError } from '../git.ts';
import { type Change, changesSince } from '../since/changes.ts';
import { type Io, UsageError } from './io.ts';
import type { CommandLine } from './parse.ts';
import type { Targets } from './targets.ts';

/** The git revision that findings must be newer than. Throws UsageError. */
export function revisionAsked(line: CommandLine, { stdin }: Targets): string {
  const flag = line.has('since') ? '--since' : '--changed';
  if (line.has('since') && line.has('changed')) throw new UsageError('--since and --changed exclude each other');
  if (line.has('update-baseline')) throw new UsageError(`--update-baseline and ${flag} exclude each other`);
  if (stdin !== null) throw new UsageError(`${flag} reads files, not standard input`);
  return line.value('since') ?? 'HEAD';
}

/** Throws UsageError when git cannot tell. */
export function changesAsked(revision: string, io: Io): readonly Change[] {
  try {
    return changesSince(io.cwd, revision).changed;
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`--since ${revision}: ${error.message}`);
    throw error;
  }
}
