import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBytes, readText } from '../src/files.ts';
import { modelReader, ownModels, stubPaths, stubsOf, stubText } from '../src/model-files.ts';
import { openPack, type PackedStub, packModels } from '../src/model-pack.ts';
import { buildIndex } from '../src/python/index/build.ts';
import type { ModuleIndex } from '../src/python/index/module-index.ts';
import { StreamReader, StreamWriter } from '../src/python/index/number-stream.ts';
import { packIndex } from '../src/python/index/pack.ts';
import { unpackIndex } from '../src/python/index/unpack.ts';
import { createParser } from '../src/python/parser.ts';
import { version } from '../src/version.ts';
import { workspace } from './workspace.ts';

const parser = await createParser();
const folder = mkdtempSync(join(tmpdir(), 'nostall-pack-'));
const file = join(folder, 'models.bin');
let stubs: readonly PackedStub[];

beforeAll(() => {
  stubs = [...stubPaths(ownModels())].sort().map((path) => {
    const text = readText(`${ownModels()}/${path}`);
    return { path, text, index: indexOf(path, text) };
  });
  writeFileSync(file, packModels(stubs));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a stream', () => {
  test.each<[string, readonly number[]]>([
    ['nothing', []],
    ['zeros', [0, 0, 0]],
    ['what stands for nothing', [-1, -1]],
    ['one byte', [-64, 63]],
    ['two bytes', [-65, 64, 127, 128, -8192, 8191]],
    ['half of all bits', [-65_536, 65_535]],
    ['the largest that are written', [-1_073_741_824, 1_073_741_823]],
  ])('of %s', (_, numbers) => {
    const out = new StreamWriter();
    out.count(7);
    for (const number of numbers) {
      out.number(number);
      out.count(Math.abs(number));
      out.id(number);
      out.id(number, 5);
    }
    out.list(numbers, 3);
    out.list([], 3);
    const read = new StreamReader(out.finish([]));
    expect(read.count()).toBe(7);
    for (const number of numbers) {
      expect([read.number(), read.count(), read.id(), read.id(5)]).toEqual([number, Math.abs(number), number, number]);
    }
    expect([read.list(3), read.list(3)]).toEqual([numbers, []]);
  });

  test.each<[string, readonly string[]]>([
    ['none', []],
    ['empty ones', ['', '']],
    ['Latin letters', ['a', 'thirteen long', '\xff\0', 'b']],
    ['others between', ['\u0100', 'a', '\u{1f40d} and more of it', '', '\ud83d', 'b']],
    ['more than fits at first', ['x'.repeat(100_000), '\u2028'.repeat(100_000), 'end']],
  ])('of texts: %s', (_, texts) => {
    const out = new StreamWriter();
    out.number(-3);
    const read = new StreamReader(out.finish(texts));
    expect(read.texts).toEqual(texts);
    expect(read.number()).toBe(-3);
  });
});

describe('an index', () => {
  test('of each fixture is the same afterwards', () => {
    const paths = readdirSync('fixtures', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      const index = indexOf(path, readText(`fixtures/${path}`));
      expect(unpackIndex(path, new Uint8Array(packIndex(index)))).toEqual(index);
    }
  });

  test.each<[string, string]>([
    ['empty', ''],
    ['broken', 'async def f(:\n    x = (1\nclass\n'],
    [
      'lambdas in defaults',
      'def f(a=lambda b, c=1: (b, c), *d, e: "int" = [x for x in y]) -> None:\n    def g(h): ...\n',
    ],
    [
      'types',
      'class A[T, *U](B[T], metaclass=M):\n    x: int\n    def f[V](self, v: V) -> T: self.y, (*self.z, _) = v\n',
    ],
    ['scopes', 'def f():\n    a = 1\n    def g():\n        nonlocal a\n        global b\n        a = b = 2\n'],
    [
      'strings',
      'x = "a\\nb", "\\u2028", "\u{1f40d}"\n# noqa: A1\n# nostall: ignore-file[no-blocking-io-in-async] -- x\n',
    ],
    [
      'what is stated',
      'def f(): # nostall: blocks[network] -- old client\n    pass\nfrom . import *\nfrom ..a import b as c\n',
    ],
  ])('of %s is the same afterwards', (path, text) => {
    const index = indexOf(path, text);
    // Bytes need not begin at a round place of their buffer.
    const bytes = new Uint8Array([1, 2, 3, ...packIndex(index)]).subarray(3);
    expect(unpackIndex(path, bytes)).toEqual(index);
  });

  test('is read out of memory that threads share', () => {
    const index = indexOf('a.py', 'async def f(x="\u2028"):  # nostall: nonblocking -- fast\n    await x\n');
    const packed = packIndex(index);
    const shared = new Uint8Array(new SharedArrayBuffer(packed.length + 1), 1);
    shared.set(packed);
    expect(unpackIndex('a.py', shared)).toEqual(index);
  });
});

