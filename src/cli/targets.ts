import { dirname, resolve } from 'node:path';
import { hint } from '../config/near-miss.ts';
import { type ConfigRequest, type Configuration, configuration } from '../config/resolve.ts';
import { type Discovery, discover, exclusionReason } from '../discover/discover.ts';
import { type Disk, pathKind, rememberingDisk } from '../files.ts';
import { shown } from '../globs.ts';
import { COMMANDS } from './flags.ts';
import { type Io, UsageError } from './io.ts';
import type { CommandLine } from './parse.ts';
import { projectRoot } from './project-root.ts';
import { rules } from './registry.ts';

/** What a run is about. */
export interface Targets {
  /** As typed. */
  readonly paths: readonly string[];
  /** Absolute path under which standard input is checked; null when it is not read. */
  readonly stdin: string | null;
  readonly config: Configuration;
  /** Absolute folder that imports start from. */
  readonly root: string;
  /** What this run has seen of the disk. */
  readonly disk: Disk;
  /** What the configuration was made from. */
  readonly request: ConfigRequest;
}

export function targetsOf(line: CommandLine, io: Io): Targets {
  const paths = line.operands.length === 0 ? ['.'] : line.operands;
  const isStdin = paths.includes('-');
  if (isStdin && paths.length > 1) throw new UsageError('- (standard input) cannot be mixed with other paths');
  const name = line.value('stdin-filename');
  if (!isStdin && name !== null) throw new UsageError('--stdin-filename goes with - as the only path');
  const stdin = isStdin ? resolve(io.cwd, name ?? '<stdin>') : null;
  const request = configRequest(line, io, stdin === null ? paths : [stdin]);
  const disk = rememberingDisk();
  return { paths, stdin, config: configuration(request, disk.kindIn), root: projectRoot(io), disk, request };
}

/** Throws UsageError for paths where nothing stands, and ConfigError for any configuration that will be needed. */
export function discovered({ paths, stdin, config, disk }: Targets, line: CommandLine, io: Io): Discovery {
  const request = {
    disk,
    cwd: io.cwd,
    paths,
    exclusionFor: config.forFolder,
    respectGitignore: !line.has('no-respect-gitignore'),
    forceExclude: line.has('force-exclude'),
  };
  if (stdin === null) {
    const found = discover(request);
    if (found.missing.length > 0) throw new UsageError(missingMessage(found.missing));
    for (const { absolute } of found.files) config.forFile(absolute);
    return found;
  }
  const path = shown(io.cwd, stdin);
  const reason = request.forceExclude ? exclusionReason(request, stdin, false) : null;
  const rest = { missing: [], problems: [] };
  return reason === null
    ? { files: [{ path, absolute: stdin, named: true }], skipped: [], ...rest }
    : { files: [], skipped: [{ path, reason, named: true }], ...rest };
}

function configRequest(line: CommandLine, io: Io, paths: readonly string[]): ConfigRequest {
  const absolute = paths.map((path) => resolve(io.cwd, path));
  return {
    cwd: io.cwd,
    ruleIds: rules.map(({ id }) => id),
    roots: [...new Set(absolute.map((path) => (pathKind(path) === 'folder' ? path : dirname(path))))],
    config: line.values('config'),
    isolated: line.has('isolated'),
    select: line.has('select') ? idsOf(line.values('select')) : null,
    ignore: idsOf(line.values('ignore')),
    extendSelect: idsOf(line.values('extend-select')),
  };
}

function idsOf(lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(',').map((id) => id.trim())).filter((id) => id !== '');
}

function missingMessage(missing: readonly string[]): string {
  const [first = ''] = missing;
  // A bare word may be meant as a command.
  const command = missing.length === 1 && !/[./\\]/.test(first) ? hint(first, COMMANDS) : '';
  return `no such file or folder: ${missing.join(', ')}${command}`;
}
