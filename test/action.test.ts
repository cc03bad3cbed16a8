import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAction } from '../scripts/run-action.mjs';
import { builtInto } from './support/built.ts';
import { workspace } from './workspace.ts';

const STALL = 'import time\n\n\nasync def f():\n    time.sleep(1)\n';
const FILE = 'from pathlib import Path\n\n\nasync def g():\n    Path("a").read_text()\n';

let action: string;

beforeAll(async () => {
  action = mkdtempSync(join(tmpdir(), 'nostall-action-'));
  await builtInto(action);
  cpSync('action.yml', join(action, 'action.yml'));
});
afterAll(() => rmSync(action, { recursive: true, force: true }));

test('nothing found: the step passes, and everything is written all the same', () => {
  const checkout = workspace({ 'a.py': 'async def f(): ...\n' });
  const { isOk, outputs, summary, steps } = run(checkout);
  expect(isOk).toBe(true);
  expect(outputs).toEqual({ 'sarif-file': 'nostall.sarif', findings: '0', 'exit-code': '0' });
  expect(summary).toMatch(/^## nostall: no /i);
  expect(placesIn(checkout)).toEqual([]);
  expect(steps.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'node success',
    'Set up Node skipped',
    'program success',
    'base skipped',
    'check success',
  ]);
});

test('a stall: marks, SARIF and summary are written before the step fails', () => {
  const checkout = workspace({ 'a.py': STALL });
  const { isOk, outputs, summary, steps } = run(checkout, { 'sarif-file': 'made/here/n.sarif' });
  expect(isOk).toBe(false);
  expect(outputs).toEqual({ 'sarif-file': 'made/here/n.sarif', findings: '1', 'exit-code': '1' });
  expect(steps.at(-1)!.log).toContain('::error file=a.py,line=5,');
  expect(summary).toContain('`a.py:5:5`');
  expect(placesIn(checkout, 'made/here/n.sarif')).toEqual(['a.py:5']);
});

test('what nostall cannot do fails the step with its own code', () => {
  const { outputs, steps } = run(workspace({ 'a.py': STALL }), { level: 'loud' });
  expect(outputs).toEqual({ 'sarif-file': 'nostall.sarif', findings: '', 'exit-code': '2' });
  expect(steps.at(-1)).toMatchObject({ code: 2, log: expect.stringMatching(/^nostall: .*level.*loud/) });
});

test.each([
  ['fail-on', { 'fail-on': 'error' }, '0', '1'],
  ['fail-on and level', { 'fail-on': 'error', level: 'error' }, '0', '0'],
  ['level', { level: 'error' }, '0', '0'],
  ['flags on lines', { args: '--level\nnote\n--select cpu-bound-needs-thread' }, '0', '0'],
  ['flags in quotes', { args: `--config 'severity.kind.file = "error"' --fail-on error` }, '1', '1'],
])('%s', (_, inputs, code, findings) => {
  const { outputs } = run(workspace({ 'a.py': FILE }), inputs);
  expect(outputs).toMatchObject({ 'exit-code': code, findings });
});

test('a quote that is not closed is told', () => {
  const { steps } = run(workspace({ 'a.py': STALL }), { args: "--select 'no-blocking" });
  expect(steps.at(-1)).toMatchObject({ code: 2, log: expect.stringContaining('args: a quote is not closed') });
});

test('paths with blanks, one per line, start from the working directory; reports start from the repository', () => {
  const names = ['back end/my app/a.py', 'back end/-b.py', 'back end/left out.py', 'c.py'];
  const checkout = repository(Object.fromEntries(names.map((name) => [name, STALL])));
  run(checkout, { 'working-directory': 'back end', paths: 'my app\n-b.py\n' });
  expect(placesIn(checkout)).toEqual(['back%20end/-b.py:5', 'back%20end/my%20app/a.py:5']);
});

test.each(['paths', 'baseline', 'args', 'level', 'fail-on', 'working-directory', 'sarif-file'])(
  'no shell reads %s',
  (name) => {
    const checkout = workspace({ 'a.py': 'async def f(): ...\n' });
    const marks = ['one', 'two', 'three', 'four'].map((mark) => join(checkout, mark));
    const [one, two, three, four] = marks;
    run(checkout, { [name]: `$(touch ${one})\`touch ${two}\`"; touch ${three}; "'; touch ${four}; '` });
    expect(marks.filter((mark) => existsSync(mark))).toEqual([]);
  },
);

test('a baseline leaves out what is known', () => {
  const checkout = workspace({ 'app/a.py': STALL });
  const inputs = { 'working-directory': 'app', baseline: 'known.json' };
  run(checkout, { ...inputs, args: '--update-baseline' });
  writeFileSync(join(checkout, 'app/b.py'), STALL);
  expect(run(checkout, inputs).outputs).toMatchObject({ findings: '1', 'exit-code': '1' });
  expect(placesIn(checkout)).toEqual(['app/b.py:5']);
});

