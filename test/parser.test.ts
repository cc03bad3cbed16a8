import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Parser as WasmParser } from 'web-tree-sitter';
import type { FlatTree } from '../src/python/flat-tree.ts';
import { F, K } from '../src/python/kinds.ts';
import { isNamed, kindName, vocabularyOf } from '../src/python/language.ts';
import { nodesOf } from '../src/python/node.ts';
import { createParser, type Parser, PROBE, wasmParser } from '../src/python/parser.ts';
import { loadWasm, parseWithWasm, type WasmRuntime } from '../src/python/wasm.ts';

let runtime: WasmRuntime;
let parser: Parser;
/** Reads every tree with the cursor: what `parser` has to equal. */
let walker: Parser;

beforeAll(async () => {
  const asked: string[] = [];
  const failing = createParser({
    readWasm: (file) => {
      asked.push(file);
      throw new Error('out of reach');
    },
  });
  await expect(failing).rejects.toThrow('out of reach');
  expect(asked).toEqual(['web-tree-sitter.wasm']);
  runtime = await loadWasm();
  parser = await createParser();
  walker = wasmParser({ ...runtime, words: () => new Uint32Array(16) });
});

const NATIVE_FROM = process.env.NATIVE_FROM;

const ODD: Readonly<Record<string, string>> = {
  empty: '',
  'one space': ' ',
  'byte order mark': '\ufeffx = 1\n',
  'byte order mark alone': '\ufeff',
  CRLF: 'if x:\r\n  y # z\r\n\r\nz\r\n',
  'lone CR': 'x = 1\ry = 2\r',
  NUL: 'x = 1\0\ny = "\0"\n',
  'only NUL': '\0'.repeat(5000),
  'lone surrogates': 'x = "\ud83d"\ny = \udc00\n',
  astral: '\u{1d6fc} = "\u{1f40d}" # \u{1f40d}\n\u{1d6fd}.\u{1d6fc}(\u{1d6fc}=1)\n',
  'form feed': 'x = 1\n\f\ny = 2\n',
  continuation: 'x = 1 + \\\n  2\nassert x, \\\n',
  'no final newline': 'async def f():\n  await g()',
  tabs: 'if x:\n\ty\n        z\n',
  'missing bracket': 'def f(:\n  pass\n',
  'open bracket': 'f(a,\n',
  'closing bracket': ')\nx\n',
  'open string': 'x = """a\nb\n',
  'open f-string': 'f"{a',
  'no block': 'if x:\nelse:\n',
  'two expressions': 'a b c\n',
  'Python 2': 'print "a"\nexec "b" in c\nprint >>f, x\nexcept A, b:\n',
  'aliases and hidden nodes': PROBE,
  comparison: 'a not in b is not c <= d\n',
  'match and patterns': 'match x:\n  case {"a": A(b=1), **r} | [*_, -1] as y if z: pass\n  case None: pass\n',
  'nested f-string': 'f"{a!r:>{w}.{p}} {{ {x=} {f\'{y}\'}"\n',
  'type syntax': 'type A[T: int, *U, **P] = list[T] | None\ndef f[T](a: T, /, *, b: int = 1, **k: int) -> A: ...\n',
  'try star': 'try:\n  a\nexcept* (A, B) as e:\n  b\nelse: c\nfinally: d\n',
  'async comprehension': '[await x async for x in y if await z for w in x]\n{**a, "b": (c := 1)}\n',
  decorators: '@a.b(c)\nclass A(B, metaclass=C):\n  @property\n  async def f(self): return await self.x\n',
  'comments everywhere': '# a\nf( # b\n  # c\n  a, # d\n)\nif x: # e\n  # f\n  pass\n# g\n',
  'lambda and yield': 'x = lambda *a, b=1, **k: (yield from a)\nfor i, *j in k: global z\n',
  'deep parentheses': `${'('.repeat(20_000)}1${')'.repeat(20_000)}\n`,
  'deep open parentheses': '('.repeat(20_000),
  'deep attributes': `a${'.b'.repeat(50_000)}\n`,
  'deep blocks': Array.from({ length: 800 }, (_, i) => `${' '.repeat(i)}if x:\n`).join(''),
  'many statements': 'x = 1\n'.repeat(50_000),
};

