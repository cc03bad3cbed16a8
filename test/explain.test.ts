import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { explain } from '../src/explain.ts';
import { writeText } from '../src/files.ts';
import { lint } from '../src/lint.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { Finding } from '../src/types.ts';
import { listFixtures, settingsFor } from './support/fixture.ts';
import { nostall } from './support/readme.ts';

const ruleIds = ruleInfos.map(({ id }) => id);
const folder = mkdtempSync(join(tmpdir(), 'nostall-explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

const APP = `import asyncio
import time
from functools import partial

import bcrypt
import requests
import vendor
from store import Store, copy, load, motor, rows, scale, settle

wait = time.sleep


async def endpoint(store: Store, session, path, flag):
    load(path)
    store.save(path)
    await store.sync()
    made = store.sync()
    session.get(path)
    vendor.scan(path)
    missing(path)
    wait(0)
    asyncio.to_thread(load, path)
    asyncio.get_running_loop().call_later(1, load)
    [load, print(copy)]
    rows(path)
    for row in rows(path):
        print(row)
    motor()
    scale(path)
    copy(path, quick=True)
    time.sleep(1)  # nostall: ignore[no-blocking-io-in-async] -- a device
    path.exists()
    open(path).read()
    bcrypt.hashpw(path, path)
    with store:
        sum(load(p) for p in path)
    partial(load, path)()
    list(
        map(
            str, load(path)))
    x = vendor.client.get(path)
    x.send(1)
    store.gone(path)


def plain(path):
    return load(path)


class Unit:
    def run(self):
        return lambda: load(1)


load("at import")


async def asks(future):
    if future.done():
        return 1
    asyncio.run(settle())
    asyncio.get_running_loop()


async def quiet(path):  # nostall: nonblocking -- nothing is served yet
    load(path)  # in quiet


async def note(path):
    import os
    os.stat(path)
`;

const STORE = `import time
import requests
from scales import weigh


def load(path):
    return fetch(path)


def fetch(path):
    return requests.get(path)


def rows(path):
    for row in load(path):
        yield row


def motor():  # nostall: nonblocking -- two milliseconds
    time.sleep(0.002)


# nostall: blocking[network, bounded]
def scale(path):
    return weigh(path)


def copy(path, quick=False):
    if not quick:
        time.sleep(1)
    return path


async def settle():
    time.sleep(1)


class Store:
    def save(self, path):
        load(path)

    async def sync(self):
        self.save("x")

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        load("y")
`;
writeText(join(folder, 'app.py'), APP);
writeText(join(folder, 'store.py'), STORE);
writeText(join(folder, 'nostall.toml'), '[per-file-ignores]\n"off.py" = ["no-blocking-io-in-async"]\n');
writeText(join(folder, 'off.py'), 'import time\n\n\nasync def f():\n    time.sleep(1)\n');
writeText(join(folder, 'broken.txt'), 'nothing\n');

const lineOf = (code: string): number => {
  const found = APP.split('\n').flatMap((line, i) => (line.includes(code) ? [i + 1] : []));
  if (found.length !== 1) throw new Error(`${code} stands on ${found.length} lines`);
  return found[0]!;
};

describe('what stands on the line', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a call of the project',
      '    store.save(path)',
      [
        'store.save(path)',
        'on the loop, in `endpoint`, an `async def`',
        'call: store.Store.save (store.py:39)',
        'effect: network, unbounded, requests.get',
        '> app.py:15:5 `endpoint` calls `Store.save`',
        '> store.py:40:9 `Store.save` calls `load`',
        '> store.py:7:12 `load` calls `fetch`',
        '> store.py:11:12 `fetch` calls `requests.get`',
        'reported: error no-blocking-io-in-async',
      ],
    ],
    [
      'an awaited coroutine',
      'await store.sync()',
      ['await: store.Store.sync', 'judged in its own body', 'not reported'],
    ],
    [
      'a coroutine that is made',
      'made = store.sync()',
      ['call: store.Store.sync', 'judged in its own body', 'not reported'],
    ],
    [
      'a receiver without a type',
      'session.get(path)',
      ['unknown: parameter `session` has no annotation', 'not reported'],
    ],
    [
      'a library without a model',
      'vendor.scan(path)',
      ['unknown: there is neither a file of the project nor a model for module `vendor`'],
    ],
    ['a name that is defined nowhere', 'missing(path)', ['unknown: `missing` is defined nowhere']],
    ['a method that is not there', 'store.gone(path)', ['unknown: `store` has no `gone` that is known']],
    [
      'what an unknown call gave',
      'x.send(1)',
      ['unknown: there is neither a file of the project nor a model for module `vendor'],
    ],
    [
      'arguments that keep a library from blocking',
      '    wait(0)',
      ['call: time.sleep (by its model), its model does not block when it is called like this', 'not reported'],
    ],
    ['an offload', 'asyncio.to_thread(load', ['offload: store.load (store.py:6)', 'not reported']],
    [
      'a schedule',
      'call_later(1, load)',
      ['schedule: store.load (store.py:6)', 'effect: network, unbounded, requests.get', 'reported: error'],
    ],
    ['a reference', 'print(copy)', ['reference: store.copy (store.py:28)', 'not reported']],
    [
      'a generator that is consumed',
      'for row in rows(path)',
      ['rows(path), gone through', 'call: store.rows', 'its body runs where it is consumed', 'reported: error'],
    ],
    [
      'a comment that says it does not block',
      'motor()',
      ['call: store.motor (store.py:19), a comment says that it does not block: two milliseconds', 'not reported'],
    ],
    [
      'a comment that says it blocks',
      'scale(path)',
      [
        'call: store.scale (store.py:24), a comment says what it does',
        'effect: network, bounded, scale',
        'reported: warning',
      ],
    ],
    [
      'arguments that keep the project from blocking',
      'copy(path, quick=True)',
      [
        'effect: sleep, unbounded, time.sleep; silent: this call does not go that way, which needs `quick` false',
        'not reported',
      ],
    ],
    [
      'a suppression',
      'time.sleep(1)  #',
      ['not reported: error no-blocking-io-in-async, which the comment on line 31 silences: a device'],
    ],
    [
      'work on a file that was opened',
      'open(path).read()',
      ['reported: warning', 'silent: it belongs to the finding where the object was opened or made'],
    ],
    [
      'CPU work',
      'bcrypt.hashpw',
      ['effect: cpu, unbounded, bcrypt.hashpw', 'reported: warning cpu-bound-needs-thread'],
    ],
    [
      'a context manager',
      'with store:',
      ['store, entered and left', 'call: store.Store.__enter__', 'call: store.Store.__exit__', 'reported: error'],
    ],
    [
      'a generator expression',
      'sum(load(p)',
      ['on the loop, in a generator expression of `endpoint`', 'reported: error'],
    ],
    ['a partial', 'partial(load, path)()', ['reference: store.load', 'call: store.load', 'reported: error']],
    [
      'a plain function',
      'return load(path)',
      [
        'in `plain`, a plain function, which is judged where it is called',
        'silent: it is not judged here',
        'not reported',
      ],
    ],
    [
      'a function that a comment speaks for',
      'load(path)  # in quiet',
      ['in `quiet`, of which a comment says that it does not block: nothing is served yet', 'not reported'],
    ],
    ['no call', 'return 1', ['nothing is called here']],
    ['a line of a longer call', 'str, load(path)', ['list(', 'map(', 'load(path)']],
    [
      'a lambda',
      'return lambda',
      ['in a lambda, which is judged where it is called', 'silent: it is not judged here', 'not reported'],
    ],
    ['the top level', 'load("at import")', ['at the top level, which is not judged', 'not reported']],
    ['a guard', 'asyncio.run(settle())', ['silent: the function asks first whether a loop is running', 'not reported']],
    [
      'what is below the level',
      'os.stat(path)',
      ['effect: file, micro, os.stat', 'not reported: note no-blocking-io-in-async, below the level warning'],
    ],
  ])('%s', async (_, code, parts) => {
    const out = await explained(`app.py:${lineOf(code)}`);
    let from = 0;
    for (const part of parts) {
      const at = out.indexOf(part, from);
      expect(at, `${part}\nin order in\n${out}`).toBeGreaterThanOrEqual(0);
      from = at;
    }
  });
});

