import { describe, expect, test } from 'vitest';
import { configuration } from '../src/config/resolve.ts';
import { lint } from '../src/lint.ts';
import { parseComment } from '../src/python/index/suppressions.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { Report } from '../src/types.ts';

const ruleIds = ruleInfos.map(({ id }) => id);
const IO = 'no-blocking-io-in-async';
const CPU = 'cpu-bound-needs-thread';

describe('reading one comment', () => {
  test.each<[string, { file?: boolean; rules: string[] | null; reason?: string | null } | 'fault' | null]>([
    ['# nostall: ignore', { rules: null }],
    ['#nostall:ignore', { rules: null }],
    ['#  nostall :  ignore ', { rules: null }],
    ['# nostall: ignore -- why not', { rules: null, reason: 'why not' }],
    ['# nostall: ignore[a]', { rules: ['a'] }],
    ['# nostall: ignore [a]', { rules: ['a'] }],
    ['# nostall: ignore[a, b,c d]', { rules: ['a', 'b', 'c', 'd'] }],
    ['# nostall: ignore[a] -- one -- two', { rules: ['a'], reason: 'one -- two' }],
    ['# nostall: ignore[a]--why', { rules: ['a'], reason: 'why' }],
    ['# nostall: ignore[a] -- ', { rules: ['a'] }],
    ['# nostall: ignore-file', { file: true, rules: null }],
    ['# nostall: ignore-file[a] -- generated', { file: true, rules: ['a'], reason: 'generated' }],
    ['# nostall: ignore[a]\r', { rules: ['a'] }],
    ['# nostall: ignore[a] -- why\r', { rules: ['a'], reason: 'why' }],
    ['# nostall: ignore[]', 'fault'],
    ['# nostall: ignore[ , ]', 'fault'],
    ['# nostall: ignore[a', 'fault'],
    ['# nostall: ignore[a] because', 'fault'],
    ['# nostall: ignore a', 'fault'],
    ['# nostall: ignores[a]', 'fault'],
    ['# nostall: ignore-line[a]', 'fault'],
    ['# nostall: off', 'fault'],
    ['# nostall:', 'fault'],
    ['# nostall is a linter', null],
    ['# see nostall: ignore', null],
    ['# type: ignore', null],
  ])('%j', (text, wanted) => {
    const read = parseComment(text);
    if (wanted === null) expect(read).toBeNull();
    else if (wanted === 'fault')
      expect(read).toMatchObject({ kind: 'nostall', fault: expect.stringMatching(/^[^\n]+$/) });
    else expect(read).toEqual({ kind: 'nostall', file: false, reason: null, fault: null, ...wanted });
  });

  test.each<[string, string[] | null | undefined]>([
    ['# noqa', null],
    ['#noqa', null],
    ['# NOQA', null],
    ['# noqa: ASYNC210', ['ASYNC210']],
    ['# noqa:ASYNC210,E501', ['ASYNC210', 'E501']],
    ['# noqa : ASYNC210 E501', ['ASYNC210', 'E501']],
    ['# noqa: E501 too long', ['E501']],
    ['# why  # noqa', null],
    ['# noqa  # why', null],
    ['# noqalike', undefined],
    ['# noqa-ish', undefined],
    ['# noqa: why', undefined],
  ])('%j', (text, rules) => {
    if (rules === undefined) expect(parseComment(text)).toBeNull();
    else expect(parseComment(text)).toEqual({ kind: 'noqa', file: false, rules, reason: null, fault: null });
  });

  test.each<[string, string[] | null]>([
    ['# ruff: noqa', null],
    ['# ruff: noqa: ASYNC210, E501', ['ASYNC210', 'E501']],
    ['# flake8: noqa', null],
  ])('%j speaks for the file', (text, rules) => {
    expect(parseComment(text)).toEqual({ kind: 'noqa', file: true, rules, reason: null, fault: null });
  });
});

