import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../src/files.ts';
import { isStandard } from '../src/model-list/standard-library.ts';
import { localLinks, readMarkdown } from './support/markdown.ts';
import { nostall } from './support/readme.ts';
import { workspace } from './workspace.ts';

const CONFIG = { 'nostall.toml': 'models = ["lint"]\n' };

const ACME = `# source: our own client   checked: 2.1
import sys
from typing import overload, Literal, Any
@offloads("task")
def defer(task) -> None: ...
@schedules("callback")
def soon(callback) -> None: ...
@runs("key", "items")
@computes(cost="micro", gil="held")
def order(items, key=None) -> list[Any]: ...
@computes(gil="released", once=True)
def warm() -> None: ...
@exclusive
class Session:
    @reads
    async def get(self, key: str) -> Any: ...
    @mutates
    async def put(self, key: str) -> None: ...
    @overload
    @blocks("wait", when="timeout absent or timeout=None")
    def join(self, timeout: None = None) -> None: ...
    @overload
    @blocks("wait", cost="bounded", unless="timeout=0 and mode='now'", use="acme.Session.get")
    def join(self, timeout: float, mode: str = "now") -> None: ...
    @property
    @blocks("file", cost="micro")
    def size(self) -> int: ...
    def close(self) -> None: ...
class Handler:
    @schedules
    def received(self, data: bytes) -> None: ...
if sys.version_info >= (3, 12):
    @blocks("db")
    def find() -> None: ...
else:
    @blocks("db")
    def find() -> None: ...
@nonblocking("answers from memory")
def peek() -> None: ...
`;

