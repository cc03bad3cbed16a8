import { dirname, join } from 'node:path';
import { pathKind, readBytes, writeText, writeTextAtOnce } from '../files.ts';
import type { ScannedClass } from '../project/headers.ts';
import type { Finding } from '../types.ts';
import { lineOf, Table } from './table.ts';

/** Raised when what is kept means something else than before. */
const FORMAT = 2;

/** What judging a file gave; most give nothing, and of those only the number of the settings is kept. */
export type FileRecord =
  | number
  | readonly [settings: number, hidden: number, findings: readonly Finding[], suppressed: readonly Finding[]];

/** In place of the number of settings: nothing is known of the file. */
export const NOTHING_KNOWN = -1;

/** Numbers of files, questions for the heirs of a class, and paths of what is no file of the project. */
export type FileUses = readonly (number | string)[];

/**
 * All that is kept: one file on the disk. A line of JSON that every run reads, then tables with a line for each file of
 * the project, read when they are needed: what a run needs in which nothing has changed comes first.
 */
export interface Store {
  /** When the run began, in milliseconds; a file that was written after that may have been read before. */
  readonly begun: number;
  /** Relative to the root, or absolute beyond it. */
  readonly paths: readonly string[];
  readonly sizes: readonly number[];
  /** Milliseconds. */
  readonly mtimes: readonly number[];
  /** Of the settings that files were judged by; records have their positions. */
  readonly settings: readonly string[];
  readonly records: Table<FileRecord>;
  /** Of the content; null when it changed while it was read. */
  readonly hashes: Table<string | null>;
  /** What each file made use of. */
  readonly uses: Table<FileUses>;
  /** With bases. */
  readonly classes: Table<readonly ScannedClass[]>;
}

const TABLES = ['records', 'hashes', 'uses', 'classes'] as const;

type Head = Omit<Store, (typeof TABLES)[number]> & { readonly format: number; readonly lengths: readonly number[] };

/** Null when there is none, or none that can be used: nothing depends on it but time. */
export function readStore(path: string): Store | null {
  try {
    if (pathKind(path) !== 'file') return null;
    const { buffer, byteOffset, length: size } = readBytes(path);
    const bytes = Buffer.from(buffer, byteOffset, size);
    const end = bytes.indexOf('\n');
    const head = JSON.parse(bytes.toString('latin1', 0, end)) as Head;
    if (head.format !== FORMAT || !isHead(head)) return null;
    let at = end + 1;
    if (at + head.lengths.reduce((sum, length) => sum + length, 0) !== bytes.length) return null;
    const [records, hashes, uses, classes] = head.lengths.map((length) => {
      at += length;
      return bytes.subarray(at - length, at);
    }) as [Buffer, Buffer, Buffer, Buffer];
    return {
      ...head,
      records: new Table(records),
      hashes: new Table(hashes),
      uses: new Table(uses),
      classes: new Table(classes),
    };
  } catch {
    return null;
  }
}

/** What cannot be written, as in a checkout that is read-only, is worked out again the next time. */
export function writeStore(path: string, store: Store): void {
  try {
    const folder = dirname(path);
    // As https://bford.info/cachedir has it, for backups; and for git.
    writeText(join(folder, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
    writeText(join(folder, '.gitignore'), '*\n');
    const { begun, paths, sizes, mtimes, settings } = store;
    const tables = TABLES.map((name) => store[name].text());
    const lengths = tables.map((text) => text.length);
    const head: Head = { format: FORMAT, lengths, begun, paths, sizes, mtimes, settings };
    writeTextAtOnce(path, [lineOf(head), '\n', ...tables].join(''));
  } catch {
    return;
  }
}

function isHead({ lengths, begun, paths, sizes, mtimes, settings }: Partial<Head>): boolean {
  const lists = [lengths, paths, sizes, mtimes, settings];
  return typeof begun === 'number' && lists.every(Array.isArray) && lengths?.length === TABLES.length;
}

/** Where nothing is known of any file. */
export function nothingOf(paths: readonly string[]): Store {
  const none = paths.map(() => 0);
  return {
    begun: 0,
    paths,
    sizes: none,
    mtimes: none,
    settings: [],
    records: Table.of(paths.map((): FileRecord => NOTHING_KNOWN)),
    hashes: Table.of(paths.map((): string | null => null)),
    uses: Table.of(paths.map((): FileUses => [])),
    classes: Table.of(paths.map((): readonly ScannedClass[] => [])),
  };
}
