import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Random, randomFor } from '../scripts/growth/random.mjs';
import { writeProject } from '../scripts/growth/write.mjs';
import { cachedLint } from '../src/cache/cached-lint.ts';
import { Memory } from '../src/cache/memory.ts';
import { rules } from '../src/cli/registry.ts';
import { configuration } from '../src/config/resolve.ts';
import { readText } from '../src/files.ts';
import { type LintOptions, lint, type Reach } from '../src/lint.ts';
import type { Report } from '../src/types.ts';
import { command } from './support/command.ts';
import { workspace } from './workspace.ts';

const FILES = {
  'app/__init__.py': '',
  'app/net.py': 'import requests\n\n\ndef fetch(url):\n    return url\n',
  'app/base.py': 'class Store:\n    def save(self, item):\n        raise NotImplementedError\n',
  'app/disk.py': 'from app.base import Store\n\n\nclass Disk(Store):\n    def save(self, item):\n        return item\n',
  'app/api.py': 'from app.net import fetch\n\n\nasync def get(url):\n    return fetch(url)\n',
  'app/put.py': 'from app.base import Store\n\n\nasync def put(store: Store, item):\n    store.save(item)\n',
  'app/far.py':
    'from app.api import get\nimport time\n\n\nasync def far(url):\n    await get(url)\n    time.sleep(1)\n',
  'app/alone.py': 'async def alone():\n    open("a").read()\n',
  'nostall.toml': '',
};

const PLACE = { build: 'test' };

function optionsFor(root: string, only?: readonly string[]): LintOptions {
  const config = configuration({
    cwd: root,
    roots: [root],
    ruleIds: rules.map(({ id }) => id),
    config: [],
    isolated: false,
    select: null,
    ignore: [],
    extendSelect: [],
  });
  const paths = only ?? pythonIn(root);
  return {
    files: paths.map((path) => ({ path, absolute: join(root, path), read: () => readText(join(root, path)) })),
    settingsOf: (absolute) => config.forFile(absolute).settings,
    level: 'note',
    root,
  };
}

function pythonIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort();
}

function cached(root: string, only?: readonly string[]): LintOptions {
  return { ...optionsFor(root, only), cache: { ...PLACE, root, cwd: root, folder: join(root, '.nostall_cache') } };
}

function plain({ elapsed: _, ...report }: Report): Omit<Report, 'elapsed'> {
  return report;
}

/** Which files the cache knows nothing of. */
function unknownIn(root: string): string[] {
  const options = cached(root);
  const memory = Memory.open(options, options.cache!)!;
  return memory.recall().unknown.map(({ path }) => path);
}

