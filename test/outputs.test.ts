import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkOutputs, plannedOutputs } from '../src/cli/outputs.ts';
import { command } from './support/command.ts';
import { workspace } from './workspace.ts';

const READ = { files: ['/w/a/s.py', '/w/b.py'], baseline: '/w/known.json' };

test.each<[string, string]>([
  ['known.json', 'known.json is the baseline: give the report another file'],
  ['a/../known.json', 'a/../known.json is the baseline: give the report another file'],
  ['a/s.py', 'a/s.py is to be checked: give the report another file'],
])('a report does not go over what is read: %s', (file, message) => {
  const check = () => checkOutputs(plannedOutputs(['text', `json:${file}`], null, '/w'), READ, '/w');
  expect(check).toThrow(message);
});

test.each(['out/known.json', 'a/s.py.txt', '-'])('any other file is fine: %s', (file) => {
  expect(() => checkOutputs(plannedOutputs(['json'], file, '/w'), READ, '/w')).not.toThrow();
});

test.each<[string, string[]]>([
  ['the baseline that it updates', ['--update-baseline', '-o', 'nostall-baseline.json']],
  ['the baseline that it reads', ['--baseline', 'known.json', '--format', 'json:known.json']],
  ['a source', ['-o', 's.py', 's.py']],
  ['a source found in a folder', ['--format', 'sarif:./s.py', '.']],
  ['a source by another name', ['-o', 'link.txt']],
])('a run does not write its report over %s', async (_, argv) => {
  const source = 'import time\n';
  const known = '{ "version": 1, "findings": [] }\n';
  const root = workspace({ 's.py': source, 'known.json': known });
  symlinkSync('s.py', join(root, 'link.txt'));
  const { code, out, err } = await command(root, ...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^nostall: \S+ is (?:the baseline|to be checked): give the report another file\n$/);
  expect([readFileSync(join(root, 's.py'), 'utf8'), readFileSync(join(root, 'known.json'), 'utf8')]).toEqual([
    source,
    known,
  ]);
});
