import type { Finding, Level, Problem, Report } from '../types.ts';
import { loudestFirst, outcomeOf, storyOf } from './story.ts';
import { sentences } from './words.ts';

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Workflow commands, then one line for people who read the log. GitHub keeps the first ten of each level in a step, so
 * what kept nostall from its work stands before all else.
 */
export function github(report: Report): string {
  const lines = [...report.problems.map(problemCommand), ...loudestFirst(report).map(annotation), outcomeOf(report)];
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(finding: Finding): string {
  const { start, end, path } = finding.place;
  const properties: Record<string, string | number> = { file: path, line: start.line, endLine: end.line };
  // The runner drops columns of an annotation over several lines, with a debug message.
  if (start.line === end.line) Object.assign(properties, { col: start.column, endColumn: end.column });
  properties.title = finding.rule;
  return command(COMMANDS[finding.level], properties, storyOf(finding).join('\n'));
}

function problemCommand({ path, line, message }: Problem): string {
  const properties: Record<string, string | number> = {};
  if (path !== null) properties.file = path;
  if (path !== null && line !== null) properties.line = line;
  return command('error', { ...properties, title: 'nostall' }, sentences(message));
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