describe('changed-only', () => {
  // A base that moves on after the branch was made: the event still names where it was.
  const history = () => {
    const origin = repository({ 'old.py': STALL });
    const stale = revision(origin);
    git(origin, 'checkout', '-q', '-b', 'feature');
    commit(origin, { 'new.py': STALL });
    const head = revision(origin);
    git(origin, 'checkout', '-q', 'main');
    commit(origin, { 'meanwhile.py': STALL });
    git(origin, 'merge', '-q', '--no-edit', 'feature');
    const merged = revision(origin);
    git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    return { origin, head, merged, event: { pull_request: { base: { sha: stale }, head: { sha: head } } } };
  };

  test.each<['merged' | 'head', readonly string[]]>([
    ['merged', ['--depth=1']],
    ['merged', []],
    ['head', ['--depth=1']],
    ['head', []],
  ])('finds the base of a checkout of %s %s', (which, depth) => {
    const past = history();
    const checkout = workspace({});
    git(checkout, 'init', '-q');
    git(checkout, 'remote', 'add', 'origin', pathToFileURL(past.origin).href);
    git(checkout, 'fetch', '-q', '--no-tags', ...depth, 'origin', past[which]);
    git(checkout, 'checkout', '-q', '--detach', past[which]);
    const { steps } = run(checkout, { 'changed-only': 'true' }, past.event);
    expect(steps.map(({ log }) => log).join('')).not.toContain('fatal:');
    expect(placesIn(checkout)).toEqual(['new.py:5']);
  });

  test('a merge queue has its own base', () => {
    const { origin, head } = history();
    run(origin, { 'changed-only': 'true' }, { merge_group: { base_sha: head } });
    expect(placesIn(origin)).toEqual(['meanwhile.py:5']);
  });

  test('other events report everything, and say so', () => {
    const { origin } = history();
    const { steps } = run(origin, { 'changed-only': 'true' }, { before: revision(origin) });
    expect(steps.find(({ id }) => id === 'base')!.log).toContain('::notice title=nostall::');
    expect(placesIn(origin)).toEqual(['meanwhile.py:5', 'new.py:5', 'old.py:5']);
  });
});

describe('which nostall runs', () => {
  const speaker = (word: string) => `console.log('${word} speaks');\n`;

  test.each([
    ['app/node_modules/nostall/dist/cli.js', 'the folder'],
    ['node_modules/nostall/dist/cli.js', 'the repository'],
  ])('the installed one: %s', (path, word) => {
    const checkout = workspace({ 'app/a.py': STALL, [path]: speaker(word) });
    expect(run(checkout, { 'working-directory': 'app' }).steps.at(-1)!.log).toContain(`${word} speaks`);
  });

  test.each(['elsewhere', 'in the checkout'])('its own, built first; it lies %s', (place) => {
    const prepare = `mkdir dist && echo "console.log('$INIT_CWD speaks')" >dist/cli.js`;
    const own = workspace({ 'package.json': JSON.stringify({ scripts: { prepare } }) });
    cpSync('action.yml', join(own, 'action.yml'));
    const checkout = place === 'elsewhere' ? workspace({ 'a.py': STALL }) : own;
    const { log } = runAction({ action: own, checkout }).steps.at(-1)!;
    expect(log).toMatch(/ speaks/);
    // Below this folder npm takes its caller for a developer.
    expect(log).not.toContain(own);
  });
});

test('an input that does not exist is refused', () => {
  expect(() => run(workspace({}), { path: '.' })).toThrow('action.yml has no input path');
});

describe('Node', () => {
  const sets = 'step Set up Node uses actions/setup-node@';

  test('is set up where there is none', () => {
    const tools = workspace({});
    symlinkSync(execFileSync('which', ['bash'], { encoding: 'utf8' }).trim(), join(tools, 'bash'));
    expect(() => runAction({ action, checkout: workspace({}), env: { PATH: tools } })).toThrow(sets);
  });

  test.each([
    ['18.20.8', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['22.0.0', false],
  ])('%s is too old: %s', (version, isTooOld) => {
    const versions = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
    const tools = workspace({ 'versions.cjs': versions });
    const node = `#!/bin/sh\nexec '${process.execPath}' -r '${tools}/versions.cjs' "$@"\n`;
    writeFileSync(join(tools, 'node'), node, { mode: 0o755 });
    const checkout = workspace({ 'node_modules/nostall/dist/cli.js': '' });
    const start = () => runAction({ action, checkout, env: { PATH: `${tools}:${process.env.PATH}` } });
    if (isTooOld) expect(start).toThrow(sets);
    else expect(start().isOk).toBe(true);
  });
});

function run(checkout: string, inputs: Readonly<Record<string, string>> = {}, event = {}) {
  return runAction({ action, checkout, inputs, event });
}

/** Places in the SARIF report, in order. */
function placesIn(checkout: string, file = 'nostall.sarif'): string[] {
  const { runs } = JSON.parse(readFileSync(join(checkout, file), 'utf8')) as { runs: [{ results: Result[] }] };
  return runs[0].results.map(
    ({ locations: [{ physicalLocation: at }] }) => `${at.artifactLocation.uri}:${at.region.startLine}`,
  );
}

interface Result {
  readonly locations: readonly [
    { readonly physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } },
  ];
}

function repository(files: Readonly<Record<string, string>>): string {
  const folder = workspace({});
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder, files);
  return folder;
}

function commit(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'more');
}

function revision(folder: string): string {
  return git(folder, 'rev-parse', 'HEAD').trim();
}

function git(folder: string, ...args: readonly string[]): string {
  const person = ['-c', 'user.name=n', '-c', 'user.email=n@n.example', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...person, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
