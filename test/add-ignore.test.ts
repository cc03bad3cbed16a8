import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../src/files.ts';
import { ruleInfos } from '../src/rule-info.ts';
import { type Fixture, listFixtures, pythonFiles } from './support/fixture.ts';
import { lintFolder, mend } from './support/mend.ts';
import { workspace } from './workspace.ts';

const IO = 'no-blocking-io-in-async';
const CPU = 'cpu-bound-needs-thread';
const UNSILENCEABLE: ReadonlySet<string> = new Set(['syntax-error', 'unused-suppression']);
const REASON = 'here since before \u{1f40d}';
const minor = interpreterMinor();

/** `@` marks each comment that is to be written, behind code; `^` one with a line of its own. NUL is the `@` of Python. */
const PLACES: readonly (readonly [string, string])[] = [
  ['a call', '    time.sleep(1)@\n'],
  ['a call over lines', '    time.sleep(@\n        1,\n    )\n'],
  ['a call inside another', '    g(\n        1,\n        time.sleep(1),@\n    )\n'],
  ['the last line without a line end', '    time.sleep(1)@'],
  ['blanks behind', '    time.sleep(1)@  \n'],
  ['tabs', '    if x:\n    \ttime.sleep(1)@\n'],
  ['a tab before another comment', '    time.sleep(1)\t# why@\n'],
  ['behind noqa', '    time.sleep(1)  # noqa: S311@\n'],
  ['behind a type comment', '    x = time.sleep(1)  # type: ignore[misc]@\n'],
  ['behind prose', '    time.sleep(1)  # see #12@\n'],
  ['wide letters', '    "\u{1f40d}"; time.sleep(1)  # \u{1f40d}@\n'],
  ['a string over lines as argument', '    time.sleep("""\n    """)@\n'],
  ['a string over lines before', '    x = """\n    """, time.sleep(1)@\n'],
  ['a string over lines behind', '    time.sleep(1), """\n    """@\n'],
  ['strings over lines on both sides', '    x = ("""\n    """, time.sleep(1), """\n    """)@\n'],
  ['a string over lines that ends with a statement of its own', '    ^\n    time.sleep(1); """\n    """\n'],
  ['an f-string', '    x = f"{time.sleep(1)}"@\n'],
  ['an f-string over lines', '    x = f"""\n    {time.sleep(1)}\n    """@\n'],
  ['a string that looks like a comment', '    time.sleep(1, "# nostall: ignore")@\n'],
  ['a backslash', '    x = time.sleep(1) + \\\n        1@\n'],
  ['two backslashes', '    x = 1 + \\\n        time.sleep(1) + \\\n        1@\n'],
  ['a backslash in a with', '    with open("a") as x, \\\n            y:@\n        pass\n'],
  ['a backslash inside brackets', '    g(1, \\\n        time.sleep(1), \\\n        2)@\n'],
  ['a decorator', '    \0g(time.sleep(1))@\n    def h(): pass\n'],
  ['a decorator over lines', '    \0g(\n        """\n""", time.sleep(1)@\n    )\n    def h(): pass\n'],
  ['a default', '    def h(x=time.sleep(1)):@\n        pass\n'],
  ['a default of a lambda', '    h = lambda x=time.sleep(1): x@\n'],
  [
    'a default that a function states something of',
    '    def h(x=time.sleep(1)):  # nostall: nonblocking -- says me\n        pass\n'.replace(
      '    def',
      '    ^\n    def',
    ),
  ],
  ['if', '    if time.sleep(1):@\n        pass\n'],
  ['elif', '    if x:\n        pass\n    elif time.sleep(1):@\n        pass\n'],
  [
    'elif with a comment that nostall reads',
    '    if x:\n        pass\n    ^\n    elif time.sleep(1):  # nostall: nonsense\n        pass\n',
  ],
  ['while', '    while time.sleep(1):@\n        pass\n'],
  ['a body behind the colon', '    if x: time.sleep(1)@\n'],
  ['bodies behind two colons', '    if time.sleep(1): x = 1@\n    else: time.sleep(1)@\n'],
  ['with', '    with open("x") as y:@\n        pass\n'],
  ['with over lines', '    with (\n        a,\n        open("x") as y,@\n    ):\n        pass\n'],
  ['for', '    for x in g(\n        time.sleep(1),@\n    ):\n        pass\n'],
  [
    'try',
    '    try:\n        time.sleep(1)@\n    except g(time.sleep(1)):@\n        pass\n    finally:\n        time.sleep(1)@\n',
  ],
  ['match and case', '    match time.sleep(1):@\n        case 1 if time.sleep(1):@\n            pass\n'],
  [
    'a comprehension over lines',
    '    x = [\n        time.sleep(1)@\n        for y in z\n        if time.sleep(2)\n    ]\n',
  ],
  ['two statements on a line', '    time.sleep(1); time.sleep(2)@\n'],
  ['three over two lines', '    time.sleep(1); g(@\n        time.sleep(2)); time.sleep(3)@\n'],
  ['return and await', '    await g(time.sleep(1))@\n    return time.sleep(1)@\n'],
  ['a statement under a comment', '    # nostall: nonsense\n    # why\n    time.sleep(1)@\n'],
  ['a line that says something else to nostall', '    ^\n    time.sleep(1)  # nostall: nonsense\n'],
  ['a class in a function', '    class A:\n        x = time.sleep(1)@\n'],
  ['form feeds', '\f    time.sleep(1)@\n'],
];

