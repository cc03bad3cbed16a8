/** Shared by all writers, of which one at a time is at work: grown once, it serves every file. */
let room: Buffer<ArrayBuffer> = Buffer.allocUnsafe(1 << 16);

/** Whole numbers and texts, one after the other: of a number seven bits a byte, low ones first, so that small ones are short. */
export class StreamWriter {
  /** Behind the place where the texts begin. */
  #at = 4;

  /** A number that is not negative. */
  count(value: number): void {
    if (this.#at + LONGEST > room.length) widen(1);
    let at = this.#at;
    let rest = value >>> 0;
    while (rest > 127) {
      room[at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    room[at++] = rest;
    this.#at = at;
  }

  /** Any number. The sign goes last, so that those near zero are short on both sides. */
  number(value: number): void {
    this.count((value << 1) ^ (value >> 31));
  }

  /** An id, -1 for none; where the place of another thing is `near`. */
  id(value: number, near = 0): void {
    if (value === -1) this.count(0);
    else this.count((((value - near) << 1) ^ ((value - near) >> 31)) + 1);
  }

  /** Numbers that are close to one another, the first to `near`. */
  list(values: ArrayLike<number>, near: number): void {
    this.count(values.length);
    for (let i = 0, last = near; i < values.length; i++) {
      this.number((values[i] as number) - last);
      last = values[i] as number;
    }
  }

  /** Everything, with the texts at its end: their lengths, then those of Latin letters together, then the others. */
  finish(all: readonly string[]): Uint8Array<ArrayBuffer> {
    room.writeUInt32LE(this.#at, 0);
    this.count(all.length);
    let narrow = all.join('');
    let wide = '';
    if (WIDE.test(narrow)) {
      narrow = all.filter((text) => !WIDE.test(text)).join('');
      wide = all.filter((text) => WIDE.test(text)).join('');
    }
    for (const text of all) this.count(text.length * 2 + (wide !== '' && WIDE.test(text) ? 1 : 0));
    const end = this.#at + narrow.length + wide.length * 2;
    if (end > room.length) widen(end - room.length);
    room.write(narrow, this.#at, 'latin1');
    room.write(wide, this.#at + narrow.length, 'utf16le');
    return new Uint8Array(room.subarray(0, end));
  }
}

/** Bytes of the largest number. */
const LONGEST = 5;
/** V8 copies shorter parts of a text. */
const PART = 13;
const WIDE = /[^\0-\xff]/;

function widen(by: number): void {
  const wider = Buffer.allocUnsafe(Math.max(room.length * 2, room.length + by));
  wider.set(room);
  room = wider;
}

/** Gives back what was written, in the same order. The bytes may lie anywhere, in shared memory too. */
export class StreamReader {
  readonly texts: readonly string[];
  readonly #bytes: Buffer;
  #at: number;

  constructor({ buffer, byteOffset, length }: Uint8Array) {
    this.#bytes = Buffer.from(buffer, byteOffset, length);
    this.#at = this.#bytes.readUInt32LE(0);
    this.texts = this.#texts();
    this.#at = 4;
  }

  count(): number {
    let byte = this.#bytes[this.#at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = this.#bytes[this.#at++] as number;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }

  number(): number {
    const value = this.count();
    return (value >>> 1) ^ -(value & 1);
  }

  id(near = 0): number {
    const value = this.count();
    return value === 0 ? -1 : near + (((value - 1) >>> 1) ^ -((value - 1) & 1));
  }

  /** Lists without numbers are one and the same. */
  list(near: number): readonly number[] {
    const length = this.count();
    if (length === 0) return EMPTY;
    const list: number[] = [];
    for (let i = 0, last = near; i < length; i++) {
      last += this.number();
      list.push(last);
    }
    return list;
  }

  #texts(): string[] {
    const length = this.count();
    const lengths = new Int32Array(length);
    let narrowEnd = 0;
    for (let i = 0; i < length; i++) {
      const coded = this.count();
      lengths[i] = coded;
      if ((coded & 1) === 0) narrowEnd += coded >>> 1;
    }
    let at = this.#at;
    let wideAt = at + narrowEnd;
    const narrow = this.#bytes.toString('latin1', at, wideAt);
    const first = at;
    const texts: string[] = [];
    for (let i = 0; i < length; i++) {
      const coded = lengths[i] as number;
      const size = coded >>> 1;
      if ((coded & 1) !== 0) {
        texts.push(this.#bytes.toString('utf16le', wideAt, wideAt + size * 2));
        wideAt += size * 2;
        continue;
      }
      // A longer part of a text would keep all of it in memory.
      const isCopied = size < PART;
      texts.push(
        isCopied ? narrow.slice(at - first, at - first + size) : this.#bytes.toString('latin1', at, at + size),
      );
      at += size;
    }
    return texts;
  }
}

const EMPTY: readonly number[] = [];
