import { isTable } from '../json.ts';

/** What is wrong with a report that is to be merged: names the key. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

/** Reads an object of a JSON document key by key; what is missing or of another kind is a ReportError with its path. */
export class Fields {
  readonly #table: Readonly<Record<string, unknown>>;
  readonly #at: string;

  constructor(value: unknown, at: string) {
    if (!isTable(value)) throw new ReportError(`${at === '' ? 'the report' : at}: expected an object`);
    this.#table = value;
    this.#at = at;
  }

  has(key: string): boolean {
    return this.#table[key] !== undefined;
  }

  text(key: string): string {
    const value = this.#table[key];
    return typeof value === 'string' ? value : this.fail(key, 'a string');
  }

  number(key: string): number {
    const value = this.#table[key];
    return typeof value === 'number' && Number.isInteger(value) ? value : this.fail(key, 'a whole number');
  }

  word<Word extends string>(key: string, words: readonly Word[]): Word {
    const value = words.find((word) => word === this.#table[key]);
    return value ?? this.fail(key, `one of ${words.join(', ')}`);
  }

  texts(key: string): string[] {
    return this.#items(key).map((item, index) =>
      typeof item === 'string' ? item : this.fail(`${key}[${index}]`, 'a string'),
    );
  }

  fields(key: string): Fields {
    return new Fields(this.#table[key], this.#path(key));
  }

  list<Item>(key: string, read: (fields: Fields) => Item): Item[] {
    return this.#items(key).map((item, index) => read(new Fields(item, this.#path(`${key}[${index}]`))));
  }

  /** Null where the document says null. */
  optional<Value>(key: string, read: (fields: this) => Value): Value | null {
    return this.#table[key] === null ? null : read(this);
  }

  fail(key: string, what: string): never {
    throw new ReportError(`${this.#path(key)}: expected ${what}`);
  }

  #items(key: string): readonly unknown[] {
    const value = this.#table[key];
    return Array.isArray(value) ? value : this.fail(key, 'a list');
  }

  #path(key: string): string {
    return this.#at === '' ? key : `${this.#at}.${key}`;
  }
}
