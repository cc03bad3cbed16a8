import { dirname, join } from 'node:path';
import { type Disk, readTextIfAny, writeText, writeTextAtOnce } from '../files.ts';
import type { Finding } from '../types.ts';

/** Raised when what is kept means something else than before. */
const FORMAT = 1;

/** Where a run keeps what it found out. */
export interface CachePlace {
  /** Absolute folder of the project. */
  readonly root: string;
  /** Absolute folder that shown paths start from. */
  readonly cwd: string;
  /** Absolute folder, made when it is not there. */
  readonly folder: string;
  /** Lists the folders of the project; the real disk when absent. */
  readonly disk?: Disk;
  /** The same for runs of the same build of nostall. */
  readonly build: string;
}

/** What is known of a file as it was; paths are relative to the root, or absolute beyond it. */
export interface FileState {
  readonly size: number;
  /** Milliseconds. */
  readonly mtime: number;
  /** Of the content; null when it changed while it was read. */
  readonly hash: string | null;
  /** Classes with bases: name, last names of the bases, and a digest of the whole. */
  readonly classes: readonly (readonly [name: string, bases: readonly string[], digest: string])[];
}

/** What judging a file gave. */
export interface FileRecord {
  /** Of the settings it was judged by. */
  readonly settings: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly hidden: number;
}

/** All that is kept: one file on the disk. */
export interface Store {
  /** When the run began, in milliseconds; a file that was written after that may have been read before. */
  readonly begun: number;
  readonly files: Readonly<Record<string, FileState>>;
  readonly records: Readonly<Record<string, FileRecord>>;
  /** What each file made use of: paths, and questions for the heirs of a class. */
  readonly reached: Readonly<Record<string, readonly string[]>>;
}

export const EMPTY: Store = { begun: 0, files: {}, records: {}, reached: {} };

/** Empty when there is none, or none that can be used: nothing depends on it but time. */
export function readStore(path: string): Store {
  try {
    const text = readTextIfAny(path);
    if (text === null) return EMPTY;
    const { format, ...store } = JSON.parse(text) as Store & { format: unknown };
    return format === FORMAT && isStore(store) ? store : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** What cannot be written, as in a checkout that is read-only, is worked out again the next time. */
export function writeStore(path: string, store: Store): void {
  try {
    const folder = dirname(path);
    // As https://bford.info/cachedir has it, for backups; and for git.
    writeText(join(folder, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
    writeText(join(folder, '.gitignore'), '*\n');
    writeTextAtOnce(path, JSON.stringify({ format: FORMAT, ...store }));
  } catch {
    return;
  }
}

function isStore(value: Partial<Store>): boolean {
  const { begun, files, records, reached } = value;
  return typeof begun === 'number' && [files, records, reached].every((one) => typeof one === 'object' && one !== null);
}
