import { FileError, realPath } from '../files.ts';
import { count } from '../report/words.ts';
import type { Finding, Problem, Report } from '../types.ts';
import { UsageError } from './io.ts';
import type { CommandLine } from './parse.ts';

/** What is to be written to the files after linting. */
export interface Mending {
  readonly fix: boolean;
  /** What --add-ignore gives as the reason; null when it was not asked for. */
  readonly reason: string | null;
}

export interface Mended {
  /** What is left. */
  readonly report: Report;
  /** What was done, a line each without its end. */
  readonly notes: readonly string[];
}

/** Null when nothing is to be written. Throws UsageError. */
export function mendingAsked(line: CommandLine, isStdin: boolean): Mending | null {
  const reason = line.value('reason');
  const flag = line.has('fix') ? '--fix' : '--add-ignore';
  if (reason !== null) checkReason(reason, line.has('add-ignore'));
  if (!line.has('fix') && !line.has('add-ignore')) return null;
  if (line.has('update-baseline')) throw new UsageError(`--update-baseline and ${flag} exclude each other`);
  if (isStdin) throw new UsageError(`${flag} changes files, and - (standard input) is none`);
  return { fix: line.has('fix'), reason: line.has('add-ignore') ? (reason?.trim() ?? DEFAULT_REASON) : null };
}

const DEFAULT_REASON = 'here before nostall';

function checkReason(reason: string, isUsed: boolean): void {
  if (!isUsed) throw new UsageError('--reason goes with --add-ignore');
  if (reason.trim() === '') throw new UsageError('--reason is empty');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f\u2028\u2029]/.test(reason)) throw new UsageError('--reason must be one line of text');
  const other = /#\s*(?:noqa|nostall|type|pylint|pyright|mypy|fmt|pragma)\b/i.exec(reason);
  if (other) throw new UsageError(`--reason holds what reads like another comment: ${other[0]}`);
}

/** `files` are those that were linted; `again` lints them as they are then. */
export async function mended(
  { fix, reason }: Mending,
  files: readonly { readonly path: string; readonly absolute: string }[],
  first: Report,
  again: () => Promise<Report>,
): Promise<Mended> {
  const { fixFiles } = await import('../edit/fix-files.ts');
  const { IgnoreComments } = await import('../edit/ignore-files.ts');
  const absolutes = new Map(onePerFile(files).map(({ path, absolute }) => [path, absolute]));
  const problems = new Map<string, Problem>();
  const notes: string[] = [];
  let report = first;

  if (fix) {
    const mendedIn = new Set<string>();
    let fixed = 0;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const done = fixFiles(perFile(report.findings, absolutes), guard);
      if (done.size === 0) break;
      for (const [path, amount] of done) {
        mendedIn.add(path);
        fixed += amount;
      }
      report = await again();
    }
    notes.push(`${fixed} fixed${fixed === 0 ? '' : ` in ${count(mendedIn.size, 'file')}`}`);
  }

  if (reason !== null) {
    const comments = await IgnoreComments.open(reason);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      if (!comments.write(perFile(report.findings, absolutes), guard)) break;
      report = await again();
    }
    const { added, extended, files: changed } = comments.summary();
    const parts = [`${count(added, 'comment')} added`];
    if (extended > 0) parts.push(`${count(extended, 'comment')} extended`);
    notes.push(`${parts.join(', ')}${changed === 0 ? '' : ` in ${count(changed, 'file')}`}`);
  }
  return { report: { ...report, problems: [...report.problems, ...problems.values()] }, notes };

  /** A file that cannot be changed costs its own findings only, and is named once. */
  function guard(path: string, change: () => string | null): void {
    let message: string | null;
    try {
      message = change();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      message = `cannot be ${error.verb === 'write' ? 'written' : 'read'}: ${error.reason}`;
    }
    if (message !== null) problems.set(path, { path, line: null, message });
  }
}

/** A change may bring out what stood behind it, so that several rounds can be needed; this many only when something is amiss. */
const MOST_ROUNDS = 10;

/** What is written under one name is written under the others. */
function onePerFile<File extends { readonly absolute: string }>(files: readonly File[]): File[] {
  const byRealPath = new Map<string, File>();
  for (const file of files) {
    const real = realPath(file.absolute);
    if (!byRealPath.has(real)) byRealPath.set(real, file);
  }
  return [...byRealPath.values()];
}

function perFile(findings: readonly Finding[], absolutes: ReadonlyMap<string, string>) {
  const out = new Map<string, { absolute: string; findings: Finding[] }>();
  for (const finding of findings) {
    const { path } = finding.place;
    const absolute = absolutes.get(path);
    const known = out.get(path);
    if (known) known.findings.push(finding);
    else if (absolute !== undefined) out.set(path, { absolute, findings: [finding] });
  }
  return out;
}
