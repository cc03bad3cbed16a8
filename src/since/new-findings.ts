import type { Settings } from '../config/settings.ts';
import { shown } from '../globs.ts';
import type { LintOptions, Reach } from '../lint.ts';
import { normaliseSource } from '../report/fingerprint.ts';
import type { SourceFile } from '../source-file.ts';
import type { Finding, Report } from '../types.ts';
import { diskBefore } from './before.ts';
import type { Change } from './changes.ts';

export interface NewFindingsRequest {
  /** Absolute folder that shown paths start from. */
  readonly cwd: string;
  /** The files that the report is about. */
  readonly files: readonly Pick<SourceFile, 'path' | 'absolute'>[];
  /** What changed, by the names that the files have here. */
  readonly changes: (files: NewFindingsRequest['files']) => readonly Change[];
  readonly settingsOf: (absolute: string) => Settings;
  readonly native: boolean;
  readonly lint: (options: LintOptions) => Promise<Report>;
  /** Known when the report was made with a cache. */
  readonly reach: Reach | null;
}

/**
 * The report without what was there before the changes. A finding is new when its lines are, and also when a change
 * elsewhere made it: the files are judged again as they were, with what they reach.
 */
export async function onlyNew(report: Report, request: NewFindingsRequest): Promise<Report> {
  const { cwd } = request;
  const changes = request.changes(request.files);
  if (changes.length === 0) return { ...report, findings: [], unchanged: report.findings.length };
  const byPath = new Map(changes.flatMap((change) => (change.path === null ? [] : [[change.path, change] as const])));
  const absoluteOf = new Map(request.files.map(({ path, absolute }) => [path, absolute]));
  const changeOf = ({ place }: Finding) => byPath.get(absoluteOf.get(place.path) ?? '');
  const isOnChangedLine = (finding: Finding): boolean => {
    const { start, end } = finding.place;
    return changeOf(finding)?.lines.meets(start.line, end.line) ?? false;
  };
  const placeBefore = (finding: Finding): { readonly path: string; readonly line: number } => {
    const { path, start } = finding.place;
    const change = changeOf(finding);
    return {
      path: change?.before ? shown(cwd, change.before) : path,
      line: change?.lines.before(start.line) ?? start.line,
    };
  };

  const affected = affectedFiles(changes, request.reach);
  const isUntouched = ({ place }: Finding) => affected?.has(absoluteOf.get(place.path) ?? '') === false;
  const unchanged = report.findings.filter((finding) => !isOnChangedLine(finding));
  const doubtful = unchanged.filter((finding) => !isUntouched(finding));
  const known = await findingsBefore(new Set(doubtful.map((one) => placeBefore(one).path)), changes, request);
  const old = new Set(unchanged.filter(isUntouched));
  for (const finding of doubtful) {
    const { path, line } = placeBefore(finding);
    const key = keyOf(finding, path, line);
    const left = known.get(key) ?? 0;
    if (left > 0) old.add(finding);
    known.set(key, left - 1);
  }
  const findings = report.findings.filter((finding) => !old.has(finding));
  return { ...report, findings, unchanged: old.size };
}

/** Null when any file may be: a file more or less may change where the imports of all others lead. */
function affectedFiles(changes: readonly Change[], reach: Reach | null): ReadonlySet<string> | null {
  const texts = new Map<string, string>();
  for (const { path, before, text } of changes) {
    if (path === null || path !== before || text === null) return null;
    texts.set(path, text);
  }
  return reach?.affectedBy(texts) ?? null;
}

/** How often each finding was there in the files with these paths, with silenced ones left out. */
async function findingsBefore(
  paths: ReadonlySet<string>,
  changes: readonly Change[],
  request: NewFindingsRequest,
): Promise<Map<string, number>> {
  const { cwd, settingsOf, native, lint } = request;
  const counts = new Map<string, number>();
  if (paths.size === 0) return counts;
  const disk = diskBefore(changes);
  const renamed = new Map(changes.map(({ path, before }) => [path, before]));
  const all = request.files.flatMap(({ absolute }): SourceFile[] => {
    const before = renamed.has(absolute) ? renamed.get(absolute) : absolute;
    if (!before) return [];
    return [{ path: shown(cwd, before), absolute: before, read: () => disk.readText(before) }];
  });
  const files = all.filter(({ path }) => paths.has(path));
  const context = all.filter(({ path }) => !paths.has(path));
  const report = await lint({ files, context, disk, settingsOf, level: 'note', native });
  for (const finding of report.findings) {
    const { path, start } = finding.place;
    const key = keyOf(finding, path, start.line);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What makes two findings the same one: lines that did not change are known by their number, whatever is around them. */
function keyOf({ rule, source, effect }: Finding, path: string, line: number): string {
  return [path, line, rule, normaliseSource(source.join('\n')), effect?.kind, effect?.cost].join('\0');
}
