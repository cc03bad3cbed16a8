import type { Log, Run } from 'sarif';
import { Fields, ReportError } from './fields.ts';

/** The one run of a SARIF log that nostall wrote, with all that merging reads checked. Throws ReportError. */
export function runOf(document: unknown): Run {
  const log = new Fields(document, '');
  const version = log.text('version');
  if (version !== '2.1.0') throw new ReportError(`version: expected "2.1.0", found ${JSON.stringify(version)}`);
  const runs = log.list('runs', (run) => run);
  const [run] = runs;
  if (run === undefined || runs.length > 1) throw new ReportError('runs: expected one run');
  const driver = run.fields('tool').fields('driver');
  const name = driver.text('name');
  if (name !== 'nostall') {
    throw new ReportError(`runs[0].tool.driver.name: expected "nostall", found ${JSON.stringify(name)}`);
  }
  driver.text('version');
  ifAny(driver, 'rules', (rule) => rule.text('id'));
  ifAny(run, 'invocations', (invocation) => ifAny(invocation, 'toolExecutionNotifications', checkStatement));
  if (run.has('properties')) run.fields('properties');
  run.list('results', (result) => {
    checkStatement(result);
    ifAny(result, 'suppressions', () => {});
  });
  return (document as Log).runs[0] as Run;
}

/** What results and notifications have in common. */
function checkStatement(statement: Fields): void {
  const message = statement.fields('message');
  if (message.has('text')) message.text('text');
  ifAny(statement, 'locations', (location) => {
    if (!location.has('physicalLocation')) return;
    const physical = location.fields('physicalLocation');
    if (physical.has('region')) physical.fields('region');
    if (!physical.has('artifactLocation')) return;
    const artifact = physical.fields('artifactLocation');
    if (artifact.has('uri') && !isEncoded(artifact.text('uri'))) artifact.fail('uri', 'a percent-encoded path');
  });
}

function ifAny(fields: Fields, key: string, read: (item: Fields) => void): void {
  if (fields.has(key)) fields.list(key, read);
}

function isEncoded(uri: string): boolean {
  try {
    decodeURIComponent(uri);
    return true;
  } catch {
    return false;
  }
}
