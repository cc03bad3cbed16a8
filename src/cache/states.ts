import { isTestPath } from '../config/test-files.ts';
import { fileStamp, readBytes, readText } from '../files.ts';
import { isStubPath } from '../project/finder.ts';
import { type ScannedClass, scanClasses } from '../project/headers.ts';
import { textDigest } from '../text-digest.ts';
import type { Store } from './store.ts';

/** File systems keep times no finer than this, in milliseconds: what changed twice within it may look unchanged. */
const COARSEST = 2000;

/** What is known of a file as it is. */
export interface FileState {
  readonly size: number;
  /** Milliseconds. */
  readonly mtime: number;
  /** Of the content; empty when it cannot be read. */
  readonly hash: string;
  readonly classes: readonly ScannedClass[];
}

/** Null where the file is as it was kept, by its stamp. */
export function stateOf(path: string, absolute: string, file: number, kept: Store | null): FileState | null {
  const { size, mtime } = fileStamp(absolute);
  const isTrusted =
    kept !== null &&
    kept.sizes[file] === size &&
    kept.mtimes[file] === mtime &&
    mtime < kept.begun - COARSEST &&
    mtime > 0;
  return isTrusted ? null : { size, mtime, ...contentOf(path, absolute) };
}

type Content = Pick<FileState, 'hash' | 'classes'>;

function contentOf(path: string, absolute: string): Content {
  let text: string;
  try {
    text = readText(absolute);
  } catch {
    return { hash: '', classes: [] };
  }
  return describe(path, text);
}

/** Whether the text with this digest, so many bytes long, is what the file begins with; then comes another line. */
export function isStartOf(absolute: string, size: number, digest: string | null): boolean {
  let text: Buffer;
  try {
    text = Buffer.from(readBytes(absolute));
  } catch {
    return false;
  }
  if (size <= 0 || size >= text.length) return false;
  const isLine = text[size - 1] === NEWLINE || text[size] === NEWLINE;
  return isLine && textDigest(text.toString('utf8', hasMark(text) ? 3 : 0, size)) === digest;
}

const NEWLINE = 0x0a;

function hasMark(text: Buffer): boolean {
  return text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
}

export function describe(path: string, text: string): Content {
  // The tables of classes leave these out.
  const isListed = !isTestPath(path) && !isStubPath(path);
  return { hash: textDigest(text), classes: isListed ? scanClasses(text) : [] };
}