function edit(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const BLOCKING = FILES['app/net.py'].replace('return url', 'return requests.get(url)');
const EDITS: [string, (root: string) => void, string[]][] = [
  ['nothing', () => {}, []],
  ['a time stamp', (root) => utimesSync(join(root, 'app/net.py'), 1, 1), []],
  ['a file that nothing reaches', (root) => edit(root, 'app/alone.py', 'x = 1\n'), ['app/alone.py']],
  ['a helper', (root) => edit(root, 'app/net.py', BLOCKING), ['app/api.py', 'app/far.py', 'app/net.py']],
  [
    'lines above a helper',
    (root) => edit(root, 'app/net.py', `# one\n${FILES['app/net.py']}`),
    ['app/api.py', 'app/far.py', 'app/net.py'],
  ],
  [
    'a subclass',
    (root) => edit(root, 'app/disk.py', FILES['app/disk.py'].replace('return item', 'open("a")')),
    ['app/base.py', 'app/disk.py', 'app/put.py'],
  ],
  [
    'a subclass where there was none',
    (root) =>
      edit(root, 'app/alone.py', `${FILES['app/disk.py'].replace('return item', 'open("a")')}${FILES['app/alone.py']}`),
    ['app/alone.py', 'app/base.py', 'app/disk.py', 'app/put.py'],
  ],
  ['a new file', (root) => edit(root, 'app/new.py', 'x = 1\n'), [...pythonOf(FILES), 'app/new.py']],
  [
    'a file that is gone',
    (root) => rmSync(join(root, 'app/alone.py')),
    pythonOf(FILES).filter((path) => path !== 'app/alone.py'),
  ],
  [
    'a file with another name',
    (root) => renameSync(join(root, 'app/alone.py'), join(root, 'app/zoo.py')),
    [...pythonOf(FILES).filter((path) => path !== 'app/alone.py'), 'app/zoo.py'],
  ],
  ['the configuration', (root) => edit(root, 'nostall.toml', 'severity.kind.file = "error"\n'), pythonOf(FILES)],
  [
    'the configuration of a folder',
    (root) => edit(root, 'app/nostall.toml', 'ignore = ["no-blocking-io-in-async"]\n'),
    pythonOf(FILES),
  ],
];

function pythonOf(files: Readonly<Record<string, string>>): string[] {
  return Object.keys(files)
    .filter((path) => path.endsWith('.py'))
    .sort();
}

describe('what is linted again after a change of', () => {
  test.each(EDITS)('%s', async (_, change, expected) => {
    const root = workspace(FILES);
    const cold = plain(await cachedLint(cached(root)));
    expect(cold).toEqual(plain(await lint(optionsFor(root))));
    expect(cold.findings.length).toBeGreaterThan(1);
    change(root);
    expect(unknownIn(root)).toEqual(expected.sort());
    const warm = plain(await cachedLint(cached(root)));
    expect(warm).toEqual(plain(await lint(optionsFor(root))));
    expect(unknownIn(root)).toEqual([]);
    expect(plain(await cachedLint(cached(root)))).toEqual(warm);
  });
});

test('one change after another gives what linting everything gives', async () => {
  const root = workspace(FILES);
  for (const [, change] of [...EDITS, ...EDITS.slice(1, 7)]) {
    if (existsSync(join(root, 'app/alone.py')) || !/rmSync|renameSync/.test(String(change))) change(root);
    expect(plain(await cachedLint(cached(root)))).toEqual(plain(await lint(optionsFor(root))));
  }
});

/** Changes that a programmer may make, and some that nobody would. */
const TYPED: readonly ((lines: string[], random: Random) => void)[] = [
  (lines, random) => void lines.splice(random.below(lines.length), random.pick([1, 3, 10])),
  (lines, random) =>
    at(lines, random, /^\s*(?:async )?def \w+\(.*:$/, (line) => `${line}\n${indentOf(line)}    open("x").read()`),
  (lines, random) => at(lines, random, /^\s*(?:async )?def /, (line) => line.replace(/def (\w+)/, 'def $1_again')),
  (lines, random) =>
    at(lines, random, /^\s*(?:async )?def /, (line) =>
      line.replace(/(?:async )?def/, random.pick(['def', 'async def'])),
    ),
  (lines, random) => at(lines, random, /^class \w+\(/, (line) => line.replace(/\(.*\)/, '(dict)')),
  (lines, random) => at(lines, random, /^(?:from|import) /, (line) => `# ${line}`),
  (lines) => void lines.push('', 'class Further(Base):', '    def run(self):', '        open("a").read()', ''),
  (lines) => void lines.push('# a comment'),
  (lines) => void lines.unshift(''),
  (lines) => void lines.push('', 'def further(x):', '    open("a").read()', ''),
  (lines, random) =>
    at(lines, random, /^\s*(?:async )?def /, (line) => `${line.match(/^\s*/)?.[0]}def more(self): ...\n${line}`),
  (lines, random) =>
    at(lines, random, /^\s*(?:async )?def \w+\(.*:$/, (line) => `${line}\n${indentOf(line)}    """What it does."""`),
  (lines, random) =>
    at(lines, random, /^\s+return /, (line) => {
      const [, name] = random.pick(lines.flatMap((one) => [/def (\w+)\(/.exec(one) ?? []]));
      return `${indentOf(line)}${name ?? 'further'}()\n${line}`;
    }),
  (lines, random) =>
    at(lines, random, /^\s+def \w+\(self.*:$/, (line) => `${line}\n${indentOf(line)}    self.more = open("a")`),
];

function at(lines: string[], random: Random, which: RegExp, change: (line: string) => string): void {
  const found = lines.flatMap((line, index) => (which.test(line) ? [index] : []));
  if (found.length === 0) return;
  const index = random.pick(found);
  lines[index] = change(lines[index] as string);
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}

test('whatever is typed into a project, the cache gives what linting everything gives', {
  timeout: 600_000,
}, async () => {
  const root = workspace({});
  writeProject({ files: 60, seed: '1', out: root });
  await cachedLint(cached(root));
  const paths = pythonIn(root);
  let recalled = 0;
  for (let edits = 0; edits < (process.env.NOSTALL_EXHAUSTIVE ? 300 : 15); edits++) {
    const random = randomFor('cache', edits);
    const path = random.pick(paths);
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    random.pick(TYPED)(lines, random);
    edit(root, path, lines.join('\n'));
    recalled += paths.length - unknownIn(root).length;
    expect(plain(await cachedLint(cached(root))), `edit ${edits} of ${path}`).toEqual(
      plain(await lint(optionsFor(root))),
    );
  }
  // Or there would be nothing to be wrong about.
  expect(recalled).toBeGreaterThan(100);
});

test('runs on some of the files leave what is known of the others', async () => {
  const root = workspace(FILES);
  await cachedLint(cached(root));
  edit(root, 'app/net.py', BLOCKING);
  const one = plain(await cachedLint(cached(root, ['app/far.py'])));
  expect(one).toEqual(plain(await lint(optionsFor(root, ['app/far.py']))));
  expect(unknownIn(root)).toEqual(['app/api.py', 'app/net.py']);
  expect(plain(await cachedLint(cached(root)))).toEqual(plain(await lint(optionsFor(root))));
});

test('a model stub that changed counts', async () => {
  const stub = '# source: ours   checked: 1\n@blocks("network")\ndef call() -> None: ...\n';
  const files = {
    'nostall.toml': 'models = ["lint"]\n',
    'lint/acme.pyi': stub,
    'a.py': 'import acme\n\n\nasync def f():\n    acme.call()\n',
  };
  const root = workspace(files);
  expect((await cachedLint(cached(root))).findings).toHaveLength(1);
  expect(unknownIn(root)).toEqual([]);
  edit(root, 'lint/acme.pyi', stub.replace('@blocks("network")\n', ''));
  expect(unknownIn(root)).toEqual(['a.py']);
});

test('a file that cannot be read is a problem every time', async () => {
  const root = workspace(FILES);
  const options = cached(root, [...pythonOf(FILES), 'gone.py']);
  for (let time = 0; time < 2; time++) {
    expect((await cachedLint(options)).problems.map(({ path }) => path)).toEqual(['gone.py']);
  }
});

describe('a cache that cannot be used changes nothing', () => {
  test.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['cut', (text) => text.slice(0, text.length / 2)],
    ['of another format', (text) => text.replace('"format":2', '"format":1')],
    ['something else', () => '[1, 2]'],
    ['null', () => 'null'],
    ['without its parts', () => '{"format":1}'],
    [
      'with parts of another kind',
      () => '{"format":1,"begun":1,"files":{"app/api.py":3},"records":{"app/api.py":1},"reached":{"x":1}}',
    ],
  ])('%s', async (_, spoil) => {
    const root = workspace(FILES);
    const cold = plain(await cachedLint(cached(root)));
    const folder = join(root, '.nostall_cache');
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name.endsWith('.json')) writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    }
    expect(plain(await cachedLint(cached(root)))).toEqual(cold);
    expect(unknownIn(root)).toEqual([]);
  });

  test('no place to write', async () => {
    const root = workspace({ ...FILES, '.nostall_cache': 'a file' });
    const cold = plain(await cachedLint(cached(root)));
    expect(plain(await cachedLint(cached(root)))).toEqual(cold);
    expect(readFileSync(join(root, '.nostall_cache'), 'utf8')).toBe('a file');
  });

  test('another build', async () => {
    const root = workspace(FILES);
    await cachedLint(cached(root));
    const options = cached(root);
    const memory = Memory.open(options, { ...options.cache!, build: 'other' })!;
    expect(memory.recall().unknown).toHaveLength(pythonOf(FILES).length);
  });
});

describe('what may be judged otherwise where another text stood in', () => {
  const asked = async (texts: Readonly<Record<string, string>>, more: Partial<LintOptions> = {}) => {
    const root = workspace(FILES);
    let reach: Reach | null = null;
    const onReach = (known: Reach) => {
      reach = known;
    };
    await cachedLint({ ...cached(root), onReach, ...more });
    const paths = Object.entries(texts).map(([path, text]) => [join(root, path), text] as const);
    const affected = (reach as Reach | null)?.affectedBy(new Map(paths));
    return affected && [...affected].map((path) => path.slice(root.length + 1)).sort();
  };
  test.each<[string, Record<string, string>, string[]]>([
    ['the same', { 'app/net.py': FILES['app/net.py'] }, []],
    ['a helper', { 'app/net.py': BLOCKING }, ['app/api.py', 'app/far.py', 'app/net.py']],
    ['a file that nothing reaches', { 'app/alone.py': '' }, ['app/alone.py']],
    ['two of them', { 'app/alone.py': '', 'app/far.py': '' }, ['app/alone.py', 'app/far.py']],
  ])('%s', async (_, texts, expected) => {
    expect(await asked(texts)).toEqual(expected);
  });

  test('a class more or less', async () => {
    const without = await asked({ 'app/disk.py': 'x = 1\n' });
    expect(without).toEqual(expect.arrayContaining(['app/disk.py', 'app/put.py']));
    expect(without).not.toContain('app/api.py');
  });

  test('any, when a file is not there, or a problem kept what is reached from being known', async () => {
    expect(await asked({ 'app/none.py': '' })).toBeNull();
    expect(await asked({}, { problems: [], files: cached(workspace(FILES), ['gone.py']).files })).toBeNull();
  });
});

test('two runs at once', async () => {
  const root = workspace(FILES);
  const runs = await Promise.all([1, 2, 3].map(() => cachedLint(cached(root))));
  for (const run of runs) expect(plain(run)).toEqual(plain(runs[0]!));
  expect(unknownIn(root)).toEqual([]);
});

describe('on the command line', () => {
  const cacheIn = (root: string, folder = '.nostall_cache') =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).length : 0;

  test('results are kept, unless it is told not to, and removed by nostall clean', async () => {
    const root = workspace(FILES);
    const first = await command(root, '--no-cache');
    expect(cacheIn(root)).toBe(0);
    expect(await command(root)).toEqual(first);
    expect(cacheIn(root)).toBe(4);
    expect(await command(root)).toEqual(first);
    expect(await command(root, 'clean')).toEqual({ code: 0, out: 'removed .nostall_cache\n', err: '' });
    expect(cacheIn(root)).toBe(0);
    expect((await command(root, 'clean')).out).toBe('nothing to remove at .nostall_cache\n');
  });

  test('they may be kept elsewhere; a folder with other files is not removed', async () => {
    const root = workspace(FILES);
    await command(root, '--cache-dir', 'kept/here');
    expect([cacheIn(root), cacheIn(root, 'kept/here')]).toEqual([0, 4]);
    expect((await command(root, 'clean', '--cache-dir', 'app')).code).toBe(2);
    expect(existsSync(join(root, 'app/api.py'))).toBe(true);
  });

  test('--level, --select and a baseline are their own questions', async () => {
    const root = workspace(FILES);
    for (let time = 0; time < 2; time++) {
      for (const flags of [[], ['--level', 'note'], ['--select', 'syntax-error'], ['--level', 'error']]) {
        const { out } = await command(root, '--format', 'json', ...flags);
        expect(out).toBe((await command(root, '--format', 'json', '--no-cache', ...flags)).out);
      }
    }
  });
});
