import type { Disk } from '../files.ts';
import { textDigest } from '../text-digest.ts';

/** Characters that are kept of files that are not open. */
const MOST = 20_000_000;

/** The texts of a project: of open files as they are open, of others as they were when somebody first asked. */
export class Texts {
  /** Where the others come from. */
  readonly disk: Disk;
  readonly #open = new Map<string, string>();
  readonly #kept = new Map<string, string>();
  /** Digests of what was read and is not kept. */
  readonly #digests = new Map<string, string>();
  readonly #disk: Disk;
  #size = 0;

  constructor(disk: Disk) {
    this.#disk = disk;
    this.disk = {
      readText: (path) => this.#open.get(path) ?? this.#kept.get(path) ?? this.#keep(path, disk.readText(path)),
      listFolder: disk.listFolder,
    };
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** Null for a file that is not there, or cannot be read. */
  of(path: string): string | null {
    return readIfAny(this.disk, path);
  }

  open(path: string, text: string): void {
    this.forget(path);
    this.#open.set(path, text);
  }

  close(path: string): void {
    this.#open.delete(path);
  }

  /** Files that have another text on the disk, or may have. */
  outdated(): string[] {
    const isOther = (path: string, isSame: (text: string) => boolean): boolean => {
      const text = readIfAny(this.#disk, path);
      return text === null || !isSame(text);
    };
    const kept = [...this.#kept].filter(([path, before]) => isOther(path, (text) => text === before));
    const others = [...this.#digests].filter(([path, digest]) => isOther(path, (text) => textDigest(text) === digest));
    return [...kept, ...others].map(([path]) => path);
  }

  /** What is on the disk is read again. */
  forget(path: string): void {
    this.#size -= this.#kept.get(path)?.length ?? 0;
    this.#kept.delete(path);
    this.#digests.delete(path);
  }

  #keep(path: string, text: string): string {
    this.#digests.delete(path);
    this.#kept.set(path, text);
    this.#size += text.length;
    for (const [oldest, other] of this.#kept) {
      if (this.#size <= MOST) break;
      this.forget(oldest);
      this.#digests.set(oldest, textDigest(other));
    }
    return text;
  }
}

function readIfAny(disk: Disk, path: string): string | null {
  try {
    return disk.readText(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return null;
  }
}
