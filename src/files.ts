/** The only module that touches the file system. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** One line that names the path. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly verb: 'read' | 'write';
  readonly reason: string;

  constructor(verb: 'read' | 'write', path: string, reason: string) {
    super(`cannot ${verb} ${path}: ${reason}`);
    this.verb = verb;
    this.reason = reason;
  }
}

/** Where the text of a project comes from: the disk, or the disk as it would be. */
export interface Disk {
  /** Throws FileError. */
  readonly readText: (path: string) => string;
  /** Throws FileError. */
  readonly listFolder: (path: string) => readonly Entry[];
}

export type PathKind = 'file' | 'folder' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: PathKind;
}

export function readBytes(path: string): Uint8Array {
  return explained(path, 'read', () => readFileSync(path));
}

/** UTF-8, without a byte order mark. */
export function readText(path: string): string {
  return textIn(readShortly(path));
}

/** The text that bytes of a file are, without a byte order mark. */
export function textIn({ buffer, byteOffset, length }: Uint8Array): string {
  const bytes = Buffer.from(buffer, byteOffset, length);
  return bytes.toString('utf8', length >= 3 && bytes.subarray(0, 3).equals(MARK) ? 3 : 0);
}

/** The content of a file, in a buffer that the next call writes over. */
export function readShortly(path: string): Uint8Array {
  return explained(path, 'read', () => {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (;;) {
        const more = readSync(file, shared, length, shared.length - length, null);
        length += more;
        if (more === 0) return shared.subarray(0, length);
        if (length === shared.length) shared = Buffer.concat([shared], shared.length * 2);
      }
    } finally {
      closeSync(file);
    }
  });
}

let shared = Buffer.allocUnsafe(1 << 18);

/** Whether it begins with the byte order mark of UTF-8. */
export function hasMark(path: string): boolean {
  return explained(path, 'read', () => {
    const file = openSync(path, 'r');
    try {
      const first = Buffer.alloc(3);
      return readSync(file, first, 0, 3, 0) === 3 && first.equals(MARK);
    } finally {
      closeSync(file);
    }
  });
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Throws FileError when the file ends before. */
export function readPart(path: string, start: number, length: number): Uint8Array {
  return explained(path, 'read', () => {
    const file = openSync(path, 'r');
    try {
      const part = new Uint8Array(length);
      if (readSync(file, part, 0, length, start) < length) throw new Error('it is cut short');
      return part;
    } finally {
      closeSync(file);
    }
  });
}

/**
 * Shows parts of a file that lie one behind the other, from `start` on, several at a time: `visit` gets bytes that are
 * good until it returns, and which of the parts they are. Throws FileError when the file ends before.
 */
export function readRuns(
  path: string,
  start: number,
  lengths: readonly number[],
  visit: (bytes: Uint8Array, first: number, end: number) => void,
): void {
  explained(path, 'read', () => {
    const file = openSync(path, 'r');
    try {
      const room = Buffer.allocUnsafe(lengths.reduce((most, length) => Math.max(most, length), RUN));
      let at = start;
      for (let first = 0; first < lengths.length; ) {
        let end = first;
        let size = 0;
        while (end < lengths.length && size + (lengths[end] as number) <= room.length) size += lengths[end++] as number;
        if (readSync(file, room, 0, size, at) < size) throw new Error('it is cut short');
        visit(room.subarray(0, size), first, end);
        at += size;
        first = end;
      }
    } finally {
      closeSync(file);
    }
  });
}

/** Bytes that are read at once: as much as fits into the caches of a processor. */
const RUN = 1 << 20;

/** Null when there is no such file. */
export function readTextIfAny(path: string): string | null {
  return pathKind(path) === 'file' ? readText(path) : null;
}

/** Makes the folders above it. */
export function writeText(path: string, text: string): void {
  explained(path, 'write', () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  });
}

/** The same, so that whoever reads meanwhile finds the old text or the new one. */
export function writeTextAtOnce(path: string, text: string): void {
  const beside = `${path}.${randomBytes(4).toString('hex')}`;
  writeText(beside, text);
  explained(path, 'write', () => renameSync(beside, path));
}

/** Parts of one file, one after the other. */
export function writeBytesAtOnce(path: string, parts: readonly Uint8Array[]): void {
  const beside = `${path}.${randomBytes(4).toString('hex')}`;
  explained(path, 'write', () => {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(beside, 'w');
    try {
      for (const part of parts) writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  });
}

/** With all that is in it; nothing happens when it is not there. */
export function removeFolder(path: string): void {
  explained(path, 'write', () => rmSync(path, { recursive: true, force: true }));
}

/** Bytes, and milliseconds of the last change; zeros when there is no such file. */
export function fileStamp(path: string): { readonly size: number; readonly mtime: number } {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return { size: stats?.size ?? 0, mtime: stats?.mtimeMs ?? 0 };
  } catch {
    return { size: 0, mtime: 0 };
  }
}

/** What stands at the end of any symbolic links; null when nothing does that we may look at. */
export function pathKind(path: string): Exclude<PathKind, 'link'> | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'other';
  } catch {
    return null;
  }
}

/** The path without symbolic links; as given when nothing stands there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** In bytes; 0 when there is no such file. */
export function fileSize(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

/** Entries of one folder, sorted by name; symbolic links are not followed. */
export function listFolder(path: string): Entry[] {
  const entries: Entry[] = explained(path, 'read', () => readdirSync(path, { withFileTypes: true })).map((entry) => {
    if (entry.isSymbolicLink()) return { name: entry.name, kind: 'link' };
    if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
    return { name: entry.name, kind: entry.isFile() ? 'file' : 'other' };
  });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const disk: Disk = { readText, listFolder };

/** What stands in a folder under a name, as `pathKind` tells it. */
export type KindIn = (folder: string, name: string) => ReturnType<typeof pathKind>;

export const kindIn: KindIn = (folder, name) => pathKind(join(folder, name));

export interface RememberingDisk extends Disk {
  /** Without a look at the disk where the folder was listed. */
  readonly kindIn: KindIn;
}

/** Lists each folder once: what walks over a project do not see is what comes and goes meanwhile. */
export function rememberingDisk(): RememberingDisk {
  const listed = new Map<string, readonly Entry[]>();
  return {
    readText,
    kindIn(folder, name) {
      const entries = listed.get(folder);
      if (entries === undefined) return kindIn(folder, name);
      const kind = entries.find((entry) => entry.name === name)?.kind ?? null;
      return kind === 'link' ? kindIn(folder, name) : kind;
    },
    listFolder(path) {
      const folder = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
      let entries = listed.get(folder);
      if (entries === undefined) {
        entries = listFolder(folder);
        listed.set(folder, entries);
      }
      return entries;
    },
  };
}

function explained<T>(path: string, verb: 'read' | 'write', action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new FileError(verb, path, reasonOf(error));
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'it is a folder',
  EEXIST: 'a part of the path is not a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'too many symbolic links',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code || (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)));
}
