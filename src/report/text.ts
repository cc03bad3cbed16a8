import type { Finding, Problem, Report, Step } from '../types.ts';
import { textWidth } from './cells.ts';
import { levelPaint, type Palette, palette } from './colour.ts';
import { clip, excerptOf } from './excerpt.ts';
import type { ReportOptions } from './options.ts';
import { headline, leftOut, statisticsTable, summarise } from './summary.ts';
import { at, count, oneLine } from './words.ts';

/** Line numbers stand right-aligned before it, everything else about a finding stands below it. */
const GUTTER = 5;
const NARROWEST = 40;

export function text(report: Report, options: ReportOptions): string {
  const page: Page = { colours: palette(options.colour), width: Math.max(options.width, NARROWEST) };
  const lines: string[] = [];
  for (const finding of report.findings) lines.push(...findingLines(finding, page), '');
  for (const problem of report.problems) lines.push(problemLine(problem, page));
  if (report.problems.length > 0) lines.push('');
  if (options.statistics && report.findings.length > 0) lines.push(...statisticsTable(report), '');
  lines.push(...summaryLines(report, page));
  if (options.statistics) {
    // Reports that were merged do not say how long it took.
    const time = report.elapsed === 0 ? '' : ` in ${(report.elapsed / 1000).toFixed(2)} s`;
    lines.push(`checked ${count(report.files, 'file')}${time}`);
  }
  return `${lines.join('\n')}\n`;
}

interface Page {
  readonly colours: Palette;
  readonly width: number;
}

function findingLines(finding: Finding, page: Page): string[] {
  const { bold, dim } = page.colours;
  const paint = levelPaint(page.colours, finding.level);
  const { source, indent, carets, continues } = excerptOf(finding, page.width - GUTTER - 2);
  const underline = paint(`${carets}${continues ? '...' : ''}`);
  const number = String(finding.place.start.line).padStart(GUTTER - 1);
  const label = labelOf(finding);
  return [
    `${bold(at(finding.place))}: ${paint(bold(finding.level))}[${finding.rule}] ${bold(oneLine(finding.message))}`,
    `${dim(`${number} |`)} ${source}`.trimEnd(),
    `${dim(margin('|'))} ${indent}${underline}${label === '' ? '' : ` ${paint(label)}`}`,
    ...finding.chain.flatMap((step) => stepLines(step, '>', finding, page)),
    ...explained('why', finding.why, page),
    ...explained('help', finding.advice, page),
    ...finding.related.flatMap((step) => stepLines(step, '+', finding, page)),
  ];
}

function labelOf({ place, effect, certainty, function: name }: Finding): string {
  const parts: string[] = [];
  if (place.end.line > place.start.line) parts.push(`to line ${place.end.line}`);
  if (effect) parts.push(effect.kind, effect.cost);
  if (certainty) parts.push(certainty);
  if (name !== '<module>' && name !== '') parts.push(`in ${oneLine(name)}`);
  return parts.join(', ');
}

function stepLines(step: Step, sign: string, finding: Finding, page: Page): string[] {
  const { dim, bold } = page.colours;
  const where = step.place ? bold(at(step.place)) : oneLine(step.name);
  const lines = [`${dim(margin(sign))} ${where}: ${oneLine(step.text)}`];
  const alreadyShown = step.place && at(step.place) === at(finding.place);
  if (step.place && !alreadyShown && step.source.trim() !== '') {
    lines.push(`${dim(margin('|'))}   ${dim(clip(step.source.trim(), page.width - GUTTER - 4))}`);
  }
  return lines;
}

function explained(word: string, explanation: string, page: Page): string[] {
  if (explanation === '') return [];
  const lead = `${margin('=')} ${word}: `;
  const [first = '', ...rest] = wrap(oneLine(explanation), page.width - lead.length);
  const { dim, cyan } = page.colours;
  return [
    `${dim(margin('='))} ${cyan(`${word}:`)} ${first}`,
    ...rest.map((line) => `${' '.repeat(lead.length)}${line}`),
  ];
}

function problemLine({ path, line, message }: Problem, { colours }: Page): string {
  const where = path === null ? '' : `${colours.bold(oneLine(line === null ? path : `${path}:${line}`))}: `;
  return `${where}${colours.red(colours.bold('problem'))}: ${oneLine(message)}`;
}

function summaryLines(report: Report, { colours }: Page): string[] {
  const summary = summarise(report);
  const clean = summary.findings === 0 && summary.problems === 0;
  const rest = leftOut(summary);
  if (clean) return [`${colours.green(headline(summary, report.shard))}${rest === '' ? '' : ` (${rest})`}`];
  const lines = [colours.bold(headline(summary, report.shard))];
  const groups = { rule: summary.rules, cost: summary.costs, kind: summary.kinds };
  for (const [name, counts] of Object.entries(groups)) {
    const entries = Object.entries(counts).filter(([, amount]) => amount > 0);
    entries.sort(([, a], [, b]) => b - a);
    if (entries.length > 0)
      lines.push(`  by ${name}: ${entries.map(([key, amount]) => `${key} ${amount}`).join(', ')}`);
  }
  if (rest !== '') lines.push(`  ${rest}`);
  return lines;
}

function margin(sign: string): string {
  return sign.padStart(GUTTER + 1);
}

/** Breaks at spaces, never inside backticks: what stands there may be copied. */
function wrap(words: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.match(/(?:`[^`]*`|\S)+/g) ?? []) {
    if (line !== '' && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
