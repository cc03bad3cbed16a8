import { Clock } from '../clock.ts';
import type { LintOptions } from '../lint.ts';
import { reportOf } from '../parts.ts';
import type { Report } from '../types.ts';
import { Memory } from './memory.ts';

/** Lints what has changed since the last run, or is reached by what has; the report is that of linting everything. */
export async function cachedLint(options: LintOptions): Promise<Report> {
  const started = performance.now();
  const { cache, disk, problems = [] } = options;
  const clock = options.clock ?? new Clock();
  const memory =
    cache === undefined || disk !== undefined ? null : clock.time('recall', () => Memory.open(options, cache));
  if (memory === null) return (await import('../lint.ts')).lint(options);

  const { part, unknown } = clock.time('recall', () => memory.recall());
  const parts = [part];
  if (unknown.length > 0) {
    const { lintParts } = await import('../lint.ts');
    const asked = new Set(unknown);
    const context = [...options.files.filter((file) => !asked.has(file)), ...(options.context ?? [])];
    parts.push(...(await lintParts({ ...options, files: unknown, context, tracks: true })));
  }
  clock.time('keep', () => memory.keep(unknown, parts));
  options.onReach?.(memory);
  return reportOf(parts, problems, started);
}
