import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../src/baseline/baseline.ts';
import { baselineText, readBaseline } from '../src/baseline/format.ts';
import type { Lint } from '../src/cli/check.ts';
import { FileError } from '../src/files.ts';
import { lint } from '../src/lint.ts';
import { command, commandWith, found } from './support/command.ts';
import { workspace } from './workspace.ts';

const API = `import time
import requests


async def one():
    time.sleep(1)


async def two():
    requests.get("https://example.org")
    with open("a") as file:
        return file.read()
`;
const FILE = 'nostall-baseline.json';

function project(files: Readonly<Record<string, string>> = {}): string {
  return workspace({ 'app/api.py': API, 'app/jobs.py': API, ...files });
}

function entriesIn(root: string, file = FILE): Entry[] {
  return readBaseline(readFileSync(join(root, file), 'utf8'));
}

describe('--update-baseline', () => {
  test('takes what is found as known, and a run with it is clean', async () => {
    const root = project();
    expect((await command(root)).code).toBe(1);
    const written = await command(root, '--update-baseline');
    expect(written).toMatchObject({ code: 0, err: `nostall: ${FILE}: 6 findings, 6 new\n` });
    expect(written.out).toBe('No findings in 2 files (6 in the baseline)\n');
    expect(entriesIn(root).map(({ path, function: name }) => `${path} ${name}`)).toEqual([
      'app/api.py one',
      ...Array(2).fill('app/api.py two'),
      'app/jobs.py one',
      ...Array(2).fill('app/jobs.py two'),
    ]);
    const clean = await command(root, '--baseline', FILE);
    expect(clean).toMatchObject({ code: 0, out: written.out, err: '' });
    const { summary } = JSON.parse((await command(root, '--baseline', FILE, '--format', 'json')).out);
    expect(summary).toMatchObject({ findings: 0, baselined: 6 });
  });

  test('a second time writes the same bytes', async () => {
    const root = project();
    await command(root, '--update-baseline');
    const before = readFileSync(join(root, FILE), 'utf8');
    expect((await command(root, '--update-baseline')).err).toBe(`nostall: ${FILE}: 6 findings, 0 new\n`);
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(before);
  });

  test('drops what is gone, and says how much came and went', async () => {
    const root = project();
    await command(root, '--update-baseline');
    writeFileSync(join(root, 'app/api.py'), API.replace('time.sleep(1)', 'input()'));
    rmSync(join(root, 'app/jobs.py'));
    expect((await command(root, '--update-baseline')).err).toBe(`nostall: ${FILE}: 3 findings, 1 new, 4 dropped\n`);
    expect(entriesIn(root)).toHaveLength(3);
  });

  test.each<[string, string[]]>([
    ['other files', ['app/api.py']],
    ['other rules', ['--select', 'prefer-gather-over-sequential-await']],
    ['quieter levels', ['--level', 'error']],
  ])('keeps what the run says nothing about: %s', async (_, flags) => {
    const root = project();
    await command(root, '--update-baseline');
    const before = entriesIn(root);
    await command(root, '--update-baseline', ...flags);
    expect(entriesIn(root)).toEqual(before);
    const told = await command(root, '--baseline', FILE, ...flags);
    expect(told).toMatchObject({ code: 0, err: '' });
  });

  test('keeps what stands in a file that cannot be read', async () => {
    const root = project();
    await command(root, '--update-baseline');
    const before = entriesIn(root);
    const unreadable: Lint = async (options) => {
      const files = options.files.map((file) => {
        if (!file.path.endsWith('jobs.py')) return file;
        const read = () => {
          throw new FileError('read', file.path, 'permission denied');
        };
        return { ...file, read };
      });
      return lint({ ...options, files });
    };
    const { code, err } = await commandWith(unreadable, root, '--update-baseline');
    expect({ code, err }).toEqual({ code: 2, err: `nostall: ${FILE}: 6 findings, 0 new\n` });
    expect(entriesIn(root)).toEqual(before);
  });
});

describe('--baseline', () => {
  test('survives moved lines and changed indentation, and shows what is new', async () => {
    const root = project();
    await command(root, '--update-baseline');
    const moved = `"""Moved."""\n\n${API.replaceAll('    ', '  ')}\n\nasync def three():\n    time.sleep(3)\n`;
    writeFileSync(join(root, 'app/api.py'), moved);
    expect(await found(root, '--baseline', FILE)).toEqual(['app/api.py:18']);
  });

  test('a second equal line is new', async () => {
    const root = project();
    await command(root, '--update-baseline');
    writeFileSync(join(root, 'app/api.py'), API.replace('time.sleep(1)', 'time.sleep(1)\n    time.sleep(1)'));
    expect(await found(root, '--baseline', FILE)).toHaveLength(1);
  });

  test('never writes, and tells of entries that match nothing', async () => {
    const root = project();
    await command(root, '--update-baseline');
    const before = readFileSync(join(root, FILE), 'utf8');
    writeFileSync(join(root, 'app/api.py'), API.replace('time.sleep(1)', 'input()'));
    const { code, err } = await command(root, '--baseline', FILE);
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      `nostall: warning: ${FILE}: nothing is found any more for no-blocking-io-in-async in one of app/api.py`,
      `nostall: warning: ${FILE}: --update-baseline drops what is gone`,
      '',
    ]);
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(before);
  });

  test('is the same from another folder, and from the configuration', async () => {
    const root = project({ 'nostall.toml': 'baseline = "lint/known.json"\n' });
    await command(root, '--update-baseline');
    expect(entriesIn(root, 'lint/known.json')[0]?.path).toBe('../app/api.py');
    expect(await command(join(root, 'app'))).toMatchObject({ code: 0, err: '' });
    expect(await found(root)).toEqual([]);
    expect(await found(root, '--isolated')).toHaveLength(6);
  });

  test.each<[string, string | null, string]>([
    ['is missing', null, 'nostall: no baseline at b.json: --update-baseline writes one'],
    ['is no JSON', '{', 'nostall: b.json: not valid JSON: '],
    ['is a list', '[]', 'nostall: b.json: expected an object with `version` and `findings`'],
    ['is of a later version', '{"version":2,"findings":[]}', 'nostall: b.json: version: expected 1, found 2'],
    ['has no findings', '{"version":1}', 'nostall: b.json: findings: expected a list'],
    [
      'has half an entry',
      '{"version":1,"findings":[{"path":"a.py"}]}',
      'nostall: b.json: findings[0].rule: expected a string',
    ],
    [
      'has an unknown level',
      `{"version":1,"findings":[${JSON.stringify({ path: '', rule: '', function: '', fingerprint: '', message: '', level: 'fatal' })}]}`,
      'nostall: b.json: findings[0].level: expected error, warning, note',
    ],
  ])('%s: one line says so', async (_, text, message) => {
    const root = project(text === null ? {} : { 'b.json': text });
    const { code, out, err } = await command(root, '--baseline', 'b.json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.startsWith(message)).toBe(true);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('reads what it writes', () => {
    const entry: Entry = {
      path: 'ä "b"/c.py',
      rule: 'r',
      level: 'note',
      function: '<module>',
      fingerprint: '0',
      message: '\n',
    };
    const text = baselineText([entry, { ...entry, path: 'a.py' }]);
    expect(readBaseline(text)).toEqual([{ ...entry, path: 'a.py' }, entry]);
    expect(text.split('\n')).toHaveLength(8);
    expect(readBaseline(baselineText([]))).toEqual([]);
  });
});
