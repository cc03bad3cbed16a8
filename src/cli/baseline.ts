import { dirname, relative, resolve, sep } from 'node:path';
import { type Entry, entryOf, match } from '../baseline/baseline.ts';
import { BaselineError, baselineText, readBaseline } from '../baseline/format.ts';
import type { Settings } from '../config/settings.ts';
import type { FoundFile, Skipped } from '../discover/discover.ts';
import { pathKind, readText, writeText } from '../files.ts';
import { below, shown } from '../globs.ts';
import { isAsLoudAs } from '../levels.ts';
import { count } from '../report/words.ts';
import type { Finding, Level, Report } from '../types.ts';
import { type Io, UsageError } from './io.ts';
import type { CommandLine } from './parse.ts';
import type { Targets } from './targets.ts';

/** Where `--update-baseline` writes when nobody said. */
const DEFAULT_FILE = 'nostall-baseline.json';
/** What `--baseline` takes for no file, whatever the configuration names. */
const NO_FILE = 'none';
/** A baseline that was made for another branch may have thousands. */
const MOST_TOLD = 10;

export interface BaselinePlan {
  /** Absolute. */
  readonly file: string;
  readonly entries: readonly Entry[];
  readonly updates: boolean;
  /** Whether the command line or the configuration names the file. */
  readonly isNamed: boolean;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  readonly settingsOf: (absolute: string) => Settings;
}

/** Null when no baseline is in use. Throws UsageError when there is none to read, or it cannot be understood. */
export function plannedBaseline(line: CommandLine, { config }: Targets, io: Io): BaselinePlan | null {
  const updates = line.has('update-baseline');
  const typed = line.value('baseline');
  if (typed === NO_FILE) {
    if (updates) throw new UsageError(`--update-baseline and --baseline ${NO_FILE} exclude each other`);
    return null;
  }
  const named = typed === null ? config.forFolder(io.cwd).settings.baseline : resolve(io.cwd, typed);
  const file = named ?? (updates ? resolve(io.cwd, DEFAULT_FILE) : null);
  if (file === null) return null;
  const plan = {
    file,
    updates,
    isNamed: named !== null,
    isQuiet: line.has('quiet'),
    isVerbose: line.has('verbose'),
    settingsOf: (absolute: string) => config.forFile(absolute).settings,
  };
  const name = shown(io.cwd, file);
  if (pathKind(file) === null) {
    if (!updates) throw new UsageError(`no baseline at ${name}: --update-baseline writes one`);
    return { ...plan, entries: [] };
  }
  try {
    return { ...plan, entries: readBaseline(readText(file)) };
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

/** Writes the baseline when it is to be updated. `files` are those that were linted, `skipped` what discovery left out. */
export function withoutKnown(
  report: Report,
  plan: BaselinePlan,
  files: readonly FoundFile[],
  level: Level,
  io: Io,
  skipped: readonly Skipped[],
): Compared {
  const { file, entries, updates } = plan;
  const base = dirname(file);
  const pathOf = ({ place }: Finding) => inBaseline(base, resolve(io.cwd, place.path));
  const { fresh, known, lost } = match(report.findings, entries, pathOf);
  const fateOf = fates(report, plan, files, level, io, skipped);
  const [mended, leftOut, unjudged] = (['mended', 'left out', 'unknown'] as const).map((fate) => {
    return lost.filter((entry) => fateOf(entry) === fate);
  }) as [Entry[], Entry[], Entry[]];

  const name = shown(io.cwd, file);
  if (!updates) {
    const told = [
      ...mended.map((entry) => `nothing is found any more for ${placeOf(entry)}`),
      ...leftOut.map((entry) => `no longer checked, as the file is left out: ${placeOf(entry)}`),
    ];
    const notes = notesOf(plan, name, told, unjudged.length);
    return { report: { ...report, findings: fresh, baselined: known.length }, notes };
  }
  const kept = [...unjudged, ...report.findings.map((finding) => entryOf(finding, pathOf(finding)))];
  writeText(file, baselineText(kept));
  const gone = mended.length + leftOut.length;
  const dropped = gone === 0 ? '' : `, ${gone} dropped`;
  const notes = [`${name}: ${count(kept.length, 'finding')}, ${fresh.length} new${dropped}`];
  notes.push(...notesOf(plan, name, [], unjudged.length));
  if (!plan.isNamed && !plan.isQuiet) notes.push(`baseline = "${name}" in the configuration makes every run use it`);
  return { report: { ...report, findings: [], baselined: report.findings.length }, notes };
}

/** What became of an entry without a finding. */
type Fate = 'mended' | 'left out' | 'unknown';

function fates(
  { problems }: Report,
  { file, settingsOf }: BaselinePlan,
  files: readonly FoundFile[],
  level: Level,
  io: Io,
  skipped: readonly Skipped[],
): (entry: Entry) => Fate {
  const linted = new Set(files.map(({ absolute }) => absolute));
  const unread = problems.flatMap(({ path }) => (path === null ? [] : [resolve(io.cwd, path)]));
  const excluded = skipped.filter(({ reason }) => LEFT_OUT.test(reason)).map(({ path }) => resolve(io.cwd, path));
  const isWithin = (folders: readonly string[], path: string) =>
    folders.some((folder) => folder === path || below(folder, path) !== null);
  return (entry) => {
    const absolute = resolve(dirname(file), entry.path);
    if (isWithin(unread, absolute)) return 'unknown';
    // A file that is gone has no findings any more, whoever asks.
    if (pathKind(absolute) === null) return 'mended';
    if (!linted.has(absolute)) return isWithin(excluded, absolute) ? 'left out' : 'unknown';
    return isLookedFor(entry, absolute, settingsOf(absolute), level) ? 'mended' : 'unknown';
  };
}

/** Reasons that stand for a decision. Links and stubs are skipped, too, and were linted because somebody named them. */
const LEFT_OUT = /^(?:excluded|ignored) by /;

/** Whether the run would report such a finding: a rule that is off, or too quiet to be seen, proves nothing. */
function isLookedFor({ rule, kind, cost, level: was }: Entry, path: string, settings: Settings, level: Level): boolean {
  if (!settings.rules.has(rule) || settings.ignoredIn(path).has(rule)) return false;
  const is = settings.severity.levelOf({ rule, kind, cost, certainty: null, isChained: false, path });
  return [was, is].every((one) => one !== null && isAsLoudAs(one, level));
}

function notesOf(
  { isQuiet, isVerbose }: BaselinePlan,
  name: string,
  told: readonly string[],
  unjudged: number,
): string[] {
  const notes: string[] = [];
  if (!isQuiet && told.length > 0) {
    const lines = told.slice(0, MOST_TOLD);
    if (told.length > MOST_TOLD) lines.push(`and ${told.length - MOST_TOLD} more entries like these`);
    lines.push('--update-baseline drops what is gone');
    notes.push(...lines.map((text) => `warning: ${name}: ${text}`));
  }
  if (isVerbose && unjudged > 0) notes.push(`${name}: ${unjudged} ${unjudged === 1 ? 'entry' : 'entries'} not checked`);
  return notes;
}

function placeOf({ rule, function: name, path }: Entry): string {
  return `${rule} in ${name} of ${path}`;
}

function inBaseline(base: string, absolute: string): string {
  return relative(base, absolute).replaceAll(sep, '/');
}
