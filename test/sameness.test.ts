import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConfigRequest, configuration } from '../src/config/resolve.ts';
import { pathKind, readText } from '../src/files.ts';
import { type LintOptions, lint } from '../src/lint.ts';
import { lintParts } from '../src/lint-parts.ts';
import { makeLinter } from '../src/linter.ts';
import type { PackedIndex } from '../src/packed-index.ts';
import { reportOf } from '../src/parts.ts';
import { formats } from '../src/report/index.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { SourceFile } from '../src/source-file.ts';
import type { Finding, Problem, Report } from '../src/types.ts';
import { Shares } from '../src/workers/shares.ts';
import { builtInto } from './support/built.ts';
import { HOSTS, hostFor, linesOfMessages } from './support/eslint.ts';
import { listFixtures, pythonFiles } from './support/fixture.ts';

const ruleIds = ruleInfos.map(({ id }) => id);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nostall-same-')));
const dist = join(folder, 'dist');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Plain functions that another module hands to the loop; only there are they known to run on it. */
const HOOKS: Readonly<Record<string, string>> = {
  'hooks/__init__.py': '',
  'hooks/callbacks.py': `import time

def tick() -> None:
    time.sleep(1)

def settled(task) -> None:
    time.sleep(2)

def warm_up(*args) -> None:
    time.sleep(3)

def nobody_hands_this_over() -> None:
    time.sleep(4)
`,
  'hooks/main.py': `import asyncio
from fastapi import FastAPI
from sanic import Sanic
from .callbacks import nobody_hands_this_over, settled, tick, warm_up

app = FastAPI()
site = Sanic("site")
app.on_event("startup")(warm_up)
site.listener("before_server_start")(warm_up)
site.listener("after_server_start")(warm_up)  # nostall: ignore -- nobody is served yet

async def main(work) -> None:
    asyncio.get_running_loop().call_soon(tick)
    asyncio.create_task(work()).add_done_callback(settled)

def start(loop: asyncio.AbstractEventLoop) -> None:
    loop.call_later(1, tick)
`,
};

/** Every fixture of several modules, the demo, and the hooks, side by side. */
function fillOverview(root: string): string {
  for (const { name, root: from, files } of listFixtures('fixtures', ruleIds)) {
    if (files.length > 1) cpSync(from, join(root, name.replace('/', '_')), { recursive: true });
  }
  cpSync('fixtures/demo', join(root, 'demo'), { recursive: true });
  mkdirSync(join(root, 'hooks'));
  for (const [path, text] of Object.entries(HOOKS)) writeFileSync(join(root, path), text);
  return root;
}

/** A whole project takes minutes. */
const EXHAUSTIVE = process.env.NOSTALL_EXHAUSTIVE === '1';
const CHECKOUTS = '.ecosystem/checkouts';
const checkouts =
  pathKind(CHECKOUTS) === 'folder' ? readdirSync(CHECKOUTS).map((name) => resolve(CHECKOUTS, name)) : [];
const project = checkouts.find((path) => basename(path).startsWith('nicegui-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'overview'));
  fillOverview(join(folder, 'overview'));
  await builtInto(folder);
});

describe('the overview', () => {
  sameness(join(folder, 'overview'), 1);

  test('holds what others hand over, reported where it is handed over', async () => {
    const { findings } = await whole(join(folder, 'overview'));
    const places = findings.flatMap(({ place: { path, start }, message }) =>
      path.startsWith('hooks/') ? [`${path}:${start.line} ${/`(\w+)`/.exec(message)?.[1]}`] : [],
    );
    expect(places).toEqual([
      'hooks/main.py:8 warm_up',
      'hooks/main.py:9 warm_up',
      'hooks/main.py:13 tick',
      'hooks/main.py:14 settled',
      'hooks/main.py:17 tick',
    ]);
  });

  test('holds chains into other files, and comments that silence', async () => {
    const { findings, suppressed, problems } = await whole(join(folder, 'overview'));
    const others = findings.filter(({ place, chain }) =>
      chain.some((step) => step.place && step.place.path !== place.path),
    );
    expect(others.length).toBeGreaterThan(50);
    expect(suppressed.map(({ place }) => `${place.path}:${place.start.line}`)).toContain('hooks/main.py:10');
    expect(problems).toEqual([]);
  });

  test('in an editor: file by file, again, and after an edit that was undone', async () => {
    const root = join(folder, 'overview');
    const files = filesIn(root);
    for (const [, Host] of HOSTS) {
      const host = hostFor(Host, { cwd: root });
      const lintTexts = async (edit: string): Promise<string[][]> => {
        const lists: string[][] = [];
        for (const { absolute, read } of files) {
          const [result] = await host.lintText(`${read()}${edit}`, { filePath: absolute });
          lists.push([absolute, ...linesOfMessages(result!.messages)]);
        }
        return lists;
      };
      const first = await lintTexts('');
      expect(first.filter((list) => list.length > 1).length).toBeGreaterThan(50);
      const edited = await lintTexts('\nimport time\nasync def added(): time.sleep(1)\n');
      expect(edited.filter((list, i) => list.length > first[i]!.length).length).toBeGreaterThan(50);
      expect(await lintTexts('')).toEqual(first);
      const results = await hostFor(Host, { cwd: root }).lintFiles(['.']);
      const byPath = new Map(results.map(({ filePath, messages }) => [filePath, linesOfMessages(messages)]));
      expect(files.map(({ absolute }) => [absolute, ...(byPath.get(absolute) ?? [])])).toEqual(first);
    }
  });

  test.each([
    ['cannot start', 'absent.js', ''],
    ['fails at once', 'broken.js', 'throw new Error("broken");'],
    ['ends while it makes indexes', 'mortal-index.js', mortalAt('index')],
    ['ends while it lints', 'mortal-lint.js', mortalAt('lint')],
  ])('a thread that %s loses nothing', async (_, name, code) => {
    const root = join(folder, 'overview');
    if (code !== '') writeFileSync(join(dist, name), code);
    let readHere = 0;
    const files = filesIn(root).map((file) => {
      const read = (): string => {
        readHere++;
        return file.read();
      };
      return { ...file, read };
    });
    const entry = pathToFileURL(join(dist, name));
    expectSame(
      await lint({ ...optionsFor(root, files), threads: { jobs: 2, request: requestFor(root), entry } }),
      await whole(root),
    );
    expect(readHere).toBeGreaterThan(0);
  });
});