describe('a list', () => {
  const own = () => workspace({ ...CONFIG, 'lint/acme/__init__.pyi': ACME, 'lint/acme/deep.pyi': 'x: int\n' });

  test('of all packages, with those of the user', async () => {
    const { code, out, err } = await nostall(['models'], own());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^package +version +modules +entries\n/);
    expect(out).toMatch(/^requests +2\.\d+ +\d+ +\d+$/m);
    expect(out).toMatch(/^acme +2\.1 +2 +11 +lint\/acme\/__init__\.pyi, lint\/acme\/deep\.pyi$/m);
  });

  test('for programs', async () => {
    const { out } = await nostall(['models', '--format', 'json'], own());
    const packages = JSON.parse(out) as { name: string; standard: boolean }[];
    const acme = packages.find(({ name }) => name === 'acme');
    expect(acme).toMatchObject({ version: '2.1', standard: false, entries: 11, blocks: 3, computes: 2, marked: 7 });
    expect(acme).toMatchObject({ modules: [{ name: 'acme' }, { name: 'acme.deep', version: null, entries: 0 }] });
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['time', 'google.cloud.storage']));
    expect(new Set(names).size).toBe(names.length);
    expect(packages.find(({ name }) => name === 'time')?.standard).toBe(true);
  });

  test('of what is known of a module', async () => {
    const { out } = await nostall(['models', 'acme'], own());
    expect(out.replaceAll(/ {2,}/g, '  ')).toBe(`acme 2.1, lint/acme/__init__.pyi: 11 entries
  acme.defer  offloads task
  acme.soon  schedules callback
  acme.order  cpu  micro  GIL: held
  runs key, items
  acme.warm  cpu  bounded  GIL: released; first call only
  acme.Session  exclusive
  acme.Session.get  reads
  acme.Session.put  mutates
  acme.Session.join  wait  unbounded  when timeout absent or timeout=None
  wait  bounded  unless timeout=0 and mode="now"; use acme.Session.get
  acme.Session.size  file  micro
  acme.Handler.received  called by the loop
  acme.find  db  unbounded

acme.deep, lint/acme/deep.pyi: 0 entries
`);
  });

  test('of that for programs', async () => {
    const { out } = await nostall(['models', 'acme', 'time', '--format', 'json'], own());
    const modules = JSON.parse(out) as { name: string; stub: string | null; entries: { name: string }[] }[];
    expect(modules.map(({ name, stub }) => [name, stub])).toEqual([
      ['acme', 'lint/acme/__init__.pyi'],
      ['acme.deep', 'lint/acme/deep.pyi'],
      ['time', null],
    ]);
    const entries = new Map(modules.flatMap((one) => one.entries).map((entry) => [entry.name, entry]));
    const sleep = { kind: 'sleep', cost: 'unbounded', use: 'asyncio.sleep', gil: null };
    expect(entries.get('time.sleep')).toMatchObject({ form: 'function', awaiting: null });
    expect(entries.get('time.sleep')).toHaveProperty(
      'effects',
      expect.arrayContaining([expect.objectContaining(sleep)]),
    );
    expect(entries.get('acme.Session')).toMatchObject({ form: 'class', exclusive: true, effects: [] });
    expect(entries.get('acme.Session.size')).toMatchObject({ form: 'property', effects: [{ cost: 'micro' }] });
    expect(entries.get('acme.order')).toMatchObject({ runs: ['key', 'items'], effects: [{ gil: 'held' }] });
    expect(entries.get('acme.Handler.received')).toMatchObject({ form: 'method', onLoop: true, schedules: [] });
    expect(entries.has('acme.peek') || entries.has('acme.Session.close')).toBe(false);
  });

  test('of numbers', async () => {
    const cwd = own();
    const { out } = await nostall(['models', '--statistics', 'acme', '--format', 'json'], cwd);
    expect(JSON.parse(out)).toMatchObject({
      modules: 2,
      entries: 11,
      effects: {
        wait: { micro: 0, bounded: 1, unbounded: 1 },
        cpu: { micro: 1, bounded: 1, unbounded: 0 },
        db: { unbounded: 1 },
        file: { micro: 1 },
        network: { micro: 0, bounded: 0, unbounded: 0 },
      },
      marks: { offloads: 1, schedules: 2, runs: 1, reads: 1, mutates: 1, exclusive: 1 },
    });
    const { out: text } = await nostall(['models', '--statistics', 'acme'], cwd);
    expect(text).toContain('11 entries in 2 modules: 0 of the standard library, 11 of 1 package\n');
    expect(text).toMatch(/^wait +0 +1 +1$/m);
    expect(text).toMatch(/^acme +2\.1 +2 +11 +3 +2 +7$/m);
  });

  test('of numbers that agree with each other, for all there is', async () => {
    const { out } = await nostall(['models', '--statistics', '--format', 'json'], own());
    const all = JSON.parse(out) as { entries: number; packages: { entries: number; name: string }[] };
    expect(all.entries).toBe(all.packages.reduce((sum, one) => sum + one.entries, 0));
    expect(all.entries).toBeGreaterThan(1500);
  });
});

describe('what cannot be understood is one line and exit code 2', () => {
  test.each<[string, readonly string[], string]>([
    ['a near miss of a module', ['reqests'], 'no model of "reqests", did you mean `requests`?'],
    ['a module like no other', ['wibblewobble'], 'no model of "wibblewobble"'],
    ['a format', ['--format', 'sarif'], '--format: nostall models writes text or json, not "sarif"'],
    ['a flag of another command', ['--level', 'note'], '--level is not a flag of nostall models'],
    ['two questions', ['--check', '--unmodelled', 'a.py'], '--check and --unmodelled exclude each other'],
    ['nothing to check', ['--check'], '--check needs a path: the configuration names no models'],
    ['a missing path to check', ['--check', 'gone'], 'no such file or folder: gone'],
    ['no stub', ['--check', 'a.py'], 'no model stubs (.pyi) in a.py'],
    ['a folder without stubs', ['--check', 'empty'], 'no model stubs (.pyi) in empty'],
    ['a missing path of a project', ['--unmodelled', 'gone'], 'no such file or folder: gone'],
    ['standard input', ['--unmodelled', '-'], '--unmodelled reads files, not standard input'],
  ])('%s', async (_, argv, message) => {
    const { code, out, err } = await nostall(['models', ...argv], workspace({ 'a.py': '', 'empty/': '' }));
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `nostall: ${message}\n` });
  });
});

