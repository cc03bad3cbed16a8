import type { Finding } from '../../src/types.ts';
import type { Expectation, Expectations } from './expectations.ts';

/** What of a finding is compared; `lint()`'s findings fit. */
export type Found = Pick<Finding, 'rule' | 'level' | 'message' | 'why' | 'advice' | 'place'>;

/** One line for each difference, `path:line: ...`, in order; empty when the findings are exactly those expected. */
export function differences(path: string, expectations: Expectations, findings: readonly Found[]): string[] {
  const out: { line: number; text: string }[] = [];
  const report = (line: number, text: string) => out.push({ line, text });
  for (const fault of expectations.faults) report(fault.line, fault.message);

  const due = expectations.expected.filter((one) => one.gap !== 'missing');
  const pairs = pairUp(due, findings);
  for (const one of due) {
    if (pairs.has(one)) continue;
    if (one.gap === 'spurious') report(one.line, `the false alarm is gone, drop (spurious): ${written(one)}`);
    else report(one.line, `expected ${written(one)}`);
  }
  const taken = new Set(pairs.values());
  for (const finding of findings) {
    if (taken.has(finding)) continue;
    const { line } = finding.place.start;
    const missing = expectations.expected.find((one) => one.gap === 'missing' && fits(one, finding));
    if (missing !== undefined) report(line, `the missed alarm is found now, drop (missing): ${shown(finding)}`);
    else if (expectations.okLines.includes(line)) report(line, `said to be silent, but found ${shown(finding)}`);
    else report(line, `unexpected ${shown(finding)}`);
  }
  return out.sort((a, b) => a.line - b.line).map(({ line, text }) => `${path}:${line}: ${text}`);
}

/** A largest matching (augmenting paths), so that a vague expectation never takes the only finding of a precise one. */
function pairUp(due: readonly Expectation[], findings: readonly Found[]): Map<Expectation, Found> {
  const owner = new Map<Found, Expectation>();
  const place = (one: Expectation, tried: Set<Found>): boolean => {
    for (const finding of findings) {
      if (tried.has(finding) || !fits(one, finding)) continue;
      tried.add(finding);
      const before = owner.get(finding);
      if (before !== undefined && !place(before, tried)) continue;
      owner.set(finding, one);
      return true;
    }
    return false;
  };
  for (const one of due) place(one, new Set());
  return new Map([...owner].map(([finding, one]) => [one, finding]));
}

function fits(one: Expectation, finding: Found): boolean {
  const { start } = finding.place;
  if (one.rule !== finding.rule || one.line !== start.line) return false;
  if (one.column !== null && one.column !== start.column) return false;
  if (one.level !== null && one.level !== finding.level) return false;
  return one.text === null || [finding.message, finding.why, finding.advice].some((text) => text.includes(one.text!));
}

function written({ rule, column, level, text }: Expectation): string {
  const where = column === null ? '' : `@${column}`;
  return `${rule}${where}${level === null ? '' : `[${level}]`}${text === null ? '' : ` "${text}"`}`;
}

function shown({ rule, level, message, place }: Found): string {
  return `${rule}@${place.start.column}[${level}] "${message}"`;
}
