import { expect, test } from 'vitest';
import { command } from './support/command.ts';
import { workspace } from './workspace.ts';

/** One error, two warnings, one note. */
const API = `import os
import time


async def f(path):
    time.sleep(1)
    os.listdir(path)
    with open(path) as file:
        file.read()
    os.path.exists(path)
`;

test.each<[string, string[], number, string]>([
  ['findings', [], 1, ''],
  ['findings that --exit-zero forgives', ['--exit-zero'], 0, ''],
  ['as many as are allowed', ['--max-findings', '3'], 0, '3 findings, 3 allowed by --max-findings'],
  ['fewer than are allowed', ['--max-findings', '99'], 0, '3 findings, 99 allowed by --max-findings'],
  ['more than are allowed', ['--max-findings', '2'], 1, 'too many: 3 findings, 2 allowed by --max-findings'],
  ['none allowed', ['--max-findings', '0'], 1, ''],
  ['notes that are shown', ['--level', 'note', '--max-findings', '3'], 1, 'too many: 4 findings'],
  [
    'notes that are shown and do not count',
    ['--level', 'note', '--fail-on', 'warning', '--max-findings', '3'],
    0,
    '3 f',
  ],
  ['errors that count', ['--fail-on', 'error'], 1, ''],
  ['errors that count and are allowed', ['--fail-on', 'error', '--max-findings', '1'], 0, '1 finding, 1 allowed'],
  ['no errors', ['--fail-on', 'error', '--config', 'severity.kind.sleep = "warning"'], 0, ''],
  ['quiet about what is allowed', ['--max-findings', '3', '--quiet'], 0, ''],
])('%s', async (_, flags, code, told) => {
  const root = workspace({ 'a.py': API });
  const outcome = await command(root, '--format', 'json', ...flags);
  expect(outcome.code).toBe(code);
  if (told === '') expect(outcome.err).toBe('');
  else expect(outcome.err).toContain(`nostall: ${told}`);
});

test.each<[string, string[], string]>([
  ['a level that is not shown', ['--fail-on', 'note'], '--fail-on note asks for what --level warning leaves out'],
  ['an unknown level', ['--fail-on', 'fatal'], '--fail-on: unknown value "fatal"'],
  ['no number', ['--max-findings', 'many'], '--max-findings: expected a number, found "many"'],
  ['a negative number', ['--max-findings=-1'], '--max-findings: expected a number, found "-1"'],
])('%s is an error', async (_, flags, message) => {
  const { code, out, err } = await command(workspace({ 'a.py': API }), ...flags);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});
