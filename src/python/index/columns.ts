/** What a column begins with: the bytes per number, or one of these. */
const MINUS_ONES = 0;
const ZEROS = 3;
/** One byte per number; where that says `WIDE`, four bytes follow after the column. */
const MIXED = 5;
const WIDE = -128;

/** Puts columns of whole numbers one after the other, each as narrow as its numbers allow. */
export class ColumnWriter {
  readonly #parts: Uint8Array[] = [];

  add(values: ArrayLike<number>): void {
    if (values.length === 0) return;
    const numbers = Array.from(values);
    if (numbers.every((value) => value === -1)) this.#parts.push(Uint8Array.of(MINUS_ONES));
    else if (numbers.every((value) => value === 0)) this.#parts.push(Uint8Array.of(ZEROS));
    else {
      const wide = numbers.filter(isWide);
      const width = wide.length === 0 ? 1 : wide.every((value) => value === (value << 16) >> 16) ? 2 : 4;
      if (wide.length * 4 < numbers.length * (width - 1)) {
        const marked = Int8Array.from(numbers, (value) => (isWide(value) ? WIDE : value));
        this.#parts.push(Uint8Array.of(MIXED), bytesOf(marked), bytesOf(Int32Array.from(wide)));
      } else {
        const Column = width === 1 ? Int8Array : width === 2 ? Int16Array : Int32Array;
        this.#parts.push(Uint8Array.of(width), bytesOf(Column.from(numbers)));
      }
    }
  }

  /** How many numbers each list has, then the numbers of all. */
  addLists(lists: readonly ArrayLike<number>[]): void {
    this.add(lists.map((list) => list.length));
    this.add(lists.flatMap((list) => Array.from(list)));
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}

/** Gives the columns back, in the order in which they were added. */
export class ColumnReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The caller knows how many numbers were added. */
  next(length: number): Int32Array<ArrayBuffer> {
    if (length === 0) return NONE;
    const width = this.#bytes[this.#at++] as number;
    if (width === ZEROS) return new Int32Array(length);
    if (width === MINUS_ONES) return new Int32Array(length).fill(-1);
    const { byteOffset } = this.#bytes;
    const buffer = this.#bytes.buffer as ArrayBuffer;
    const start = byteOffset + this.#at;
    if (width === MIXED) {
      const numbers = new Int32Array(new Int8Array(buffer, start, length));
      this.#at += length;
      const wide = new DataView(buffer, byteOffset);
      for (let i = 0; i < length; i++) {
        if (numbers[i] !== WIDE) continue;
        numbers[i] = wide.getInt32(this.#at, true);
        this.#at += 4;
      }
      return numbers;
    }
    this.#at += length * width;
    if (width === 1) return new Int32Array(new Int8Array(buffer, start, length));
    // Wider numbers must stand at a multiple of their width.
    const data = buffer.slice(start, start + length * width);
    return width === 2 ? new Int32Array(new Int16Array(data)) : new Int32Array(data);
  }

  /** What `addLists` was given; lists without numbers are one and the same. */
  lists(count: number): number[][] {
    const lengths = this.next(count);
    let total = 0;
    for (let i = 0; i < count; i++) total += lengths[i] as number;
    const all = this.next(total);
    const lists: number[][] = [];
    let at = 0;
    for (let i = 0; i < count; i++) {
      const length = lengths[i] as number;
      if (length === 0) {
        lists.push(EMPTY);
        continue;
      }
      const list: number[] = [];
      for (const end = at + length; at < end; at++) list.push(all[at] as number);
      lists.push(list);
    }
    return lists;
  }
}

function isWide(value: number): boolean {
  return value <= WIDE || value > 127;
}

function bytesOf({ buffer }: Int8Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Int32Array<ArrayBuffer>): Uint8Array {
  return new Uint8Array(buffer);
}

const NONE = new Int32Array(0);
const EMPTY: number[] = [];

/** What each number adds to the one before it: those of a column that goes up are small. */
export function differences(values: ArrayLike<number>): number[] {
  return Array.from(values, (value, at) => value - (at === 0 ? 0 : (values[at - 1] as number)));
}

/** Undoes `differences`, in place. */
export function summed(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  for (let at = 1; at < values.length; at++) values[at] = (values[at] as number) + (values[at - 1] as number);
  return values;
}

/** What each number adds to the last one of the same kind: operands go up for each operation by itself. */
export function differencesByKind(values: ArrayLike<number>, kinds: Uint8Array): number[] {
  const last = new Int32Array(256);
  return Array.from(values, (value, at) => {
    const kind = kinds[at] as number;
    const difference = value - (last[kind] as number);
    last[kind] = value;
    return difference;
  });
}

/** Undoes `differencesByKind`, in place. */
export function summedByKind(values: Int32Array<ArrayBuffer>, kinds: Uint8Array): Int32Array<ArrayBuffer> {
  const last = new Int32Array(256);
  for (let at = 0; at < values.length; at++) {
    const kind = kinds[at] as number;
    const value = (values[at] as number) + (last[kind] as number);
    values[at] = value;
    last[kind] = value;
  }
  return values;
}
