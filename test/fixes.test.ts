import { lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mendingAsked } from '../src/cli/mend.ts';
import { parseCommandLine } from '../src/cli/parse.ts';
import { applyFixes } from '../src/edit/edits.ts';
import { command } from './support/command.ts';
import { HOSTS, hostFor } from './support/eslint.ts';
import { lintFolder, mend } from './support/mend.ts';
import { workspace } from './workspace.ts';

const IO = 'no-blocking-io-in-async';
const CPU = 'cpu-bound-needs-thread';

/** What --fix makes of one file, which ESLint must make of it as well. */
const MENDED: readonly (readonly [string, string, string])[] = [
  ['at the end of a line', `x = 1  # nostall: ignore[${IO}] -- why\ny = 2\n`, 'x = 1\ny = 2\n'],
  ['with blanks behind it', 'x = 1\t # nostall: ignore \t\ny = 2\n', 'x = 1\ny = 2\n'],
  ['alone on its line', `def f():\n    # nostall: ignore[${IO}]\n    x = 1\n`, 'def f():\n    x = 1\n'],
  ['on the first line', '# nostall: ignore-file -- generated\nx = 1\n', 'x = 1\n'],
  ['on the last line, without a line end', 'x = 1\n# nostall: ignore', 'x = 1\n'],
  ['at the very end', 'x = 1  # nostall: ignore', 'x = 1'],
  ['all there is', '# nostall: ignore', ''],
  ['in a file with CRLF', 'x = 1\r\n# nostall: ignore\r\ny = 1  # nostall: ignore\r\n', 'x = 1\r\ny = 1\r\n'],
  ['behind wider letters', 'x = "\u{1f40d}"  # nostall: ignore -- \u{1f40d}\r\n', 'x = "\u{1f40d}"\r\n'],
  ['behind another comment', `x = 1  # type: ignore  # nostall: ignore[${IO}] -- why\n`, 'x = 1  # type: ignore\n'],
  ['behind two others', 'x = 1  # noqa: E501 # why # nostall: ignore\n', 'x = 1  # noqa: E501 # why\n'],
  ['behind another alone', '    # fmt: skip # nostall: ignore\nx = 1\n', '    # fmt: skip\nx = 1\n'],
  ['before another comment', 'x = 1  # nostall: ignore -- see #12  # noqa: E501\n', 'x = 1  # noqa: E501\n'],
  [
    'before one that nostall does not know',
    'x = 1  # nostall: ignore -- why # pragma: no cover\n',
    'x = 1  # pragma: no cover\n',
  ],
  ['before another alone', '# nostall: ignore  # fmt: off\nx = 1\n', '# fmt: off\nx = 1\n'],
  ['between others', 'x = 1  # type: int # nostall: ignore # noqa: E501\n', 'x = 1  # type: int # noqa: E501\n'],
  ['one of several on lines that follow', '# nostall: ignore\n# nostall: ignore\n# why\nx = 1\n', '# why\nx = 1\n'],
  ['a rule that does not exist', `time.sleep(1)  # nostall: ignore[zzz]\n`, 'time.sleep(1)\n'],
  [
    'one of several rules, the first',
    `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[zzz, ${IO}] -- why\n`,
    `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${IO}] -- why\n`,
  ],
  [
    'one of several rules, the last',
    `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${IO},zzz]\n`,
    `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${IO}]\n`,
  ],
  [
    'two of several rules',
    `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[zzz, ${IO}, yyy, yyy]\n`,
    `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${IO}]\n`,
  ],
  ['every rule', 'x = 1  # nostall: ignore[zzz, yyy] -- why\n', 'x = 1\n'],
  ['a rule that does not exist, and then the rest', `x = 1  # nostall: ignore[zzz, ${CPU}]\n`, 'x = 1\n'],
];

