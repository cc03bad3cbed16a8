import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isInShard, shardAsked } from '../src/cli/shard.ts';
import { formatNames } from '../src/report/index.ts';
import { command } from './support/command.ts';
import { workspace } from './workspace.ts';

const BASE = ['check', '--level', 'note', '--sarif-include-suppressed', '--exit-zero'];

/** A project whose findings go through modules that other shards lint. */
function project(): string {
  const files: Record<string, string> = {
    'lib/__init__.py': '',
    'lib/net.py': 'import requests\n\n\ndef fetch(url):\n    return requests.get(url)\n',
    'broken.py': 'async def f(:\n    pass\n',
    'unused.py': 'x = 1  # nostall: ignore -- nothing here\n',
    'ä b/ünï.py': 'import time\n\n\nasync def f():\n    time.sleep(1)  # nostall: ignore -- a test\n',
  };
  for (let at = 0; at < 12; at++) {
    files[`app/m${at}.py`] =
      `from lib.net import fetch\n\n\nasync def f${at}(url):\n    fetch(url)\n    with open(url) as file:\n        return file.read()\n`;
  }
  return workspace(files);
}

async function shards(root: string, format: string, amount: number): Promise<string[]> {
  const names: string[] = [];
  for (let part = 1; part <= amount; part++) {
    const name = `${format}-${part}.${format}`;
    const { code, err } = await command(root, ...BASE, '--shard', `${part}/${amount}`, '--format', format, '-o', name);
    expect([0, 2]).toContain(code);
    expect(err).not.toContain('internal error');
    names.push(name);
  }
  return names;
}

describe.each([1, 2, 5, 40])('%i shards merged', (amount) => {
  test.each(formatNames.filter((name) => name !== 'sarif'))('equal one run in %s', async (format) => {
    const root = project();
    const whole = await command(root, ...BASE, '--format', format);
    const parts = await shards(root, 'json', amount);
    const merged = await command(
      root,
      'merge',
      '--format',
      format,
      '--sarif-include-suppressed',
      '--exit-zero',
      ...parts,
    );
    expect(merged.out).toBe(whole.out);
    expect(whole.out).not.toBe('');
  });

  test.each(['json', 'sarif'])('equal one run in SARIF, from %s', async (from) => {
    const root = project();
    const whole = await command(root, ...BASE, '--format', 'sarif');
    const parts = await shards(root, from, amount);
    const flags = from === 'json' ? ['--sarif-include-suppressed'] : [];
    const merged = await command(root, 'merge', '--format', 'sarif', ...flags, '--exit-zero', ...parts);
    expect(JSON.parse(merged.out)).toEqual(JSON.parse(whole.out));
    expect(JSON.parse(whole.out).runs[0].results.length).toBeGreaterThan(20);
  });
});