/** `@` marks where the comment goes, in turn; each must silence everything in the snippet. NUL stands for the `@` of Python. */
describe('a comment silences from', () => {
  test.each<[string, string]>([
    ['the line of the call', 'async def f():\n    time.sleep(1)@\n'],
    [
      'every line of a statement over several',
      'async def f():\n    x = g(@\n        1,@\n        time.sleep(@\n            1,@\n        ),@\n    )@\n',
    ],
    [
      'a line of its own inside a statement',
      'async def f():\n    g(\n        @\n        time.sleep(1),\n        @\n    )\n',
    ],
    ['a line of its own above', 'async def f():\n    @\n    time.sleep(1)\n'],
    ['above, with other comments between', 'async def f():\n    @\n    # why\n\n    time.sleep(1)\n'],
    ['above, with other comments before', 'async def f():\n    x = 1\n    # why\n    @\n    time.sleep(1)\n'],
    [
      'above a statement over several lines',
      'async def f():\n    @\n    g(\n        1,\n        time.sleep(1),\n    )\n',
    ],
    ['the end of a multi-line string', 'async def f():\n    x = """\n    """, time.sleep(1)@\n'],
    ['the lines of a continued statement', 'async def f():\n    x = 1 + \\\n        time.sleep(1)@\n'],
    ['the header of an if', 'async def f():\n    if (@\n        time.sleep(1)@\n    ):@\n        pass\n'],
    ['the header of an elif', 'async def f():\n    if x:\n        pass\n    elif time.sleep(1):@\n        pass\n'],
    ['above an elif', 'async def f():\n    if x:\n        pass\n    @\n    elif time.sleep(1):\n        pass\n'],
    ['the header of a while', 'async def f():\n    while time.sleep(1):@\n        pass\n'],
    ['the header of a for', 'async def f():\n    for x in g(@\n        time.sleep(1),\n    ):@\n        pass\n'],
    ['the header of a with', 'async def f():\n    with open("x") as y:@\n        pass\n'],
    [
      'the items of a with',
      'async def f():\n    with (\n        a,@\n        open("x") as y,@\n    ):@\n        pass\n',
    ],
    ['the header of a match', 'async def f():\n    match time.sleep(1):@\n        case 1: pass\n'],
    ['the guard of a case', 'async def f():\n    match x:\n        case 1 if time.sleep(1):@\n            pass\n'],
    [
      'the header of a handler',
      'async def f():\n    try:\n        pass\n    except g(time.sleep(1)):@\n        pass\n',
    ],
    ['one line with a body behind the colon', 'async def f():\n    if x: time.sleep(1)@\n'],
    ['one of several statements on a line', 'async def f():\n    x = 1; time.sleep(1)@\n'],
    ['a decorator', 'async def f():\n    \0g(time.sleep(1))@\n    def h(): pass\n'],
    ['above a decorator', 'async def f():\n    @\n    \0g(time.sleep(1))\n    def h(): pass\n'],
    ['a default', 'async def f():\n    def h(\n        x=time.sleep(1),@\n    ):@\n        pass\n'],
    ['return', 'async def f():\n    return time.sleep(1)@\n'],
    ['await', 'async def f():\n    await g(time.sleep(1))@\n'],
    ['the last line, without a line end', 'async def f():\n    time.sleep(1)@'],
  ])('%s', async (_, snippet) => {
    const places = snippet.split('@').length - 1;
    expect(places).toBeGreaterThan(0);
    for (let i = 0; i < places; i++) {
      const text = withComment(snippet, i, `# nostall: ignore[${IO}] -- why`).replaceAll('\0', '@');
      const { open, silenced, comments } = await run(`import time\n${text}`);
      expect([open, comments], text).toEqual([[], []]);
      expect(silenced.length, text).toBe(1);
    }
    const bare = withComment(snippet, -1, '').replaceAll('\0', '@');
    expect((await run(`import time\n${bare}`)).open.length, bare).toBe(1);
  });
});

describe('a comment does not silence', () => {
  test.each<[string, string]>([
    ['the statement above or below', 'async def f():\n    time.sleep(1)\n    x = 1@\n    time.sleep(1)\n'],
    ['the body from the header', 'async def f():\n    if x:@\n        time.sleep(1)\n'],
    ['the header from the body', 'async def f():\n    if time.sleep(1):\n        x = 1@\n'],
    ['the body from the line of the definition', 'async def f():@\n    time.sleep(1)\n'],
    ['the body from above the definition', '@\nasync def f():\n    time.sleep(1)\n'],
    ['the else from the if', 'async def f():\n    if x:@\n        pass\n    else:\n        time.sleep(1)\n'],
    ['the body from a decorator', '\0g@\nasync def f():\n    time.sleep(1)\n'],
    ['from inside a string', 'async def f():\n    x = """\n    @\n    """\n    time.sleep(1)\n'],
    ['from inside a string on the line', 'async def f():\n    time.sleep(1, "@")\n'],
    ['from below', 'async def f():\n    time.sleep(1)\n    @\n'],
    ['two statements away', 'async def f():\n    @\n    x = 1\n    time.sleep(1)\n'],
  ])('%s', async (_, snippet) => {
    const text = withComment(snippet, 0, `# nostall: ignore[${IO}]`).replaceAll('\0', '@');
    const { open, silenced } = await run(`import time\n${text}`);
    expect(open.length).toBeGreaterThan(0);
    expect(silenced).toEqual([]);
  });
});

