import { kept } from '../python/index/words.ts';
import { textDigest } from '../text-digest.ts';

/** What one line of a table says of a class that has bases. */
export interface Header {
  readonly path: string;
  readonly name: string;
  /** Last names of its bases: `Store` for `stores.base.Store[int]`. */
  readonly bases: readonly string[];
  readonly methods: readonly string[];
}

/** The classes of all files of a project, read from their bytes: only names, so what it gives is still to be checked. */
export class Headers {
  readonly #byPath = new Map<string, readonly Header[]>();
  /** Made when somebody asks; both hang on all that was added. */
  #byBase: ReadonlyMap<string, readonly Header[]> | null = null;
  readonly #below = new Map<string, readonly Header[]>();

  /** In the order of their paths: heirs come in the order in which files were added. */
  add(path: string, classes: readonly ScannedClass[]): void {
    this.#byPath.set(
      path,
      classes.map((scanned) => ({ path, ...scanned })),
    );
    this.#byBase = null;
    this.#below.clear();
  }

  /** Puts the classes of a changed file in the place of those before; gives the names that may have other heirs now. */
  replace(path: string, classes: readonly ScannedClass[]): ReadonlySet<string> {
    const before = this.#byPath.get(path) ?? [];
    const names = new Set(differingClasses(before, classes).flatMap(({ bases }) => bases));
    if (names.size === 0) return names;
    // A class that changed is an heir of all that is above it, by any file's word for that.
    const basesOf = basesByName([...this.#byPath.values(), classes]);
    for (const name of names) for (const base of basesOf.get(name) ?? []) names.add(base);
    this.add(path, classes);
    return names;
  }

  /** The classes below one of this name that have the method; none where the name is too common to follow. */
  heirs(name: string, method: string): readonly Header[] {
    let below = this.#below.get(name);
    if (!below) {
      this.#byBase ??= byBase(this.#byPath.values());
      below = allBelow(this.#byBase, name);
      this.#below.set(name, below);
    }
    return below.filter((header) => header.methods.includes(method));
  }
}

function allBelow(byBase: ReadonlyMap<string, readonly Header[]>, name: string): readonly Header[] {
  const below = new Set<Header>();
  const names = new Set([name]);
  for (const one of names) {
    for (const header of byBase.get(one) ?? []) {
      below.add(header);
      names.add(header.name);
      if (below.size > MOST) return [];
    }
  }
  return [...below];
}

const MOST = 400;

function byBase(all: Iterable<readonly Header[]>): Map<string, Header[]> {
  const out = new Map<string, Header[]>();
  for (const headers of all) {
    for (const header of headers) {
      for (const base of new Set(header.bases)) {
        const known = out.get(base);
        if (known) known.push(header);
        else out.set(base, [header]);
      }
    }
  }
  return out;
}

/** All between the first and the last class that is not what it was: their order and their number count, too. */
function differingClasses(before: readonly ScannedClass[], now: readonly ScannedClass[]): readonly ScannedClass[] {
  const [left, right] = [before, now].map((classes) =>
    classes.map(({ name, bases, methods }) => JSON.stringify([name, bases, methods])),
  ) as [string[], string[]];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  return [...before.slice(start, before.length - end), ...now.slice(start, now.length - end)];
}

function basesByName(all: Iterable<readonly ScannedClass[]>): Map<string, readonly string[]> {
  const out = new Map<string, readonly string[]>();
  for (const classes of all) {
    for (const { name, bases } of classes) out.set(name, [...(out.get(name) ?? []), ...bases]);
  }
  return out;
}

/** `from stores import Store as Base`; an `except` or a `with` that looks alike binds no base. */
const ALIAS = /\b(\w+)[ \t]+as[ \t]+(\w+)/g;

const HEADER = /^([ \t]*)(?:class[ \t]+(\w+)[^(:\n]*([(:])|(?:async[ \t]+)?def[ \t]+(\w+))/gm;

export type ScannedClass = Omit<Header, 'path'>;

/** Scans a file anew only when its text has changed: an editor asks for the table of a whole project after each edit. */
export class HeaderScans {
  readonly #known = new Map<string, { readonly digest: string; readonly classes: readonly ScannedClass[] }>();

  of(absolute: string, text: string): readonly ScannedClass[] {
    const digest = textDigest(text);
    let known = this.#known.get(absolute);
    if (known?.digest !== digest) {
      known = { digest, classes: scanClasses(text) };
      this.#known.set(absolute, known);
    }
    return known.classes;
  }
}

/** The classes of a text that have bases, in words that do not hold on to it. */
export function scanClasses(text: string): readonly ScannedClass[] {
  return text.includes('class ') ? inOwnWords(text) : [];
}

function inOwnWords(text: string): readonly ScannedClass[] {
  const aliases = new Map([...text.matchAll(ALIAS)].map(([, own, alias]) => [alias as string, own as string]));
  return scan(text).map(({ name, bases, methods }) => ({
    name: kept(name),
    bases: bases.map((base) => kept(aliases.get(base) ?? base)),
    methods: methods.map(kept),
  }));
}

type Scanned = ScannedClass & { readonly indent: number; readonly methods: string[] };

function scan(text: string): readonly Scanned[] {
  const out: Scanned[] = [];
  const around: Scanned[] = [];
  for (const match of text.matchAll(HEADER)) {
    const [whole, { length: indent }, name, after, method] = match as unknown as [
      string,
      string,
      ...(string | undefined)[],
    ];
    while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    if (method !== undefined) around.at(-1)?.methods.push(method);
    if (name === undefined) continue;
    const bases = after === '(' ? basesIn(text, match.index + whole.length) : [];
    const scanned = { name, bases, methods: [], indent };
    around.push(scanned);
    if (bases.length > 0) out.push(scanned);
  }
  return out;
}

/** The last name of each base between here and the closing parenthesis; keywords are none. */
function basesIn(text: string, start: number): string[] {
  const bases: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < text.length && at < start + LONGEST; at++) {
    const char = text[at] as string;
    if (char === '(' || char === '[') depth++;
    if (depth === 0 && (char === ',' || char === ')')) {
      const name = /^\s*(?:\w+\s*\.\s*)*(\w+)\s*(?:\[[\s\S]*\]\s*)?$/.exec(text.slice(from, at))?.[1];
      if (name !== undefined) bases.push(name);
      from = at + 1;
      if (char === ')') break;
    }
    if (char === ')' || char === ']') depth--;
  }
  return bases;
}

const LONGEST = 2000;