describe('decoding the WebAssembly memory', () => {
  test('is what runs by default, and the forced walker is not', () => {
    expect([parser.backend, walker.backend]).toEqual(['wasm', 'wasm-cursor']);
  });

  test.each(Object.entries(ODD))('agrees with the cursor: %s', (_, text) => {
    expect(firstDifference(parser.parse(text), walker.parse(text))).toBeNull();
  });

  test.each(Object.entries(ODD).filter(([, text]) => text.length < 1000))(
    'agrees with the S-expression: %s',
    (_, text) => {
      const own = new WasmParser();
      own.setLanguage(runtime.language);
      const tree = parseWithWasm(own, text);
      expect(sExpression(parser.parse(text))).toBe(withoutCharacters(tree.rootNode.toString()));
      tree.delete();
      own.delete();
    },
  );

  test('agrees with the cursor on damaged sources', () => {
    const sources = Object.values(ODD).filter((text) => text.length < 1000);
    const random = seeded(7);
    let faulty = 0;
    for (let round = 0; round < 600; round++) {
      const text = damaged(sources[random(sources.length)]!, sources[random(sources.length)]!, random);
      const tree = parser.parse(text);
      expect(firstDifference(tree, walker.parse(text)), JSON.stringify(text)).toBeNull();
      if (tree.errors.length > 0) faulty++;
    }
    expect(faulty).toBeGreaterThan(200);
  });

  test('the probe holds what the check at load is there for', () => {
    const tree = parser.parse(PROBE);
    const kinds = new Set(tree.kind);
    expect([K.comment, K.as_pattern_target, K.interpolation].every((kind) => kinds.has(kind))).toBe(true);
    expect(tree.errors.map((fault) => fault.missing).sort()).toEqual([')', null].sort());
    expect(tree.field.includes(F.operators)).toBe(true);
    expect(/[\u{10000}-\u{10ffff}]/u.test(PROBE)).toBe(true);
  });

  const tables = () => runtime.tables;
  test.each<[string, () => Partial<WasmRuntime>]>([
    ['no aliases', () => ({ tables: { ...tables(), aliases: new Uint16Array(tables().aliases.length) } })],
    ['no fields', () => ({ tables: { ...tables(), fields: new Uint8Array(tables().fields.length) } })],
    ['another width', () => ({ tables: { ...tables(), width: tables().width + 1 } })],
    ['other symbols', () => ({ tables: { ...tables(), kinds: tables().kinds.slice(1) } })],
    ['another layout', () => ({ words: () => runtime.words().subarray(1) })],
    ['memory of ones', () => ({ words: () => new Uint32Array(4096).fill(0xffffffff) })],
    ['no memory', () => ({ words: () => new Uint32Array() })],
  ])('gives way to the cursor when the check at load fails: %s', (_, change) => {
    const other = wasmParser({ ...runtime, ...change() });
    expect(other.backend).toBe('wasm-cursor');
    expect(firstDifference(other.parse(PROBE), parser.parse(PROBE))).toBeNull();
  });

  test('gives way to the cursor when one tree cannot be decoded', () => {
    let asked = 0;
    const other = wasmParser({ ...runtime, words: () => (asked++ === 0 ? runtime.words() : new Uint32Array(16)) });
    expect(other.backend).toBe('wasm');
    expect(firstDifference(other.parse(PROBE), parser.parse(PROBE))).toBeNull();
    expect(asked).toBe(2);
  });

  test('trees are freed: memory stops growing', () => {
    const text = 'x = f(a, b)\n'.repeat(5_000);
    parser.parse(text);
    const size = runtime.words().length;
    for (let i = 0; i < 8; i++) parser.parse(text);
    expect(runtime.words().length).toBe(size);
  });
});

test('every symbol and field of the grammar has a number of ours', () => {
  const { kinds, fields } = vocabularyOf(runtime.language);
  expect(kinds.size).toBeGreaterThan(200);
  expect(fields.size).toBe(runtime.language.fieldCount);
  expect([...kinds, ...fields].filter(([, ours]) => ours === 0)).toEqual([]);
});

test('a letter outside the basic plane is read whole wherever the buffers end', () => {
  for (const length of [4094, 4095, 4096, 5117, 5118, 5119, 8190, 8191, 32_766, 32_767]) {
    expect(parser.parse(`${'x'.repeat(length)}\u{1d6fc} = 1\n`).errors, `${length}`).toEqual([]);
  }
});

test.each([
  ['lone CR', 'x = 1\ry = 2\r', ['x = 1', 'y = 2']],
  ['CRLF', 'x = 1\r\ny = 2\r\n', ['x = 1', 'y = 2']],
  ['byte order mark', '\ufeffx = 1\n', ['x = 1']],
  ['astral', 's = "\u{1f40d}"; y = 2', ['s = "\u{1f40d}"', 'y = 2']],
])('offsets count UTF-16 units: %s', (_, text, statements) => {
  const tree = parser.parse(text);
  expect(tree.errors).toEqual([]);
  expect(tree.text).toBe(text);
  expect(nodesOf(tree).root.namedChildren.map((node) => node.text)).toEqual(statements);
});