describe('rules and reasons', () => {
  const both = (comment: string) =>
    `import time, bcrypt\nasync def f(p, s):\n    time.sleep(bcrypt.hashpw(p, s))  ${comment}\n`;
  test.each<[string, string[], string[]]>([
    ['# nostall: ignore', [], [CPU, IO]],
    [`# nostall: ignore[${IO}]`, [CPU], [IO]],
    [`# nostall: ignore[${CPU}]`, [IO], [CPU]],
    [`# nostall: ignore[${CPU}, ${IO}]`, [], [CPU, IO]],
    [`# nostall: ignore[${CPU} ${IO}] -- why`, [], [CPU, IO]],
    [`# noqa: E501  # nostall: ignore[${IO}]`, [CPU], [IO]],
    [`# nostall: ignore[${IO}]  # noqa: E501`, [CPU], [IO]],
    [`# type: ignore[x]  # nostall: ignore[${IO}] -- why`, [CPU], [IO]],
  ])('%s', async (comment, open, silenced) => {
    const found = await run(both(comment));
    expect([found.open.map(({ rule }) => rule).sort(), found.silenced.map(({ rule }) => rule).sort()]).toEqual([
      open,
      silenced,
    ]);
    expect(found.comments).toEqual([]);
  });

  test('the reason and the place of the comment go with the finding', async () => {
    const text = `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${IO}] -- a device\n`;
    const column = text.split('\n')[2]!.indexOf('#') + 1;
    expect((await run(text)).silenced.map(({ suppression }) => suppression)).toEqual([
      {
        kind: 'nostall',
        reason: 'a device',
        place: { path: 'a.py', start: { line: 3, column }, end: { line: 3, column: text.split('\n')[2]!.length + 1 } },
      },
    ]);
  });

  test('CRLF changes nothing', async () => {
    const lines = [
      'import time',
      'async def f():',
      `    # nostall: ignore[${IO}] -- one`,
      '    time.sleep(1)',
      '    time.sleep(',
      `        1)  # nostall: ignore[${IO}] -- two`,
      '',
    ];
    const [unix, windows] = [await run(lines.join('\n')), await run(lines.join('\r\n'))];
    expect(windows.silenced.map(({ suppression, place }) => [suppression, place])).toEqual(
      unix.silenced.map(({ suppression, place }) => [suppression, place]),
    );
    expect(windows.silenced.length).toBe(2);
    expect(windows.comments).toEqual([]);
  });

  test('two comments above one statement both speak for it', async () => {
    const text = `import time, bcrypt\nasync def f(p, s):\n    # nostall: ignore[${IO}]\n    # nostall: ignore[${CPU}]\n    time.sleep(bcrypt.hashpw(p, s))\n`;
    const found = await run(text);
    expect([found.open, found.comments, found.silenced.length]).toEqual([[], [], 2]);
  });
});

describe('the whole file', () => {
  const body =
    'import time, bcrypt\nasync def f(p, s):\n    time.sleep(1)\n    bcrypt.hashpw(p, s)\nasync def g():\n    time.sleep(1)\n';
  test.each<[string, string[], number]>([
    ['# nostall: ignore-file', [], 3],
    [`# nostall: ignore-file[${IO}] -- generated`, [CPU], 2],
    [`# nostall: ignore-file[${IO}, ${CPU}]`, [], 3],
    ['# ruff: noqa: ASYNC251', [CPU], 2],
    ['# ruff: noqa: E501', [IO, CPU, IO], 0],
  ])('%s', async (comment, open, silenced) => {
    for (const text of [
      `${comment}\n${body}`,
      `${body}${comment}\n`,
      body.replace('time.sleep(1)\n    b', `time.sleep(1)  ${comment}\n    b`),
    ]) {
      const found = await run(text);
      expect(
        found.open.map(({ rule }) => rule),
        text,
      ).toEqual(open);
      expect(found.silenced.length, text).toBe(silenced);
      expect(found.comments, text).toEqual([]);
    }
  });

  test('a syntax error can be silenced as well', async () => {
    const found = await run('# nostall: ignore-file[syntax-error]\ndef f(:\n    pass\n');
    expect([found.open, found.comments, found.silenced.length > 0]).toEqual([[], [], true]);
  });
});

