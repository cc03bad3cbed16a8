import type { Report } from '../types.ts';
import { findingJson, problemJson } from './json.ts';
import { summarise } from './summary.ts';

/** One finding a line, as in `json`; the last line holds the summary and the problems. */
export function jsonLines(report: Report): string {
  const last = { summary: summarise(report), problems: report.problems.map(problemJson) };
  return [...report.findings.map(findingJson), last].map((line) => `${JSON.stringify(line)}\n`).join('');
}