describe('a thread that goes ahead', () => {
  const root = join(folder, 'overview');
  const aheadOf = async (entry: string, files = filesIn(root)) => {
    const indexes: PackedIndex[] = [];
    const parts = await lintParts({
      ...optionsFor(root, files),
      ahead: { least: 0, entry: pathToFileURL(join(dist, entry)) },
      onIndexes: (all) => indexes.push(...all),
    });
    const report = reportOf(parts, [], 0);
    return { report, indexes };
  };

  test('the report is the same, from indexes in memory that both threads have', async () => {
    const { report, indexes } = await aheadOf('ahead-worker.js');
    expectSame(report, await whole(root));
    expect(indexes.some(({ bytes }) => bytes.buffer instanceof SharedArrayBuffer)).toBe(true);
  });

  test('what changes meanwhile is parsed as it is for who lints', async () => {
    const changed = filesIn(root).map((file) => ({ ...file, read: () => `import time\n${file.read()}` }));
    expectSame((await aheadOf('ahead-worker.js', changed)).report, await lint(optionsFor(root, changed)));
  });

  test.each([
    ['cannot start', 'absent.js', ''],
    ['fails at once', 'broken.js', 'throw new Error("broken");'],
    ['ends half-way', 'mortal-ahead.js', MORTAL_AHEAD],
  ])('nothing is lost when it %s', async (_, name, code) => {
    if (code !== '') writeFileSync(join(dist, name), code);
    expectSame((await aheadOf(name)).report, await whole(root));
  });

  test('there is none for little', async () => {
    const options = {
      ...optionsFor(root, filesIn(root)),
      ahead: { entry: pathToFileURL(join(dist, 'ahead-worker.js')) },
    };
    let shared = 0;
    await lintParts({
      ...options,
      onIndexes: (all) => {
        for (const { bytes } of all) if (bytes.buffer instanceof SharedArrayBuffer) shared++;
      },
    });
    expect(shared).toBe(0);
  });
});

describe.runIf(EXHAUSTIVE && project !== undefined)('a whole project', { timeout: 3_600_000 }, () => {
  sameness(project ?? '', 12);
});

/** A real thread that ends without a word at its second turn of a kind. */
function mortalAt(what: string): string {
  return `
import { parentPort } from 'node:worker_threads';
await import('./worker.js');
let turns = 0;
parentPort.prependListener('message', ({ what }) => {
  if (what === '${what}' && ++turns === 2) process.exit(0);
});
`;
}

/** The thread that goes ahead, which ends without a word when it has sent two indexes, and is at the third. */
const MORTAL_AHEAD = `
import { MessagePort } from 'node:worker_threads';
const { postMessage } = MessagePort.prototype;
let sent = 0;
MessagePort.prototype.postMessage = function (message) {
  if (message?.digest && ++sent === 3) process.exit(0);
  postMessage.call(this, message);
};
await import('./ahead-worker.js');
`;

