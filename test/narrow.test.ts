import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cachedLint, recalled } from '../src/cache/cached-lint.ts';
import { Memory } from '../src/cache/memory.ts';
import { rules } from '../src/cli/registry.ts';
import { configuration } from '../src/config/resolve.ts';
import { readText } from '../src/files.ts';
import { type LintOptions, lint } from '../src/lint.ts';
import type { Report } from '../src/types.ts';
import { workspace } from './workspace.ts';

const NET = `import requests

LIMIT = 3


def fetch(url):
    return url


def other(url):
    return url


class Client:
    def load(self, url):
        return requests.get(url)

    def close(self):
        pass
`;

const FILES = {
  'app/__init__.py': '',
  'app/net.py': NET,
  'app/api.py': 'from app.net import fetch\n\n\nasync def answer(url):\n    return fetch(url)\n',
  'app/far.py': 'from app.api import answer\n\n\nasync def far(url):\n    await answer(url)\n',
  'app/use.py': 'from app.net import Client\n\n\nasync def use(client: Client):\n    client.load(1)\n',
  'app/star.py': 'from app.net import *\n\n\nasync def star(url):\n    other(url)\n    later(url)\n',
  'app/alone.py': 'async def alone():\n    open("a").read()\n',
};

const ALL = ['app/api.py', 'app/far.py', 'app/net.py', 'app/star.py', 'app/use.py'];

function optionsFor(root: string): LintOptions {
  const ruleIds = rules.map(({ id }) => id);
  const flags = { select: null, ignore: [], extendSelect: [] };
  const config = configuration({ cwd: root, roots: [root], ruleIds, config: [], isolated: false, ...flags });
  const paths = Object.keys(FILES).sort();
  return {
    files: paths.map((path) => ({ path, absolute: join(root, path), read: () => readText(join(root, path)) })),
    settingsOf: (absolute) => config.forFile(absolute).settings,
    level: 'note',
    root,
  };
}

function cached(root: string): LintOptions {
  return { ...optionsFor(root), cache: { build: 'test', root, cwd: root, folder: join(root, '.nostall_cache') } };
}

async function judgedAgain(root: string): Promise<string[]> {
  const options = cached(root);
  const { unknown } = await recalled(Memory.open(options, options.cache!)!, { ...options, tracks: true });
  return unknown.map(({ path }) => path);
}

function plain({ elapsed: _, ...report }: Report): Omit<Report, 'elapsed'> {
  return report;
}

/** What the file is turned into, and who is judged again. */
const EDITS: [string, (text: string) => string, string[]][] = [
  ['a comment at the end', (text) => `${text}# more\n`, ['app/net.py']],
  [
    'a comment in a function',
    (text) => text.replace('    return url', '    # so\n    return url'),
    ['app/net.py', 'app/use.py'],
  ],
  ['lines above all', (text) => `\n\n${text}`, ['app/net.py', 'app/use.py']],
  [
    'another way to write',
    (text) => text.replace('requests.get(url)', '(\n            requests.get( url )\n        )'),
    ['app/net.py', 'app/use.py'],
  ],
  [
    'a docstring',
    (text) => text.replace('        pass', '        """Closes."""\n        pass'),
    ['app/net.py', 'app/use.py'],
  ],
  ['a function that nobody asks for', (text) => `${text}\n\ndef fresh(url):\n    open(url)\n`, ['app/net.py']],
  ['a function that somebody asked for', (text) => `${text}\n\ndef later(url):\n    open(url)\n`, ALL],
  ['a method that nobody asks for', (text) => `${text}\n    def fresh(self):\n        open("a")\n`, ['app/net.py']],
  ['a method by the name of a function', (text) => `${text}\n    def answer(self):\n        open("a")\n`, ALL],
  ['what a function does', (text) => text.replace('other(url):\n', 'other(url):\n    open(url)\n'), ALL],
  [
    'what a function does that others hang on',
    (text) => text.replace('fetch(url):\n', 'fetch(url):\n    open(url)\n'),
    ALL,
  ],
  ['what a method does', (text) => text.replace('        pass', '        open("a")'), ['app/net.py', 'app/use.py']],
  ['a function less', (text) => text.replace('def fetch(url):\n    return url\n\n\n', ''), ALL],
  ['a class more', (text) => `${text}\n\nclass Fresh:\n    def __init__(self):\n        open("a")\n`, ['app/net.py']],
  ['a parameter', (text) => text.replace('def other(url)', 'def other(url, more=1)'), ALL],
  ['a decorator', (text) => text.replace('def other', '@contextmanager\ndef other'), ALL],
  [
    'functions in another order',
    (text) => text.replace('def fetch', 'def x').replace('def other', 'def fetch').replace('def x', 'def other'),
    ALL,
  ],
  ['a special method', (text) => `${text}\n    def __eq__(self, other):\n        open("a")\n`, ALL],
  [
    'a class more with operators',
    (text) => `${text}\n\nclass Fresh:\n    def __lt__(self, other):\n        open("a")\n`,
    ALL,
  ],
  ['a statement of the module', (text) => text.replace('LIMIT = 3', 'LIMIT = 4'), ALL],
  ['an import', (text) => `import socket\n${text}`, ALL],
  ['a base', (text) => text.replace('class Client:', 'class Client(dict):'), ALL],
  ['an attribute of a class', (text) => text.replace('class Client:\n', 'class Client:\n    size = 3\n'), ALL],
  ['an import in a function', (text) => text.replace('        pass', '        import socket'), ALL],
  ['a global', (text) => text.replace('        pass', '        global fetch\n        fetch = open'), ALL],
  [
    'a socket that is made non-blocking',
    (text) => text.replace('        pass', '        self.sock.setblocking(False)'),
    ALL,
  ],
  ['a comment that silences', (text) => text.replace('requests.get(url)', 'requests.get(url)  # nostall: ignore'), ALL],
  [
    'a comment that says what a function does',
    (text) => text.replace('def other(url):', 'def other(url):  # nostall: blocking[network]'),
    ALL,
  ],
  ['an error', (text) => `${text}\ndef (:\n`, ALL],
  ['a function by a name beyond ASCII', (text) => `${text}\n\ndef größe():\n    open("a")\n`, ALL],
];

