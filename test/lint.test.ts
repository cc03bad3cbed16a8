import { relative, resolve, sep } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { configuration } from '../src/config/resolve.ts';
import type { Settings } from '../src/config/settings.ts';
import { FileError } from '../src/files.ts';
import { type LintOptions, lint } from '../src/lint.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { SourceFile } from '../src/source-file.ts';
import type { Finding, Level, Place, Report } from '../src/types.ts';
import { version } from '../src/version.ts';
import { listFixtures } from './support/fixture.ts';
import { workspace } from './workspace.ts';

/** What the rule `breaks` does at a call; at `create` when `early` is set. */
const broken = vi.hoisted(() => ({ early: false, message: 'out of paper' }));
vi.mock('../rules/index.ts', async (original) => {
  const { createRule } = await import('../src/rule.ts');
  const breaks = createRule<'never'>({
    name: 'breaks',
    docs: { description: 'Finds nothing', level: 'note', tags: ['test'], precision: 'low' },
    messages: { never: 'Never.' },
    create() {
      if (broken.early) throw new Error(broken.message);
      return {
        call() {
          throw new Error(broken.message);
        },
      };
    },
  });
  const actual = await original<typeof import('../rules/index.ts')>();
  return { rules: [breaks, ...actual.rules] };
});

const IO = 'no-blocking-io-in-async';
const CPU = 'cpu-bound-needs-thread';
const ids = ruleInfos.map(({ id }) => id).filter((id) => id !== 'breaks');
const fixtures = listFixtures('fixtures', ids);
const everyFile = fixtures.flatMap(({ files }) =>
  files.map(({ absolute, read }) => ({ path: relative('.', absolute).split(sep).join('/'), absolute, read })),
);

const SLEEPS =
  'import time, os, bcrypt\nasync def f(p, s):\n    time.sleep(1)\n    os.stat("x")\n    open("x")\n    bcrypt.hashpw(p, s)\n';

