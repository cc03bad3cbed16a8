import { resolve } from 'node:path';
import { shownConfig } from '../config/show.ts';
import type { Discovery } from '../discover/discover.ts';
import { hasMark, pathKind, readText } from '../files.ts';
import { shown } from '../globs.ts';
import type { LintOptions } from '../lint.ts';
import { count } from '../report/words.ts';
import type { SourceFile } from '../source-file.ts';
import type { Level, Problem, Report } from '../types.ts';
import { type Compared, plannedBaseline, withoutKnown } from './baseline.ts';
import { exitCode, toleranceOf } from './exit-code.ts';
import { type Io, UsageError } from './io.ts';
import { automaticJobs, jobsAsked } from './jobs.ts';
import { plannedOutputs } from './outputs.ts';
import type { CommandLine } from './parse.ts';
import { isInShard, type Shard, shardAsked } from './shard.ts';
import { discovered, type Targets, targetsOf } from './targets.ts';
import { progressLine } from './terminal.ts';
import { complain, writeReports } from './write-reports.ts';

export type Lint = (options: LintOptions) => Promise<Report>;

export async function checkCommand(line: CommandLine, io: Io, loadLint: () => Promise<Lint>): Promise<number> {
  if (line.has('explain')) return (await import('./explain.ts')).explainCommand(line, io);
  const jobs = jobsAsked(line.value('jobs'));
  const outputs = plannedOutputs(line.values('format'), line.value('output'), io.cwd);
  const tolerance = toleranceOf(line);
  const shard = shardAsked(line.value('shard'));
  const targets = targetsOf(line, io);
  if (line.has('show-config')) return showConfig(targets, io);
  const mending = await mendingPlanned(line, targets);
  const since = await sincePlanned(line, targets);

  const found = discovered(targets, line, io);
  if (!line.has('quiet')) warn(found, targets, io);
  if (line.has('show-files')) return showFiles(found, line.has('verbose'), io);

  const baseline = plannedBaseline(line, targets, io);
  if (line.has('verbose')) tell(found, targets, io);
  const { part, rest } = shared(found.files, shard);
  const lint = await loadLint();
  const judge = async (): Promise<Compared> => {
    const changes = since?.changes(io) ?? null;
    const whole = await linted(targets, found.problems, part, rest, jobs, line, io, lint);
    const all = { ...whole, shard: shard === null ? null : `${shard.part}/${shard.of}` };
    const { report, notes } =
      baseline === null ? { report: all, notes: [] } : withoutKnown(all, baseline, part, levelAsked(line), io);
    if (since === null || changes === null) return { report, notes };
    const request = { cwd: io.cwd, files: found.files, settingsOf: settingsFrom(targets), native: isNative(io), lint };
    return { report: await since.onlyNew(report, { ...request, changes }), notes };
  };

  let { report, notes } = await judge();
  if (mending !== null) {
    const again = async () => {
      const judged = await judge();
      notes = judged.notes;
      return judged.report;
    };
    const mended = await mending(part, report, again);
    report = mended.report;
    notes = [...notes, ...mended.notes];
  }
  for (const note of notes) io.stderr.write(`nostall: ${note}\n`);
  writeReports(outputs, report, line, io);
  return exitCode(report, tolerance, io, line.has('quiet'));
}

/** What is loaded only when it is asked for. */
async function mendingPlanned(line: CommandLine, { stdin }: Targets) {
  if (!line.has('fix') && !line.has('add-ignore') && !line.has('reason')) return null;
  const { mended, mendingAsked } = await import('./mend.ts');
  const asked = mendingAsked(line, stdin !== null);
  if (asked === null) return null;
  return (files: Discovery['files'], report: Report, again: () => Promise<Report>) =>
    mended(asked, files, report, again);
}

async function sincePlanned(line: CommandLine, targets: Targets) {
  if (!line.has('since') && !line.has('changed')) return null;
  const { changesAsked, revisionAsked } = await import('./since.ts');
  const { onlyNew } = await import('../since/new-findings.ts');
  const revision = revisionAsked(line, targets);
  return { changes: (io: Io) => changesAsked(revision, io), onlyNew };
}

