import { resolve } from 'node:path';
import type { Run } from 'sarif';
import { readText, writeText } from '../files.ts';
import { JsonError, parseJson } from '../json.ts';
import { ReportError } from '../merge/fields.ts';
import { readReport } from '../merge/read-report.ts';
import { runOf } from '../merge/read-sarif.ts';
import { checkShards, mergeReports } from '../merge/reports.ts';
import { type Found, mergeRuns, shardOf } from '../merge/sarif.ts';
import { exitCode, type Outcome, toleranceOf } from './exit-code.ts';
import { type Io, UsageError } from './io.ts';
import { plannedOutputs } from './outputs.ts';
import type { CommandLine } from './parse.ts';
import { gzipSize, writeReports } from './write-reports.ts';

/** Makes one report of those of several runs: of all shards, or of several folders. */
export function mergeCommand(line: CommandLine, io: Io): number {
  const tolerance = toleranceOf(line);
  if (line.operands.length === 0) throw new UsageError('nostall merge needs the reports that it merges');
  const inputs = line.operands.map((path) => ({ path, document: documentAt(path, io) }));
  const logs = inputs.filter(({ document }) => typeof document === 'object' && document !== null && 'runs' in document);
  if (logs.length > 0 && logs.length < inputs.length) {
    throw new UsageError('nostall merge takes JSON reports or SARIF ones, not both');
  }
  const outcome = logs.length === 0 ? mergeJson(inputs, line, io) : mergeSarif(inputs, line, io);
  return exitCode(outcome, tolerance, io, line.has('quiet'));
}

interface Input {
  readonly path: string;
  readonly document: unknown;
}

function mergeJson(inputs: readonly Input[], line: CommandLine, io: Io): Outcome {
  const outputs = plannedOutputs(line.values('format'), line.value('output'), io.cwd);
  const reports = inputs.map(({ path, document }) => named(path, () => readReport(document)));
  const report = together(() => {
    checkShards(reports.map(({ shard }) => shard));
    return mergeReports(reports);
  });
  writeReports(outputs, report, line, io);
  return report;
}

function mergeSarif(inputs: readonly Input[], line: CommandLine, io: Io): Outcome {
  const outputs = plannedOutputs(line.has('format') ? line.values('format') : ['sarif'], line.value('output'), io.cwd);
  if (outputs.some(({ format }) => format !== 'sarif')) {
    throw new UsageError('SARIF can be merged to SARIF only: merge reports of --format json for the other formats');
  }
  if (line.has('sarif-include-suppressed')) {
    throw new UsageError(
      '--sarif-include-suppressed comes too late for SARIF: give it to the checks, or merge reports of --format json',
    );
  }
  const runs = inputs.map(({ path, document }) => named(path, () => runOf(document)));
  const { text, warnings, kept } = together(() => {
    checkShards(runs.map(shardOf));
    return mergeRuns(runs as [Run, ...Run[]], line.value('sarif-category'), gzipSize);
  });
  for (const warning of line.has('quiet') ? [] : warnings) io.stderr.write(`nostall: warning: ${warning}\n`);
  for (const { file } of outputs) {
    if (file === null) io.stdout.write(text);
    else writeText(resolve(io.cwd, file), text);
  }
  return outlineOf(runs, kept);
}

function documentAt(path: string, io: Io): unknown {
  const text = readText(resolve(io.cwd, path));
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

function named<Value>(path: string, action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    if (error instanceof ReportError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

function together<Value>(action: () => Value): Value {
  return named('the reports do not belong together', action);
}

/** As much of a report as the exit code is decided by. */
function outlineOf(runs: readonly Run[], kept: readonly Found[]): Outcome {
  const invocations = runs.flatMap((run) => run.invocations ?? []);
  const notifications = invocations.flatMap((one) => one.toolExecutionNotifications ?? []);
  return {
    findings: kept.filter(({ suppression }) => suppression === null),
    problems: notifications.filter(({ level }) => level === 'error'),
  };
}
