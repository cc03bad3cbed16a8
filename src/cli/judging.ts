import type { CachePlace } from '../cache/place.ts';
import type { Clock } from '../clock.ts';
import type { Discovery } from '../discover/discover.ts';
import type { LintOptions, Reach } from '../lint.ts';
import type { onlyNew } from '../since/new-findings.ts';
import { fileOnDisk, type SourceFile } from '../source-file.ts';
import type { Report } from '../types.ts';
import { isNative, levelAsked } from './asked.ts';
import { type BaselinePlan, type Compared, withoutKnown } from './baseline.ts';
import type { Io } from './io.ts';
import { automaticJobs } from './jobs.ts';
import type { CommandLine } from './parse.ts';
import { isInShard, partOf, type Shard } from './shard.ts';
import type { Targets } from './targets.ts';
import { progressLine } from './terminal.ts';

export type Lint = (options: LintOptions) => Promise<Report>;

/** What a run was asked for, planned. */
export interface Plan {
  readonly line: CommandLine;
  readonly io: Io;
  readonly targets: Targets;
  readonly found: Discovery;
  readonly jobs: number | 'auto' | null;
  readonly shard: Shard | null;
  readonly baseline: BaselinePlan | null;
  readonly since: Since | null;
  readonly cache: CachePlace | null;
  readonly lint: Lint;
  readonly clock: Clock;
}

/** What tells new findings from old ones, by git. */
export interface Since {
  readonly changes: (io: Io) => Parameters<typeof onlyNew>[1]['changes'];
  readonly onlyNew: typeof onlyNew;
}

/** Lints, and leaves out what is known; again each time it is called, since files may have been changed. */
export function judging(plan: Plan): () => Promise<Compared> {
  const { line, io, targets, found, shard, baseline, since, lint, clock } = plan;
  const { root } = targets;
  let reach: Reach | null = null;
  const onReach = (known: Reach) => {
    reach = known;
  };
  return async () => {
    const changes = since?.changes(io) ?? null;
    const whole = await linted(plan, onReach);
    const all = { ...whole, shard: shard === null ? null : `${shard.part}/${shard.of}` };
    const part = partOf(found.files, shard);
    const { report, notes } =
      baseline === null
        ? { report: all, notes: [] }
        : withoutKnown(all, baseline, part, levelAsked(line), io, found.skipped);
    if (since === null || changes === null) return { report, notes };
    const request = {
      cwd: io.cwd,
      files: found.files,
      changes,
      settingsOf: settingsFrom(targets),
      native: isNative(io.env),
      reach,
      lint: (options: LintOptions) => lint({ ...options, root }),
    };
    return { report: await clock.wait('compare', () => since.onlyNew(report, request)), notes };
  };
}

async function linted(
  { line, io, targets, found, jobs: asked, shard, cache, lint, clock }: Plan,
  onReach: (reach: Reach) => void,
) {
  const input = targets.stdin === null ? '' : await io.readStdin();
  const sourceOf = ({ path, absolute, named }: Discovery['files'][number]): SourceFile => {
    if (targets.stdin !== null) return { path, absolute, read: () => input };
    return fileOnDisk(path, absolute, named);
  };
  const part = partOf(found.files, shard);
  const rest = shard === null ? [] : found.files.filter(({ path }) => !isInShard(shard, path));
  // Only this thread knows what came from standard input.
  const machine = io.machine();
  const jobs = targets.stdin !== null ? 1 : asked === 'auto' ? automaticJobs(part, machine) : (asked ?? 1);
  const progress = line.has('quiet') ? null : progressLine(io.stderr, io.now);
  try {
    return await lint({
      files: part.map(sourceOf),
      context: rest.map(sourceOf),
      root: targets.root,
      clock,
      settingsOf: settingsFrom(targets),
      level: levelAsked(line),
      problems: found.problems,
      native: isNative(io.env),
      sieve: !line.has('no-sieve'),
      ahead: targets.stdin === null && asked !== 1 && machine.cores > 1 ? {} : undefined,
      threads: { jobs, request: targets.request },
      ...(cache === null ? {} : { cache, onReach }),
      ...(progress === null ? {} : { onProgress: progress.update }),
    });
  } finally {
    progress?.clear();
  }
}

function settingsFrom({ config }: Targets): LintOptions['settingsOf'] {
  return (absolute) => config.forFile(absolute).settings;
}
