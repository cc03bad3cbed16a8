import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { writeText } from '../files.ts';
import { type Formatter, formats } from '../report/index.ts';
import type { Problem, Report } from '../types.ts';
import type { Io } from './io.ts';
import type { Output } from './outputs.ts';
import type { CommandLine } from './parse.ts';
import { wantsColour } from './terminal.ts';

export function writeReports(outputs: readonly Output[], report: Report, line: CommandLine, io: Io): void {
  const isClean = report.findings.length === 0 && report.problems.length === 0;
  for (const { format, file } of outputs) {
    const formatter: Formatter = formats[format];
    const text = formatter(report, {
      colour: wantsColour(line.value('color'), io.env, file === null ? io.stdout : null),
      width: (file === null ? io.stdout.columns : undefined) ?? 100,
      statistics: line.has('statistics'),
      sarifCategory: line.value('sarif-category'),
      includeSuppressed: line.has('sarif-include-suppressed'),
      onWarning: (text) => {
        if (!line.has('quiet')) io.stderr.write(`nostall: warning: ${text}\n`);
      },
      gzipSize,
    });
    if (file !== null) writeText(resolve(io.cwd, file), text);
    else if (!(isClean && line.has('quiet') && FOR_PEOPLE.has(format))) io.stdout.write(text);
  }
  const isTold = outputs.some(({ format, file }) => file === null && FOR_PEOPLE.has(format));
  if (!isTold) complain(report.problems, io);
}

/** Formats that are read rather than parsed; they name the problems themselves. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['text', 'concise']);

export function complain(problems: readonly Problem[], io: Io): void {
  for (const { path, line, message } of problems) {
    const where = path === null ? '' : `${path}${line === null ? '' : `:${line}`}: `;
    io.stderr.write(`nostall: ${where}${message}\n`);
  }
}

/** In bytes. */
export function gzipSize(text: string): number {
  // Few reports ask, and none can wait for a promise.
  const { gzipSync } = createRequire(import.meta.url)('node:zlib') as typeof import('node:zlib');
  return gzipSync(text).length;
}
