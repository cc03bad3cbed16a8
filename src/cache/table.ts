/**
 * One value for each file of a project, as JSON: ASCII only, so that reading takes a fraction of what UTF-8 takes, and
 * each value on a line of its own, so that most lines of the next table are those of the last.
 */
export class Table<Value> {
  readonly #bytes: Buffer;
  readonly #fresh = new Map<number, Value>();
  #lines: readonly string[] | null = null;
  #values: readonly Value[] | null = null;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  static of<Value>(values: readonly Value[]): Table<Value> {
    return new Table(Buffer.from(`[${values.map(lineOf).join(BETWEEN)}]`, 'latin1'));
  }

  /** Throws where the bytes are no table. */
  at(file: number): Value {
    if (this.#fresh.has(file)) return this.#fresh.get(file) as Value;
    if (this.#values !== null) return this.#values[file] as Value;
    this.#lines ??= this.#read();
    return JSON.parse(this.#lines[file] as string) as Value;
  }

  /** All of them, at once. */
  values(): readonly Value[] {
    this.#values ??= JSON.parse(this.#bytes.toString('latin1')) as Value[];
    if (this.#fresh.size === 0) return this.#values;
    const out = [...this.#values];
    for (const [file, value] of this.#fresh) out[file] = value;
    return out;
  }

  set(file: number, value: Value): void {
    this.#fresh.set(file, value);
  }

  /** As it is kept. */
  text(): string {
    if (this.#fresh.size === 0) return this.#bytes.toString('latin1');
    const lines = [...this.#read()];
    for (const [file, value] of this.#fresh) lines[file] = lineOf(value);
    return `[${lines.join(BETWEEN)}]`;
  }

  #read(): readonly string[] {
    return this.#bytes.toString('latin1', 1, this.#bytes.length - 1).split(BETWEEN);
  }
}

/** A line end stands in no JSON text but between its parts. */
const BETWEEN = '\n,';

/** The value as JSON in ASCII. */
export function lineOf(value: unknown): string {
  return JSON.stringify(value).replace(
    BEYOND_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const BEYOND_ASCII = /[\u007f-\uffff]/g;
