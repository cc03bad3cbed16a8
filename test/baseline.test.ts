import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../src/baseline/baseline.ts';
import { baselineText, readBaseline } from '../src/baseline/format.ts';
import type { Lint } from '../src/cli/judging.ts';
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
const HINT = `nostall: baseline = "${FILE}" in the configuration makes every run use it\n`;

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
    expect(written).toMatchObject({ code: 0, err: `nostall: ${FILE}: 6 findings, 6 new\n${HINT}` });
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
    expect((await command(root, '--update-baseline')).err).toBe(`nostall: ${FILE}: 6 findings, 0 new\n${HINT}`);
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(before);
  });

  test('drops what is gone, and says how much came and went', async () => {
    const root = project();
    await command(root, '--update-baseline');
    writeFileSync(join(root, 'app/api.py'), API.replace('time.sleep(1)', 'input()'));
    rmSync(join(root, 'app/jobs.py'));
    expect((await command(root, '--update-baseline')).err).toBe(
      `nostall: ${FILE}: 3 findings, 1 new, 4 dropped\n${HINT}`,
    );
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

  test('says how to make every run use it, unless it is named or nobody wants to hear it', async () => {
    const root = project({ 'a/nostall.toml': `baseline = "${FILE}"\n`, 'a/b.py': '' });
    expect((await command(root, '--update-baseline', '--baseline', FILE)).err).not.toContain('configuration');
    expect((await command(join(root, 'a'), '--update-baseline')).err).not.toContain('configuration');
    expect((await command(root, '--update-baseline', '--quiet')).err).toBe(`nostall: ${FILE}: 6 findings, 0 new\n`);
  });

  test('makes one of an entry that a merge of branches doubled', async () => {
    const root = project();
    await command(root, '--update-baseline');
    const entries = entriesIn(root);
    writeFileSync(join(root, FILE), baselineText([...entries, ...entries.slice(0, 3)]));
    expect(await command(root, '--baseline', FILE)).toMatchObject({ code: 0, err: '' });
    await command(root, '--update-baseline', 'app/jobs.py');
    expect(entriesIn(root)).toEqual(entries);
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
        return { ...file, read, bytes: read };
      });
      return lint({ ...options, files });
    };
    const { code, err } = await commandWith(unreadable, root, '--update-baseline');
    expect({ code, err }).toEqual({ code: 2, err: `nostall: ${FILE}: 6 findings, 0 new\n${HINT}` });
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

  test('tells of ten such entries, and of none with --quiet', async () => {
    const names = Array.from({ length: 13 }, (_, at) => `f${at}`);
    const root = workspace({
      'a.py': `import time\n${names.map((name) => `async def ${name}(): time.sleep(1)\n`).join('')}`,
    });
    await command(root, '--update-baseline');
    writeFileSync(join(root, 'a.py'), '');
    const { err } = await command(root, '--baseline', FILE);
    expect(err.match(/nothing is found any more/g)).toHaveLength(10);
    expect(err.split('\n').slice(10)).toEqual([
      `nostall: warning: ${FILE}: and 3 more entries like these`,
      `nostall: warning: ${FILE}: --update-baseline drops what is gone`,
      '',
    ]);
    expect((await command(root, '--baseline', FILE, '--quiet')).err).toBe('');
  });

  test.each<[string, string[]]>([
    ['a rule that is ignored', ['--ignore', 'no-blocking-io-in-async']],
    ['a rule that is ignored in some files', ['--config', 'per-file-ignores."app/*" = ["no-blocking-io-in-async"]']],
    ['a rule that is off', ['--config', 'severity.no-blocking-io-in-async = "off"']],
    ['a path that is off', ['--config', 'severity.path."app/**" = "off"']],
    ['a rule that became too quiet', ['--config', 'severity.no-blocking-io-in-async = "note"']],
    ['kinds that are off', ['--config', 'severity.kind = { sleep = "off", network = "off", file = "off" }']],
    ['costs that are off', ['--config', 'severity.cost = { unbounded = "off", bounded = "off" }']],
  ])('says nothing of what is switched off, and keeps it: %s', async (_, flags) => {
    const root = project();
    await command(root, '--update-baseline');
    const before = entriesIn(root);
    expect(await command(root, '--baseline', FILE, ...flags)).toMatchObject({ code: 0, err: '' });
    expect((await command(root, '--baseline', FILE, '--verbose', ...flags)).err).toContain(
      `nostall: ${FILE}: 6 entries not checked\n`,
    );
    await command(root, '--update-baseline', ...flags);
    expect(entriesIn(root)).toEqual(before);
  });

  test('one kind that is off does not hide what is mended of another', async () => {
    const root = project();
    await command(root, '--update-baseline');
    writeFileSync(join(root, 'app/api.py'), API.replace('    time.sleep(1)', '    pass'));
    const { err } = await command(root, '--baseline', FILE, '--config', 'severity.kind.file = "off"');
    expect(err).toContain('nothing is found any more for no-blocking-io-in-async in one of app/api.py');
    expect(err.match(/any more/g)).toHaveLength(1);
  });

  test.each<[string, Record<string, string>]>([
    ['configuration', { 'nostall.toml': 'extend-exclude = ["jobs.py"]\n' }],
    ['configuration, with its folder', { 'nostall.toml': 'exclude = ["app"]\n' }],
    ['git', { '.gitignore': 'app/jobs.py\n', '.git/HEAD': '' }],
  ])('what %s leaves out now is no longer checked, and goes', async (_, files) => {
    const root = project();
    await command(root, '--update-baseline');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    const isGone = ({ path }: Entry) => path.endsWith('jobs.py') || files['nostall.toml']?.startsWith('exclude');
    const gone = entriesIn(root).filter(isGone).length;
    const { code, err } = await command(root, '--baseline', FILE);
    expect(code).toBe(0);
    expect(
      err.match(/no longer checked, as the file is left out: no-blocking-io-in-async in \w+ of app/g),
    ).toHaveLength(gone);
    expect(err).not.toContain('nothing is found');
    expect((await command(root, '--baseline', FILE, 'app/api.py')).err).toBe('');
    expect((await command(root, '--update-baseline')).err).toContain(`${gone} dropped`);
    expect(entriesIn(root).filter(isGone)).toEqual([]);
  });

  test('none: what the configuration names is put aside', async () => {
    const root = project({ 'nostall.toml': `baseline = "${FILE}"\n` });
    await command(root, '--update-baseline');
    expect(await found(root)).toEqual([]);
    expect(await found(root, '--baseline', 'none')).toHaveLength(6);
    expect(await command(root, '--update-baseline', '--baseline', 'none')).toMatchObject({
      code: 2,
      err: 'nostall: --update-baseline and --baseline none exclude each other\n',
    });
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
    ['is no JSON', '{', 'nostall: b.json: not valid JSON: it ends too early, at line 1, column 2'],
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
      kind: 'cpu',
      cost: null,
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