describe('comments written for ruff', () => {
  const at = (comment: string) => `import requests\nasync def f():\n    requests.get("x")  ${comment}\n`;
  test.each<[string, boolean]>([
    ['# noqa', true],
    ['# noqa: ASYNC210', true],
    ['# noqa: ASYNC212', true],
    ['# noqa: E501, ASYNC210', true],
    ['# noqa: async210', true],
    ['# pragma: no cover  # noqa: ASYNC210', true],
    ['# noqa: E501', false],
    ['# noqa: S113', false],
    ['# noqa: ASYNC100', false],
    ['# noqa: ASYNC2100', false],
    ['# noqa: XASYNC210', false],
  ])('%s: %s', async (comment, silences) => {
    const { open, silenced, comments } = await run(at(comment));
    expect([open.length, silenced.length, comments]).toEqual(silences ? [0, 1, []] : [1, 0, []]);
    expect(silenced.map(({ suppression }) => suppression?.kind)).toEqual(silences ? ['noqa'] : []);
  });

  test.each(['# noqa', '# noqa: ASYNC210'])('%s is not heard with respect-noqa = false', async (comment) => {
    const { open, silenced, comments } = await run(at(comment), ['respect-noqa = false']);
    expect([open.length, silenced, comments]).toEqual([1, [], []]);
  });

  test('a code for blocking calls says nothing about CPU work', async () => {
    const { open } = await run('import bcrypt\nasync def f(p, s):\n    bcrypt.hashpw(p, s)  # noqa: ASYNC210\n');
    expect(open.map(({ rule }) => rule)).toEqual([CPU]);
  });

  test('an unused one is never reported', async () => {
    const { comments } = await run('# ruff: noqa: ASYNC210\nx = 1  # noqa: ASYNC251\ny = 2  # noqa\n');
    expect(comments).toEqual([]);
  });
});

describe('what is wrong with a comment', () => {
  test.each<[string, string, string, string, string]>([
    [
      'it silences nothing',
      'async def f():\n    x = 1  # nostall: ignore[no-blocking-io-in-async]\n',
      '2:12',
      'silences nothing',
      'Remove it',
    ],
    ['it silences nothing at all', 'x = 1\n# nostall: ignore -- why\ny = 1\n', '2:1', 'silences nothing', 'Remove it'],
    [
      'nor in the whole file',
      'x = 1\n# nostall: ignore-file[cpu-bound-needs-thread]\n',
      '2:1',
      'cpu-bound-needs-thread',
      'Remove it',
    ],
    ['its rule does not exist', 'x = 1  # nostall: ignore[no-such-thing]\n', '1:8', '`no-such-thing`', 'The rules are'],
    [
      'its rule is misspelt',
      'x = 1  # nostall: ignore[cpu-bound-need-thread]\n',
      '1:8',
      '`cpu-bound-need-thread`',
      'Perhaps `cpu-bound-needs-thread` is meant',
    ],
    ['it cannot be read', 'x = 1  # nostall: off\n', '1:8', '`off`', 'Correct it'],
    ['its brackets are empty', 'x = 1  # nostall: ignore[]\n', '1:8', 'no rule', 'Correct it'],
    [
      'another comment says the same',
      `import time\n# nostall: ignore-file[${IO}]\nasync def f():\n    time.sleep(1)  # nostall: ignore[${IO}]\n`,
      '4:20',
      'silences nothing',
      'Remove it',
    ],
    [
      'its rule reports elsewhere',
      `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${CPU}]\n`,
      '3:20',
      CPU,
      'Remove it',
    ],
  ])('%s', async (_, text, place, message, advice) => {
    const { comments } = await run(text);
    expect(comments.length).toBe(1);
    const [one] = comments;
    expect(`${one!.place.start.line}:${one!.place.start.column}`).toBe(place);
    const end = one!.place.end;
    const line = text.split('\n')[end.line - 1]!;
    expect([one!.place.start.line, end.column]).toEqual([end.line, line.length + 1]);
    expect(one).toMatchObject({
      rule: 'unused-suppression',
      level: 'warning',
      function: '<module>',
      suppression: null,
    });
    expect(one!.message).toContain(message);
    expect(one!.advice).toContain(advice);
  });

  test('each of several rules that do not exist', async () => {
    const { comments } = await run('x = 1  # nostall: ignore[one, two]\n');
    expect(comments.map(({ message }) => /`(\w+)`/.exec(message)?.[1])).toEqual(['one', 'two']);
  });

  test('one that cannot be read silences nothing', async () => {
    const { open, comments } = await run(`import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${IO}\n`);
    expect([open.length, comments.length]).toEqual([1, 1]);
  });

  test.each<[string, string]>([
    ['strings', 'x = "# nostall: off"\ny = """\n# nostall: ignore[a]\n"""\nz = f"{x}# nostall: off"\n'],
    ['other comments', '# nostall finds stalls\n# see # nostall: what\n'],
  ])('nothing is wrong with %s', async (_, text) => {
    expect((await run(text)).comments).toEqual([]);
  });

  test('it can be silenced for a file', async () => {
    const { comments, silenced } = await run('# nostall: ignore-file[unused-suppression]\nx = 1  # nostall: ignore\n');
    expect([comments, silenced.map(({ rule }) => rule)]).toEqual([[], ['unused-suppression']]);
  });
});

