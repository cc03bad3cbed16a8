import { Clock } from '../clock.ts';
import type { LintOptions } from '../lint.ts';
import type { Linting } from '../lint-parts.ts';
import type { Linter } from '../linter.ts';
import type { PackedIndex } from '../packed-index.ts';
import { type Part, reportOf } from '../parts.ts';
import type { SourceFile } from '../source-file.ts';
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

  const linting: Linting = {
    ...options,
    clock,
    tracks: true,
    ahead: memory.isEmpty ? options.ahead : undefined,
    shelf: memory.shelf,
    classesIn: (absolute) => memory.classesIn(absolute),
    filesBelow: (root) => memory.filesBelow(root),
  };
  const { part, unknown, linter } = await recalled(memory, linting);
  const { parts, made } = unknown.length > 0 ? await linted(unknown, linting, linter) : { parts: [], made: [] };
  clock.time('keep', () => memory.keep(unknown, [part, ...parts], made));
  options.onReach?.(memory);
  return reportOf([part, ...parts], problems, started);
}

/** What is known, the files of which nothing is, and who may lint them. */
export async function recalled(
  memory: Memory,
  options: Linting,
): Promise<ReturnType<Memory['recall']> & { readonly linter: Linter | null }> {
  const linter = memory.mayNarrow ? await narrowed(memory, options) : null;
  const recall = () => memory.recall();
  return { ...(options.clock?.time('recall', recall) ?? recall()), linter };
}

/** Null when there is no parser, which is told when something is linted. */
async function narrowed(memory: Memory, options: Linting): Promise<Linter | null> {
  const [{ makeLinter }, { isSeenOutside }] = await Promise.all([
    import('../linter.ts'),
    import('../narrow/seen-outside.ts'),
  ]);
  try {
    const linter = await makeLinter(options, memory.shelf);
    const narrow = () => memory.narrow(isSeenOutside, linter.indexAt);
    if (options.clock) options.clock.time('recall', narrow);
    else narrow();
    return linter;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return null;
  }
}

/** As many files as are linted before other threads would have begun. */
const FEW = 50;

async function linted(
  files: readonly SourceFile[],
  options: Linting,
  linter: Linter | null,
): Promise<{ readonly parts: readonly Part[]; readonly made: readonly PackedIndex[] }> {
  if (linter !== null && files.length <= FEW) {
    const part = linter.lint(files, (position) => options.onProgress?.(position, files.length));
    options.clock?.add(part.times);
    return { parts: [part], made: [...linter.indexes.made()] };
  }
  const { lintParts } = await import('../lint-parts.ts');
  const asked = new Set(files);
  const context = [...options.files.filter((file) => !asked.has(file)), ...(options.context ?? [])];
  const made: PackedIndex[] = [];
  const onIndexes = (some: Iterable<PackedIndex>) => void made.push(...some);
  return { parts: await lintParts({ ...options, files, context, onIndexes }), made };
}
