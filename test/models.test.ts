import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { configuration } from '../src/config/resolve.ts';
import type { Settings } from '../src/config/settings.ts';
import { listFolder, readText } from '../src/files.ts';
import { lint } from '../src/lint.ts';
import { modelReader, ownModels } from '../src/model-files.ts';
import { behaviourOf } from '../src/project/behaviour.ts';
import { attributeType } from '../src/project/members.ts';
import { modelSource } from '../src/project/models.ts';
import { Project } from '../src/project/project.ts';
import { type Mod, single } from '../src/project/value.ts';
import { createParser } from '../src/python/parser.ts';
import { LineTable } from '../src/python/positions.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { Report } from '../src/types.ts';
import { workspace } from './workspace.ts';

/** Names of the models that were handed out, in order. */
const read: string[] = [];
vi.mock('../src/model-files.ts', async (original) => {
  const actual = await original<typeof import('../src/model-files.ts')>();
  const modelReader: typeof actual.modelReader = (...args) => {
    const reader = actual.modelReader(...args);
    return (name) => {
      const file = reader(name);
      if (file !== null) read.push(name);
      return file;
    };
  };
  return { ...actual, modelReader };
});

const ruleIds = ruleInfos.map(({ id }) => id);
const parser = await createParser();

describe('what a stub states wrongly is named with file and line', () => {
  const HEAD = '# source: https://example.org/   checked: 1.0\n';
  test.each<[string, string, number, RegExp]>([
    ['a decorator that does not exist', '@stalls\ndef f(): ...', 2, /unknown decorator `@stalls`/],
    ['on a method', 'class C:\n    @stalls("x")\n    def f(self): ...', 3, /unknown decorator `@stalls`/],
    ['on a class', '@blocks("network")\nclass C: ...', 2, /unknown decorator `@blocks`/],
    ['a kind that does not exist', '@blocks("net")\ndef f(): ...', 2, /kind.*network/],
    ['no kind', '@blocks()\ndef f(): ...', 2, /kind/],
    ['no brackets', '@blocks\ndef f(): ...', 2, /kind/],
    ['cpu as a kind', '@blocks("cpu")\ndef f(): ...', 2, /kind/],
    [
      'a cost that does not exist',
      '@blocks("file", cost="small")\ndef f(): ...',
      2,
      /`cost` must be one of micro, bounded, unbounded/,
    ],
    ['a cost that is no text', '@blocks("file", cost=1)\ndef f(): ...', 2, /`cost` must be one of/],
    ['a cost of CPU work', '@computes(cost="much")\ndef f(): ...', 2, /`cost` must be one of/],
    [
      'a gil that does not exist',
      '@computes(gil="free")\ndef f(): ...',
      2,
      /`gil` must be one of released, python, held/,
    ],
    ['gil of something that waits', '@blocks("file", gil="held")\ndef f(): ...', 2, /`@blocks` has no argument `gil`/],
    ['an argument that does not exist', '@blocks("file", price="low")\ndef f(): ...', 2, /no argument `price`/],
    ['a parameter of a condition', '@blocks("file", when="b given")\ndef f(a): ...', 2, /no parameter `b`/],
    [
      'one of several parameters',
      '@blocks(\n    "file",\n    unless="a=1 or b=2",\n)\ndef f(a): ...',
      4,
      /no parameter `b`/,
    ],
    ['a condition', '@blocks("file", when="a is given")\ndef f(a): ...', 2, /`a is given` is none of/],
    ['a literal of a condition', '@blocks("file", when="a=b")\ndef f(a, b): ...', 2, /`b` is not a literal/],
    ['a condition that is no text', '@blocks("file", when=True)\ndef f(a): ...', 2, /./],
    ['an unknown parameter to offload', '@offloads("g")\ndef f(func): ...', 2, /no parameter `g`/],
    ['no parameter to offload', '@offloads\ndef f(func): ...', 2, /needs the name of a parameter/],
    ['no parameter to run', '@runs()\ndef f(func): ...', 2, /needs the name of a parameter/],
    ['an unknown parameter to schedule', '@schedules("g")\ndef f(func): ...', 2, /no parameter `g`/],
    ['no reason', '@nonblocking\ndef f(): ...', 2, /needs a reason/],
    ['a use that is no text', '@blocks("file", use=g)\ndef f(): ...', 2, /use/],
    ['a second positional argument', '@blocks("file", "micro")\ndef f(): ...', 2, /./],
    ['the second of two decorators', '@blocks("file")\n@computes(gil="x")\ndef f(): ...', 3, /`gil` must be one of/],
    ['a syntax error', 'def f(: ...\n', 2, /./],
    ['a syntax error further down', 'def f(): ...\n\nclass C\n    x: int\n', 4, /./],
    ['a body that does something', 'def f():\n    return open("x")', 3, /./],
    ['a loop', 'for x in y:\n    def f(): ...', 2, /./],
    ['a call', 'def f(): ...\nprint(f)', 3, /./],
  ])('%s', async (_, stub, line, message) => {
    const root = workspace({ 'models/lib.pyi': HEAD + stub, 'a.py': 'import lib\nasync def f(): lib.f(1)\n' });
    const { problems } = await lintIn(root, ['a.py'], ['models']);
    expect(problems.length).toBeGreaterThan(0);
    const [first] = problems;
    expect(first).toMatchObject({ path: expect.stringMatching(/models\/lib\.pyi$/), line });
    expect(first!.message).toMatch(/^model: [^\n]+$/);
    expect(first!.message).toMatch(message);
  });

  test('each fault once, however many files import it', async () => {
    const root = workspace({
      'models/lib.pyi': '@stalls\ndef f(): ...\n',
      'a.py': 'import lib\nasync def f(): lib.f()\n',
      'b.py': 'import lib\nasync def f(): lib.f()\n',
    });
    const { problems } = await lintIn(root, ['a.py', 'b.py'], ['models']);
    expect(problems.map(({ line }) => line)).toEqual([1]);
  });

  test('nothing is wrong with what is allowed', async () => {
    const stub = `${HEAD}import sys
from typing import Any, Generic, Literal, Protocol, TypeVar, overload
T = TypeVar("T")
if sys.version_info >= (3, 12):
    def a() -> int: ...
else:
    def a() -> str: ...
@exclusive
class C(Generic[T]):
    """What it is."""
    x: int
    y: T = ...
    @property
    @blocks("file", cost="micro")
    def p(self) -> T: ...
    @overload
    def f(self, a: Literal["x"]) -> int: ...
    @overload
    @blocks("db", when="a given and b=1 or b literal", use="asyncpg.connect")
    def f(self, a: str = ..., b: int = 1) -> "C[int]": ...
    @schedules
    def g(self) -> None: ...
    @blocks("network")
    def __getattr__(self, name: str) -> Any: ...
D = C[int]
@reads
async def b(): ...
@runs("key")
@computes(cost="unbounded", gil="held")
def c(key=None): ...
@nonblocking("a queue without a bound")
def d() -> None: pass
`;
    const root = workspace({ 'models/lib.pyi': stub, 'a.py': 'import lib\nasync def f(): lib.C().f(1)\n' });
    expect((await lintIn(root, ['a.py'], ['models'])).problems).toEqual([]);
  });
});