/** One file of `each` is also linted by itself. */
function sameness(root: string, each: number): void {
  test.each<[string, (files: readonly SourceFile[]) => SourceFile[]]>([
    ['backwards', (files) => [...files].reverse()],
    ['shuffled', (files) => shuffled(files, 1)],
    ['shuffled otherwise', (files) => shuffled(files, 2)],
  ])('files %s', async (_, order) => {
    expectSame(await lint(optionsFor(root, order(filesIn(root)))), await whole(root));
  });

  test('file by file', async () => {
    const chosen = filesIn(root).filter((_, i) => i % each === 0);
    const reports: Report[] = [];
    for (const file of chosen) reports.push(await lint(optionsFor(root, [file])));
    const paths = new Set(chosen.map(({ path }) => path));
    const wanted = await whole(root);
    for (const key of ['findings', 'suppressed'] as const) {
      const found = reports.flatMap((report) => report[key]);
      expect(linesOf(found)).toEqual(linesOf(wanted[key].filter(({ place }) => paths.has(place.path))));
    }
  });

  test('the same linter asked again, in another order', async () => {
    const files = filesIn(root);
    const { lint: lintFiles } = await makeLinter(optionsFor(root, files));
    const first = lintFiles(files);
    const again = lintFiles(shuffled(files, 3));
    const wanted = await whole(root);
    for (const part of [first, again]) {
      expect(linesOf(part.findings)).toEqual(linesOf(wanted.findings));
      expect(linesOf(part.suppressed)).toEqual(linesOf(wanted.suppressed));
    }
  });

  test.each([2, 3])('%d threads', async (jobs) => {
    const built = (await import(pathToFileURL(join(dist, 'index.js')).href)) as typeof import('../src/index.ts');
    const read = (): string => expect.fail('a file was read outside of the threads');
    const files = filesIn(root).map((file) => ({ ...file, read }));
    expectSame(
      await built.lint({ ...optionsFor(root, files), threads: { jobs, request: requestFor(root) } }),
      await whole(root),
    );
  });

  test.each([1, 2, 3])('a new process with --jobs %d, to the byte', async (jobs) => {
    const wanted = formats.json(await whole(root), PLAIN);
    const flags = ['--isolated', '--config', CONFIG, '--level', 'note', '--format', 'json', '--jobs', String(jobs)];
    const argv = [join(dist, 'cli.js'), 'check', '--exit-zero', '-q', ...flags, '.'];
    const out = execFileSync(process.execPath, argv, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
    expect(out === wanted || firstDifference(out, wanted)).toBe(true);
  });
}

const PLAIN = { colour: false, width: 100, statistics: false, sarifCategory: null, includeSuppressed: false };
const CONFIG = 'tests = "same"';
const wholes = new Map<string, Promise<Report>>();

/** In this thread, in the order of the paths. */
function whole(root: string): Promise<Report> {
  const known = wholes.get(root) ?? lint(optionsFor(root, filesIn(root)));
  wholes.set(root, known);
  return known;
}

function filesIn(root: string): SourceFile[] {
  const found = pythonFiles(root).map((absolute) => {
    return { path: absolute.slice(root.length + 1), absolute, read: () => readText(absolute) };
  });
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function requestFor(root: string): ConfigRequest {
  const flags = { select: null, ignore: [], extendSelect: [] };
  return { cwd: root, roots: [root], ruleIds, config: [CONFIG], isolated: true, ...flags };
}

function optionsFor(root: string, files: readonly SourceFile[]): LintOptions {
  const config = configuration(requestFor(root));
  return { files, settingsOf: (absolute) => config.forFile(absolute).settings, level: 'note' };
}

function expectSame(actual: Report, wanted: Report): void {
  expect(linesOf(actual.findings)).toEqual(linesOf(wanted.findings));
  expect({ ...actual, elapsed: 0 }).toEqual({ ...wanted, elapsed: 0 });
}

/** Everything that is said, one line each, sorted. */
function linesOf(said: readonly (Finding | Problem)[]): string[] {
  return said.map((one) => JSON.stringify(one)).sort();
}

function firstDifference(actual: string, wanted: string): string {
  const [left, right] = [actual.split('\n'), wanted.split('\n')];
  const at = left.findIndex((line, i) => line !== right[i]);
  return `line ${at + 1}: ${left[at]}\ninstead of ${right[at]}`;
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const rest = [...values];
  const out: T[] = [];
  let state = seed;
  while (rest.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    out.push(...rest.splice(state % rest.length, 1));
  }
  return out;
}

describe('shares', () => {
  const KB = 1024;

  test.each<[string, number[], number, number]>([
    ['no more than there are batches', [1, 2, 3], 8, 1],
    ['one for nothing', [], 4, 1],
    ['as many as asked', Array(40).fill(10 * KB), 4, 4],
    ['files of no size', Array(40).fill(0), 4, 1],
    ['one large file among small ones', [...Array(20).fill(KB), 900 * KB, ...Array(20).fill(KB)], 3, 3],
  ])('%s', (_, sizes, asked, count) => {
    const shares = new Shares(sizes, asked);
    expect(shares.count).toBe(count);
    // Whoever asks, every file is given out once.
    const given = new Set<number>();
    for (let turn = 0, batch = shares.next(0); batch !== null; batch = shares.next(++turn % count)) {
      for (let i = batch.start; i < batch.end; i++) {
        expect(given.has(i)).toBe(false);
        given.add(i);
      }
    }
    expect(given.size).toBe(sizes.length);
  });

  test('a thread works through its neighbourhood, then helps at the end of the longest', () => {
    const shares = new Shares(Array(8).fill(16 * KB), 2);
    expect([0, 1, 0, 0, 0, 0, 0, 1, 1].map((thread) => shares.next(thread)?.start ?? null)).toEqual([
      0,
      4,
      1,
      2,
      3,
      7,
      6,
      5,
      null,
    ]);
  });
});
