import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STAGES } from '../src/clock.ts';
import { command } from './support/command.ts';
import { workspace } from './workspace.ts';

test('npm run bench measures each kind of run, and leaves the project as it was', { timeout: 120_000 }, () => {
  const before = readdirSync('fixtures/demo', { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/bench.mjs', '--runs', '1', 'fixtures/demo'],
    {
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const rows = stdout.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const timeOf = (name: string) => Number(rows.find((row) => row[1] === name)?.[2]);
  for (const name of ['node -e 0', '--version', 'cold', 'warm', 'one changed', 'one file']) {
    expect(timeOf(name)).toBeGreaterThan(0);
  }
  const [cold, warm] = ['cold', 'warm'].map((run) => rows.find((row) => row[1] === 'ms by stage')?.indexOf(run) ?? -1);
  const parse = rows.find((row) => row[1] === 'parse');
  expect(Number(parse?.[cold ?? -1])).toBeGreaterThan(0);
  expect(Number(parse?.[warm ?? -1])).toBe(0);
  const relint = /^In a session, (\S+) \(\d+ lines\) is linted in \d+ ms, and after an edit in ([\d.]+) ms/m.exec(
    stdout,
  );
  expect(existsSync(`fixtures/demo/${relint?.[1]}`)).toBe(true);
  expect(Number(relint?.[2])).toBeGreaterThan(0);
  expect(readdirSync('fixtures/demo', { recursive: true })).toEqual(before);
  expect(existsSync('fixtures/demo/.nostall_cache')).toBe(false);
});

test('--timings tells the stages on standard error, and the report is the same', async () => {
  const root = workspace({ 'a.py': 'import time\n\n\nasync def f():\n    time.sleep(1)\n' });
  const plain = await command(root, '--no-cache', '--format', 'json');
  const timed = await command(root, '--no-cache', '--format', 'json', '--timings');
  expect([timed.out, timed.code]).toEqual([plain.out, plain.code]);
  const told = timed.err.split('\n').map((line) => /^ {2}([a-z ]+?) +[\d.]+ ms/.exec(line)?.[1]);
  const stages = ['find files', 'load parser', 'read', 'parse', 'index', 'judge', 'write'];
  expect(told.filter((stage) => stage !== undefined)).toEqual([...stages, 'in all']);
  expect(stages.every((stage) => (STAGES as readonly string[]).includes(stage))).toBe(true);
});