describe('the report', { timeout: 60_000 }, () => {
  test('holds what was run, and findings by path, line, column and rule', async () => {
    const report = await run({
      'b.py': SLEEPS,
      'a/z.py': SLEEPS,
      'a.py': 'import time\nasync def f(): time.sleep(1), time.sleep(2)\n',
    });
    expect(report.version).toBe(version);
    expect(report.files).toBe(3);
    expect(report.rules.map(({ id }) => id)).toEqual([...ids].sort());
    expect(report.problems).toEqual([]);
    expect(report.elapsed).toBeGreaterThan(0);
    expect(
      report.findings.map(
        ({ place: { path, start }, rule, level }) => `${path}:${start.line}:${start.column} ${rule} ${level}`,
      ),
    ).toEqual([
      `a.py:2:16 ${IO} error`,
      `a.py:2:31 ${IO} error`,
      ...['a/z.py', 'b.py'].flatMap((path) => [
        `${path}:3:5 ${IO} error`,
        `${path}:4:5 ${IO} note`,
        `${path}:5:5 ${IO} warning`,
        `${path}:6:5 ${CPU} warning`,
      ]),
    ]);
  });

  test('two rules at one place stand in the order of their names', async () => {
    const { findings } = await run({
      'a.py':
        'import bcrypt, time\nasync def f(p, s):\n    (bcrypt.hashpw, time.sleep)[p](s)\n    def g(): time.sleep(bcrypt.hashpw(p, s))\n    g()\n',
    });
    const places = findings.map(({ place, rule }) => [place.start.line, place.start.column, rule]);
    expect(places).toEqual(
      [...places].sort(
        (a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]) || (a[2]! < b[2]! ? -1 : 1),
      ),
    );
    expect(places.filter(([line]) => line === 5).map(([, , rule]) => rule)).toEqual([CPU, IO]);
  });

  test('lists the rules that some file had enabled', async () => {
    const [one, other] = [settings([`select = ["${IO}"]`]), settings([`select = ["${CPU}"]`])];
    const report = await run(
      { 'a.py': SLEEPS, 'b.py': SLEEPS },
      { settingsOf: (path) => (path.endsWith('a.py') ? one : other) },
    );
    expect(report.rules.map(({ id }) => id)).toEqual([CPU, IO]);
    expect(report.findings.map(({ place, rule }) => `${place.path} ${rule}`)).toEqual([
      ...Array(3).fill(`a.py ${IO}`),
      `b.py ${CPU}`,
    ]);
  });

  test('tells of progress, file by file', async () => {
    const seen: [number, number][] = [];
    await run({ 'a.py': '', 'b.py': '', 'c.py': '' }, { onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.slice(0, 3)).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  test('of nothing', async () => {
    expect(await run({})).toMatchObject({
      findings: [],
      suppressed: [],
      hidden: 0,
      problems: [],
      files: 0,
      rules: [],
    });
  });

  test('is plain data', async () => {
    const report = await fixtureReport();
    const { rules, ...rest } = report;
    expect(JSON.parse(JSON.stringify(rest))).toEqual(rest);
    expect(rules.every((rule) => typeof JSON.parse(JSON.stringify(rule)).docs === 'string')).toBe(true);
  });

  test('quotes the source it speaks of, at every step', async () => {
    const lines = new Map(everyFile.map((file) => [file.path, file.read().split(/\r\n|\r|\n/)]));
    const textAt = (place: Place) => lines.get(place.path)?.slice(place.start.line - 1, place.end.line);
    const { findings, suppressed } = await fixtureReport();
    expect(findings.length).toBeGreaterThan(500);
    for (const { place, source, chain, related, fingerprint, function: name } of [...findings, ...suppressed]) {
      expect(source).toEqual(textAt(place));
      const { start, end } = place;
      expect(
        start.line < end.line || (start.line === end.line && start.column < end.column),
        `${place.path}:${start.line}`,
      ).toBe(true);
      expect(end.column).toBeLessThanOrEqual(source.at(-1)!.length + 1);
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
      expect(name).not.toBe('');
      for (const step of [...chain, ...related]) {
        expect(step.source).toBe(step.place === null ? '' : (textAt(step.place)?.[0] ?? 'no such line'));
      }
    }
    const prints = findings.map(({ place, fingerprint }) => `${place.path} ${fingerprint}`);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('levels', () => {
  test.each<[Level, Level[], number]>([
    ['note', ['error', 'note', 'warning', 'warning'], 0],
    ['warning', ['error', 'warning', 'warning'], 1],
    ['error', ['error'], 3],
  ])('from %s up', async (level, shown, hidden) => {
    const report = await run({ 'a.py': SLEEPS }, { level });
    expect([report.findings.map((finding) => finding.level), report.hidden]).toEqual([shown, hidden]);
  });

  test.each<[string, string[], (Level | null)[]]>([
    ['by default', [], ['error', 'note', 'warning', 'warning']],
    ['by rule', [`severity.${IO} = "note"`], ['note', 'note', 'note', 'warning']],
    ['by cost', ['severity.cost.micro = "error"'], ['error', 'error', 'warning', 'warning']],
    ['by kind', ['severity.kind.file = "error"', 'severity.kind.cpu = "off"'], ['error', 'error', 'error', null]],
    [
      'kind over cost',
      ['severity.cost.unbounded = "note"', 'severity.kind.sleep = "warning"'],
      ['warning', 'note', 'warning', 'note'],
    ],
    ['cost over rule', [`severity.${IO} = "off"`, 'severity.cost.bounded = "error"'], [null, null, 'error', 'warning']],
    ['by path', ['severity.path."a.*" = "note"'], ['note', 'note', 'note', 'note']],
    ['path over kind', ['severity.kind.sleep = "warning"', 'severity.path."*.py" = "off"'], [null, null, null, null]],
    ['another path', ['severity.path."b.py" = "off"'], ['error', 'note', 'warning', 'warning']],
  ])('%s', async (_, config, wanted) => {
    const { findings, hidden } = await run({ 'a.py': SLEEPS }, {}, config);
    const levels = [3, 4, 5, 6].map((line) => findings.find(({ place }) => place.start.line === line)?.level ?? null);
    expect([levels, hidden]).toEqual([wanted, 0]);
  });

  test.each<[string, string, (Level | null)[]]>([
    ['quieter', 'test_a.py', ['warning', null, 'note', 'note']],
    ['quieter', 'tests/a.py', ['warning', null, 'note', 'note']],
    ['same', 'test_a.py', ['error', 'note', 'warning', 'warning']],
    ['off', 'test_a.py', [null, null, null, null]],
    ['off', 'a.py', ['error', 'note', 'warning', 'warning']],
  ])('tests = %s: %s', async (tests, path, wanted) => {
    const { findings, hidden } = await run({ [path]: SLEEPS }, {}, [`tests = "${tests}"`]);
    const levels = [3, 4, 5, 6].map((line) => findings.find(({ place }) => place.start.line === line)?.level ?? null);
    expect([levels, hidden]).toEqual([wanted, 0]);
  });

  test('a syntax error is an error, and the rest of the file is linted', async () => {
    const { findings, problems } = await run({ 'a.py': `${SLEEPS}def g(:\n    pass\n` });
    expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual([
      `${IO} error`,
      `${IO} note`,
      `${IO} warning`,
      `${CPU} warning`,
      'syntax-error error',
    ]);
    expect(problems).toEqual([]);
  });
});

describe('problems', () => {
  const unreadable = (path: string, error: Error): SourceFile => ({
    path,
    absolute: `/nowhere/${path}`,
    read: () => {
      throw error;
    },
  });

  test('a file that cannot be read is named, the others are linted', async () => {
    const gone = new FileError('read', '/nowhere/b.py', 'no such file or folder');
    const files = [
      unreadable('b.py', gone),
      unreadable('c.py', new Error('not UTF-8')),
      ...sources({ 'a.py': SLEEPS }),
    ];
    const report = await run({}, { files });
    expect(report.problems).toEqual([
      { path: 'b.py', line: null, message: 'cannot be read: no such file or folder' },
      { path: 'c.py', line: null, message: 'cannot be read: not UTF-8' },
    ]);
    expect([report.files, report.findings.length]).toEqual([1, 4]);
  });

  test.each([
    ['gone', () => new FileError('read', '/nowhere/b.py', 'no such file or folder')],
    ['not text', () => new Error('not UTF-8')],
  ])('also when another file imports it first: %s', async (_, error) => {
    const files = [...sources({ 'a.py': `import b\n${SLEEPS}    b.g()\n` }), unreadable('b.py', error())];
    const report = await run({}, { files });
    expect(report.problems.map(({ path }) => path)).toEqual(['b.py']);
    expect(report.findings.length).toBe(4);
  });

  test('those found before are passed on, in their place', async () => {
    const before = { path: 'x', line: 1, message: 'y' };
    const report = await run({}, { problems: [before], files: [unreadable('b.py', new Error('z'))] });
    expect(report.problems.map(({ message }) => message)).toEqual(['cannot be read: z', 'y']);
  });
});

describe('a rule that throws', () => {
  const withBroken = { ...settings([]), rules: new Set([...ids, 'breaks']) };

  afterEach(() => {
    broken.early = false;
    broken.message = 'out of paper';
  });

  test('is one problem that names rule, file and line; other rules and files go on', async () => {
    const whole = await run({ 'a.py': SLEEPS, 'b.py': SLEEPS });
    const report = await run({ 'a.py': SLEEPS, 'b.py': SLEEPS }, { settingsOf: () => withBroken });
    expect(report.problems).toEqual([
      { path: 'a.py', line: 3, message: 'rule breaks failed: out of paper' },
      { path: 'b.py', line: 3, message: 'rule breaks failed: out of paper' },
    ]);
    expect(report.findings).toEqual(whole.findings);
  });

  test('before it visits anything', async () => {
    broken.early = true;
    const report = await run({ 'a.py': SLEEPS }, { settingsOf: () => withBroken });
    expect(report.problems).toEqual([{ path: 'a.py', line: 1, message: 'rule breaks failed: out of paper' }]);
    expect(report.findings.length).toBe(4);
  });

  test('with a message of several lines gives a problem of one', async () => {
    broken.message = 'out of\npaper';
    const report = await run({ 'a.py': SLEEPS }, { settingsOf: () => withBroken });
    expect(report.problems.length).toBeGreaterThan(0);
    for (const { message } of report.problems) expect(message).not.toContain('\n');
  });
});

describe('the same again', { timeout: 120_000 }, () => {
  test('from a second run', async () => {
    expect(firstDifference(await fixtureReport(), await fixtureReport())).toBeNull();
  });

  test('in any order of the files', async () => {
    const wanted = await fixtureReport();
    for (const seed of [1, 2, 3]) {
      expect(firstDifference(await fixtureReport(shuffled(everyFile, seed)), wanted), `seed ${seed}`).toBeNull();
    }
  });

  test('problems too', async () => {
    const files = ['a.py', 'b.py', 'c.py'].map((path) => ({
      path,
      absolute: `/nowhere/${path}`,
      read: () => {
        throw new Error('gone');
      },
    }));
    const [one, other] = [await run({}, { files }), await run({}, { files: [...files].reverse() })];
    expect(other.problems).toEqual(one.problems);
  });

  test('file by file', async () => {
    const whole = await fixtureReport();
    const parts: Report[] = [];
    for (const file of everyFile) parts.push(await fixtureReport([file]));
    const together = {
      ...whole,
      findings: parts.flatMap(({ findings }) => findings).sort(byText),
      suppressed: parts.flatMap(({ suppressed }) => suppressed).sort(byText),
    };
    const sorted = {
      ...whole,
      findings: [...whole.findings].sort(byText),
      suppressed: [...whole.suppressed].sort(byText),
    };
    expect(firstDifference(together, sorted)).toBeNull();
  });

  test('from files on a disk, whether the imported file is linted or not', async () => {
    const root = workspace({
      'app/__init__.py': '',
      'app/main.py': 'from .work import step\nasync def f():\n    step()\n',
      'app/work.py': 'import time\ndef step():\n    time.sleep(1)\n',
    });
    const all = ['app/__init__.py', 'app/main.py', 'app/work.py'].map((path) => {
      const text = { 'app/__init__.py': '', 'app/main.py': 'from .work import step\nasync def f():\n    step()\n' }[
        path
      ];
      return { path, absolute: `${root}/${path}`, read: () => text ?? 'import time\ndef step():\n    time.sleep(1)\n' };
    });
    const together = await run({}, { files: all });
    const alone = await run({}, { files: all.filter(({ path }) => path === 'app/main.py') });
    expect(
      together.findings.map(({ place, message }) => [place.path, place.start.line, message.includes('step')]),
    ).toEqual([['app/main.py', 3, true]]);
    expect(alone.findings).toEqual(together.findings);
  });
});

function settings(config: readonly string[]): Settings {
  const request = { cwd: '/nowhere', roots: ['/nowhere'], ruleIds: ids, config, isolated: true };
  return configuration({ ...request, select: null, ignore: [], extendSelect: [] }).forFolder('/nowhere').settings;
}

function sources(texts: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, absolute: `/nowhere/${path}`, read: () => text }));
}

function run(
  texts: Readonly<Record<string, string>>,
  options: Partial<LintOptions> = {},
  config: readonly string[] = [],
): Promise<Report> {
  const own = settings(config);
  return lint({ files: sources(texts), settingsOf: () => own, level: 'note', ...options });
}

/** Over every fixture at once, with the default settings. */
function fixtureReport(files: readonly SourceFile[] = everyFile): Promise<Report> {
  const root = resolve('.');
  const request = { cwd: root, roots: [root], ruleIds: ids, config: [], isolated: true };
  const own = configuration({ ...request, select: null, ignore: [], extendSelect: [] }).forFolder(root).settings;
  return lint({ files, settingsOf: () => own, level: 'note' });
}

/** The first finding that differs, or the first other part of the report; whole reports make no readable message. */
function firstDifference(actual: Report, wanted: Report): string | null {
  for (const key of ['findings', 'suppressed'] as const) {
    for (let i = 0; i < Math.max(actual[key].length, wanted[key].length); i++) {
      const [one, other] = [actual[key][i], wanted[key][i]].map((finding) => JSON.stringify(finding) ?? 'nothing');
      if (one !== other) return `${key} ${i}: ${one}\ninstead of ${other}`;
    }
  }
  const rest = ({ elapsed: _, findings: _f, suppressed: _s, ...report }: Report) => JSON.stringify(report);
  return rest(actual) === rest(wanted) ? null : 'the reports differ beside their findings';
}

function byText(left: Finding, right: Finding): number {
  const [a, b] = [JSON.stringify(left), JSON.stringify(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const rest = [...values];
  const out: T[] = [];
  let state = seed;
  while (rest.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    out.push(...rest.splice(state % rest.length, 1));
  }
  return out;
}