describe('stubs that are checked', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['nothing wrong', { 'acme.pyi': ACME }, []],
    ['a decorator', { 'a.pyi': 'x: int\n@stalls\ndef f(): ...' }, ['a.pyi:2: unknown decorator `@stalls`']],
    ['a syntax error', { 'a.pyi': 'def f(:\n' }, ['a.pyi:1: syntax error']],
    ['a statement', { 'a.pyi': 'def f():\n    return 1' }, ['a.pyi:2: the body of a function in a stub is `...`']],
    [
      'a name of no module',
      { 'my-lib.pyi': 'x: int' },
      ['my-lib.pyi:1: no module can be imported as `my-lib`: `my-lib` is no name'],
    ],
    [
      'two stubs for one module',
      { 'a.pyi': 'x: int', 'a/__init__.pyi': 'x: int' },
      ['a/__init__.pyi:1: never read: `a.pyi` stands for the same module'],
    ],
    [
      'a way out that does not exist',
      { 'a.pyi': 'class C: ...\n@blocks(\n    "db",\n    use="a.C.go",\n)\ndef f(): ...' },
      ['a.pyi:4: `use`: `a.C.go` does not exist: the model of `a` has no `C.go`'],
    ],
    ['a way out in a package without a model', { 'a.pyi': '@blocks("db", use="vendor.go")\ndef f(): ...' }, []],
    ['a way out of a later Python', { 'a.pyi': '@blocks("wait", use="asyncio.TaskGroup")\ndef f(): ...' }, []],
    [
      'a return type',
      { 'a.pyi': '\ndef f() -> list[Thing]: ...' },
      ['a.pyi:2: `Thing` is neither defined nor imported'],
    ],
    ['a parameter', { 'a.pyi': 'def f(x: "Thing"): ...' }, ['a.pyi:1: `Thing` is neither defined nor imported']],
    ['an attribute', { 'a.pyi': 'class C:\n    x: Thing' }, ['a.pyi:2: `Thing` is neither defined nor imported']],
    ['a base', { 'a.pyi': 'class C(Thing): ...' }, ['a.pyi:1: `Thing` is neither defined nor imported']],
    ['a type of the model below', { 'requests/sessions.pyi': 'def f() -> Response: ...' }, []],
    [
      'a class that the model below imports',
      { 'requests.pyi': '\nclass Session:\n    def get(self): ...' },
      [
        'requests.pyi:2: `Session` hides the class that the model of `requests` takes from `.sessions`, with all its members: state it in the stub of that module',
      ],
    ],
  ])('%s', async (_, stubs, expected) => {
    const files = Object.entries(stubs).map(([name, text]) => [`lint/${name}`, text]);
    const { code, out, err } = await nostall(
      ['models', '--check'],
      workspace({ ...CONFIG, ...Object.fromEntries(files) }),
    );
    const lines = out.trimEnd().split('\n');
    const amount = expected.length === 1 ? '1 fault' : `${expected.length} faults`;
    expect(lines.pop()).toMatch(new RegExp(`^${amount} in \\d stubs?$`));
    expect(lines).toEqual(expected.map((one) => expect.stringContaining(`lint/${one}`)));
    expect({ code, err }).toEqual({ code: expected.length > 0 ? 1 : 0, err: '' });
  });

  test('by path: a stub, a folder inside the configured one, a folder of its own', async () => {
    const bad = '@stalls\ndef f(): ...\n';
    const cwd = workspace({ ...CONFIG, 'lint/a/b.pyi': bad, 'lint/c.pyi': bad, 'other/d.pyi': bad });
    for (const [path, stub] of [
      ['lint/c.pyi', 'lint/c.pyi'],
      ['lint/a', 'lint/a/b.pyi'],
      ['other', 'other/d.pyi'],
    ] as const) {
      const { code, out } = await nostall(['models', '--check', path, '--format', 'json'], cwd);
      expect(JSON.parse(out)).toEqual([{ path: stub, line: 1, message: 'unknown decorator `@stalls`' }]);
      expect(code).toBe(1);
    }
  });
});