describe('a rule that does not run cannot tell whether a comment is needed', () => {
  const named = `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${IO}]\n    x = 1  # nostall: ignore[${IO}]\n`;
  const all = 'import time\nasync def f():\n    time.sleep(1)  # nostall: ignore\n';
  test.each<[string, string, string[]]>([
    ['ignored', named, [`ignore = ["${IO}"]`]],
    ['not selected', named, [`select = ["${CPU}", "unused-suppression"]`]],
    ['ignored for the file', named, [`per-file-ignores."*.py" = ["${IO}"]`]],
    ['ignored, and the comment names no rule', all, [`ignore = ["${IO}"]`]],
    ['ignored for the file, and the comment names no rule', all, [`per-file-ignores."a.py" = ["${IO}"]`]],
    [
      'ignored, and the comment speaks for the file',
      '# nostall: ignore-file\nimport time\nasync def f():\n    time.sleep(1)\n',
      [`ignore = ["${IO}"]`],
    ],
    [
      'ignored, and the comment names another as well',
      `import time\nasync def f():\n    time.sleep(1)  # nostall: ignore[${CPU}, ${IO}]\n`,
      [`ignore = ["${IO}"]`],
    ],
  ])('%s', async (_, text, config) => {
    expect((await run(text, config)).comments).toEqual([]);
  });

  test('unused-suppression that does not run reports nothing', async () => {
    const text = 'x = 1  # nostall: ignore\ny = 2  # nostall: off\n';
    expect((await run(text, ['ignore = ["unused-suppression"]'])).comments).toEqual([]);
    expect((await run(text, ['per-file-ignores."a.py" = ["unused-suppression"]'])).comments).toEqual([]);
    expect((await run(text)).comments.length).toBe(2);
  });

  test('a comment is of use for a finding that no one is shown', async () => {
    const text = `import os\nasync def f():\n    os.stat("x")  # nostall: ignore[${IO}]\n`;
    for (const level of ['note', 'error'] as const) expect((await run(text, [], level)).comments).toEqual([]);
    expect((await run(text, [`severity.${IO} = "off"`])).comments).toEqual([]);
  });
});

