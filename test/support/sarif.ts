import type { Log, Run } from 'sarif';

/** The only run of a log. */
export function runOf(output: string): Run {
  const log: Log = JSON.parse(output);
  return log.runs[0] as Run;
}