const HEAD = 'import time\nasync def g(*_): pass\nasync def f(x=0, y=0, z=(), a=None):\n';

describe('a comment goes to the right place', () => {
  test.each(PLACES)('%s', async (_, marked) => {
    const text = HEAD + bare(marked);
    for (const [end, mark] of [
      ['\n', ''],
      ['\r\n', '\ufeff'],
    ] as const) {
      const root = workspace({ 'a.py': mark + text.replaceAll('\n', end) });
      const { report } = await mend(root, ['--add-ignore', '--reason', REASON]);
      const after = readFileSync(join(root, 'a.py'), 'utf8');
      expect(after).toBe(mark + (HEAD + withComments(marked)).replaceAll('\n', end));
      expect(report.findings.filter(({ rule }) => rule !== 'unused-suppression')).toEqual([]);
      await expectSettled(root);
    }
    expectCompiles(withComments(HEAD + marked));
  });

  test.each<[string, string, string]>([
    [
      'one comment for two rules',
      'import bcrypt, time\nasync def f(p, s):\n    bcrypt.hashpw(p, s), time.sleep(1)\n',
      `import bcrypt, time\nasync def f(p, s):\n    bcrypt.hashpw(p, s), time.sleep(1)  # nostall: ignore[${CPU}, ${IO}] -- why\n`,
    ],
    [
      'a comment that is there takes another rule and keeps its reason',
      `import bcrypt, time\nasync def f(p, s):\n    bcrypt.hashpw(p, s), time.sleep(1)  # nostall: ignore[${CPU}] -- mine  # noqa: S311\n`,
      `import bcrypt, time\nasync def f(p, s):\n    bcrypt.hashpw(p, s), time.sleep(1)  # nostall: ignore[${CPU}, ${IO}] -- mine  # noqa: S311\n`,
    ],
    [
      'so does one above, with a comma too many',
      `import bcrypt, time\nasync def f(p, s):\n    # nostall: ignore[ ${CPU}, ]\n    bcrypt.hashpw(p, s), time.sleep(1)\n`,
      `import bcrypt, time\nasync def f(p, s):\n    # nostall: ignore[ ${CPU}, ${IO}, ]\n    bcrypt.hashpw(p, s), time.sleep(1)\n`,
    ],
    [
      'one on another line of the statement',
      `import bcrypt, time\nasync def f(p, s):\n    g(\n        bcrypt.hashpw(p, s),\n        time.sleep(1),  # nostall: ignore[${IO}] -- mine\n    )\n`,
      `import bcrypt, time\nasync def f(p, s):\n    g(\n        bcrypt.hashpw(p, s),\n        time.sleep(1),  # nostall: ignore[${IO}, ${CPU}] -- mine\n    )\n`,
    ],
    [
      'one for the file is left alone',
      `# nostall: ignore-file[${CPU}]\nimport bcrypt, time\nasync def f(p, s):\n    bcrypt.hashpw(p, s), time.sleep(1)\n`,
      `# nostall: ignore-file[${CPU}]\nimport bcrypt, time\nasync def f(p, s):\n    bcrypt.hashpw(p, s), time.sleep(1)  # nostall: ignore[${IO}] -- why\n`,
    ],
    [
      'what ruff was told is heard as before',
      'import bcrypt, time\nasync def f(p, s):\n    bcrypt.hashpw(p, s), time.sleep(1)  # noqa: ASYNC251\n',
      `import bcrypt, time\nasync def f(p, s):\n    # nostall: ignore[${CPU}] -- why\n    bcrypt.hashpw(p, s), time.sleep(1)  # noqa: ASYNC251\n`,
    ],
    [
      'where a chain ends, what is further up needs no comment',
      'import asyncio, time\nclass P(asyncio.Protocol):\n    def data_received(self, data):\n        time.sleep(1)\nasync def f(p: P):\n    p.data_received(b"")\n',
      `import asyncio, time\nclass P(asyncio.Protocol):\n    def data_received(self, data):\n        time.sleep(1)  # nostall: ignore[${IO}] -- why\nasync def f(p: P):\n    p.data_received(b"")\n`,
    ],
  ])('%s', async (_, before, after) => {
    const root = workspace({ 'a.py': before });
    const { report } = await mend(root, ['--add-ignore', '--reason', 'why']);
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(after);
    expect([report.findings, report.problems]).toEqual([[], []]);
    await expectSettled(root);
  });
});

