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
  /** Told, in a sentence with its period, of each thing that a format left out because its readers take no more. */
  readonly onWarning?: (text: string) => void;
  /** Bytes of a text when compressed with gzip. Without it nobody checks that SARIF stays below what GitHub takes. */
  readonly gzipSize?: (text: string) => number;
}

/** What stands in a file or on standard output: ends with a line end, or is empty. */
export type Formatter = (report: Report, options: ReportOptions) => string;
