import { resolve } from 'node:path';
import { Clock } from '../clock.ts';
import { shownConfig } from '../config/show.ts';
import type { Discovery } from '../discover/discover.ts';
import { pathKind } from '../files.ts';
import { shown } from '../globs.ts';
import { count } from '../report/words.ts';
import type { Report } from '../types.ts';
import { plannedBaseline } from './baseline.ts';
import { cachePlace } from './cache.ts';
import { exitCode, toleranceOf } from './exit-code.ts';
import { type Io, UsageError } from './io.ts';
import { jobsAsked } from './jobs.ts';
import { judging, type Lint } from './judging.ts';
import { checkOutputs, plannedOutputs } from './outputs.ts';
import type { CommandLine } from './parse.ts';
import { partOf, shardAsked } from './shard.ts';
import { discovered, type Targets, targetsOf } from './targets.ts';
import { timingsText } from './timings.ts';
import { complain, writeReports } from './write-reports.ts';

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

  const clock = new Clock();
  const found = clock.time('find files', () => discovered(targets, line, io));
  if (!line.has('quiet')) warn(found, targets, io);
  if (line.has('show-files')) return showFiles(found, line.has('verbose'), io);

  const baseline = plannedBaseline(line, targets, io);
  const linted = targets.stdin === null ? found.files.map(({ absolute }) => absolute) : [];
  checkOutputs(outputs, { files: linted, baseline: baseline?.file ?? null }, io.cwd);
  if (line.has('verbose')) tell(found, targets, io);
  const judge = judging({
    line,
    io,
    targets,
    found,
    jobs,
    shard,
    baseline,
    since,
    cache: cachePlace(line, targets, io),
    lint: await loadLint(),
    clock,
  });

  let { report, notes } = await judge();
  if (mending !== null) {
    const again = async () => {
      const judged = await judge();
      notes = judged.notes;
      return judged.report;
    };
    const mended = await mending(partOf(found.files, shard), report, again);
    report = mended.report;
    notes = [...notes, ...mended.notes];
  }
  for (const note of notes) io.stderr.write(`nostall: ${note}\n`);
  clock.time('write', () => writeReports(outputs, report, line, io));
  if (line.has('timings')) io.stderr.write(timingsText(clock.take(), report.files, io));
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
