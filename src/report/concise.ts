import type { Problem, Report } from '../types.ts';
import { levelPaint, palette } from './colour.ts';
import type { ReportOptions } from './options.ts';
import { statisticsTable } from './summary.ts';
import { at, oneLine } from './words.ts';

export function concise(report: Report, options: ReportOptions): string {
  const colours = palette(options.colour);
  const lines = report.findings.map((finding) => {
    const level = levelPaint(colours, finding.level)(finding.level);
    return `${colours.bold(at(finding.place))}: ${level} ${finding.rule} ${oneLine(finding.message)}`;
  });
  for (const problem of report.problems)
    lines.push(`${problemPlace(problem)}${colours.red('problem')} ${oneLine(problem.message)}`);
  if (options.statistics && report.findings.length > 0) lines.push('', ...statisticsTable(report));
  return lines.map((line) => `${line}\n`).join('');
}

function problemPlace({ path, line }: Problem): string {
  if (path === null) return '';
  return `${oneLine(line === null ? path : `${path}:${line}`)}: `;
}
