import { createHash } from 'node:crypto';
import { kept } from '../python/index/words.ts';

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
  readonly #byBase = new Map<string, Header[]>();

  add(path: string, classes: readonly ScannedClass[]): void {
    for (const scanned of classes) {
      const header = { path, ...scanned };
      for (const base of new Set(scanned.bases)) {
        const known = this.#byBase.get(base);
        if (known) known.push(header);
        else this.#byBase.set(base, [header]);
      }
    }
  }

  /** The classes below one of this name that have the method; none where the name is too common to follow. */
  heirs(name: string, method: string): readonly Header[] {
    const below = new Set<Header>();
    const names = new Set([name]);
    for (const one of names) {
      for (const header of this.#byBase.get(one) ?? []) {
        below.add(header);
        names.add(header.name);
        if (below.size > MOST) return [];
      }
    }
    return [...below].filter((header) => header.methods.includes(method));
  }
}

const MOST = 400;

/** `from stores import Store as Base`; an `except` or a `with` that looks alike binds no base. */
const ALIAS = /\b(\w+)[ \t]+as[ \t]+(\w+)/g;

const HEADER = /^([ \t]*)(?:class[ \t]+(\w+)[^(:\n]*([(:])|(?:async[ \t]+)?def[ \t]+(\w+))/gm;

export type ScannedClass = Omit<Header, 'path'>;

/** Scans a file anew only when its text has changed: an editor asks for the table of a whole project after each edit. */
export class HeaderScans {
  readonly #known = new Map<string, { readonly digest: string; readonly classes: readonly ScannedClass[] }>();

  of(absolute: string, text: string): readonly ScannedClass[] {
    const digest = createHash('sha1').update(text).digest('base64');
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