describe('a shard', () => {
  test('is a stable part of the files: every file is in exactly one', () => {
    const paths = Array.from({ length: 2000 }, (_, at) => `src/package${at % 7}/module_${at}.py`);
    const sizes = [1, 2, 3, 4].map((part) => paths.filter((path) => isInShard({ part, of: 4 }, path)).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(2000);
    for (const size of sizes) expect(size).toBeGreaterThan(400);
    // What is fixed here must not change from one version to the next: jobs of one matrix may differ.
    expect(paths.slice(0, 6).map((path) => isInShard({ part: 1, of: 2 }, path))).toEqual(FIXED);
  });

  test.each(['0/2', '3/2', '1', '1/0', 'a/b', '-1/2', '1/2/3'])('%s is an error', (typed) => {
    expect(() => shardAsked(typed)).toThrow('expected I/N');
  });

  test('may be empty, which is told by its name', async () => {
    const root = workspace({ 'a.py': '' });
    const outcomes = await Promise.all([1, 2].map((part) => command(root, '--shard', `${part}/2`)));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect(outcomes.map(({ out }) => out).sort()).toEqual([
      expect.stringMatching(/^No files in part [12] of 2\n$/),
      'No findings in 1 file\n',
    ]);
  });

  test('says in its reports which one it is', async () => {
    const root = project();
    const json = JSON.parse((await command(root, ...BASE, '--shard', '2/5', '--format', 'json')).out);
    const sarif = JSON.parse((await command(root, ...BASE, '--shard', '2/5', '--format', 'sarif')).out);
    expect([json.shard, sarif.runs[0].properties.shard]).toEqual(['2/5', '2/5']);
  });
});

async function reports(): Promise<{ json: string; sarif: string }> {
  const root = workspace({ 'a.py': 'import time\n\n\nasync def f():\n    time.sleep(1)\n' });
  const [json, sarif] = await Promise.all(['json', 'sarif'].map((format) => command(root, '--format', format)));
  return { json: json?.out ?? '', sarif: sarif?.out ?? '' };
}

describe('nostall merge', () => {
  const part = (text: string, shard: string) => text.replace('"shard": null', `"shard": "${shard}"`);

  test('fails when there are findings, as a check does', async () => {
    const { json, sarif } = await reports();
    const root = workspace({ 'a.json': json, 'a.sarif': sarif });
    expect((await command(root, 'merge', 'a.json')).code).toBe(1);
    expect((await command(root, 'merge', 'a.sarif', '-o', 'out/all.sarif')).code).toBe(1);
    expect(JSON.parse(readFileSync(join(root, 'out/all.sarif'), 'utf8')).runs).toHaveLength(1);
    expect((await command(root, 'merge', 'a.json', '--max-findings', '1')).code).toBe(0);
    expect((await command(root, 'merge', 'a.sarif', '--exit-zero')).code).toBe(0);
    expect((await command(root, 'merge', 'a.json', '--fail-on', 'error')).code).toBe(1);
  });

  test('fails with 2 when one of the runs had a problem', async () => {
    const { json } = await reports();
    const problem = '"problems": [{ "path": "b.py", "line": null, "message": "cannot be read" }]';
    const root = workspace({ 'a.json': json, 'b.json': json.replace('"problems": []', problem) });
    expect((await command(root, 'merge', '--exit-zero', 'a.json', 'b.json')).code).toBe(2);
  });

  test('says once what two reports say', async () => {
    const { json } = await reports();
    const root = workspace({ 'a.json': json, 'b.json': json });
    expect((await command(root, 'merge', '--format', 'concise', 'a.json', 'b.json')).out.split('\n')).toHaveLength(2);
  });

  test.each<[string, Record<string, (json: string, sarif: string) => string>, string]>([
    ['no file', {}, 'nostall merge needs the reports that it merges'],
    ['text', { 'a.json': () => 'a.py:1:1' }, 'a.json: not valid JSON: the fault is at line 1, column 1\n'],
    ['another document', { 'a.json': () => '{}' }, 'a.json: version: expected a whole number'],
    ['a list', { 'a.json': () => '[]' }, 'a.json: the report: expected an object'],
    [
      'a later format',
      { 'a.json': (text) => text.replace('"version": 1', '"version": 9') },
      'a.json: version: expected 1',
    ],
    [
      'a finding without a line',
      { 'a.json': (text) => text.replace('"line": 5', '"line": "5"') },
      'a.json: findings[0].place.start.line: expected a whole number',
    ],
    ['an unknown rule', { 'a.json': (text) => text.replaceAll('"unused-suppression"', '"x"') }, 'has no rule x'],
    [
      'JSON and SARIF',
      { 'a.json': (text) => text, 'b.sarif': (_, log) => log },
      'JSON reports or SARIF ones, not both',
    ],
    [
      "another tool's log",
      { 'a.sarif': (_, log) => log.replace('"name":"nostall"', '"name":"other"') },
      'a.sarif: runs[0].tool.driver.name: expected "nostall", found "other"',
    ],
    ['no result', { 'a.sarif': (_, log) => withResults(log, [null]) }, 'runs[0].results[0]: expected an object'],
    ['no text', { 'a.sarif': (_, log) => withResults(log, [{}]) }, 'runs[0].results[0].message: expected an object'],
    [
      'a path that is not encoded',
      { 'a.sarif': (_, log) => log.replaceAll('"uri":"a.py"', '"uri":"100%.py"') },
      'a.sarif: runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri: expected a percent-encoded path',
    ],
    ['no run', { 'a.sarif': () => '{"version":"2.1.0","runs":[null]}' }, 'a.sarif: runs[0]: expected an object'],
    [
      'half a notification',
      { 'a.sarif': (_, log) => log.replace('"toolExecutionNotifications":[]', '"toolExecutionNotifications":[1]') },
      'runs[0].invocations[0].toolExecutionNotifications[0]: expected an object',
    ],
    [
      'rules without names',
      { 'a.sarif': (_, log) => log.replace(/"rules":\[\{"id"/, '"rules":[{"name":"x"},{"id"') },
      'runs[0].tool.driver.rules[0].id: expected a string',
    ],
    ['a missing shard', { 'a.json': (text) => part(text, '1/2') }, 'shard 2/2 is missing'],
    [
      'a shard twice',
      { 'a.json': (text) => part(text, '1/2'), 'b.json': (text) => part(text, '1/2') },
      'shard 1/2 is there twice',
    ],
    [
      'shards of two runs',
      { 'a.json': (text) => part(text, '1/2'), 'b.json': (text) => part(text, '2/3') },
      'shards of different runs',
    ],
    [
      'a shard and a whole',
      { 'a.json': (text) => part(text, '1/1'), 'b.json': (text) => text },
      'some are shards of a run, and some are whole',
    ],
    [
      'two versions',
      { 'a.json': (text) => text, 'b.json': (text) => text.replace('"version": "0.', '"version": "9.') },
      'they come from different versions',
    ],
  ])('%s is an error of one line', async (_, files, message) => {
    const { json, sarif } = await reports();
    const root = workspace({});
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text(json, sarif));
    const { code, out, err } = await command(root, 'merge', ...Object.keys(files));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('--sarif-category names the run, whatever is merged', async () => {
    const { json, sarif } = await reports();
    const root = workspace({ 'a.json': json, 'a.sarif': sarif });
    for (const name of ['a.json', 'a.sarif']) {
      const { out } = await command(root, 'merge', name, '--format', 'sarif', '--sarif-category', 'backend/');
      expect(JSON.parse(out).runs[0].automationDetails).toEqual({ id: 'backend/' });
    }
  });

  test('--sarif-include-suppressed cannot bring back what SARIF does not hold', async () => {
    const { sarif } = await reports();
    const outcome = await command(workspace({ 'a.sarif': sarif }), 'merge', 'a.sarif', '--sarif-include-suppressed');
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain('--sarif-include-suppressed comes too late for SARIF');
  });

  test('--statistics gives the table of a whole run', async () => {
    const root = project();
    const table = (text: string) => text.split('\n').filter((line) => /^(rule|no-blocking-io)/.test(line));
    const whole = await command(root, ...BASE, '--statistics');
    const merged = await command(root, 'merge', '--statistics', ...(await shards(root, 'json', 2)));
    expect(table(merged.out)).toEqual(table(whole.out));
    expect(table(whole.out).length).toBeGreaterThan(2);
    expect(merged.out).toMatch(/\nchecked \d+ files\n$/);
  });

  test('keeps to what GitHub takes, and says what it left out', async () => {
    const { sarif } = await reports();
    const many = (name: string) => {
      const log = JSON.parse(sarif);
      const [result] = log.runs[0].results;
      log.runs[0].results = Array.from({ length: 13_000 }, (_, at) => ({ ...result, properties: { name, at } }));
      return JSON.stringify(log);
    };
    const root = workspace({ 'a.sarif': many('a'), 'b.sarif': many('b') });
    const { out, err } = await command(root, 'merge', 'a.sarif', 'b.sarif');
    expect(JSON.parse(out).runs[0].results).toHaveLength(25_000);
    expect(err).toContain('nostall: warning: 1000 results left out');
    expect((await command(root, 'merge', 'a.sarif', 'b.sarif', '--quiet')).err).toBe('');
  });

  test('SARIF gives SARIF only', async () => {
    const { sarif } = await reports();
    const root = workspace({ 'a.sarif': sarif });
    expect((await command(root, 'merge', 'a.sarif', '--format', 'text')).err).toContain(
      'SARIF can be merged to SARIF only',
    );
  });
});

function withResults(log: string, results: readonly unknown[]): string {
  const document = JSON.parse(log);
  document.runs[0].results = results;
  return JSON.stringify(document);
}

const FIXED = [true, true, false, false, false, true];
