import type { PackedIndex, Shelf } from '../../packed-index.ts';
import { textDigest } from '../../text-digest.ts';
import type { FlatTree } from '../flat-tree.ts';
import type { Parser } from '../parser.ts';
import { buildIndex } from './build.ts';
import type { ModuleIndex } from './module-index.ts';
import { packIndex } from './pack.ts';
import { unpackIndex } from './unpack.ts';

interface Held {
  readonly digest: string;
  /** In characters of source. */
  readonly size: number;
  readonly index: ModuleIndex;
  /** It was made from bytes of the shelf. */
  readonly isShelved: boolean;
}

/** Characters of source whose indexes are held as objects, about six bytes for each; the others are packed. */
const MOST_CHARACTERS = 3_000_000;
/** Bytes of packed indexes; what is beyond that is parsed again. */
const MOST_BYTES = 80_000_000;

/** The indexes of files, for all analyses that read them: an index hangs on nothing but the text. */
export class Indexes {
  readonly #parser: Parser;
  readonly #shelf: Shelf | null;
  /** What was asked for last is at the end of both. */
  readonly #held = new Map<string, Held>();
  readonly #packed = new Map<string, PackedIndex>();
  #size = 0;
  #bytes = 0;

  constructor(parser: Parser, shelf: Shelf | null = null) {
    this.#parser = parser;
    this.#shelf = shelf;
  }

  /** Of a file with this text, which is parsed only when nobody has made its index before. `timed` runs the making of an index. */
  of(
    { absolute, path }: { readonly absolute: string; readonly path: string },
    text: string,
    parsed: FlatTree | undefined,
    timed: (make: () => ModuleIndex) => ModuleIndex,
  ): ModuleIndex {
    const digest = textDigest(text);
    const known = this.#held.get(absolute);
    if (known) this.#drop(absolute, known);
    if (known?.digest === digest && known.index.path === path) {
      this.#hold(absolute, known);
      return known.index;
    }
    const bytes = this.#bytesOf(absolute, digest);
    const tree = parsed ?? (bytes === null ? this.#parser.parse(text) : null);
    const index = timed(() => {
      if (bytes !== null) return unpackIndex(path, bytes);
      return buildIndex(path, tree as FlatTree, (inner) => this.#parser.parse(inner));
    });
    this.#hold(absolute, { digest, size: text.length, index, isShelved: bytes !== null });
    return index;
  }

  /** Makes the index of a text; null when it is known. */
  pack(absolute: string, text: string): PackedIndex | null {
    const digest = textDigest(text);
    if (this.#held.get(absolute)?.digest === digest || this.#bytesOf(absolute, digest) !== null) return null;
    const made = { absolute, digest, bytes: packIndex(builtIndex(this.#parser, absolute, text)) };
    this.#keep(made);
    return made;
  }

  /** Holds the index of a file as bytes alone. */
  release(absolute: string): void {
    const held = this.#held.get(absolute);
    if (held) this.#shrink(absolute, held);
  }

  /** To be called when no analysis uses the objects any more. */
  packAll(): void {
    for (const [absolute, held] of [...this.#held]) this.#shrink(absolute, held);
  }

  /** All that is held and did not come from the shelf. */
  *made(): Iterable<PackedIndex> {
    yield* this.#packed.values();
    for (const [absolute, { digest, index, isShelved }] of this.#held) {
      if (isShelved || this.#packed.get(absolute)?.digest === digest) continue;
      yield { absolute, digest, bytes: packIndex(index) };
    }
  }

  #bytesOf(absolute: string, digest: string): Uint8Array | null {
    const packed = this.#packed.get(absolute);
    return packed?.digest === digest ? packed.bytes : (this.#shelf?.find(absolute, digest) ?? null);
  }

  #hold(absolute: string, held: Held): void {
    this.#held.set(absolute, held);
    this.#size += held.size;
    for (const [oldest, other] of this.#held) {
      if (this.#size <= MOST_CHARACTERS || oldest === absolute) return;
      this.#shrink(oldest, other);
    }
  }

  #shrink(absolute: string, held: Held): void {
    this.#drop(absolute, held);
    const { digest, index } = held;
    if (this.#bytesOf(absolute, digest) === null) this.#keep({ absolute, digest, bytes: packIndex(index) });
  }

  #drop(absolute: string, held: Held): void {
    this.#held.delete(absolute);
    this.#size -= held.size;
  }

  #keep(packed: PackedIndex): void {
    this.#discard(packed.absolute);
    this.#packed.set(packed.absolute, packed);
    this.#bytes += packed.bytes.length;
    for (const oldest of this.#packed.keys()) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#discard(oldest);
    }
  }

  #discard(absolute: string): void {
    this.#bytes -= this.#packed.get(absolute)?.bytes.length ?? 0;
    this.#packed.delete(absolute);
  }
}

export function packed(absolute: string, text: string, index: ModuleIndex): PackedIndex {
  return { absolute, digest: textDigest(text), bytes: packIndex(index) };
}

export function builtIndex(parser: Parser, path: string, text: string): ModuleIndex {
  return buildIndex(path, parser.parse(text), (inner) => parser.parse(inner));
}
