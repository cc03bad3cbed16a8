import type { Log, Notification, Result, Run } from 'sarif';
import { automationOf, notification } from '../report/sarif.ts';
import { type Cut, isAboutShown, withinLimits } from '../report/sarif-limits.ts';
import { LEVELS, type Level } from '../types.ts';
import { once, rulesById, theVersion } from './reports.ts';

export function shardOf(run: Run): string | null {
  const shard: unknown = run.properties?.shard;
  return typeof shard === 'string' ? shard : null;
}

/** One log of several runs, as one run would have written it. The rest as in the options of a report. */
export function mergeRuns(
  runs: readonly [Run, ...Run[]],
  category: string | null,
  gzipSize: (text: string) => number,
): Cut<Found> {
  const [first] = runs;
  const { shard: _, ...properties } = first.properties ?? {};
  const { properties: __, ...frame } = first;
  theVersion(runs.map(({ tool }) => tool.driver.version));
  const rules = rulesById(runs.map(({ tool }) => tool.driver.rules ?? []));
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const results = once(runs.flatMap((run) => run.results ?? [])).sort(byPlace);
  for (const result of results) {
    const index = indexOf.get(result.ruleId ?? '');
    if (index !== undefined) result.ruleIndex = index;
  }
  const notifications = once(runs.flatMap(notificationsOf)).sort(byText);
  const isSuccessful = runs.every((run) => (run.invocations ?? []).every((one) => one.executionSuccessful));
  const logOf = (kept: readonly Found[], warnings: readonly string[]): string => {
    const told = [...notifications, ...warnings.map(notification)];
    const run: Run = {
      ...frame,
      ...automationOf(category),
      tool: { driver: { ...first.tool.driver, rules } },
      ...(Object.keys(properties).length > 0 && { properties }),
      invocations: [{ executionSuccessful: isSuccessful, toolExecutionNotifications: told }],
      results: kept.map(({ result }) => result),
    };
    const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
    return `${JSON.stringify(log)}\n`;
  };
  return withinLimits(results.map(foundOf), logOf, gzipSize);
}

export interface Found {
  readonly level: Level;
  readonly suppression: unknown;
  readonly result: Result;
}

function foundOf(result: Result): Found {
  const level = LEVELS.find((one) => one === result.level) ?? 'warning';
  return { level, suppression: result.suppressions?.[0] ?? null, result };
}

/** How many of its results GitHub shows is another matter for a part than for the whole. */
function notificationsOf(run: Run): Notification[] {
  const all = (run.invocations ?? []).flatMap((one) => one.toolExecutionNotifications ?? []);
  return all.filter(({ message }) => !isAboutShown(message.text ?? ''));
}

/** The order of a report; suppressed results come last, as they do there. */
function byPlace(left: Result, right: Result): number {
  const a = keyOf(left);
  const b = keyOf(right);
  for (const [at, one] of a.entries()) {
    const other = b[at] as string | number;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function keyOf({ suppressions, locations, ruleId = '', message }: Result): (string | number)[] {
  const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
  const path = decodeURIComponent(artifactLocation?.uri ?? '');
  const isSuppressed = (suppressions?.length ?? 0) > 0 ? 1 : 0;
  return [isSuppressed, path, region?.startLine ?? 0, region?.startColumn ?? 0, ruleId, message.text ?? ''];
}

function byText(left: Notification, right: Notification): number {
  const a = placeOf(left);
  const b = placeOf(right);
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || ((left.message.text ?? '') < (right.message.text ?? '') ? -1 : 1);
}

function placeOf({ locations }: Notification): { path: string; line: number } {
  const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
  return { path: decodeURIComponent(artifactLocation?.uri ?? ''), line: region?.startLine ?? 0 };
}
