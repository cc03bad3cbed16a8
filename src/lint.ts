import type { CachePlace } from './cache/place.ts';
import type { Clock } from './clock.ts';
import type { ConfigRequest } from './config/resolve.ts';
import type { Settings } from './config/settings.ts';
import type { Disk } from './files.ts';
import { lintParts } from './lint-parts.ts';
import { reportOf } from './parts.ts';
import type { SourceFile } from './source-file.ts';
import type { Level, Problem, Report } from './types.ts';

/** Who makes use of what. */
export interface Reach {
  /**
   * Absolute paths of the files that may be judged otherwise where these texts, by absolute path, stood in place of what is
   * there now; null when any may.
   */
  readonly affectedBy: (texts: ReadonlyMap<string, string>) => ReadonlySet<string> | null;
}

export interface LintOptions {
  readonly files: readonly SourceFile[];
  /** Files of the same run that others lint: what is linted may import them. */
  readonly context?: readonly SourceFile[];
  /** Where all other files come from; no threads unless it is the real one. */
  readonly disk?: Disk;
  /** Absolute folder of the project, which imports start from; the folder of shown paths when absent. */
  readonly root?: string;
  readonly settingsOf: (absolute: string) => Settings;
  /** The quietest level that is reported. */
  readonly level: Level;
  /** What could not be used, found before linting; passed through to the report. */
  readonly problems?: readonly Problem[];
  readonly onProgress?: (done: number, total: number) => void;
  /** Parse with the native tree-sitter instead of the WebAssembly one. */
  readonly native?: boolean;
  /** Whether files without code for an event loop are parsed only when something reaches them, as is usual; the report is the same. */
  readonly sieve?: boolean;
  /** Whether another thread may parse what this one is going to lint. */
  readonly ahead?: AheadOptions | undefined;
  /** Told what the time went into. */
  readonly clock?: Clock;
  /** What is kept from one run to the next; nothing when absent. */
  readonly cache?: CachePlace;
  /** Told what is known of who makes use of what, when there is a cache. */
  readonly onReach?: (reach: Reach) => void;
  /** Lint in this many threads; in this one when absent. */
  readonly threads?: Threads | undefined;
}

export interface AheadOptions {
  /** Bytes of source from which on that pays. */
  readonly least?: number;
  /** Code of the thread, when not nostall's own. */
  readonly entry?: URL;
}

/** A thread cannot be handed functions: in threads, files are read from the disk, and settings made from the request. */
export interface Threads {
  readonly jobs: number;
  readonly request: ConfigRequest;
  /** Code of a thread, when not nostall's own. */
  readonly entry?: URL;
}

/** The pipeline: read, parse, index, judge by rules, silence, report. */
export async function lint(options: LintOptions): Promise<Report> {
  const started = performance.now();
  return reportOf(await lintParts(options), options.problems ?? [], started);
}
