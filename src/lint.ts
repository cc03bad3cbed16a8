import { type Analysis, analyse, MOST_CHARACTERS } from './analyse.ts';
import type { CachePlace } from './cache/store.ts';
import { Clock } from './clock.ts';
import type { ConfigRequest } from './config/resolve.ts';
import type { Settings } from './config/settings.ts';
import type { Disk } from './files.ts';
import { judgeFile } from './judge.ts';
import { isAsLoudAs } from './levels.ts';
import { emptyPart, type Part, reportOf } from './parts.ts';
import { createParser, type Parser } from './python/parser.ts';
import { type SourceFile, textOf } from './source-file.ts';
import type { Finding, Level, Problem, Report } from './types.ts';
import type { World } from './world.ts';

/** Who makes use of what. */
export interface Reach {
  /**
   * Absolute paths of the files that may be judged otherwise where these texts, by absolute path, stood in place of what is
   * there now; null when any may.
   */
  readonly affectedBy: (texts: ReadonlyMap<string, string>) => ReadonlySet<string> | null;
}

export interface LintOptions {
  readonly files: readonly SourceFile[];
  /** Files of the same run that others lint: what is linted may import them. */
  readonly context?: readonly SourceFile[];
  /** Where all other files come from; no threads unless it is the real one. */
  readonly disk?: Disk;
  /** Absolute folder of the project, which imports start from; the folder of shown paths when absent. */
  readonly root?: string;
  readonly settingsOf: (absolute: string) => Settings;
  /** The quietest level that is reported. */
  readonly level: Level;
  /** What could not be used, found before linting; passed through to the report. */
  readonly problems?: readonly Problem[];
  readonly onProgress?: (done: number, total: number) => void;
  /** Parse with the native tree-sitter instead of the WebAssembly one. */
  readonly native?: boolean;
  /** Whether to note which files were made use of, as the cache needs it. */
  readonly tracks?: boolean;
  /** Told what the time went into. */
  readonly clock?: Clock;
  /** What is kept from one run to the next; nothing when absent. */
  readonly cache?: CachePlace;
  /** Told what is known of who makes use of what, when there is a cache. */
  readonly onReach?: (reach: Reach) => void;
  /** Lint in this many threads; in this one when absent. */
  readonly threads?: Threads | undefined;
}

/** A thread cannot be handed functions: in threads, files are read from the disk, and settings made from the request. */
export interface Threads {
  readonly jobs: number;
  readonly request: ConfigRequest;
  /** Code of a thread, when not nostall's own. */
  readonly entry?: URL;
}

/** The pipeline: read, parse, index, judge by rules, silence, report. */
export async function lint(options: LintOptions): Promise<Report> {
  const started = performance.now();
  return reportOf(await lintParts(options), options.problems ?? [], started);
}

export async function lintParts(options: LintOptions): Promise<Part[]> {
  const parts: Part[] = [];
  let files = options.files;
  if (options.threads && options.threads.jobs > 1 && options.disk === undefined) {
    const { lintInThreads } = await import('./workers/pool.ts');
    const outcome = await lintInThreads(options, options.threads);
    parts.push(...outcome.parts);
    files = outcome.left.flatMap(({ start, end }) => options.files.slice(start, end));
  }
  if (files.length > 0 || parts.length === 0) parts.push(await lintHere(options, files));
  for (const { times } of parts) options.clock?.add(times);
  return parts;
}

/** In this thread. When the parser that was asked for cannot be had, that is all there is to tell. */
async function lintHere(options: LintOptions, files: readonly SourceFile[]): Promise<Part> {
  const first = options.files.length - files.length;
  let lintFiles: LintFiles;
  try {
    lintFiles = await makeLinter(options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ...emptyPart(), problems: [{ path: null, line: null, message: error.message }] };
  }
  return lintFiles(files, (position) => options.onProgress?.(first + position, options.files.length));
}

export type LintFiles = (files: readonly SourceFile[], onFile?: (position: number) => void) => Part;

/**
 * Lints some of `options.files` at a time; what they have in common is kept from one time to the next. Throws an
 * Error with a one-line message when there is no parser.
 */
export async function makeLinter(options: LintOptions): Promise<LintFiles> {
  const clock = new Clock();
  const bare = await clock.wait('load parser', () => createParser({ native: options.native ?? false }));
  const parser: Parser = { ...bare, parse: (text) => clock.time('parse', () => bare.parse(text)) };
  const analyses = new Map<string, Analysis>();
  const problems: Problem[] = [];
  const known = [...options.files, ...(options.context ?? [])];
  let count = 0;
  let part = emptyPart();
  const { disk, root } = options;
  const onReach = options.tracks ? (from: string, to: string) => noteReach(part.reached, from, to) : undefined;
  const world: World = {
    ...(disk && { disk }),
    ...(root !== undefined && { root }),
    ...(onReach && { onReach }),
    clock,
  };
  return (files, onFile) => {
    part = emptyPart();
    for (const [position, file] of files.entries()) {
      onFile?.(position);
      const settings = options.settingsOf(file.absolute);
      for (const rule of settings.rules) part.enabled.add(rule);
      const text = clock.time('read', () => textOf(file, (problem) => problems.push(problem)));
      if (text === null) continue;
      part.linted++;
      if (count++ % ROUND === 0) forgetTheLargest(analyses);
      const analysis = analysisFor(settings, parser, known, world, analyses, problems);
      for (const finding of clock.time('judge', () => judgeSafely(file, text, settings, analysis, problems))) {
        if (!isAsLoudAs(finding.level, options.level)) {
          if (finding.suppression === null) part.hidden.set(file.path, (part.hidden.get(file.path) ?? 0) + 1);
        } else if (finding.suppression === null) part.findings.push(finding);
        else part.suppressed.push(finding);
      }
    }
    part.problems.push(...problems.splice(0));
    part.times = clock.take();
    return part;
  };
}

function noteReach(reached: Map<string, Set<string>>, from: string, to: string): void {
  const known = reached.get(from);
  if (known) known.add(to);
  else reached.set(from, new Set([to]));
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
  world: World,
  known: Map<string, Analysis>,
  problems: Problem[],
): Analysis {
  const key = `${settings.targetVersion.join('.')} ${settings.respectNoqa} ${settings.models.join('\0')} ${settings.src.join('\0')}`;
  let analysis = known.get(key);
  if (!analysis) {
    analysis = analyse(parser, files, settings, (problem) => problems.push(problem), world);
    known.set(key, analysis);
  }
  return analysis;
}
