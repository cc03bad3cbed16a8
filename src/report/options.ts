import type { Report } from '../types.ts';

export interface ReportOptions {
  readonly colour: boolean;
  /** Columns of the terminal; source lines are cut to it and explanations are wrapped. */
  readonly width: number;
  /** Adds a table of rule, kind, cost and count to `text` and `concise`; the other formats always carry counts or leave them to the reader. */
  readonly statistics: boolean;
  /** `automationDetails.id` without its final slash. Null leaves the choice to the uploading action, as GitHub prefers. */
  readonly sarifCategory: string | null;
  /** Lists suppressed findings in SARIF. Off by default: GitHub ignores `suppressions` and would open an alert for each. */
  readonly includeSuppressed: boolean;
}

/** What stands in a file or on standard output: ends with a line end, or is empty. */
export type Formatter = (report: Report, options: ReportOptions) => string;