/** What this run lints, and what others lint. */
function shared(
  files: Discovery['files'],
  shard: Shard | null,
): { part: Discovery['files']; rest: Discovery['files'] } {
  if (shard === null) return { part: files, rest: [] };
  return {
    part: files.filter(({ path }) => isInShard(shard, path)),
    rest: files.filter(({ path }) => !isInShard(shard, path)),
  };
}

function showConfig({ paths, stdin, config }: Targets, io: Io): number {
  const path = stdin ?? resolve(io.cwd, paths[0] ?? '.');
  if (stdin === null && pathKind(path) === null) throw new UsageError(`no such file or folder: ${paths[0]}`);
  const resolved = pathKind(path) === 'folder' ? config.forFolder(path) : config.forFile(path);
  io.stdout.write(shownConfig(resolved, io.cwd));
  return 0;
}

function warn({ files, skipped }: Discovery, { paths }: Targets, io: Io): void {
  for (const { path, reason, named } of skipped) {
    // What --force-exclude leaves out was meant to be left out.
    if (named && reason === 'not a Python file') io.stderr.write(`nostall: warning: ${path} skipped: ${reason}\n`);
  }
  if (files.length === 0) io.stderr.write(`nostall: warning: no Python files to check in ${paths.join(', ')}\n`);
}

function tell({ files, skipped }: Discovery, { config }: Targets, io: Io): void {
  const paths = new Set(files.map(({ absolute }) => config.forFile(absolute).settings.configPath));
  const names = [...paths].map((path) => (path === null ? 'defaults' : shown(io.cwd, path))).sort();
  io.stderr.write(
    `nostall: ${count(files.length, 'file')}, ${count(skipped.length, 'path')} skipped, configuration: ${names.join(', ')}\n`,
  );
}

function showFiles({ files, skipped, problems }: Discovery, isVerbose: boolean, io: Io): number {
  const lines = files.map(({ path }) => path);
  if (isVerbose) lines.push(...skipped.map(({ path, reason }) => `${path}  # skipped: ${reason}`));
  io.stdout.write(lines.map((one) => `${one}\n`).join(''));
  complain(problems, io);
  return problems.length > 0 ? 2 : 0;
}

async function linted(
  targets: Targets,
  problems: readonly Problem[],
  part: Discovery['files'],
  rest: Discovery['files'],
  asked: number | 'auto',
  line: CommandLine,
  io: Io,
  lint: Lint,
): Promise<Report> {
  const input = targets.stdin === null ? '' : await io.readStdin();
  const sourceOf = ({ path, absolute }: Discovery['files'][number]): SourceFile => {
    if (targets.stdin !== null) return { path, absolute, read: () => input };
    return { path, absolute, read: () => readText(absolute), hasMark: () => hasMark(absolute) };
  };
  // Only this thread knows what came from standard input.
  const jobs = targets.stdin === null ? (asked === 'auto' ? automaticJobs(part, io.machine()) : asked) : 1;
  const progress = line.has('quiet') ? null : progressLine(io.stderr, io.now);
  try {
    return await lint({
      files: part.map(sourceOf),
      context: rest.map(sourceOf),
      settingsOf: settingsFrom(targets),
      level: levelAsked(line),
      problems,
      native: isNative(io),
      threads: { jobs, request: targets.request },
      ...(progress === null ? {} : { onProgress: progress.update }),
    });
  } finally {
    progress?.clear();
  }
}

function settingsFrom({ config }: Targets): LintOptions['settingsOf'] {
  return (absolute) => config.forFile(absolute).settings;
}

function levelAsked(line: CommandLine): Level {
  return (line.value('level') ?? 'warning') as Level;
}

function isNative(io: Io): boolean {
  return io.env.NOSTALL_PARSER === 'native';
}