describe('in a synchronous function', () => {
  const chain = (comment: string, line = 'time.sleep(1)') => `import time
def inner():
    ${line}  ${comment}
def outer():
    inner()
async def f():
    inner()
async def g():
    outer()
`;

  test.each([`# nostall: ignore[${IO}] -- short`, '# nostall: ignore', '# noqa: ASYNC251', '# noqa'])(
    '%s ends every chain at its line, and is of use',
    async (comment) => {
      expect((await run(chain(''))).open.map(({ place }) => place.start.line)).toEqual([7, 9]);
      const { open, comments } = await run(chain(comment));
      expect([open, comments]).toEqual([[], []]);
    },
  );

  test('so does one at a call further up, for the chains that go through it', async () => {
    const text = chain('').replace('def outer():\n    inner()', `def outer():\n    inner()  # nostall: ignore[${IO}]`);
    const { open, comments } = await run(text);
    expect([open.map(({ place }) => place.start.line), comments]).toEqual([[7], []]);
  });

  test('it is of use although nobody calls the function', async () => {
    const text = `import time\ndef f():\n    time.sleep(1)  # nostall: ignore[${IO}]\n`;
    expect((await run(text)).comments).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['no effect', 'x = 1', IO],
    ['an effect of another kind', 'time.sleep(1)', CPU],
    ['an effect that takes no time', 'time.sleep(0)', IO],
  ])('it is of no use on a line with %s', async (_, line, rule) => {
    const { comments } = await run(chain(`# nostall: ignore[${rule}]`, line));
    expect(comments.map(({ place }) => place.start.line)).toEqual([3]);
  });

  test('another effect of the function is still reported', async () => {
    const text = chain(`# nostall: ignore[${IO}]`, 'time.sleep(1)').replace(
      'def outer',
      '    open("x").read()\ndef outer',
    );
    const { open, comments } = await run(text);
    expect(open.map(({ place, effect }) => [place.start.line, effect?.kind])).toEqual([
      [8, 'file'],
      [10, 'file'],
    ]);
    expect(comments).toEqual([]);
  });

  test('with ignore-file no chain goes through the file', async () => {
    const { open, comments } = await run(`# nostall: ignore-file[${IO}]\n${chain('')}`);
    expect([open, comments]).toEqual([[], []]);
  });

  test('it ends the chains of other files, whichever is linted first', async () => {
    const helper = `import time\ndef inner():\n    time.sleep(1)  # nostall: ignore[${IO}]\ndef other():\n    time.sleep(1)\n`;
    const app = 'from helper import inner, other\nasync def f():\n    inner()\n    other()\n';
    const files = { 'helper.py': helper, 'app.py': app };
    for (const names of [
      ['helper.py', 'app.py'],
      ['app.py', 'helper.py'],
    ] as const) {
      const { open, comments } = await runAll(names.map((name) => [name, files[name]]));
      expect(open.map(({ place }) => [place.path, place.start.line])).toEqual([['app.py', 4]]);
      expect(comments).toEqual([]);
    }
  });
});

test('a suppressed finding that is below the level counts neither as hidden nor as suppressed', async () => {
  const text = `import os\nasync def f():\n    os.stat("x")  # nostall: ignore[${IO}]\n    os.stat("y")\n`;
  const { report } = await run(text, [], 'warning');
  expect([report.findings, report.suppressed, report.hidden]).toEqual([[], [], 1]);
});

function withComment(snippet: string, position: number, comment: string): string {
  let at = 0;
  return snippet.replaceAll('@', (_, offset: number) => {
    if (at++ !== position) return '';
    return snippet[offset - 1] === ' ' || snippet[offset - 1] === '\n' ? comment : `  ${comment}`;
  });
}

function run(text: string, config: readonly string[] = [], level: 'note' | 'warning' | 'error' = 'note') {
  return runAll([['a.py', text]], config, level);
}

async function runAll(
  texts: readonly (readonly [string, string])[],
  config: readonly string[] = [],
  level: 'note' | 'warning' | 'error' = 'note',
) {
  const request = {
    cwd: '/nowhere',
    roots: ['/nowhere'],
    ruleIds,
    config,
    isolated: true,
    select: null,
    ignore: [],
    extendSelect: [],
  };
  const { settings } = configuration(request).forFolder('/nowhere');
  const files = texts.map(([path, text]) => ({ path, absolute: `/nowhere/${path}`, read: () => text }));
  const report: Report = await lint({ files, settingsOf: () => settings, level });
  expect(report.problems).toEqual([]);
  const isComment = (finding: { rule: string }) => finding.rule === 'unused-suppression';
  return {
    report,
    open: report.findings.filter((finding) => !isComment(finding)),
    comments: report.findings.filter(isComment),
    silenced: report.suppressed,
  };
}