describe('modules without a model', () => {
  const APP = `import json
import requests
import mailer
import ledger.books as books
import unused
from google.cloud import storage, wibble
from os import path
from . import helper
import own.thing
from ledger import open_book as open_


class Store:
    def __init__(self):
        self.client = mailer.Client()

    async def save(self, extra: "str", typed: mailer.Message):
        self.client.send(1)
        await self.client.flush()
        typed.seal()
        [books.close(book) for book in extra]
        with open_(1) as book:
            book.entries()
        requests.get(json.dumps(own.thing.f()))
        helper.f()
        wibble.go()

    def plain(self):
        self.client.send(2)
`;

  const project = {
    'app/__init__.py': '',
    'app/main.py': APP,
    'app/helper.py': 'import mailer\n',
    'own/thing.py': 'def f(): ...\n',
    'tests/test_app.py': 'import pytest\nasync def test(): pytest.skip()\n',
  };

  test('by calls on the loop', async () => {
    const { code, out, err } = await nostall(['models', '--unmodelled', '--format', 'json'], workspace(project));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual([
      { module: 'mailer', calls: 3, awaited: 1, imports: 2 },
      { module: 'ledger', calls: 3, awaited: 0, imports: 1 },
      { module: 'google.cloud.wibble', calls: 1, awaited: 0, imports: 1 },
      { module: 'unused', calls: 0, awaited: 0, imports: 1 },
    ]);
  });

  test('in words, less what the user has modelled', async () => {
    const cwd = workspace({ ...project, ...CONFIG, 'lint/mailer.pyi': 'class Client: ...\n' });
    const { out } = await nostall(['models', '--unmodelled', 'app'], cwd);
    expect(out).toBe(`module               calls on the loop  awaited  imports
ledger                               3        0        1
google.cloud.wibble                  1        0        1
unused                               0        0        1
`);
    const { out: none } = await nostall(['models', '--unmodelled', 'app/helper.py'], cwd);
    expect(none).toBe('every third-party module that is imported has a model\n');
  });

  test('the standard library is what the interpreter says', (context) => {
    const script = 'import sys; print(*sys.stdlib_module_names)';
    const { status, stdout } = spawnSync('python3', ['-c', script], { encoding: 'utf8' });
    if (status !== 0) context.skip('no python3 that knows its modules');
    const names = stdout.trim().split(' ');
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !name.startsWith('_') && !isStandard(name))).toEqual([]);
  });
});

describe('the page', () => {
  const page = readText('docs/models.md');
  const { blocks, prose } = readMarkdown(page);

  test('says what its commands say, with the files that stand above them', async () => {
    const files: Record<string, string> = {};
    let shown = 0;
    for (const [at, { language, tag, text }] of blocks.entries()) {
      if (tag !== '') files[tag] = text;
      if (language !== 'sh') continue;
      const [, , , , ...argv] = text.trim().split(' ');
      const { out, err } = await nostall(argv, workspace(files));
      expect({ out, err }).toEqual({ out: blocks[at + 1]?.text, err: '' });
      shown++;
    }
    expect(shown).toBe(5);
  });

  test('has stubs of ten lines at most, and links to what exists', () => {
    const stubs = blocks
      .filter(({ language }) => language === 'pyi')
      .map(({ text }) => text.trimEnd().split('\n').length);
    expect(Math.max(...stubs)).toBeLessThanOrEqual(10);
    expect(localLinks(prose)).toEqual(['../rules/models/README.md']);
    expect(readText('rules/models/README.md')).toContain('## Decorators');
  });
});

test('a check does not load it', () => {
  const seen = new Set(['src/cli.ts', 'src/cli/check.ts', 'src/lint.ts']);
  for (const path of seen) {
    for (const [, target] of readText(path).matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gm)) {
      seen.add(posix.join(posix.dirname(path), target!));
    }
  }
  expect(seen.size).toBeGreaterThan(50);
  expect([...seen].filter((path) => /model-list|cli\/models/.test(path))).toEqual([]);
});
