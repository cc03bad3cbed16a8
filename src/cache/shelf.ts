import { createHash } from 'node:crypto';
import { fileStamp, pathKind, readPart, readRuns, writeBytesAtOnce } from '../files.ts';
import type { Search, SearchedShelf } from '../narrow/seen-outside.ts';
import type { PackedIndex } from '../packed-index.ts';

/** Raised when the file is laid out otherwise than before. What is in it is of one build of nostall, by the name of the file. */
const FORMAT = 1;

interface Entry {
  readonly digest: string;
  /** Of the bytes. */
  readonly check: string;
  readonly length: number;
  /** Where the bytes begin in the file; they may be at hand. */
  readonly at: number;
  readonly bytes: Buffer | null;
}

/** By path as in the store. */
type Entries = Map<string, Entry>;

/** One file: the length of a table, the table, and the bytes that it tells of, which are read when they are asked for. */
class Drawer {
  readonly path: string;
  #entries: Entries | null = null;
  /** Of the file that the table was read from. */
  #stamp = '';

  constructor(path: string) {
    this.path = path;
  }

  get entries(): Entries {
    this.#entries ??= this.#read();
    return this.#entries;
  }

  /** Null where the bytes are not what was written. */
  bytesOf(entry: Entry): Buffer | null {
    try {
      const { at, length } = entry;
      const bytes = bufferOf(readPart(this.path, at, length));
      return checkOf(bytes) === entry.check ? bytes : null;
    } catch {
      return null;
    }
  }

  /** Paths of the entries that have the word somewhere in their bytes. */
  pathsWith(word: string): ReadonlySet<string> {
    const found = new Set<string>();
    const entries = [...this.entries];
    if (entries.length === 0) return found;
    const lengths = entries.map(([, { length }]) => length);
    readRuns(this.path, entries[0]?.[1].at ?? 0, lengths, (run, first, end) => {
      const bytes = Buffer.from(run.buffer, run.byteOffset, run.length);
      let entry = first;
      let past = lengths[first] as number;
      for (let at = bytes.indexOf(word, 0, 'latin1'); at >= 0; at = bytes.indexOf(word, past, 'latin1')) {
        while (at >= past && entry < end - 1) past += lengths[++entry] as number;
        found.add((entries[entry] as [string, Entry])[0]);
      }
    });
    // Another run may have put another file in its place.
    if (this.#stampNow() !== this.#stamp) throw new Error(`${this.path} has changed`);
    return found;
  }

  #stampNow(): string {
    return JSON.stringify(fileStamp(this.path));
  }

  /** Entries whose bytes are at hand. */
  write(entries: Entries): void {
    const parts: Buffer[] = [];
    const table: Row[] = [];
    for (const [path, entry] of entries) {
      if (entry.bytes === null) continue;
      parts.push(entry.bytes);
      table.push([path, entry.digest, entry.check, entry.length]);
    }
    const head = Buffer.from(JSON.stringify([FORMAT, ...table] satisfies Table));
    writeBytesAtOnce(this.path, [Buffer.from(String(head.length).padStart(DIGITS)), head, ...parts]);
    this.#entries = null;
  }

  #read(): Entries {
    const entries: Entries = new Map();
    try {
      if (pathKind(this.path) !== 'file') return entries;
      this.#stamp = this.#stampNow();
      const size = Number(bufferOf(readPart(this.path, 0, DIGITS)).toString('latin1'));
      const [format, ...table] = JSON.parse(bufferOf(readPart(this.path, DIGITS, size)).toString('utf8')) as Table;
      if (format !== FORMAT) return entries;
      let at = DIGITS + size;
      for (const [path, digest, check, length] of table) {
        entries.set(path, { digest, check, length, at, bytes: null });
        at += length;
      }
      return entries;
    } catch {
      return new Map();
    }
  }
}

type Row = readonly [path: string, digest: string, check: string, length: number];
type Table = readonly [format: number, ...rows: Row[]];

/** Of the length of the table. */
const DIGITS = 12;

/**
 * Packed indexes of earlier runs, in two files: one with those of a whole project, and a small one with what came since,
 * so that an edit does not write all of it again.
 */
export class IndexShelf implements SearchedShelf {
  readonly #root: string;
  readonly #whole: Drawer;
  readonly #recent: Drawer;

  /** `path` is where files are kept, up to the end of their names. */
  constructor(path: string, root: string) {
    this.#root = `${root}/`;
    this.#whole = new Drawer(`${path}.bin`);
    this.#recent = new Drawer(`${path}.new.bin`);
  }

  find(absolute: string, digest: string): Uint8Array | null {
    const path = this.#pathOf(absolute);
    for (const drawer of [this.#recent, this.#whole]) {
      const entry = drawer.entries.get(path);
      if (entry?.digest === digest) return drawer.bytesOf(entry);
    }
    return null;
  }

  search(word: string): Search {
    const recent = this.#recent.pathsWith(word);
    const whole = this.#whole.pathsWith(word);
    return (path, digest) => {
      const entry = this.#recent.entries.get(path) ?? this.#whole.entries.get(path);
      return entry?.digest === digest ? recent.has(path) || whole.has(path) : null;
    };
  }

  /** Keeps these, and of those that are there already what is of `paths`. */
  keep(fresh: Iterable<PackedIndex>, paths: ReadonlySet<string>): void {
    const added: Entries = new Map();
    for (const { absolute, digest, bytes } of fresh) {
      const entry = { digest, check: checkOf(bytes), length: bytes.length, at: 0, bytes: bufferOf(bytes) };
      added.set(this.#pathOf(absolute), entry);
    }
    if (added.size === 0) return;
    try {
      const newer = new Map([...this.#taken(this.#recent), ...added]);
      if (sizeOf(newer) * SMALL <= sizeOf(this.#whole.entries)) {
        this.#recent.write(newer);
        return;
      }
      const all = [...this.#taken(this.#whole), ...newer].filter(([path]) => paths.has(path));
      this.#whole.write(new Map(all));
      if (this.#recent.entries.size > 0) this.#recent.write(new Map());
    } catch {
      // As with the store: the next run works it out again.
      return;
    }
  }

  /** With their bytes, to be written to another file. */
  #taken(drawer: Drawer): Entries {
    const taken: Entries = new Map();
    for (const [path, entry] of drawer.entries) {
      const bytes = drawer.bytesOf(entry);
      if (bytes !== null) taken.set(path, { ...entry, bytes });
    }
    return taken;
  }

  #pathOf(absolute: string): string {
    return absolute.startsWith(this.#root) ? absolute.slice(this.#root.length) : absolute;
  }
}

/** How many times larger the one file is than the other at least. */
const SMALL = 4;

function sizeOf(entries: Entries): number {
  let size = 0;
  for (const { length } of entries.values()) size += length;
  return size;
}

function checkOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64').slice(0, 12);
}

function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
