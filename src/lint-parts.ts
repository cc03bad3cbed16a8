import type { AheadOptions, LintOptions } from './lint.ts';
import { type Linter, makeLinter } from './linter.ts';
import type { PackedIndex, Shelf } from './packed-index.ts';
import { emptyPart, type Part } from './parts.ts';
import type { SourceFile } from './source-file.ts';
import type { Ahead } from './workers/ahead.ts';
import type { World } from './world.ts';

/** With what the cache asks, and knows. */
export interface Linting extends LintOptions {
  /** Whether to note which files were made use of. */
  readonly tracks?: boolean;
  /** Indexes of earlier runs, where there is nobody to go ahead. */
  readonly shelf?: Shelf;
  /** Told, in this thread, which indexes were made. */
  readonly onIndexes?: (made: Iterable<PackedIndex>) => void;
  /** What is known of the disk without a look at it. */
  readonly classesIn?: NonNullable<World['classesIn']>;
  readonly filesBelow?: NonNullable<World['filesBelow']>;
}

export async function lintParts(options: Linting): Promise<Part[]> {
  const parts: Part[] = [];
  let files = options.files;
  if (options.threads && options.threads.jobs > 1 && options.disk === undefined) {
    const { lintInThreads } = await import('./workers/pool.ts');
    const outcome = await lintInThreads(options, options.threads);
    parts.push(...outcome.parts);
    files = outcome.left.flatMap(({ start, end }) => options.files.slice(start, end));
  }
  if (files.length > 0 || parts.length === 0) parts.push(await lintHere(options, files));
  for (const { times } of parts) options.clock?.add(times);
  return parts;
}

/** In this thread. When the parser that was asked for cannot be had, that is all there is to tell. */
async function lintHere(options: Linting, files: readonly SourceFile[]): Promise<Part> {
  const ahead = options.disk === undefined && options.ahead ? await goAhead(options, options.ahead) : null;
  try {
    return await lintWith(ahead, options, files);
  } finally {
    await ahead?.end();
  }
}

async function lintWith(ahead: Ahead | null, options: Linting, files: readonly SourceFile[]): Promise<Part> {
  const first = options.files.length - files.length;
  let linter: Linter;
  try {
    linter = await makeLinter(options, ahead ?? options.shelf ?? null);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ...emptyPart(), problems: [{ path: null, line: null, message: error.message }] };
  }
  const part = linter.lint(files, (position) => options.onProgress?.(first + position, options.files.length));
  options.onIndexes?.([...(ahead?.made() ?? []), ...linter.indexes.made()]);
  return part;
}

async function goAhead(options: Linting, asked: AheadOptions): Promise<Ahead | null> {
  return (await import('./workers/ahead.ts')).goAhead(options, asked);
}