const KEPT: readonly (readonly [string, string])[] = [
  ['a comment that is of use', `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${IO}]\n`],
  [
    'of two rules one that is of use',
    `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${CPU}, ${IO}]\n`,
  ],
  ['a misspelt rule', 'x = 1  # nostall: ignore[no-blocking-io-in-asink]\n'],
  ['a comment that cannot be read', 'x = 1  # nostall: off\ny = 1  # nostall: ignore[]\n'],
  ['a statement without a reason', '# nostall: nonblocking\ndef f():\n    pass\n'],
  ['what is silenced', '# nostall: ignore-file[unused-suppression]\nx = 1  # nostall: ignore\n'],
  ['comments of others', 'x = 1  # noqa\n# fmt: off\ny = 1  # type: ignore\n'],
];

describe('--fix', () => {
  test('writes a file once that has two names', async () => {
    const root = workspace({ 'e.py': 'x = 1  # nostall: ignore\ny = 2  # nostall: ignore\n' });
    symlinkSync('e.py', join(root, 'es.py'));
    const { code, err } = await command(root, '--fix', 'e.py', 'es.py');
    expect({ code, err }).toEqual({ code: 0, err: 'nostall: 2 fixed in 1 file\n' });
    expect(readFileSync(join(root, 'e.py'), 'utf8')).toBe('x = 1\ny = 2\n');
    expect(lstatSync(join(root, 'es.py')).isSymbolicLink()).toBe(true);
  });

  test.each(MENDED)('takes away what is of no use: %s', async (_, before, after) => {
    const root = workspace({ 'a.py': before });
    const { report, notes } = await mend(root, ['--fix']);
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(after);
    expect([report.findings.filter(({ rule }) => rule === 'unused-suppression'), report.problems]).toEqual([[], []]);
    expect(notes).toEqual([expect.stringMatching(/^[1-9]\d* fixed in 1 file$/)]);
    expect((await mend(root, ['--fix'])).notes).toEqual(['0 fixed']);
  });

  test.each(KEPT)('leaves %s', async (_, text) => {
    const root = workspace({ 'a.py': text });
    const before = await lintFolder(root);
    const { report, notes } = await mend(root, ['--fix']);
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(text);
    expect([report.findings, notes]).toEqual([before.findings, ['0 fixed']]);
  });

  test('leaves what is below the level, and in files that were not named', async () => {
    const text = 'x = 1  # nostall: ignore\n';
    const root = workspace({ 'a.py': text, 'b.py': text });
    expect((await mend(root, ['--fix'], { level: 'error' })).notes).toEqual(['0 fixed']);
    expect((await mend(root, ['--fix'], { only: ['b.py'] })).notes).toEqual(['1 fixed in 1 file']);
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(text);
  });

  test('keeps a byte order mark', async () => {
    const root = workspace({ 'a.py': '\ufeffx = 1  # nostall: ignore\r\n' });
    await mend(root, ['--fix']);
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe('\ufeffx = 1\r\n');
  });

  test('leaves a file that is not UTF-8, says so, and mends the others', async () => {
    const root = workspace({ 'b.py': 'x = 1  # nostall: ignore\n' });
    const bytes = Buffer.from('x = "caf\xe9"  # nostall: ignore\n', 'latin1');
    writeFileSync(join(root, 'a.py'), bytes);
    const { report, notes } = await mend(root, ['--fix']);
    expect(readFileSync(join(root, 'a.py'))).toEqual(bytes);
    expect(report.problems).toEqual([
      { path: 'a.py', line: null, message: 'left as it is: the file is not valid UTF-8' },
    ]);
    expect([report.findings.map(({ place }) => place.path), notes]).toEqual([['a.py'], ['1 fixed in 1 file']]);
  });

  test('leaves a file that changed meanwhile, and says so', async () => {
    const root = workspace({ 'a.py': 'x = 1  # nostall: ignore\n' });
    const { report } = await mend(root, ['--fix'], {
      meanwhile: () => writeFileSync(join(root, 'a.py'), '\nx = 1  # nostall: ignore\n'),
    });
    expect(report.problems.map(({ message }) => message)).toEqual([
      'left as it is: the file changed while nostall ran',
    ]);
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe('\nx = 1  # nostall: ignore\n');
  });

  test('says that a file is gone', async () => {
    const root = workspace({ 'a.py': 'x = 1  # nostall: ignore\n' });
    const { report } = await mend(root, ['--fix'], { meanwhile: () => rmSync(join(root, 'a.py')) });
    expect(report.problems).toEqual([{ path: 'a.py', line: null, message: 'cannot be read: no such file or folder' }]);
  });

  test('reports carry what it would do', async () => {
    const root = workspace({
      'a.py': 'x = "\u{1f40d}"\ny = 1  # nostall: ignore[zzz, yyy]\nz = 1  # nostall: ignore\n',
    });
    const { findings } = await lintFolder(root);
    expect(findings.map(({ fix }) => fix)).toEqual([
      {
        description: 'Remove `yyy` from the comment',
        edits: [{ start: { line: 2, column: 29 }, end: { line: 2, column: 34 }, text: '' }],
      },
      {
        description: 'Remove `zzz` from the comment',
        edits: [{ start: { line: 2, column: 26 }, end: { line: 2, column: 31 }, text: '' }],
      },
      {
        description: 'Remove the comment',
        edits: [{ start: { line: 3, column: 6 }, end: { line: 3, column: 25 }, text: '' }],
      },
    ]);
    // The first two touch the same text.
    expect(applyFixes(readFileSync(join(root, 'a.py'), 'utf8'), findings)).toMatchObject({
      text: 'x = "\u{1f40d}"\ny = 1  # nostall: ignore[zzz]\nz = 1\n',
      fixed: 2,
    });
  });
});