test('faults name what is missing', () => {
  const tree = parser.parse('def f(:\n  pass\ng(a b)\n');
  const faults = tree.errors.map(({ node, missing }) => [tree.text.slice(tree.start[node], tree.end[node]), missing]);
  expect(faults).toEqual([
    ['', ')'],
    ['b', null],
  ]);
});

describe('the standard library of an installed Python', () => {
  const folder = standardLibrary();
  const files = folder === null ? [] : sample(pythonFiles(folder), 400, seeded(11));

  test('decoding agrees with the cursor', { timeout: 300_000 }, (context) => {
    if (files.length === 0) skip(context, 'no python3: 0 of its files compared with the cursor');
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(firstDifference(parser.parse(text), walker.parse(text)), file).toBeNull();
    }
  });

  test('the native binding agrees where there is no syntax error', { timeout: 300_000 }, async (context) => {
    if (NATIVE_FROM === undefined) skip(context, 'NATIVE_FROM names no folder with tree-sitter: 0 trees compared');
    const native = await createParser({ native: true, nativeFrom: NATIVE_FROM as string });
    expect(native.backend).toBe('native');
    let compared = 0;
    for (const text of [...Object.values(ODD), ...files.map((file) => readFileSync(file, 'utf8'))]) {
      const tree = parser.parse(text);
      if (tree.errors.length > 0) continue;
      expect(firstDifference(native.parse(text), tree), JSON.stringify(text.slice(0, 60))).toBeNull();
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });
});

test('a native binding that is not there is one clear line', async () => {
  const asked = createParser({ native: true, nativeFrom: join(tmpdir(), 'nostall-nowhere', 'at', 'all') });
  await expect(asked).rejects.toThrow(
    /^NOSTALL_PARSER=native: the package tree-sitter could not be loaded \([^\n]+\)$/,
  );
});

function firstDifference(actual: FlatTree, wanted: FlatTree): string | null {
  if (actual.count !== wanted.count) return `${actual.count} nodes, not ${wanted.count}`;
  for (const key of ['kind', 'start', 'end', 'field', 'parent', 'next'] as const) {
    for (let i = 0; i < wanted.count; i++) {
      if (actual[key][i] !== wanted[key][i]) return `${key} of node ${i}: ${actual[key][i]}, not ${wanted[key][i]}`;
    }
  }
  const [a, b] = [JSON.stringify(actual.errors), JSON.stringify(wanted.errors)];
  return a === b ? null : `faults ${a}, not ${b}`;
}

/** As tree-sitter writes trees: named nodes and missing ones, with their fields. */
function sExpression(tree: FlatTree): string {
  const fieldNames = new Map<number, string>(Object.entries(F).map(([name, id]) => [id, name]));
  const missing = new Map(tree.errors.map(({ node, missing }) => [node, missing]));
  const write = (node: number): string => {
    const kind = tree.kind[node]!;
    const inserted = missing.get(node);
    const label = tree.field[node] === 0 ? '' : `${fieldNames.get(tree.field[node]!)}: `;
    if (typeof inserted === 'string') return ` ${label}(MISSING ${isNamed(kind) ? inserted : `"${inserted}"`})`;
    let children = '';
    for (let child = node + 1; child < tree.count && tree.parent[child] === node; ) {
      children += write(child);
      const next = tree.next[child]!;
      if (next < 0) break;
      child = next;
    }
    return isNamed(kind) ? ` ${label}(${kindName(kind)}${children})` : children;
  };
  return write(0).trim();
}

/** An ERROR of one character is written with that character. */
function withoutCharacters(expression: string): string {
  return expression.replace(/\(UNEXPECTED (?:'.*?'|\d+)\)/g, '(ERROR)');
}

function damaged(text: string, other: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const piece = random(other.length + 1);
  const cut = random(3) === 0 ? 0 : random(12);
  return text.slice(0, at) + other.slice(piece, piece + random(20)) + text.slice(at + cut);
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sample<V>(values: readonly V[], size: number, random: (below: number) => number): V[] {
  const rest = [...values];
  const taken: V[] = [];
  while (rest.length > 0 && taken.length < size) taken.push(rest.splice(random(rest.length), 1)[0]!);
  return taken;
}

function standardLibrary(): string | null {
  try {
    const code = "import sysconfig; print(sysconfig.get_paths()['stdlib'])";
    return execFileSync('python3', ['-c', code], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

function pythonFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'site-packages' ? [] : pythonFiles(join(folder, entry.name));
    return entry.isFile() && entry.name.endsWith('.py') ? [join(folder, entry.name)] : [];
  });
}

function skip(context: { skip(note: string): never }, note: string): never {
  console.log(`skipped: ${note}`);
  return context.skip(note);
}
