import type { Finding, Level, Problem, Report } from '../types.ts';
import { loudestFirst, outcomeOf, storyOf } from './story.ts';
import { oneLine, sentences } from './words.ts';

/** Azure knows no third type: a note that is a warning is seen, a note that is a line of the log is not. */
const TYPES: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'warning' };

/**
 * Logging commands of Azure Pipelines, then one line for people who read the log. The agent keeps the first ten of each
 * type, so what kept nostall from its work stands before all else, and notes stand behind warnings.
 */
export function azure(report: Report): string {
  const lines = [...report.problems.map(problemIssue), ...loudestFirst(report).map(findingIssue), outcomeOf(report)];
  return lines.map((line) => `${line}\n`).join('');
}

function findingIssue(finding: Finding): string {
  const { level, rule, place } = finding;
  const properties = {
    type: TYPES[level],
    sourcepath: place.path,
    linenumber: place.start.line,
    columnnumber: place.start.column,
    code: rule,
  };
  return logIssue(properties, storyOf(finding).join('\n'));
}

function problemIssue({ path, line, message }: Problem): string {
  const place = path === null ? {} : { sourcepath: path, ...(line !== null && { linenumber: line }) };
  return logIssue({ type: 'error', ...place, code: 'nostall' }, oneLine(sentences(message)));
}

function logIssue(properties: Readonly<Record<string, string | number>>, message: string): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `##vso[task.logissue ${pairs.join(';')}]${escapeMessage(message)}`;
}

/** Azure's own escape of the percent sign, which goes first. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(']', '%5D').replaceAll(';', '%3B');
}
