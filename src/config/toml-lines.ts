/**
 * Line of every key and array element of a TOML text that is known to be valid, by its path: the parser keeps values only.
 */
export function tomlLines(text: string): (path: readonly (string | number)[]) => number {
  const lines = new Map<string, number>();
  const scanner = new Scanner(text, lines);
  scanner.document();
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
}

type Path = readonly (string | number)[];

function keyOf(path: Path): string {
  return JSON.stringify(path.map(String));
}

class Scanner {
  private at = 0;
  private line = 1;
  private readonly text: string;
  private readonly lines: Map<string, number>;
  private readonly tableCounts = new Map<string, number>();

  constructor(text: string, lines: Map<string, number>) {
    this.text = text;
    this.lines = lines;
  }

  document(): void {
    let table: Path = [];
    for (this.blank(); this.at < this.text.length; this.blank()) {
      if (this.text[this.at] === '[') table = this.header();
      else this.pair(table);
    }
  }

  private header(): Path {
    const line = this.line;
    const isArray = this.text.startsWith('[[', this.at);
    this.skip(isArray ? 2 : 1);
    let path: Path = this.key();
    this.skip(isArray ? 2 : 1);
    this.note(path, line);
    if (isArray) {
      const count = this.tableCounts.get(keyOf(path)) ?? 0;
      this.tableCounts.set(keyOf(path), count + 1);
      path = [...path, count];
      this.note(path, line);
    }
    return path;
  }

  private pair(table: Path): void {
    const line = this.line;
    const key = this.key();
    for (let length = 1; length <= key.length; length++) this.note([...table, ...key.slice(0, length)], line);
    this.skip(1);
    this.blank();
    this.value([...table, ...key]);
  }

  private key(): string[] {
    const parts: string[] = [];
    for (;;) {
      this.spaces();
      const quote = this.text[this.at];
      if (quote === '"' || quote === "'") {
        const start = this.at;
        this.string();
        const raw = this.text.slice(start, this.at);
        parts.push(quote === '"' ? unquoted(raw) : raw.slice(1, -1));
      } else {
        const word = /[\w-]*/y;
        word.lastIndex = this.at;
        const bare = word.exec(this.text)?.[0] ?? '';
        parts.push(bare);
        this.skip(bare.length);
      }
      this.spaces();
      if (this.text[this.at] !== '.') return parts;
      this.skip(1);
    }
  }

  private value(path: Path): void {
    const first = this.text[this.at];
    if (first === '"' || first === "'") this.string();
    else if (first === '[') this.list(']', (index) => this.element([...path, index]));
    else if (first === '{') this.list('}', () => this.pair(path));
    else while (this.at < this.text.length && !',]}\n#'.includes(this.text[this.at] ?? '')) this.skip(1);
  }

  private list(close: string, item: (index: number) => void): void {
    this.skip(1);
    for (let index = 0; this.at < this.text.length; index++) {
      this.blank();
      if (this.text[this.at] === close) break;
      item(index);
      this.blank();
      if (this.text[this.at] === ',') this.skip(1);
    }
    this.skip(1);
  }

  private element(path: Path): void {
    this.note(path, this.line);
    this.value(path);
  }

  private string(): void {
    const quote = this.text[this.at] ?? '';
    const fence = this.text.startsWith(quote.repeat(3), this.at) ? quote.repeat(3) : quote;
    this.skip(fence.length);
    while (this.at < this.text.length && !this.text.startsWith(fence, this.at)) {
      this.skip(quote === '"' && this.text[this.at] === '\\' ? 2 : 1);
    }
    this.skip(fence.length);
    // Up to two quotes may stand before the closing fence of a multi-line string.
    while (fence.length === 3 && this.text[this.at] === quote) this.skip(1);
  }

  private blank(): void {
    for (; this.at < this.text.length; this.skip(1)) {
      const char = this.text[this.at] ?? '';
      if (char === '#') while (this.at + 1 < this.text.length && this.text[this.at + 1] !== '\n') this.skip(1);
      else if (!' \t\r\n'.includes(char)) return;
    }
  }

  private spaces(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.skip(1);
  }

  private skip(count: number): void {
    for (let i = 0; i < count; i++) {
      if (this.text[this.at] === '\n') this.line++;
      this.at++;
    }
  }

  private note(path: Path, line: number): void {
    const key = keyOf(path);
    if (!this.lines.has(key)) this.lines.set(key, line);
  }
}

function unquoted(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}
