import { createHash } from 'node:crypto';
import type { FlatTree } from '../flat-tree.ts';
import type { Parser } from '../parser.ts';
import { buildIndex } from './build.ts';
import type { ModuleIndex } from './module-index.ts';

interface Held {
  readonly path: string;
  readonly digest: string;
  readonly size: number;
  readonly index: ModuleIndex;
}

/** Characters of source whose indexes are held: about six bytes for each. */
const MOST_CHARACTERS = 40_000_000;

/** The indexes of files, for all analyses that read them: an index hangs on nothing but the text. */
export class Indexes {
  readonly #parser: Parser;
  readonly #held = new Map<string, Held>();
  #size = 0;

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  /**
   * The index of a file with this text, and its tree when there is one: what is known already is not parsed again.
   * `timed` runs the making of an index.
   */
  of(
    file: { readonly absolute: string; readonly path: string },
    text: string,
    parsed: FlatTree | undefined,
    timed: (make: () => ModuleIndex) => ModuleIndex,
  ): { index: ModuleIndex; tree: FlatTree | null } {
    const digest = createHash('sha1').update(text).digest('base64');
    const known = this.#held.get(file.absolute);
    if (known) this.#drop(file.absolute, known);
    if (known?.digest === digest && known.path === file.path) {
      this.#hold(file.absolute, known);
      return { index: known.index, tree: parsed ?? null };
    }
    const tree = parsed ?? this.#parser.parse(text);
    const index = timed(() => buildIndex(file.path, tree, (inner) => this.#parser.parse(inner)));
    this.#hold(file.absolute, { path: file.path, digest, size: text.length, index });
    return { index, tree };
  }

  /** What was asked for last is at the end; what nobody asked for the longest makes room. */
  #hold(absolute: string, held: Held): void {
    this.#held.set(absolute, held);
    this.#size += held.size;
    for (const [oldest, other] of this.#held) {
      if (this.#size <= MOST_CHARACTERS || oldest === absolute) break;
      this.#drop(oldest, other);
    }
  }

  #drop(absolute: string, held: Held): void {
    this.#held.delete(absolute);
    this.#size -= held.size;
  }
}