describe('who is judged again after a change of', () => {
  test.each(EDITS)('%s', async (_, change, expected) => {
    const root = workspace(FILES);
    await cachedLint(cached(root));
    for (const text of [change(NET), NET]) {
      writeFileSync(join(root, 'app/net.py'), text);
      if (text !== NET) expect(await judgedAgain(root)).toEqual(expected);
      const warm = plain(await cachedLint(cached(root)));
      expect(warm).toEqual(plain(await lint(optionsFor(root))));
      expect(await judgedAgain(root)).toEqual([]);
    }
  });
});

/** Nobody who uses them names what they call. */
test.each<[string, Record<string, string>]>([
  [
    'making an object',
    {
      'app/star.py': 'from app.net import *\n\n\nclass Held:\n    def __init__(self):\n        self.it = connect()\n',
      'app/use.py': 'from app.star import Held\n\n\nasync def use():\n    Held()\n',
    },
  ],
  [
    'entering it',
    {
      'app/star.py':
        'from app.net import *\n\n\nclass Held:\n    def __enter__(self):\n        return connect()\n\n    def __exit__(self, *_):\n        pass\n\n\ndef hold():\n    return Held()\n',
      'app/use.py': 'from app.star import hold\n\n\nasync def use():\n    with hold():\n        pass\n',
    },
  ],
  [
    'a name of the module that a function sets',
    {
      'app/star.py': 'from app.net import *\n\n\ndef start():\n    global HELD\n    HELD = connect()\n',
      'app/use.py': 'from app import star\n\n\nasync def use():\n    star.HELD.get("https://example.org")\n',
    },
  ],
])('a function that is there now is seen through %s', async (_, others) => {
  const root = workspace({ ...FILES, ...others });
  await cachedLint(cached(root));
  const connect = '\n\ndef connect():\n    open("a").read()\n    return requests.Session()\n';
  writeFileSync(join(root, 'app/net.py'), `${NET}${connect}`);
  const warm = plain(await cachedLint(cached(root)));
  expect(warm).toEqual(plain(await lint(optionsFor(root))));
  expect(warm.findings.map(({ place }) => place.path)).toContain('app/use.py');
});

test('what a file makes use of stays known when those that make use of it are not judged again', async () => {
  const files = {
    ...FILES,
    'app/net.py':
      'from app.deep import dive\n\n\ndef fetch(url):\n    return dive(url)\n\n\ndef other(url): ...\n\n\nclass Client: ...\n',
    'app/deep.py': 'def dive(url):\n    return url\n',
  };
  const root = workspace(files);
  await cachedLint(cached(root));
  writeFileSync(join(root, 'app/net.py'), `${files['app/net.py']}# more\n`);
  await cachedLint(cached(root));
  writeFileSync(join(root, 'app/deep.py'), 'def dive(url):\n    open(url)\n');
  const warm = plain(await cachedLint(cached(root)));
  expect(warm).toEqual(plain(await lint(optionsFor(root))));
  expect(warm.findings.map(({ place }) => place.path)).toContain('app/api.py');
});

describe('indexes that cannot be used change nothing', () => {
  const flipped = (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at > bytes.length / 2 ? byte ^ 1 : byte)));
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['other bytes', flipped],
    ['of another format', (bytes) => Buffer.from(bytes.toString('latin1').replace('[1,', '[0,'), 'latin1')],
    ['something else', () => Buffer.from('           3{}{')],
  ])('%s', async (_, spoil) => {
    const root = workspace(FILES);
    await cachedLint(cached(root));
    const folder = join(root, '.nostall_cache');
    for (const text of [`${NET}# more\n`, NET.replace('        pass', '        open("a")')]) {
      writeFileSync(join(root, 'app/net.py'), text);
      const names = readdirSync(folder).filter((name) => name.endsWith('.bin'));
      expect(names).not.toEqual([]);
      for (const name of names) writeFileSync(join(folder, name), spoil(readFileSync(join(folder, name))));
      expect(plain(await cachedLint(cached(root)))).toEqual(plain(await lint(optionsFor(root))));
    }
  });
});
