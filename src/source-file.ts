import { FileError } from './files.ts';
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
}

/** Null when the file cannot be read, which is then told. */
export function textOf(file: SourceFile, onProblem: (problem: Problem) => void): string | null {
  try {
    return file.read();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = error instanceof FileError ? `cannot be read: ${error.reason}` : `cannot be read: ${error.message}`;
    onProblem({ path: file.path, line: null, message });
    return null;
  }
}
