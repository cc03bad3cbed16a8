import { type Analysis, analyse } from './analyse.ts';
import type { Settings } from './config/settings.ts';
import { FileError } from './files.ts';
import { judgeFile } from './judge.ts';
import { createParser, type Parser } from './python/parser.ts';
import { ruleInfos } from './rule-info.ts';
import type { Finding, Level, Problem, Report } from './types.ts';
import { version } from './version.ts';

/** One file to lint. Its text is read when asked for, so that a run holds few texts at once. */
export interface SourceFile {
  /** As shown: relative to the working directory, forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** Throws an Error with a one-line message when the file cannot be read. */
  readonly read: () => string;
}

export interface LintOptions {
  readonly files: readonly SourceFile[];
  readonly settingsOf: (absolute: string) => Settings;
  /** The quietest level that is reported. */
  readonly level: Level;
  /** What could not be used, found before linting; passed through to the report. */
  readonly problems?: readonly Problem[];
  readonly onProgress?: (done: number, total: number) => void;
  /** Parse with the native tree-sitter instead of the WebAssembly one. */
  readonly native?: boolean;
}

/** The pipeline: read, parse, index, judge by rules, silence, report. */
export async function lint(options: LintOptions): Promise<Report> {
  const started = performance.now();
  const problems = [...(options.problems ?? [])];
  const parser = await parserFor(options.native ?? false, problems);
  const findings: Finding[] = [];
  const suppressed: Finding[] = [];
  const linted: string[] = [];
  const enabled = new Set<string>();
  const analyses = new Map<string, Analysis>();
  let hidden = 0;

  for (const [position, file] of options.files.entries()) {
    if (parser === null) break;
    options.onProgress?.(position, options.files.length);
    const settings = options.settingsOf(file.absolute);
    for (const rule of settings.rules) enabled.add(rule);
    const text = readFile(file, problems);
    if (text === null) continue;
    linted.push(file.path);
    if (position % ROUND === 0) forgetTheLargest(analyses);
    const analysis = analysisFor(settings, parser, options.files, analyses, problems);
    const judged = judgeSafely(file, text, settings, analysis, problems);
    for (const finding of judged) {
      if (LOUDNESS[finding.level] < LOUDNESS[options.level]) hidden += finding.suppression === null ? 1 : 0;
      else if (finding.suppression === null) findings.push(finding);
      else suppressed.push(finding);
    }
  }
  return {
    version,
    findings: findings.sort(byPlace),
    suppressed: suppressed.sort(byPlace),
    hidden,
    problems: [...problems.splice(0, options.problems?.length ?? 0), ...problems.sort(byProblem)],
    files: linted.sort(),
    rules: ruleInfos.filter((rule) => enabled.has(rule.id)).sort((left, right) => (left.id < right.id ? -1 : 1)),
    elapsed: performance.now() - started,
  };
}

/** Null, and a problem, when the parser that was asked for cannot be had. */
async function parserFor(native: boolean, problems: Problem[]): Promise<Parser | null> {
  try {
    return await createParser({ native });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    problems.push({ path: null, line: null, message: error.message });
    return null;
  }
}

/** A fault of nostall's own costs the findings of one file, not the run. */
function judgeSafely(
  file: SourceFile,
  text: string,
  settings: Settings,
  analysis: Analysis,
  problems: Problem[],
): Finding[] {
  try {
    return judgeFile(file, text, settings, analysis, (problem) => problems.push(problem));
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ');
    problems.push({ path: file.path, line: null, message: `internal error: ${reason}` });
    return [];
  }
}

const LOUDNESS: Readonly<Record<Level, number>> = { error: 2, warning: 1, note: 0 };

function readFile(file: SourceFile, problems: Problem[]): string | null {
  try {
    return file.read();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = error instanceof FileError ? `cannot be read: ${error.reason}` : `cannot be read: ${error.message}`;
    problems.push({ path: file.path, line: null, message });
    return null;
  }
}

/** So that memory is bounded: what is known of a file does not depend on who asks, so it can be worked out again. */
const MOST_CHARACTERS = 14_000_000;
/** Files between two looks at the size. What many files reach is read again after each, so not too few. */
const ROUND = 1_000;

function forgetTheLargest(analyses: Map<string, Analysis>): void {
  for (const [key, { modules }] of analyses) if (modules.size > MOST_CHARACTERS) analyses.delete(key);
}

/** Files with the same models and target share what is known about library modules. */
function analysisFor(
  settings: Settings,
  parser: Parser,
  files: readonly SourceFile[],
  known: Map<string, Analysis>,
  problems: Problem[],
): Analysis {
  const key = `${settings.targetVersion.join('.')} ${settings.respectNoqa} ${settings.models.join('\0')}`;
  let analysis = known.get(key);
  if (!analysis) {
    analysis = analyse(parser, files, settings, (problem) => problems.push(problem));
    known.set(key, analysis);
  }
  return analysis;
}

/** Problems that were there before linting come first, in their order; the others by place. */
function byProblem(left: Problem, right: Problem): number {
  const a = left.path ?? '';
  const b = right.path ?? '';
  return a === b ? (left.line ?? 0) - (right.line ?? 0) : a < b ? -1 : 1;
}

function byPlace(left: Finding, right: Finding): number {
  const a = left.place;
  const b = right.place;
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    (left.rule === right.rule ? 0 : left.rule < right.rule ? -1 : 1) ||
    (left.message < right.message ? -1 : left.message > right.message ? 1 : 0)
  );
}
