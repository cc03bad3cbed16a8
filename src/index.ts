/** The programming interface: what the command line does, without a process around it. */
export { type ConfigRequest, type Configuration, configuration } from './config/resolve.ts';
export type { Settings, SeverityPolicy, Weight } from './config/settings.ts';
export { type LintOptions, lint, type Threads } from './lint.ts';
export { type Format, formats, type ReportOptions } from './report/index.ts';
export { openSession, type Session, type SessionOptions } from './session/session.ts';
export type { SourceFile } from './source-file.ts';
export type * from './types.ts';
export { version } from './version.ts';
