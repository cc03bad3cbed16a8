import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse, knowledgeOf } from '../src/analyse.ts';
import { rules } from '../src/cli/registry.ts';
import { disk } from '../src/files.ts';
import { lint } from '../src/lint.ts';
import { createParser } from '../src/python/parser.ts';
import type { SourceFile } from '../src/source-file.ts';
import type { Finding } from '../src/types.ts';
import { type Fixture, listFixtures, settingsFor } from './support/fixture.ts';
import { workspace } from './workspace.ts';

const ruleIds = rules.map((rule) => rule.id);
const cases = listFixtures('fixtures', ruleIds).filter((fixture) => fixture.files.length > 1);
const wholes = new Map<string, Promise<readonly string[]>>();

const steady = named(cases);

test('there are cases of several modules, with findings', async () => {
  const lists = await Promise.all(cases.map(whole));
  expect(lists.filter((list) => list.length > 0).length).toBeGreaterThan(cases.length / 2);
});

test.each(steady)('%s: any order of the files gives the same findings', async (_, fixture) => {
  const expected = await whole(fixture);
  for (const order of orders(fixture.files)) expect(await findings(fixture, order)).toEqual(expected);
});

test.each(steady)('%s: files one by one give what the whole gives', async (_, fixture) => {
  const alone = await Promise.all(fixture.files.map((file) => findings(fixture, [file])));
  expect(alone.flat().sort()).toEqual(await whole(fixture));
});

const STORE = 'class Store:\n    def load(self):\n        raise NotImplementedError\n';
const DISK = 'from store import Store\nclass Disk(Store):\n    def load(self):\n        return open("a")\n';
const MEMORY = 'from store import Store\nclass Memory(Store):\n    def load(self):\n        return 1\n';
const USER = 'from store import Store\nasync def f(store: Store):\n    store.load()\n';

test('the same files with other texts are judged by those', async () => {
  const texts = new Map([
    ['store.py', STORE],
    ['user.py', USER],
    ['disk.py', DISK],
  ]);
  const files = [...texts.keys()].map((path) => {
    return { path, absolute: `/nowhere/${path}`, read: () => texts.get(path) as string };
  });
  const counts: number[] = [];
  for (const text of ['import store\n', DISK, MEMORY, DISK]) {
    texts.set('disk.py', text);
    counts.push((await findings({ ...cases[0]!, options: {} }, files)).length);
  }
  expect(counts).toEqual([0, 1, 0, 1]);
});

describe('one file of a project on the disk', () => {
  const rest = {
    'pkg/__init__.py': 'from pkg.far import away\n',
    'pkg/far.py': 'import pkg.further\ndef away(): ...\n',
    'pkg/near.py': 'import pkg.further\nfrom pkg.mid import read\ndef load():\n    return read()\n',
    'pkg/mid.py': 'from pkg import far\nimport typed\ndef read(x: typed.X = None):\n    return open("a")\n',
    'pkg/further.py': 'import pkg.near\npkg.near.load()\n',
    'typed.pyi': 'class X: ...\n',
    'typed_too.pyi': 'class X: ...\n',
    'caller.py': 'import user\nasync def g():\n    await user.f()\n',
    'store.py': STORE,
    'kept/disk.py': DISK,
    'kept/memory.py': 'from store import Other\nclass Memory(Other):\n    def load(self): ...\n',
    'tests/test_user.py': DISK.replace('Disk', 'FakeDisk'),
  };

  test.each<[string, string, { read: string[]; parsed: string[] }]>([
    [
      'reads what it reaches',
      'import pkg.far, caller\nfrom pkg.near import load\nasync def f():\n    load()\n',
      { read: ['pkg/mid.py', 'pkg/near.py'], parsed: ['pkg/mid.py', 'pkg/near.py'] },
    ],
    [
      'follows a name through a package',
      'from pkg import away\nasync def f():\n    away()\n    open("a")\n',
      { read: ['pkg/__init__.py', 'pkg/far.py'], parsed: ['pkg/__init__.py', 'pkg/far.py'] },
    ],
    [
      'looks for subclasses in the headers of all files, tests left out, and parses those it finds',
      USER,
      {
        read: Object.keys(rest).filter((path) => path.endsWith('.py') && !path.startsWith('tests/')),
        parsed: ['kept/disk.py', 'store.py'],
      },
    ],
    ['reads nothing for its own sake', 'import pkg\nasync def f():\n    open("a")\n', { read: [], parsed: [] }],
  ])('%s', async (_, text, expected) => {
    const root = workspace({ ...rest, 'user.py': text });
    const shown = (absolute: string): string => relative(root, absolute).replaceAll('\\', '/');
    const read: string[] = [];
    const parsed: string[] = [];
    const parser = await createParser();
    const watching: typeof parser = {
      ...parser,
      parse(source) {
        parsed.push(source);
        return parser.parse(source);
      },
    };
    const file = { path: 'user.py', absolute: join(root, 'user.py'), read: () => text };
    const settings = settingsFor({ ...cases[0]!, options: {} }, ruleIds);
    const analysis = analyse(watching, [file], settings, ({ message }) => expect.fail(message), {
      disk: {
        ...disk,
        readText(absolute) {
          read.push(shown(absolute));
          return disk.readText(absolute);
        },
      },
    });
    const { project } = knowledgeOf(analysis, analysis.modules.open(file, text));
    expect(project.isSilent()).toBe(false);
    expect([...new Set(read)].sort()).toEqual(expected.read.sort());
    const own = Object.entries(rest).flatMap(([path, source]) => (parsed.includes(source) ? [path] : []));
    expect(own.sort()).toEqual(expected.parsed);
  });
});

function named(fixtures: readonly Fixture[]): [string, Fixture][] {
  return fixtures.map((fixture) => [fixture.name, fixture]);
}

function whole(fixture: Fixture): Promise<readonly string[]> {
  const known = wholes.get(fixture.name) ?? findings(fixture, fixture.files);
  wholes.set(fixture.name, known);
  return known;
}

/** Everything that a report says of its findings, sorted; the silenced ones too. */
async function findings(fixture: Fixture, files: readonly SourceFile[]): Promise<readonly string[]> {
  const settings = settingsFor(fixture, ruleIds);
  const report = await lint({ files, settingsOf: () => settings, level: 'note' });
  const all: readonly (Finding | { readonly problem: string })[] = [
    ...report.findings,
    ...report.suppressed,
    ...report.problems.map(({ path, message }) => ({ problem: `${path}: ${message}` })),
  ];
  return all.map((one) => JSON.stringify(one)).sort();
}

/** Backwards, each file in front, and a few shuffles that are the same in every run. */
function orders(files: readonly SourceFile[]): SourceFile[][] {
  const fronts = files.map((file) => [file, ...files.filter((other) => other !== file)]);
  return [[...files].reverse(), ...fronts, ...[1, 2, 3].map((seed) => shuffled(files, seed))];
}

function shuffled(files: readonly SourceFile[], seed: number): SourceFile[] {
  const out = [...files];
  let state = seed;
  for (let last = out.length - 1; last > 0; last--) {
    // The generator of Park and Miller: 16807 is a primitive root of 2^31 - 1.
    state = (state * 16_807) % 2_147_483_647;
    const other = state % (last + 1);
    [out[last], out[other]] = [out[other]!, out[last]!];
  }
  return out;
}
