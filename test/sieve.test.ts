import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { modelReader, moduleOf, ownModels, stubPaths } from '../src/model-files.ts';
import { behaviourOf } from '../src/project/behaviour.ts';
import { modelSource } from '../src/project/models.ts';
import { createParser } from '../src/python/parser.ts';
import { looksBroken } from '../src/sieve/brackets.ts';
import { ROOT_NAMES, ROOT_PACKAGES } from '../src/sieve/roots.ts';
import { isWorthParsing } from '../src/sieve/sieve.ts';
import { command, found } from './support/command.ts';
import { pythonFiles } from './support/fixture.ts';
import { workspace } from './workspace.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('what is worth parsing', () => {
  test.each([
    ['a coroutine', 'async  def f():\n    pass\n'],
    ['asyncio', 'import asyncio\n'],
    ['a library with an event loop', 'from nicegui import ui\n'],
    ['a callback of the loop', 'def later(self):\n    self.loop.call_soon(print)\n'],
    ['a method of a protocol', 'class Echo(Base):\n    def data_received(self, data):\n        pass\n'],
    [
      'a handler of an object from elsewhere',
      'from .app import app\n\n\n@app.get("/")\ndef show(request):\n    pass\n',
    ],
    ['a handler class below one from elsewhere', 'class Users(base.BaseHandler):\n    def get(self):\n        pass\n'],
    ['a method for an event', 'class Room(Space):\n    def on_join(self, sid):\n        pass\n'],
    ['an argument for an event', 'from .common import ui\n\nui.button("x", on_press=print)\n'],
    ['a timer', 'from .common import ui\n\nui.timer(1, print)\n'],
    ['a comment of nostall', 'x = 1  # nostall: ignore\n'],
    ['a conflict', 'x = 1\n<<<<<<< ours\ny = 2\n=======\ny = 3\n>>>>>>> theirs\n'],
    ['a bracket that stays open', 'def f(:\n    pass\n'],
    ['a name of letters beyond ASCII before it', 'ä = 1\nasync def f():\n    pass\n'],
  ])('%s', (_, text) => expect(isWorthParsing(bytes(text))).toBe(true));

  test.each([
    ['nothing', ''],
    ['plain code', 'import os\n\n\ndef f(path):\n    return [os.stat(one) for one in path]\n'],
    ['words that hold others', 'recall_soon = reasyncio = 1\n'],
  ])('not %s', (_, text) => expect(isWorthParsing(bytes(text))).toBe(false));

  /** Its entities are told by properties with plain names (`state`, `is_on`); all files of an integration name the package. */
  const BY_PACKAGE = new Set(['homeassistant']);

  test('every root of the models is known by its package, or its name', async () => {
    const models = modelSource(modelReader(await createParser(), [ownModels()]), () => {});
    const packages = new Set<string>();
    const names = new Set<string>();
    for (const path of stubPaths(ownModels())) {
      const name = moduleOf(path);
      for (const fn of models(name)?.functions ?? []) {
        const { schedules, onLoop } = behaviourOf(fn);
        if (schedules.length === 0 && !onLoop) continue;
        const top = name.split('.')[0] as string;
        if (!top.startsWith('async')) packages.add(top);
        if (!BY_PACKAGE.has(top) && isTelling(fn.info.name)) names.add(fn.info.name);
      }
    }
    expect([...packages].sort()).toEqual(ROOT_PACKAGES);
    expect([...names].sort()).toEqual(ROOT_NAMES);
  });

  /** Of several words, and not one that stands for all that begin so; `wait_for` is called by coroutines alone. */
  function isTelling(name: string): boolean {
    return /^[a-z]+(?:_[a-z]+)+$/.test(name) && name !== 'wait_for';
  }
});

describe('brackets and quotes that do not match', () => {
  test.each([
    'f(',
    'x)',
    '(]',
    '{x: [1, 2}]',
    'x = "open\n',
    "x = 'it's'\n",
    "x = '''never\nclosed\n",
    'x = "ends in a backslash\\',
    `${'('.repeat(2000)}${')'.repeat(2000)}`,
  ])('%j', (text) => expect(looksBroken(bytes(text))).toBe(true));

  test.each([
    '',
    'f(a[1], {2: "}"})  # :-)',
    'x = "\\"(" + \'"\'\n',
    'x = """a "quoted" word\n(\n"""\n',
    'x = ""\ny = ("" \'\')\n',
    'x = "one \\\n line"\n',
    'x = "one \\\r\n line"\n',
    '# it is (not\r\nx = ()',
  ])('not in %j', (text) => expect(looksBroken(bytes(text))).toBe(false));

  test('not in any fixture', () => {
    const paths = pythonFiles('fixtures');
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.filter((path) => looksBroken(readFileSync(path)))).toEqual([]);
  });
});

describe('on the command line', () => {
  const SYNC = 'def f():\n    return 1 +* 2\n';

  test('the report on the fixtures is the same without it', { timeout: 120_000 }, async () => {
    const flags = ['--level', 'note', '--format', 'json', '--no-cache', '--exit-zero', '--isolated'];
    const [sieved, whole] = [await command('fixtures', ...flags), await command('fixtures', ...flags, '--no-sieve')];
    expect(JSON.parse(sieved.out).findings.length).toBeGreaterThan(1000);
    expect(sieved.out).toBe(whole.out);
  });

  test('what has nothing to do with a loop is parsed where it is named', async () => {
    const root = workspace({ 'app/sums.py': SYNC, 'app/open.py': 'def f(:\n    pass\n' });
    for (const flags of [[], ['--no-sieve'], ['--no-cache'], ['--jobs', '2']]) {
      expect(await found(root, ...flags)).toEqual(['app/open.py:1']);
      expect(await found(root, 'app/sums.py', ...flags)).toEqual(['app/sums.py:2']);
    }
  });

  test('what a coroutine calls is followed there', async () => {
    const root = workspace({
      'api.py': 'from disk import load\n\n\nasync def get():\n    return load()\n',
      'disk.py': 'import time\n\n\ndef load():\n    time.sleep(1)\n',
    });
    expect(await found(root)).toEqual(['api.py:5']);
  });

  test('what a framework calls is seen where another file has the framework', async () => {
    const root = workspace({
      'app/__init__.py': '',
      'app/base.py': 'from tornado.web import RequestHandler\n\n\nclass BaseHandler(RequestHandler):\n    pass\n',
      'app/users.py':
        'import time\n\nfrom .base import BaseHandler\n\n\nclass Users(BaseHandler):\n    def get(self):\n        time.sleep(1)\n',
      'app/server.py': 'from sanic import Sanic\n\napp = Sanic("app")\n',
      'app/pages.py':
        'import time\n\nfrom .server import app\n\n\n@app.get("/")\ndef show(request):\n    time.sleep(1)\n',
    });
    const expected = ['app/pages.py:8', 'app/users.py:8'];
    for (const flags of [[], ['--no-sieve'], ['app/pages.py', 'app/users.py']])
      expect(await found(root, ...flags)).toEqual(expected);
  });

  test('stubs of the user may name roots of their own', async () => {
    const root = workspace({
      'pyproject.toml': '[tool.nostall]\nmodels = ["stubs"]\n',
      'stubs/acme.pyi': '@schedules("callback")\ndef hand_over(callback): ...\n',
      'a.py': 'import time\nfrom acme import hand_over\n\n\ndef wait():\n    time.sleep(1)\n\n\nhand_over(wait)\n',
    });
    expect(await found(root)).toEqual(['a.py:9']);
  });
});
