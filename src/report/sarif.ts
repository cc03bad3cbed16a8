import type { Invocation, Log, Notification, Run, ToolComponent } from 'sarif';
import { homepage } from '../homepage.ts';
import type { Finding, Problem, Report } from '../types.ts';
import type { ReportOptions } from './options.ts';
import { stepWarnings, withinLimits } from './sarif-limits.ts';
import { artifactLocation, SOURCE_ROOT } from './sarif-places.ts';
import { resultOf } from './sarif-results.ts';
import { ruleDescriptor } from './sarif-rules.ts';
import { wellFormed } from './words.ts';

export function sarif(report: Report, options: ReportOptions): string {
  const all = options.includeSuppressed ? [...report.findings, ...report.suppressed] : report.findings;
  const driver = driverOf(report);
  const indexOf = new Map(report.rules.map((rule, index) => [rule.id, index]));
  const logOf = (kept: readonly Finding[], warnings: readonly string[]) => {
    const run: Run = {
      tool: { driver },
      ...automationOf(options.sarifCategory),
      invocations: [invocation(report, [...warnings, ...stepWarnings(kept)])],
      originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The directory that nostall was started in.' } } },
      columnKind: 'utf16CodeUnits',
      results: kept.map((finding) => resultOf(finding, indexOf.get(finding.rule) ?? null, options.includeSuppressed)),
      ...(report.shard !== null && { properties: { shard: report.shard } }),
    };
    const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
    return `${JSON.stringify(log)}\n`;
  };
  const { kept, text, warnings } = withinLimits(all, logOf, options.gzipSize);
  for (const warning of [...warnings, ...stepWarnings(kept)]) options.onWarning?.(warning);
  return text;
}

/** GitHub takes what stands before the last slash for the category. */
export function automationOf(category: string | null): Pick<Run, 'automationDetails'> {
  const name = category?.replace(/\/+$/, '');
  return name ? { automationDetails: { id: `${name}/` } } : {};
}

function driverOf(report: Report): ToolComponent {
  return {
    name: 'nostall',
    version: report.version,
    semanticVersion: report.version,
    informationUri: homepage,
    rules: report.rules.map(ruleDescriptor),
  };
}

/** Successful although files had problems: GitHub refuses the whole report otherwise. */
function invocation(report: Report, warnings: readonly string[]): Invocation {
  const notifications = [...report.problems.map(problemNotification), ...warnings.map(notification)];
  return { executionSuccessful: true, toolExecutionNotifications: notifications };
}

function problemNotification({ path, line, message }: Problem): Notification {
  const problem: Notification = { level: 'error', message: { text: wellFormed(message) } };
  if (path === null) return problem;
  const region = line === null ? {} : { region: { startLine: line } };
  return { ...problem, locations: [{ physicalLocation: { artifactLocation: artifactLocation(path), ...region } }] };
}

export function notification(text: string): Notification {
  return { level: 'warning', message: { text: wellFormed(text) } };
}
