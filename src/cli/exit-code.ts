import { isAsLoudAs } from '../levels.ts';
import { count } from '../report/words.ts';
import type { Level } from '../types.ts';
import { levelAsked } from './asked.ts';
import { type Io, UsageError } from './io.ts';
import type { CommandLine } from './parse.ts';

/** When findings make a run fail. */
export interface Tolerance {
  /** The quietest level that counts; null for all that is shown. */
  readonly failOn: Level | null;
  readonly most: number;
  readonly exitZero: boolean;
}

/** Throws UsageError. */
export function toleranceOf(line: CommandLine): Tolerance {
  const failOn = line.value('fail-on') as Level | null;
  const level = levelAsked(line);
  if (line.command === 'check' && failOn !== null && !isAsLoudAs(failOn, level)) {
    throw new UsageError(`--fail-on ${failOn} asks for what --level ${level} leaves out`);
  }
  const typed = line.value('max-findings') ?? '0';
  if (!/^\d{1,9}$/.test(typed)) throw new UsageError(`--max-findings: expected a number, found "${typed}"`);
  return { failOn, most: Number(typed), exitZero: line.has('exit-zero') };
}

/** As much of a report as the exit code depends on. */
export interface Outcome {
  readonly findings: readonly { readonly level: Level }[];
  readonly problems: readonly unknown[];
}

/** 0, 1 or 2, as the help says. That findings are tolerated is told, so that a passing run with findings is no riddle. */
export function exitCode(report: Outcome, { failOn, most, exitZero }: Tolerance, io: Io, isQuiet: boolean): number {
  if (report.problems.length > 0) return 2;
  const counted = report.findings.filter(({ level }) => failOn === null || isAsLoudAs(level, failOn)).length;
  if (counted === 0 || exitZero) return 0;
  const told = `${count(counted, 'finding')}, ${most} allowed by --max-findings`;
  if (most > 0 && !isQuiet) io.stderr.write(`nostall: ${counted > most ? 'too many: ' : ''}${told}\n`);
  return counted > most ? 1 : 0;
}
