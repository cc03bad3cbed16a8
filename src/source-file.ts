import { FileError, hasMark, readShortly, readText, textIn } from './files.ts';
import { isWorthParsing } from './sieve/sieve.ts';
import type { Problem } from './types.ts';

/** One file to lint. Its text is read when asked for, so that a run holds few texts at once. */
export interface SourceFile {
  /** As shown: relative to the working directory, forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** Throws an Error with a one-line message when the file cannot be read. */
  readonly read: () => string;
  /** Whether the file begins with a byte order mark, which `read` leaves out; no when absent. */
  readonly hasMark?: () => boolean;
  /**
   * The content, UTF-8, good until the next file is read; only of a file that nobody named. Without code for an event
   * loop such a file has nothing to report. Throws as `read` does.
   */
  readonly bytes?: () => Uint8Array;
}

export function fileOnDisk(path: string, absolute: string, named: boolean): SourceFile {
  const file = { path, absolute, read: () => readText(absolute), hasMark: () => hasMark(absolute) };
  return named ? file : { ...file, bytes: () => readShortly(absolute) };
}

/** What was read of a file that is linted. */
export interface Reading {
  /** Null when it was left unread, as nothing in it is judged by itself. */
  readonly text: string | null;
  /** Whether anything in it may be. */
  readonly isWorth: boolean;
}

/** Null when the file cannot be read, which is then told. Without `sieves` there is always a text. */
export function readingOf(file: SourceFile, sieves: boolean, onProblem: (problem: Problem) => void): Reading | null {
  const { bytes, read } = file;
  return told(file, onProblem, () => {
    if (bytes === undefined) return { text: read(), isWorth: true };
    const found = bytes();
    const isWorth = isWorthParsing(found);
    return { text: isWorth || !sieves ? textIn(found) : null, isWorth };
  });
}

/** Null when the file cannot be read, which is then told. */
export function textOf(file: SourceFile, onProblem: (problem: Problem) => void): string | null {
  return told(file, onProblem, file.read);
}

function told<T>(file: SourceFile, onProblem: (problem: Problem) => void, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = error instanceof FileError ? `cannot be read: ${error.reason}` : `cannot be read: ${error.message}`;
    onProblem({ path: file.path, line: null, message });
    return null;
  }
}
