import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Linter } from 'eslint';
import { describe, expect, test, vi } from 'vitest';
import { parseDirective } from '../src/eslint/directives.ts';
import { ruleIds } from '../src/eslint/workspace.ts';
import nostall from '../src/eslint.ts';
import { lint } from '../src/lint.ts';
import type { Finding } from '../src/types.ts';
import { HOSTS, hostFor, linesOfFindings, linesOfMessages, loudest } from './support/eslint.ts';
import { listFixtures, settingsFor } from './support/fixture.ts';
import { workspace } from './workspace.ts';

const SLEEPS = 'import time\nasync def f():\n    time.sleep(1)';
const HELPER = 'import time\ndef pause():\n    time.sleep(1)\n';
const SILENT = 'def pause():\n    pass\n';
const USER = 'from helper import pause\nasync def f():\n    pause()\n';

describe.each(HOSTS)('%s', (name, Host) => {
  const NOWHERE = resolve('/nowhere');

  async function lintText(text: string, rules: Linter.RulesRecord = loudest('nostall')): Promise<Linter.LintMessage[]> {
    const [result] = await hostFor(Host, { cwd: NOWHERE, rules }).lintText(text, { filePath: join(NOWHERE, 'a.py') });
    return result!.messages;
  }

  test.each<[string, string, string[]]>([
    ['no comment', `${SLEEPS}\n`, ['no-blocking-io-in-async:3']],
    ['ours', `${SLEEPS}  # nostall: ignore[no-blocking-io-in-async] -- start-up\n`, []],
    ['ours for all', `${SLEEPS}  # nostall: ignore -- start-up\n`, []],
    ['ours on a line above', SLEEPS.replace('    time', '    # nostall: ignore -- why\n    time'), []],
    ['ours for the file', `# nostall: ignore-file[no-blocking-io-in-async] -- script\n${SLEEPS}\n`, []],
    ['that of ruff', `${SLEEPS}  # noqa: ASYNC251\n`, []],
    [
      'ours for another rule',
      `${SLEEPS}  # nostall: ignore[syntax-error] -- no\n`,
      ['no-blocking-io-in-async:3', 'unused-suppression:3'],
    ],
    ['ours for nothing', 'x = 1  # nostall: ignore -- no\n', ['unused-suppression:1']],
    ['ours for nothing, silenced', 'x = 1  # nostall: ignore[unused-suppression, syntax-error] -- no\n', []],
    ['ours with an unknown rule', 'x = 1  # nostall: ignore[no-blocking] -- no\n', ['unused-suppression:1']],
    [
      'next line',
      `${SLEEPS.replace('    time', '    # eslint-disable-next-line nostall/no-blocking-io-in-async -- why\n    time')}\n`,
      [],
    ],
    ['this line', `${SLEEPS}  # eslint-disable-line\n`, []],
    ['this line, behind another', `${SLEEPS}  # start-up # eslint-disable-line nostall/no-blocking-io-in-async\n`, []],
    ['from here on', `# eslint-disable\n${SLEEPS}\n`, []],
    [
      'up to here',
      `# eslint-disable nostall/no-blocking-io-in-async\n# eslint-enable\n${SLEEPS}\n`,
      ['(null):1', 'no-blocking-io-in-async:5'],
    ],
    ['an unused one', 'x = 1  # eslint-disable-line nostall/syntax-error\n', ['(null):1']],
    ['a string', `${SLEEPS}; x = "# eslint-disable-line"\n`, ['no-blocking-io-in-async:3']],
  ])('comments that silence: %s', async (_, text, expected) => {
    const found = (await lintText(text)).map(
      ({ ruleId, line }) => `${ruleId?.replace('nostall/', '') ?? '(null)'}:${line}`,
    );
    expect(found).toEqual(expected);
  });

  test('a comment is of use where the finding is too quiet to be reported', async () => {
    const text = 'import os\nasync def f():\n    os.stat("a")  # nostall: ignore[no-blocking-io-in-async] -- local\n';
    const rules = { 'nostall/no-blocking-io-in-async': 'error', 'nostall/unused-suppression': 'error' } as const;
    expect(await lintText(text, rules)).toEqual([]);
    expect((await lintText(text.replace(/ {2}#.*/, ''))).map(({ ruleId }) => ruleId)).toHaveLength(1);
    expect(await lintText(text.replace(/ {2}#.*/, ''), rules)).toEqual([]);
  });

  test('a comment for a rule that is off is not called unused', async () => {
    const text = 'x = 1  # nostall: ignore[syntax-error] -- no\n';
    expect(await lintText(text, { 'nostall/unused-suppression': 'error' })).toEqual([]);
  });

  test('keeps the reason of a comment, and takes an unused one away', async () => {
    const text = `${SLEEPS}  # eslint-disable-line -- start-up\n`;
    const host = hostFor(Host, { cwd: NOWHERE, fix: true });
    const [kept] = await host.lintText(text, { filePath: join(NOWHERE, 'a.py') });
    expect(kept!.suppressedMessages[0]?.suppressions).toEqual([{ kind: 'directive', justification: 'start-up' }]);
    const [fixed] = await host.lintText('x = 1  # eslint-disable-line\n', { filePath: join(NOWHERE, 'a.py') });
    expect(fixed!.output).toBe('x = 1   \n');
  });

  test('costs are those that are named', async () => {
    const text = `${SLEEPS}\n    open("a").read()\n    import os; os.stat("a")\n`;
    const counts: number[] = [];
    for (const costs of [['unbounded'], ['bounded', 'unbounded'], ['micro', 'bounded', 'unbounded'], ['micro']]) {
      counts.push((await lintText(text, { 'nostall/no-blocking-io-in-async': ['error', { costs }] })).length);
    }
    counts.push((await lintText(text, { 'nostall/no-blocking-io-in-async': 'error' })).length);
    expect(counts).toEqual([1, 2, 3, 1, 2]);
  });

  test('columns count UTF-16 code units, lines end in CRLF as well', async () => {
    const text = '# \u{1f40d}\r\nimport time\r\nasync def f():\r\n    "\u{1f40d}"; time.sleep(1)  # \u{1f40d}\r\n';
    expect(await lintText(text)).toMatchObject([{ line: 4, column: 11, endLine: 4, endColumn: 24 }]);
    expect(await lintText(`\ufeff${SLEEPS}\n`)).toMatchObject([{ line: 3, column: 5, endLine: 3, endColumn: 18 }]);
  });

  test.each([
    ['in a line', `${SLEEPS}\n\nx = (\n`],
    ['that leaves no module around it', `${SLEEPS}\ndef g(:\n  (`],
  ])('a syntax error %s is a finding, and the rest of the file is linted', async (_, text) => {
    const found = await lintText(text);
    expect(new Set(found.map(({ ruleId }) => ruleId))).toEqual(
      new Set(['nostall/no-blocking-io-in-async', 'nostall/syntax-error']),
    );
    expect(linesOfMessages(found)).toEqual(linesOfFindings(await findingsIn(text)));
  });

  test('selectors of other rules reach into Python', async () => {
    const selectors = [
      'function_definition:has(await)',
      'call > attribute:first-child[text="time.sleep"]',
      'module > :last-child',
    ];
    const rules: Linter.RulesRecord = { 'no-restricted-syntax': ['error', ...selectors] };
    const text = 'async def f():\n    await g()\nasync def h():\n    time.sleep(1)\nsleep(time.sleep)\n';
    expect((await lintText(text, rules)).map(({ line, column }) => `${line}:${column}`)).toEqual(['1:1', '4:5', '5:1']);
  });

  test('an expression of any depth is walked', async () => {
    expect(await lintText(`x = ${'1 + '.repeat(4_000)}1\n${SLEEPS}\n`)).toMatchObject([{ line: 4 }]);
  });

  test('a rule that is on for JavaScript does no harm there, or is refused by name', async () => {
    const config: Linter.Config[] = [{ plugins: { nostall }, rules: { 'nostall/syntax-error': 'error' } }];
    const linted = new Host({ cwd: NOWHERE, overrideConfigFile: true, overrideConfig: config }).lintText('var a;\n');
    if (name === 'ESLint 9') expect((await linted)[0]!.messages).toEqual([]);
    else await expect(linted).rejects.toThrow(/do not support the language "js\/js":\s+- "nostall\/syntax-error"/);
  });

  describe('what a file is judged by', () => {
    test('its own text, saved or not; others see what is on the disk', async () => {
      const cwd = workspace({ 'helper.py': HELPER, 'user.py': USER });
      const host = hostFor(Host, { cwd });
      const count = async (path: string, text?: string): Promise<number> => {
        const filePath = join(cwd, path);
        const [result] = await (text === undefined ? host.lintFiles([filePath]) : host.lintText(text, { filePath }));
        return result!.messages.length;
      };
      expect(await count('user.py')).toBe(1);
      expect(await count('user.py', USER.replace('    pause()', '    pass'))).toBe(0);
      expect(await count('user.py', `${USER}    pause()\n`)).toBe(2);
      expect(await count('helper.py', SILENT)).toBe(0);
      expect(await count('user.py')).toBe(1);
      expect(await count('new.py', 'import user, helper\nasync def f():\n    helper.pause()\n')).toBe(1);

      writeFileSync(join(cwd, 'helper.py'), SILENT);
      expect(await count('helper.py')).toBe(0);
      expect(await count('user.py')).toBe(0);
    });

    test('subclasses as they are on the disk, whatever was linted before', async () => {
      const disk = 'from store import Store\nclass Disk(Store):\n    def load(self):\n        return open("a")\n';
      const cwd = workspace({
        'store.py': 'class Store:\n    def load(self):\n        raise NotImplementedError\n',
        'disk.py': disk,
        'user.py': 'from store import Store\nasync def f(store: Store):\n    store.load()\n',
      });
      const host = hostFor(Host, { cwd });
      const lintUser = async (changed: string): Promise<number> => {
        await host.lintText(changed, { filePath: join(cwd, 'disk.py') });
        return (await host.lintFiles(['user.py']))[0]!.messages.length;
      };
      expect(await lintUser(disk)).toBe(1);
      const texts = [disk.replace('open("a")', '1'), disk.replace('(Store)', ''), disk.replace('load', 'save'), disk];
      const counts: number[] = [];
      for (const text of texts) {
        counts.push(await lintUser(text));
        writeFileSync(join(cwd, 'disk.py'), text);
        counts.push(await lintUser(text));
      }
      expect(counts).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
    });

    test('modules as they are on the disk when a run begins', async () => {
      const cwd = workspace({ 'helper.py': HELPER, 'user.py': USER });
      const host = hostFor(Host, { cwd });
      expect((await host.lintFiles(['.'])).flatMap(({ messages }) => messages)).toHaveLength(1);
      writeFileSync(join(cwd, 'helper.py'), SILENT);
      const later = performance.now() + 60_000;
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => later);
      expect((await host.lintFiles(['user.py'])).flatMap(({ messages }) => messages)).toEqual([]);
      clock.mockRestore();
    });

    test('the models and the Python version of its project', async () => {
      const cwd = workspace({
        'a/pyproject.toml': '[project]\nrequires-python = ">=3.12"\n[tool.nostall]\nmodels = ["stubs"]\n',
        'a/stubs/robot.pyi': '# source: us   checked: 1\n@blocks("wait")\ndef turn() -> None: ...\n',
        'a/arm.py': 'import robot\nasync def f():\n    robot.turn()\n',
        'a/both.py':
          'import httpx\nasync def f(c: httpx.AsyncClient):\n    a = await c.get("a")\n    b = await c.get("b")\n    return a, b\n',
      });
      const messages = (await hostFor(Host, { cwd }).lintFiles(['.'])).flatMap((result) => result.messages);
      expect(messages.map(({ message }) => message)).toEqual([
        expect.stringContaining('robot.turn'),
        expect.stringContaining('TaskGroup'),
      ]);
      const older = hostFor(Host, { cwd, languageOptions: { targetVersion: '3.10' } });
      const [both] = await older.lintFiles(['a/both.py']);
      expect(both!.messages[0]?.message).not.toContain('TaskGroup');
    });

    test('a configuration that is wrong is one line, a language option that is wrong is refused', async () => {
      const cwd = workspace({
        'nostall.toml': '\ntarget-version = 3\n',
        'a.py': SLEEPS,
        'b/nostall.toml': '',
        'b/b.py': SLEEPS,
      });
      const [a, b] = await hostFor(Host, { cwd }).lintFiles(['.']);
      expect(a!.messages).toMatchObject([{ fatal: true, line: 1, column: 1 }]);
      expect(a!.messages[0]?.message).toMatch(/nostall\.toml:2: target-version: /);
      expect(b!.messages).toHaveLength(1);
      const wrong = hostFor(Host, { cwd, languageOptions: { targetVersion: '2.7' } });
      await expect(wrong.lintFiles(['.'])).rejects.toThrow(/"targetVersion" must be/);
    });
  });
});

async function findingsIn(text: string): Promise<readonly Finding[]> {
  const absolute = resolve('/nowhere/a.py');
  const settings = settingsFor({ ...listFixtures('fixtures', ruleIds)[0]!, options: {} }, ruleIds);
  const file = { path: absolute, absolute, read: () => text };
  return (await lint({ files: [file], settingsOf: () => settings, level: 'note' })).findings;
}

test.each<[string, ReturnType<typeof parseDirective>]>([
  ['# eslint-disable', { type: 'disable', value: '', justification: '' }],
  ['#eslint-enable a, b', { type: 'enable', value: 'a, b', justification: '' }],
  ['# eslint-disable-line -- a -- b', { type: 'disable-line', value: '', justification: 'a -- b' }],
  ['# noqa # eslint-disable-next-line a --- b', { type: 'disable-next-line', value: 'a', justification: 'b' }],
  ['# eslint-disabled', null],
  ['# eslint-env node', null],
  ['# about eslint-disable', null],
])('the comment %s', (text, directive) => {
  expect(parseDirective(text)).toEqual(directive);
});