describe('--add-ignore', () => {
  const SLEEPS = 'import time\nasync def f():\n    time.sleep(1)\n';

  test('says how many comments it wrote, with a reason of its own', async () => {
    const root = workspace({ 'a.py': SLEEPS, 'b.py': SLEEPS, 'c.py': 'x = 1\n' });
    const { notes } = await mend(root, ['--add-ignore']);
    expect(notes).toEqual(['2 comments added in 2 files']);
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(
      SLEEPS.replace('(1)', `(1)  # nostall: ignore[${IO}] -- here before nostall`),
    );
    expect((await mend(root, ['--add-ignore'])).notes).toEqual(['0 comments added']);
  });

  test('silences what is shown, no more', async () => {
    const text = 'import os, time\nasync def f():\n    os.stat("x")\n    time.sleep(1)\n';
    const root = workspace({ 'a.py': text, 'b.py': text });
    const { report } = await mend(root, ['--add-ignore'], { level: 'warning', only: ['a.py'] });
    expect([report.findings, report.hidden, report.suppressed.length]).toEqual([[], 1, 1]);
    expect(readFileSync(join(root, 'b.py'), 'utf8')).toBe(text);
  });

  test('cannot silence what is wrong with the text or with a comment', async () => {
    const text = `${SLEEPS}x = 1  # nostall: ignore -- for nothing\ny = (\n`;
    const root = workspace({ 'a.py': text });
    const { report } = await mend(root, ['--add-ignore', '--reason', 'why']);
    expect(new Set(report.findings.map(({ rule }) => rule))).toEqual(new Set(['syntax-error', 'unused-suppression']));
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(text.replace('(1)', `(1)  # nostall: ignore[${IO}] -- why`));
  });

  test('tells of a comment that was of use and is not any more, and leaves it', async () => {
    const text = `import asyncio, time
class P(asyncio.Protocol):
    def data_received(self, data):
        time.sleep(1)
async def f(p: P):
    p.data_received(b"")  # nostall: ignore[${IO}] -- said by hand
`;
    const root = workspace({ 'a.py': text });
    const { report } = await mend(root, ['--add-ignore', '--reason', 'why']);
    expect(report.findings.map(({ rule, place }) => `${rule}:${place.start.line}`)).toEqual(['unused-suppression:6']);
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(
      text.replace('sleep(1)', `sleep(1)  # nostall: ignore[${IO}] -- why`),
    );
  });

  test('mends first when both are asked for', async () => {
    const root = workspace({ 'a.py': `${SLEEPS}x = 1  # nostall: ignore -- for nothing\n` });
    const { report, notes } = await mend(root, ['--fix', '--add-ignore', '--reason', 'why']);
    expect([report.findings, notes]).toEqual([[], ['1 fixed in 1 file', '1 comment added in 1 file']]);
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(
      `${SLEEPS.replace('(1)', `(1)  # nostall: ignore[${IO}] -- why`)}x = 1\n`,
    );
  });

  test('leaves a file that is not UTF-8, says so once, and writes the others', async () => {
    const root = workspace({ 'b.py': SLEEPS });
    const bytes = Buffer.from(`${SLEEPS}# caf\xe9\n`, 'latin1');
    writeFileSync(join(root, 'a.py'), bytes);
    const { report, notes } = await mend(root, ['--add-ignore']);
    expect(readFileSync(join(root, 'a.py'))).toEqual(bytes);
    expect(report.problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'a.py: left as it is: the file is not valid UTF-8',
    ]);
    expect([report.findings.map(({ place }) => place.path), notes]).toEqual([['a.py'], ['1 comment added in 1 file']]);
  });
});