describe.each(HOSTS)('%s --fix', (_, Host) => {
  async function outputOf(text: string): Promise<string> {
    const root = workspace({});
    const rules = { 'nostall/unused-suppression': 'error' } as const;
    const others = { [`nostall/${IO}`]: 'warn', [`nostall/${CPU}`]: 'warn', 'nostall/syntax-error': 'warn' } as const;
    const gather = { 'nostall/prefer-gather-over-sequential-await': 'warn' } as const;
    const host = hostFor(Host, { cwd: root, fix: true, rules: { ...rules, ...others, ...gather } });
    const [result] = await host.lintText(text, { filePath: join(root, 'a.py') });
    return result!.output ?? text;
  }

  test.each(MENDED)('does the same: %s', async (_, before, after) => {
    expect(await outputOf(before)).toBe(after);
    expect(await outputOf(`\ufeff${before}`)).toBe(`\ufeff${after}`);
  });

  test.each(KEPT)('leaves %s', async (_, text) => {
    expect(await outputOf(text)).toBe(text);
  });
});

test.each<[string[], string]>([
  [['--fix', '-'], '--fix changes files, and - (standard input) is none'],
  [['--add-ignore', '-'], '--add-ignore changes files, and - (standard input) is none'],
  [['--reason', 'why'], '--reason goes with --add-ignore'],
  [['--fix', '--reason', 'why'], '--reason goes with --add-ignore'],
  [['--add-ignore', '--reason', 'a\nb'], '--reason must be one line of text'],
  [['--add-ignore', '--reason', 'a\r'], '--reason must be one line of text'],
  [['--add-ignore', '--reason', '  '], '--reason is empty'],
  [['--add-ignore', '--reason', 'why # noqa'], '--reason holds what reads like another comment: # noqa'],
  [['--add-ignore', '--reason', 'x #nostall: ignore'], '--reason holds what reads like another comment: #nostall'],
])('%j is not understood', (argv, message) => {
  const line = parseCommandLine(argv);
  expect(() => mendingAsked(line, line.operands.includes('-'))).toThrow(
    expect.objectContaining({ name: 'UsageError', message }),
  );
});

test.each<[string[], unknown]>([
  [[], null],
  [['-'], null],
  [['--fix'], { fix: true, reason: null }],
  [['--add-ignore'], { fix: false, reason: 'here before nostall' }],
  [['--add-ignore', '--reason', ' see #12 '], { fix: false, reason: 'see #12' }],
  [['--fix', '--add-ignore'], { fix: true, reason: 'here before nostall' }],
])('%j', (argv, asked) => {
  const line = parseCommandLine(argv);
  expect(mendingAsked(line, line.operands.includes('-'))).toEqual(asked);
});