describe('models of the user', () => {
  const app = 'import requests\nimport lib.deep\n\nasync def f():\n    requests.get("x")\n    lib.deep.g()\n';

  test('win over those of nostall, and add to them', async () => {
    const root = workspace({
      'a.py': app,
      'first/requests.pyi': 'def get(url): ...\n',
      'second/requests/__init__.pyi': '@computes\ndef get(url): ...\n',
      'second/lib/deep.pyi': '@blocks("db")\ndef g(): ...\n',
    });
    const own = await lintIn(root, ['a.py'], []);
    expect(own.findings.map(({ place, effect }) => [place.start.line, effect])).toEqual([
      [5, { kind: 'network', cost: 'unbounded' }],
    ]);
    const both = await lintIn(root, ['a.py'], ['first', 'second']);
    expect(both.findings.map(({ place, effect }) => [place.start.line, effect])).toEqual([
      [6, { kind: 'db', cost: 'unbounded' }],
    ]);
    const turned = await lintIn(root, ['a.py'], ['second', 'first']);
    expect(turned.findings.map(({ place, effect }) => [place.start.line, effect?.kind])).toEqual([
      [5, 'cpu'],
      [6, 'db'],
    ]);
    expect([own, both, turned].flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('speak for the files of their configuration alone', async () => {
    const root = workspace({ 'a.py': app, 'b.py': app, 'models/requests.pyi': 'def get(url): ...\n' });
    const files = ['a.py', 'b.py'].map((name) => sourceFile(root, name));
    const [quiet, loud] = [settingsIn(root, ['models']), settingsIn(root, [])];
    const { findings } = await lint({
      files,
      settingsOf: (path) => (path.endsWith('a.py') ? quiet : loud),
      level: 'note',
    });
    expect(findings.map(({ place }) => place.path)).toEqual(['b.py']);
  });
});

describe('only models of imported modules are read', () => {
  test.each<[string, string, string[], string[]]>([
    ['nothing imported', 'async def f(): pass\n', [], ['requests', 'numpy', 'redis']],
    [
      'one module',
      'import requests\nasync def f(): requests.get(1)\n',
      ['requests'],
      ['httpx', 'redis', 'numpy', 'boto3'],
    ],
    ['an import that is not used', 'import numpy\nasync def f(): pass\n', [], ['requests', 'redis', 'numpy.linalg']],
    ['a submodule', 'import redis.asyncio as r\nasync def f(): r.Redis()\n', ['redis.asyncio'], ['requests', 'numpy']],
  ])('%s', async (_, text, wanted, unread) => {
    read.length = 0;
    const file = { path: 'a.py', absolute: '/nowhere/a.py', read: () => text };
    const settings = settingsIn('/nowhere', []);
    await lint({ files: [file], settingsOf: () => settings, level: 'note' });
    expect(new Set(read).size).toBe(read.length);
    expect(read).toEqual(expect.arrayContaining(wanted));
    expect(read.filter((name) => unread.includes(name))).toEqual([]);
    expect(read.length).toBeLessThan(60);
  });
});

describe('the models of nostall', () => {
  const root = ownModels();
  const paths = stubsBelow(root);
  const faults: string[] = [];
  const mods: Mod[] = [];
  const models = modelSource(modelReader(parser, [root]), (mod, node, message) => {
    faults.push(`${mod.path}:${new LineTable(readText(mod.path)).lineOf(mod.index.start[node]!)}: ${message}`);
  });
  const project = new Project({ models, target: [3, 12] });

  beforeAll(() => {
    for (const path of paths) {
      const name = moduleName(path.slice(root.length + 1));
      const mod = models(name);
      if (mod === null || mod.path !== path) faults.push(`${path}: \`import ${name}\` reads ${mod?.path ?? 'nothing'}`);
      else mods.push(mod);
    }
  }, 60_000);

  test('all load without a fault, each under the name of its module', () => {
    expect(paths.length).toBeGreaterThan(300);
    expect(faults).toEqual([]);
    const broken = mods.flatMap((mod) => mod.index.faults.map((fault) => `${mod.path}: ${fault.message}`));
    expect(broken).toEqual([]);
  });

  test('each says in its first line where the knowledge comes from, and which version was checked', () => {
    const silent = paths.filter(
      (path) => !/^# source: (https?:\/\/\S+\s+)+checked: \S/.test(readText(path).split('\n', 1)[0]!),
    );
    expect(silent).toEqual([]);
  });

  test('every `use=` names something that a model knows', () => {
    const uses = new Map<string, string>();
    for (const mod of mods) {
      for (const fn of mod.functions) {
        for (const { use } of behaviourOf(fn).primitives)
          if (use !== null) uses.set(use, `${mod.path}: ${fn.info.qualname}`);
      }
    }
    expect(uses.size).toBeGreaterThan(100);
    const unknown = [...uses].filter(([use]) => !isKnown(use) && !(packageOf(use) in UNMODELLED));
    expect(unknown.map(([use, where]) => `${use} (${where})`)).toEqual([]);
    const named = new Set([...uses.keys()].map(packageOf));
    expect(Object.keys(UNMODELLED).filter((name) => !named.has(name) || models(name) !== null)).toEqual([]);
  }, 60_000);

  test('agree with the interpreter', { timeout: 300_000 }, (context) => {
    const { status, stdout, stderr, error } = spawnSync('python3', ['scripts/check_models.py'], { encoding: 'utf8' });
    if (error !== undefined) {
      const note = `no python3: ${paths.length} models not compared with it`;
      console.log(`skipped: ${note}`);
      context.skip(note);
    }
    console.log(stdout.trim().split('\n').at(-1));
    expect([status, stderr, stdout.trim().split('\n').slice(0, -1)]).toEqual([0, '', []]);
  });

  function isKnown(dotted: string): boolean {
    const parts = dotted.split('.');
    for (let length = parts.length; length > 0; length--) {
      const mod = models(parts.slice(0, length).join('.'));
      if (mod === null) continue;
      let type = single({ tag: 'module', mod, name: mod.name });
      for (const name of parts.slice(length)) type = attributeType(project, type, name, mod);
      return type.values.length > 0;
    }
    return false;
  }
});

/** Packages that `use=` may name without a model of them, and why. */
const UNMODELLED: Readonly<Record<string, string>> = {
  aio_pika: 'all of it is async, nothing in it blocks',
  kubernetes_asyncio: 'generated from the same API as `kubernetes`, name by name',
};

function packageOf(dotted: string): string {
  return dotted.split('.')[0]!;
}

function stubsBelow(folder: string): string[] {
  return listFolder(folder).flatMap(({ name, kind }) => {
    const path = `${folder}/${name}`;
    if (kind === 'folder') return stubsBelow(path);
    return name.endsWith('.pyi') ? [path] : [];
  });
}

function moduleName(relative: string): string {
  return relative.replace(/(\/__init__)?\.pyi$/, '').replaceAll('/', '.');
}

function settingsIn(root: string, models: readonly string[]): Settings {
  const config = models.length === 0 ? [] : [`models = [${models.map((name) => `"${name}"`).join(', ')}]`];
  const request = {
    cwd: root,
    roots: [root],
    ruleIds,
    config,
    isolated: true,
    select: null,
    ignore: [],
    extendSelect: [],
  };
  return configuration(request).forFolder(root).settings;
}

function sourceFile(root: string, name: string) {
  return { path: name, absolute: join(root, name), read: () => readText(join(root, name)) };
}

function lintIn(root: string, names: readonly string[], models: readonly string[]): Promise<Report> {
  const settings = settingsIn(root, models);
  return lint({ files: names.map((name) => sourceFile(root, name)), settingsOf: () => settings, level: 'note' });
}
