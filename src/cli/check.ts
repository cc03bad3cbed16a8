import { resolve } from 'node:path';
import { shownConfig } from '../config/show.ts';
import type { Discovery } from '../discover/discover.ts';
import { pathKind, readText, writeText } from '../files.ts';
import { shown } from '../globs.ts';
import type { LintOptions } from '../lint.ts';
import { type Formatter, formats } from '../report/index.ts';
import { count } from '../report/words.ts';
import type { SourceFile } from '../source-file.ts';
import type { Level, Problem, Report } from '../types.ts';
import { type Io, UsageError } from './io.ts';
import { automaticJobs, jobsAsked } from './jobs.ts';
import { type Output, plannedOutputs } from './outputs.ts';
import type { CommandLine } from './parse.ts';
import { discovered, type Targets, targetsOf } from './targets.ts';
import { progressLine, wantsColour } from './terminal.ts';

export type Lint = (options: LintOptions) => Promise<Report>;

export async function checkCommand(line: CommandLine, io: Io, loadLint: () => Promise<Lint>): Promise<number> {
  if (line.has('explain')) return (await import('./explain.ts')).explainCommand(line, io);
  const asked = jobsAsked(line.value('jobs'));
  const outputs = plannedOutputs(line.values('format'), line.value('output'), io.cwd);
  const targets = targetsOf(line, io);
  if (line.has('show-config')) return showConfig(targets, io);

  const found = discovered(targets, line, io);
  if (!line.has('quiet')) warn(found, targets, io);
  if (line.has('show-files')) return showFiles(found, line.has('verbose'), io);

  if (line.has('verbose')) tell(found, targets, io);
  const report = await linted(targets, found, asked, line, io, await loadLint());
  write(outputs, report, line, io);
  if (report.problems.length > 0) return 2;
  return report.findings.length > 0 && !line.has('exit-zero') ? 1 : 0;
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
  found: Discovery,
  asked: number | 'auto',
  line: CommandLine,
  io: Io,
  lint: Lint,
): Promise<Report> {
  const input = targets.stdin === null ? '' : await io.readStdin();
  const files = found.files.map(({ path, absolute }): SourceFile => {
    return { path, absolute, read: () => (targets.stdin === null ? readText(absolute) : input) };
  });
  // Only this thread knows what came from standard input.
  const jobs = targets.stdin === null ? (asked === 'auto' ? automaticJobs(found.files, io.machine()) : asked) : 1;
  const progress = line.has('quiet') ? null : progressLine(io.stderr, io.now);
  try {
    return await lint({
      files,
      settingsOf: (absolute) => targets.config.forFile(absolute).settings,
      level: (line.value('level') ?? 'warning') as Level,
      problems: found.problems,
      native: io.env.NOSTALL_PARSER === 'native',
      threads: { jobs, request: targets.request },
      ...(progress === null ? {} : { onProgress: progress.update }),
    });
  } finally {
    progress?.clear();
  }
}

function write(outputs: readonly Output[], report: Report, line: CommandLine, io: Io): void {
  const isClean = report.findings.length === 0 && report.problems.length === 0;
  for (const { format, file } of outputs) {
    const formatter: Formatter = formats[format];
    const text = formatter(report, {
      colour: wantsColour(line.value('color'), io.env, file === null ? io.stdout : null),
      width: (file === null ? io.stdout.columns : undefined) ?? 100,
      statistics: line.has('statistics'),
      sarifCategory: line.value('sarif-category'),
      includeSuppressed: line.has('sarif-include-suppressed'),
    });
    if (file !== null) writeText(resolve(io.cwd, file), text);
    else if (!(isClean && line.has('quiet') && FOR_PEOPLE.has(format))) io.stdout.write(text);
  }
  const isTold = outputs.some(({ format, file }) => file === null && FOR_PEOPLE.has(format));
  if (!isTold) complain(report.problems, io);
}

/** Formats that are read rather than parsed; they name the problems themselves. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['text', 'concise']);

function complain(problems: readonly Problem[], io: Io): void {
  for (const { path, line, message } of problems) {
    const where = path === null ? '' : `${path}${line === null ? '' : `:${line}`}: `;
    io.stderr.write(`nostall: ${where}${message}\n`);
  }
}
