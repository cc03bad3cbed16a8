import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CachePlace } from '../cache/place.ts';
import { listFolder, pathKind, readTextIfAny, removeFolder } from '../files.ts';
import { shown } from '../globs.ts';
import { version } from '../version.ts';
import type { Io } from './io.ts';
import type { CommandLine } from './parse.ts';
import { type Targets, targetsOf } from './targets.ts';

const FOLDER = '.nostall_cache';

/** Null when nothing is to be kept. */
export function cachePlace(line: CommandLine, targets: Targets, io: Io): CachePlace | null {
  if (line.has('no-cache') || targets.stdin !== null) return null;
  return {
    disk: targets.disk,
    root: targets.root,
    cwd: io.cwd,
    folder: cacheFolder(line, targets, io),
    build: build(),
  };
}

/** Removes what was kept for the project of the current folder. */
export function cleanCommand(line: CommandLine, io: Io): number {
  const folder = cacheFolder(line, targetsOf(line, io), io);
  const isThere = pathKind(folder) === 'folder';
  // Somebody may have named a folder with other things in it.
  const isOurs = isThere && listFolder(folder).every(({ name }) => OURS.test(name));
  if (isOurs) removeFolder(folder);
  const name = shown(io.cwd, folder);
  if (isThere && !isOurs) io.stderr.write(`nostall: ${name} holds files that are not of nostall, so it stays\n`);
  else io.stdout.write(isThere ? `removed ${name}\n` : `nothing to remove at ${name}\n`);
  return isThere && !isOurs ? 2 : 0;
}

const PROCESS = randomUUID();

const OURS = /^(?:CACHEDIR\.TAG|\.gitignore|[0-9a-f]{16}(?:\.json|(?:\.new)?\.bin)(?:\.[0-9a-f]{8})?)$/;

function cacheFolder(line: CommandLine, { config }: Targets, io: Io): string {
  const typed = line.value('cache-dir') ?? io.env.NOSTALL_CACHE_DIR;
  return typed ? resolve(io.cwd, typed) : join(config.forFolder(io.cwd).home, FOLDER);
}

/** By the content of the bundle: a version that is being worked on changes without a new number. */
function build(): string {
  const hash = readTextIfAny(fileURLToPath(new URL('./build.txt', import.meta.url)));
  // From source there is no saying what has changed: what one process keeps is of use to that one alone.
  return `${version} ${hash?.trim() ?? PROCESS}`;
}
