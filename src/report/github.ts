import type { Finding, Level, Problem, Report, Step } from '../types.ts';
import { headline, leftOut, summarise } from './summary.ts';
import { at, sentences } from './words.ts';

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** Workflow commands, then one line for people who read the log. */
export function github(report: Report): string {
  const summary = summarise(report);
  const outcome = [headline(summary), leftOut(summary)].filter((part) => part !== '').join('; ');
  const lines = [...report.findings.map(annotation), ...report.problems.map(problemCommand), outcome];
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(finding: Finding): string {
  const { start, end, path } = finding.place;
  const properties: Record<string, string | number> = { file: path, line: start.line, endLine: end.line };
  // The runner drops columns of an annotation over several lines, with a debug message.
  if (start.line === end.line) Object.assign(properties, { col: start.column, endColumn: end.column });
  properties.title = finding.rule;
  const body = [
    sentences(finding.message, finding.why, finding.advice),
    ...finding.chain.map((step) => stepLine('via', step)),
    ...finding.related.map((step) => stepLine('also', step)),
  ];
  return command(COMMANDS[finding.level], properties, body.join('\n'));
}

function problemCommand({ path, line, message }: Problem): string {
  const properties: Record<string, string | number> = {};
  if (path !== null) properties.file = path;
  if (path !== null && line !== null) properties.line = line;
  return command('error', { ...properties, title: 'nostall' }, sentences(message));
}

function stepLine(word: string, { place, name, text }: Step): string {
  return `${word} ${place ? at(place) : name}: ${text}`;
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${pairs.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