test('what a check reports, the explanation of its line reports', async () => {
  const fixtures = listFixtures('fixtures', ruleIds).filter(({ name, files }) => {
    return files.length > 1 || name.endsWith('/generators.py') || name.includes('prefer-gather');
  });
  let count = 0;
  for (const fixture of fixtures) {
    const settings = settingsFor(fixture, ruleIds);
    const report = await lint({ files: fixture.files, settingsOf: () => settings, level: 'note' });
    const isAboutCode = ({ effect, certainty }: Finding) => effect !== null || certainty !== null;
    const found = [...report.findings, ...report.suppressed].filter(isAboutCode);
    for (const finding of found.filter((_, i) => i % 4 === 0)) {
      const file = fixture.files.find(({ path }) => path === finding.place.path)!;
      const { places, problems } = await explain(file, finding.place.start.line, settings, { native: false });
      expect(problems).toEqual([]);
      const told = places.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
      expect(told, `${fixture.name} ${finding.place.path}:${finding.place.start.line}`).toContain(finding.fingerprint);
      count++;
    }
  }
  expect(count).toBeGreaterThan(50);
});

test('settings and the level count as in a check', async () => {
  expect(await explained('off.py:5')).toContain('not reported: the settings switch no-blocking-io-in-async off here');
  expect((await nostall(['--isolated', '--explain', 'off.py:5'], folder)).out).toContain('reported: error');
  const at = `app.py:${lineOf('os.stat')}`;
  expect((await nostall(['--level', 'note', '--explain', at], folder)).out).toContain('  reported: note');
});

test('the file may be named from anywhere, and with a column', async () => {
  const { out } = await nostall(['check', '--explain', `${join(folder, 'off.py')}:5:7`], folder);
  expect(out).toMatch(/^off\.py:5:5 time\.sleep\(1\)\n/);
});

test.each<[readonly string[], string]>([
  [['--explain', 'app.py'], '--explain: expected FILE:LINE, found "app.py"'],
  [['--explain', 'app.py:0'], '--explain: expected FILE:LINE, found "app.py:0"'],
  [['--explain', ':3'], '--explain: expected FILE:LINE, found ":3"'],
  [['--explain', 'nowhere.py:3'], '--explain: no such file: nowhere.py'],
  [['--explain', '.:3'], '--explain: no such file: .'],
  [['--explain', 'off.py:7'], '--explain: off.py ends with line 6'],
  [['--explain', 'off.py:5', 'app.py'], '--explain takes no other paths'],
  [['--explain'], '--explain needs a value: --explain FILE:LINE'],
  [['rule', '--explain', 'off.py:5'], '--explain is not a flag of nostall rule'],
])('%j is refused', async (argv, message) => {
  expect(await nostall(argv, folder)).toEqual({ code: 2, out: '', err: `nostall: ${message}\n` });
});

async function explained(where: string): Promise<string> {
  const { code, out, err } = await nostall(['check', '--explain', where], folder);
  expect([code, err]).toEqual([0, '']);
  return out;
}
