import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runAction } from '../scripts/run-action.mjs';
import { readText } from '../src/files.ts';
import { builtInto } from './support/built.ts';
import { commandsOf, type Ran, runShell, toolsIn } from './support/snippets.ts';
import { workspace } from './workspace.ts';

const STALL = 'import time\n\n\nasync def f():\n    time.sleep(1)\n';
const CLEAN = 'async def f(): ...\n';

let built: string;

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'nostall-snippets-'));
  await builtInto(built);
  cpSync('action.yml', join(built, 'action.yml'));
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

interface Case {
  readonly file: string;
  readonly made: readonly string[];
  /** What the service replaces before a shell sees it. */
  readonly replaced?: Readonly<Record<string, string>>;
  readonly code?: number;
}

describe.each<Case>([
  { file: 'github-code-scanning.yml', made: ['nostall.sarif'] },
  { file: 'github-reviewdog.yml', made: ['nostall.rdjson', 'reviewed'], code: 0 },
  { file: 'gitlab-ci.yml', made: ['gl-code-quality-report.json', 'nostall.xml'] },
  {
    file: 'azure-pipelines.yml',
    made: ['staging area/nostall.sarif', 'staging area/nostall.xml'],
    replaced: { '$(Build.ArtifactStagingDirectory)': 'staging area' },
  },
])('$file', ({ file, made, replaced = {}, code = 1 }) => {
  test('fails for a stall, with its reports written', () => {
    const { ran, folder } = tried(file, { 'a.py': STALL }, replaced);
    expect(ran.map((one) => one.code)).toEqual([...ran.slice(1).map(() => 0), code]);
    for (const name of made) expect(readText(join(folder, name)), name).toMatch(/a\.py/);
    expectSound(made.map((name) => join(folder, name)));
  });

  test('passes without one, with its reports written', () => {
    const { ran, folder } = tried(file, { 'a.py': CLEAN }, replaced);
    expect(ran.map((one) => one.code)).toEqual(ran.map(() => 0));
    expect(made.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
    expectSound(made.map((name) => join(folder, name)));
  });

  test('the service takes what is written', () => {
    const keys = /\b(?:sarif_file|codequality|junit|testResultsFiles|publish): (.+)/g;
    const taken = [...replacedIn(readText(`docs/examples/${file}`), replaced).matchAll(keys)].map(([, path]) => path);
    expect(taken).toEqual(file.includes('reviewdog') ? [] : expect.arrayContaining([...made]));
    expect(taken.filter((path) => !made.includes(path!))).toEqual([]);
  });
});

test('GitLab takes each finding by description, fingerprint, path and line', () => {
  const { folder } = tried('gitlab-ci.yml', { 'a.py': STALL, 'b.py': STALL });
  const report = JSON.parse(readText(join(folder, 'gl-code-quality-report.json'))) as { fingerprint: string }[];
  const found = {
    description: expect.any(String),
    check_name: 'no-blocking-io-in-async',
    fingerprint: expect.any(String),
  };
  expect(report).toMatchObject(['a.py', 'b.py'].map((path) => ({ ...found, location: { path, lines: { begin: 5 } } })));
  expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('gitlab-changed.yml fails for what the merge request brought', () => {
  const folder = workspace({ 'old.py': STALL });
  commitAll(folder, 'init', '-q');
  const base = git(folder, 'rev-parse', 'HEAD').trim();
  const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: base };
  expect(commandsIn('gitlab-changed.yml', folder, {}, env).map(({ code }) => code)).toEqual([0, 0]);
  writeFileSync(join(folder, 'new.py'), STALL);
  commitAll(folder);
  const last = commandsIn('gitlab-changed.yml', folder, {}, env).at(-1)!;
  expect(last.code).toBe(1);
  expect(last.out).toContain('new.py:5');
  expect(last.out).not.toContain('old.py:5');
});

test('github-shards.yml: each job its part, and all of it merged', () => {
  const text = readText('docs/examples/github-shards.yml');
  const { jobs } = parse(text) as { jobs: { check: { strategy: { matrix: { shard: number[] } } } } };
  const { shard: shards } = jobs.check.strategy.matrix;
  const names = Array.from({ length: 12 }, (_, at) => `m${at}.py`);
  const folder = workspace(Object.fromEntries(names.map((name) => [name, STALL])));
  mkdirSync(join(folder, 'shards'));
  for (const shard of shards) {
    const ran = commandsIn('github-shards.yml', folder, { '${{ matrix.shard }}': String(shard) }, {}, 'check');
    expect(ran.map(({ code }) => code)).toEqual([0, 0]);
    renameSync(join(folder, `nostall-${shard}.json`), join(folder, `shards/nostall-${shard}.json`));
  }
  const last = commandsIn('github-shards.yml', folder, {}, {}, 'report').at(-1)!;
  expect(last.code).toBe(1);
  expect([...last.out.matchAll(/^::error file=([^,]+)/gm)].map(([, name]) => name).sort()).toEqual([...names].sort());
  const { runs } = JSON.parse(readText(join(folder, 'nostall.sarif'))) as { runs: [{ results: unknown[] }] };
  expect(runs[0].results).toHaveLength(names.length);

  rmSync(join(folder, 'shards/nostall-1.json'));
  expect(commandsIn('github-shards.yml', folder, {}, {}, 'report').at(-1)!.code).toBe(2);
});

describe('the action in a workflow', () => {
  test('github-action.yml: what the baseline lists passes, what is new fails', () => {
    const inputs = inputsIn('docs/examples/github-action.yml');
    const checkout = workspace({ 'src/a.py': STALL, 'services/b.py': CLEAN, 'other/c.py': STALL });
    runAction({ action: built, checkout, inputs: { ...inputs, args: '--update-baseline' } });
    expect(runAction({ action: built, checkout, inputs }).outputs).toMatchObject({ findings: '0', 'exit-code': '0' });
    writeFileSync(join(checkout, 'services/b.py'), STALL);
    expect(runAction({ action: built, checkout, inputs }).outputs).toMatchObject({ findings: '1', 'exit-code': '1' });
  });

  test('github-changed.yml gives what a pull request is compared by', () => {
    expect(inputsIn('docs/examples/github-changed.yml')).toEqual({ 'changed-only': 'true' });
  });

  test("nostall's own", () => {
    const checkout = workspace({});
    cpSync('fixtures/demo', join(checkout, 'fixtures/demo'), { recursive: true });
    const { isOk, outputs } = runAction({ action: built, checkout, inputs: inputsIn('.github/workflows/ci.yml') });
    expect(isOk).toBe(true);
    const check = commandsOf(readText('.github/workflows/ci.yml')).filter(({ job }) => job === 'action');
    const env = { SARIF: outputs['sarif-file']!, FINDINGS: outputs.findings! };
    expect(check.map(({ shell }) => runShell(shell, checkout, tools(), env).code)).toEqual([0]);
    expect(check.map(({ shell }) => runShell(shell, checkout, tools(), { ...env, FINDINGS: '0' }).code)).toEqual([1]);
  });
});

test('the first day, as docs/ci.md says', () => {
  const folder = workspace({ 'a.py': STALL });
  commitAll(folder, 'init', '-q', '-b', 'main');
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  const page = readText('docs/ci.md');
  const commands = [...page.matchAll(/^(npx --no -- nostall [^#\n]*?) *(?:#.*)?$/gm)].map(([, command]) => command!);
  const [update, known, since, changed, ignore] = commands;
  const code = (command: string | undefined) => runShell(command!, folder, tools()).code;
  expect([update, known, since, changed].map(code)).toEqual([0, 0, 0, 0]);
  writeFileSync(join(folder, 'b.py'), STALL);
  expect([known, since, changed].map(code)).toEqual([1, 1, 1]);
  expect([ignore, 'npx --no -- nostall check'].map(code)).toEqual([0, 0]);
  expect(readText(join(folder, 'b.py'))).toContain('-- known before nostall; ticket 1234');
  expect(commands).toHaveLength(5);
});

function tried(file: string, files: Readonly<Record<string, string>>, replaced: Readonly<Record<string, string>> = {}) {
  const folder = workspace({ ...files, 'staging area/': '' });
  return { folder, ran: commandsIn(file, folder, replaced) };
}

/** Runs the commands of a snippet in order, up to the first that fails. */
function commandsIn(
  file: string,
  folder: string,
  replaced: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
  job: string | null = null,
): Ran[] {
  const ran: Ran[] = [];
  for (const { job: of, shell } of commandsOf(readText(`docs/examples/${file}`))) {
    if (job !== null && of !== job) continue;
    ran.push(runShell(replacedIn(shell, replaced), folder, tools(), env));
    if (ran.at(-1)!.code !== 0) break;
  }
  return ran;
}

function replacedIn(text: string, replaced: Readonly<Record<string, string>>): string {
  return Object.entries(replaced).reduce((sum, [from, to]) => sum.replaceAll(from, to), text);
}

/** `reviewdog` keeps what it is given. */
function tools(): string {
  return toolsIn(workspace({}), join(built, 'dist/cli.js'), { reviewdog: '[ "$1" = -f=rdjson ] && cat >reviewed' });
}

function expectSound(paths: readonly string[]): void {
  for (const path of paths) {
    if (path.endsWith('.xml')) expect(XMLValidator.validate(readText(path)), path).toBe(true);
    else expect(() => JSON.parse(readText(path)), path).not.toThrow();
  }
}

/** What a workflow gives to the action. */
function inputsIn(path: string): Record<string, string> {
  interface Job {
    readonly steps: readonly { uses?: string; with?: Record<string, unknown> }[];
  }
  const { jobs } = parse(readText(path)) as { jobs: Record<string, Job> };
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const given = steps.find(({ uses }) => uses === './' || uses?.startsWith('OWNER/'))?.with ?? {};
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}

function commitAll(folder: string, ...first: readonly string[]): void {
  if (first.length > 0) git(folder, ...first);
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'more');
}

function git(folder: string, ...args: readonly string[]): string {
  const person = ['-c', 'user.name=n', '-c', 'user.email=n@n.example', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...person, ...args], { cwd: folder, encoding: 'utf8' });
}
