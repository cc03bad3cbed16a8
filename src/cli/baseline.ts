import { dirname, relative, resolve, sep } from 'node:path';
import { type Entry, entryOf, match } from '../baseline/baseline.ts';
import { BaselineError, baselineText, readBaseline } from '../baseline/format.ts';
import { pathKind, readText, writeText } from '../files.ts';
import { shown } from '../globs.ts';
import { count } from '../report/words.ts';
import { type Finding, LEVELS, type Level, type Report } from '../types.ts';
import { type Io, UsageError } from './io.ts';
import type { CommandLine } from './parse.ts';
import type { Targets } from './targets.ts';

/** Where `--update-baseline` writes when nobody said. */
const DEFAULT_FILE = 'nostall-baseline.json';

export interface BaselinePlan {
  /** Absolute. */
  readonly file: string;
  readonly entries: readonly Entry[];
  readonly updates: boolean;
}

/** Null when no baseline is in use. Throws UsageError when there is none to read, or it cannot be understood. */
export function plannedBaseline(line: CommandLine, { config }: Targets, io: Io): BaselinePlan | null {
  const updates = line.has('update-baseline');
  const typed = line.value('baseline');
  const configured = config.forFolder(io.cwd).settings.baseline;
  const file =
    typed !== null ? resolve(io.cwd, typed) : (configured ?? (updates ? resolve(io.cwd, DEFAULT_FILE) : null));
  if (file === null) return null;
  const name = shown(io.cwd, file);
  if (pathKind(file) === null) {
    if (!updates) throw new UsageError(`no baseline at ${name}: --update-baseline writes one`);
    return { file, entries: [], updates };
  }
  try {
    return { file, entries: readBaseline(readText(file)), updates };
  } catch (error) {
    if (error instanceof BaselineError) throw new UsageError(`${name}: ${error.message}`);
    throw error;
  }
}

/** The report without what the baseline lists, and what there is to say of the baseline, a line each. */
export interface Compared {
  readonly report: Report;
  readonly notes: readonly string[];
}

/** Writes the baseline when it is to be updated. */
export function withoutKnown(
  report: Report,
  { file, entries, updates }: BaselinePlan,
  files: readonly { readonly path: string; readonly absolute: string }[],
  level: Level,
  io: Io,
): Compared {
  const base = dirname(file);
  const unread = new Set(report.problems.map(({ path }) => path));
  const read = new Set(files.filter(({ path }) => !unread.has(path)).map(({ absolute }) => inBaseline(base, absolute)));
  const rules = new Set(report.rules.map(({ id }) => id));
  const isJudged = (entry: Entry): boolean => {
    // A file that is gone has no findings any more, whoever asks.
    if (pathKind(resolve(base, entry.path)) === null) return true;
    return read.has(entry.path) && rules.has(entry.rule) && LEVELS.indexOf(entry.level) <= LEVELS.indexOf(level);
  };
  const pathOf = ({ place }: Finding) => inBaseline(base, resolve(io.cwd, place.path));
  const { fresh, known, stale, unjudged } = match(report.findings, entries, pathOf, isJudged);
  const name = shown(io.cwd, file);
  if (!updates) {
    const notes = stale.map(({ path, rule, function: place }) => {
      return `warning: ${name}: nothing is found any more for ${rule} in ${place} of ${path}`;
    });
    if (stale.length > 0) notes.push(`warning: ${name}: --update-baseline drops what is gone`);
    return { report: { ...report, findings: fresh, baselined: known.length }, notes };
  }
  const kept = [...unjudged, ...report.findings.map((finding) => entryOf(finding, pathOf(finding)))];
  writeText(file, baselineText(kept));
  const dropped = stale.length === 0 ? '' : `, ${stale.length} dropped`;
  const note = `${name}: ${count(kept.length, 'finding')}, ${fresh.length} new${dropped}`;
  return { report: { ...report, findings: [], baselined: report.findings.length }, notes: [note] };
}

function inBaseline(base: string, absolute: string): string {
  return relative(base, absolute).replaceAll(sep, '/');
}
