import type { Invocation, Log, Notification, Run } from 'sarif';
import { homepage } from '../homepage.ts';
import { type Finding, LEVELS, type Problem, type Report } from '../types.ts';
import type { ReportOptions } from './options.ts';
import { artifactLocation, SOURCE_ROOT } from './sarif-places.ts';
import { MOST_LOCATIONS, resultOf, stepsCut } from './sarif-results.ts';
import { ruleDescriptor } from './sarif-rules.ts';
import { count, wellFormed } from './words.ts';

/** GitHub rejects a run with more. */
const MOST_RESULTS = 25_000;

export function sarif(report: Report, options: ReportOptions): string {
  const all = options.includeSuppressed ? [...report.findings, ...report.suppressed] : report.findings;
  const kept = loudest(all, MOST_RESULTS);
  const indexOf = new Map(report.rules.map((rule, index) => [rule.id, index]));
  const category = options.sarifCategory?.replace(/\/+$/, '');
  const run: Run = {
    tool: {
      driver: {
        name: 'nostall',
        version: report.version,
        semanticVersion: report.version,
        informationUri: homepage,
        rules: report.rules.map(ruleDescriptor),
      },
    },
    ...(category && { automationDetails: { id: `${category}/` } }),
    invocations: [invocation(report, all, kept)],
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The directory that nostall was started in.' } } },
    columnKind: 'utf16CodeUnits',
    results: kept.map((finding) => resultOf(finding, indexOf.get(finding.rule) ?? null, options.includeSuppressed)),
  };
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log)}\n`;
}

/** Drops suppressed findings first, then the quietest from the end; what stays keeps its order. */
function loudest(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const rank = ({ level, suppression }: Finding) => (suppression ? LEVELS.length : LEVELS.indexOf(level));
  const byRank = findings.toSorted((a, b) => rank(a) - rank(b));
  const kept = new Set(byRank.slice(0, most));
  return findings.filter((finding) => kept.has(finding));
}

/** Successful although files had problems: GitHub refuses the whole report otherwise. */
function invocation(report: Report, all: readonly Finding[], kept: readonly Finding[]): Invocation {
  const notifications = report.problems.map(problemNotification);
  const left = all.length - kept.length;
  if (left > 0) {
    notifications.push(
      notification(`${count(left, 'result')} left out, the quietest: a run holds at most ${MOST_RESULTS}.`),
    );
  }
  for (const finding of kept) {
    const cut = stepsCut(finding);
    if (cut === 0) continue;
    const { path, start } = finding.place;
    const where = `${path}:${start.line}`;
    notifications.push(
      notification(`${count(cut, 'step')} of ${where} left out: a result holds at most ${MOST_LOCATIONS}.`),
    );
  }
  return { executionSuccessful: true, toolExecutionNotifications: notifications };
}

function problemNotification({ path, line, message }: Problem): Notification {
  const problem: Notification = { level: 'error', message: { text: wellFormed(message) } };
  if (path === null) return problem;
  const region = line === null ? {} : { region: { startLine: line } };
  return { ...problem, locations: [{ physicalLocation: { artifactLocation: artifactLocation(path), ...region } }] };
}

function notification(text: string): Notification {
  return { level: 'warning', message: { text: wellFormed(text) } };
}