describe('the models in one file', () => {
  test('every one is as it was, with its text', () => {
    const pack = openPack(file);
    expect(stubs.length).toBeGreaterThan(1000);
    expect(pack.paths()).toEqual(stubs.map(({ path }) => path));
    for (const { path, index, text } of stubs) {
      expect(pack.has(path) && pack.text(path) === text).toBe(true);
      expect(pack.index(path)).toEqual({ ...index, path: `${file}/${path}` });
    }
    expect(pack.has('no/such.pyi')).toBe(false);
    expect(() => pack.index('no/such.pyi')).toThrow(`cannot read ${file}/no/such.pyi: no such stub`);
  });

  test.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['of another version', (bytes) => replaced(bytes, version, '9.9.9'), `no models of nostall ${version}`],
    ['of another format', (bytes) => replaced(bytes, 'format ', 'format 9'), `no models of nostall ${version}`],
    ['that is something else', () => Buffer.alloc(1000, 'x'), `no models of nostall ${version}`],
    ['that is empty', () => new Uint8Array(), `no models of nostall ${version}`],
    ['that is cut short', (bytes) => bytes.subarray(0, bytes.length - 1), 'cut short'],
    ['that is too long', (bytes) => Buffer.concat([bytes, bytes]), 'cut short'],
  ])('a file %s is refused', (_, changed, message) => {
    const path = join(folder, 'changed.bin');
    writeFileSync(path, changed(readBytes(file)));
    const reading = () => modelReader(parser, [path]);
    expect(reading).toThrow(message);
    expect(reading).toThrow('install nostall again');
    expect(reading).toThrow(expect.objectContaining({ name: 'FileError' }));
  });

  test('are read like those in a folder', () => {
    const [packed, loose] = [modelReader(parser, [file]), modelReader(parser, [ownModels()])];
    for (const name of ['asyncio', 'os.path', 'requests.sessions', 'types_boto3_s3.client', 'no.such']) {
      const [one, other] = [packed(name), loose(name)];
      expect(one?.isPackage).toBe(other?.isPackage);
      expect(withoutPath(one?.index)).toEqual(withoutPath(other?.index));
    }
    expect(stubPaths(file)).toEqual(new Set([...stubPaths(ownModels())].sort()));
    const [stub] = stubsOf('time', [file]);
    expect(stub).toMatchObject({ path: `${file}/time.pyi`, isPackage: false });
    expect(stubText(stub!)).toBe(readText(`${ownModels()}/time.pyi`));
  });

  test('lie below those of the user, of which alone faults are looked for', () => {
    const cwd = workspace({ 'lint/time.pyi': '@blocks("nothing")\ndef sleep(seconds) -> None: ...\n' });
    const [packed, loose] = [file, ownModels()].map((own) => modelReader(parser, [`${cwd}/lint`, own])('time'));
    expect(packed?.index).toEqual(loose?.index);
    expect(packed?.unchecked.map(({ path }) => path)).toEqual([`${cwd}/lint/time.pyi`]);
    expect(loose?.unchecked).toHaveLength(2);
    expect(modelReader(parser, [file])('time')?.unchecked).toEqual([]);
  });
});

function indexOf(path: string, text: string): ModuleIndex {
  return buildIndex(path, parser.parse(text), (inner) => parser.parse(inner));
}

function withoutPath(index: ModuleIndex | undefined) {
  return index && { ...index, path: '' };
}

function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1');
}