describe('over every fixture', () => {
  const fixtures = listFixtures(
    'fixtures',
    ruleInfos.map(({ id }) => id),
  );

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const root = copyOf(fixture);
    const originals = new Map(pythonFiles(root).map((path) => [path, readText(path)]));
    const choice = { config: configOf(fixture) };
    const before = await lintFolder(root, choice);
    const { report } = await mend(root, ['--add-ignore', '--reason', REASON], choice);
    const after = await lintFolder(root, choice);
    expect(places(report)).toEqual(places(after));
    const own = ({ rule }: { rule: string }): boolean => UNSILENCEABLE.has(rule);
    expect(places(after)).toEqual(places({ findings: before.findings.filter(own) }));
    for (const [path, text] of originals) expect(withoutComments(readText(path)), path).toBe(text);
    const written = new Map(pythonFiles(root).map((path) => [path, readText(path)]));
    await mend(root, ['--add-ignore'], choice);
    for (const [path, text] of written) expect(readText(path), path).toBe(text);
    if (before.findings.length > 0) touched.push(...pythonFiles(root).map((path) => [path, readText(path)] as const));
  });

  const touched: (readonly [string, string])[] = [];

  test('they compile as before', (context) => {
    if (minor === null) context.skip(`no python3: ${touched.length} files not compiled`);
    const files = Object.fromEntries(
      touched
        .filter(([path, text]) => neededMinor(path) <= minor! && !/#\s*expect[^:]*:.*\bsyntax-error\b/.test(text))
        .map(([path, text], index) => [`f${index}/${basename(path)}`, text]),
    );
    const root = workspace(files);
    const { status, stdout, stderr } = spawnSync('python3', ['-m', 'compileall', '-q', root], { encoding: 'utf8' });
    console.log(`compiled ${Object.keys(files).length} fixtures with comments`);
    expect(Object.keys(files).length).toBeGreaterThan(0);
    expect(stdout + stderr).toBe('');
    expect(status).toBe(0);
  });
});

async function expectSettled(root: string): Promise<void> {
  const before = readFileSync(join(root, 'a.py'), 'utf8');
  const { notes } = await mend(root, ['--add-ignore']);
  expect([notes, readFileSync(join(root, 'a.py'), 'utf8')]).toEqual([['0 comments added'], before]);
}

function bare(marked: string): string {
  return marked
    .replaceAll(/ *\^\n/g, '')
    .replaceAll('@', '')
    .replaceAll('\0', '@');
}

function withComments(marked: string): string {
  const comment = `# nostall: ignore[${IO}] -- ${REASON}`;
  return marked.replaceAll('^', comment).replaceAll('@', `  ${comment}`).replaceAll('\0', '@');
}

function expectCompiles(text: string): void {
  if (minor === null) return;
  const { status, stderr } = spawnSync('python3', ['-c', 'import sys; compile(sys.stdin.read(), "a.py", "exec")'], {
    input: text,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
}

/** A case of one file is copied alone, so that it can import no other. */
function copyOf({ root, files }: Fixture): string {
  const copy = workspace({});
  const isFolder = files.some(({ path, absolute }) => path !== absolute);
  if (isFolder) cpSync(root, copy, { recursive: true });
  else for (const { absolute } of files) cpSync(absolute, join(copy, basename(absolute)));
  return copy;
}

function configOf({ root, options }: Fixture): string[] {
  return Object.entries(options).map(([key, value]) => {
    // Paths of models start from the folder of the case.
    if (key !== 'models') return `${key} = ${JSON.stringify(value)}`;
    return `models = ${JSON.stringify((value as string[]).map((path) => join(root, path)))}`;
  });
}

function places({
  findings,
}: {
  findings: readonly { rule: string; place: { path: string; start: { line: number } } }[];
}) {
  return findings.map(({ rule, place }) => `${place.path}:${place.start.line} ${rule}`);
}

function withoutComments(text: string): string {
  const comment = `# nostall: ignore\\[[\\w, -]+\\] -- ${REASON}`;
  return text
    .replaceAll(new RegExp(`^[ \\t]*${comment}\\r?\\n`, 'gmu'), '')
    .replaceAll(new RegExp(` {2}${comment}`, 'gu'), '');
}

function neededMinor(path: string): number {
  return Number(/_py3(\d+)\.py$/.exec(path)?.[1] ?? 0);
}

function interpreterMinor(): number | null {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.version_info[1])'], {
    encoding: 'utf8',
  });
  return status === 0 ? Number(stdout) : null;
}
