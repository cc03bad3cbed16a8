import { describe, expect, test } from 'vitest';
import { configuration } from '../src/config/resolve.ts';
import { lint } from '../src/lint.ts';
import { createParser } from '../src/python/parser.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { SourceFile } from '../src/source-file.ts';
import type { Report } from '../src/types.ts';
import { type Fixture, listFixtures } from './support/fixture.ts';

const ruleIds = ruleInfos.map(({ id }) => id);
const fixtures = listFixtures('fixtures', ruleIds);
const parser = await createParser();

/** Every damage to every fixture, instead of a sample: takes minutes. */
const EXHAUSTIVE = process.env.NOSTALL_EXHAUSTIVE === '1';
const SAMPLE = 150;
const BATCH = 40;

interface Damage {
  readonly fixture: Fixture;
  readonly file: number;
  /** What stays of the text: all but this range. */
  readonly start: number;
  readonly end: number;
}

describe.each([
  // A file cut off at the end of a line is mostly still Python.
  ['cut off after a line', everyCut, 0],
  ['without one of its tokens', everyDeletion, 1],
] as const)('a fixture %s', (_, damages, leastFaulty) => {
  test('is linted and reported', { timeout: EXHAUSTIVE ? 7_200_000 : 240_000 }, async () => {
    const all = damages();
    const chosen = EXHAUSTIVE ? all : sample(all, SAMPLE, seeded(5));
    expect(chosen.length).toBeGreaterThanOrEqual(SAMPLE);
    let faulty = 0;
    for (let i = 0; i < chosen.length; i += BATCH) faulty += await lintDamaged(chosen.slice(i, i + BATCH), i);
    console.log(`${chosen.length} of ${all.length} damaged fixtures linted, ${faulty} with a syntax error`);
    expect(faulty).toBeGreaterThanOrEqual(leastFaulty);
  });
});

describe('odd texts', { timeout: 60_000 }, () => {
  const HEAD = 'import time\nasync def f():\n    time.sleep(1)\n';
  const nested = (depth: number, line: string) =>
    Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}${line}\n`).join('');

  /** How many blocking calls are found; null where the depth alone decides. */
  test.each<[string, string, number | null]>([
    ['empty', '', 0],
    ['a byte order mark', '\ufeff', 0],
    ['a byte order mark in front', `\ufeff${HEAD}`, 1],
    ['NUL bytes', '\0\0\0', 0],
    ['NUL bytes behind code', `${HEAD}x = "\0"\n`, 1],
    ['white space', ' \t\n\f\n\r\n', 0],
    ['no line end', HEAD.trimEnd(), 1],
    ['lone CR', HEAD.replaceAll('\n', '\r'), 1],
    ['CRLF', HEAD.replaceAll('\n', '\r\n'), 1],
    ['lone surrogates', `${HEAD}x = "\ud83d"\n`, 1],
    ['Python 2', `${HEAD}print "x"\nexec "y" in z\nraise E, "x"\ntry: pass\nexcept A, b: pass\n\`x\` <> 0777L\n`, 1],
    ['another language', 'function f() { return new Promise((g) => setTimeout(g, 1)); }\n', 0],
    ['bytes of a picture', Array.from({ length: 4096 }, (_, i) => String.fromCharCode((i * 37) % 256)).join(''), 0],
    ['20,000 parentheses', `x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}\n${HEAD}`, 1],
    ['20,000 open parentheses', `${HEAD}x = ${'('.repeat(20_000)}\n`, 1],
    ['20,000 calls in each other', `${HEAD}x = ${'g('.repeat(20_000)}${')'.repeat(20_000)}\n`, 1],
    ['20,000 lists in each other', `${HEAD}x = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, 1],
    ['20,000 attributes', `${HEAD}    x${'.y'.repeat(20_000)}()\n`, 1],
    ['5,000 terms', `${HEAD}    x = ${Array(5000).fill('y').join(' + ')}\n`, 1],
    ['5,000 alternatives', `${HEAD}    x = ${Array(5000).fill('y').join(' or ')}\n`, 1],
    ['5,000 signs', `${HEAD}    x = ${'-'.repeat(5000)}1\n    y = ${'not '.repeat(5000)}z\n`, 1],
    ['5,000 lambdas', `${HEAD}    x = ${'lambda: '.repeat(5000)}1\n`, 1],
    ['5,000 ternaries', `${HEAD}    x = ${'1 if y else '.repeat(5000)}2\n`, 1],
    ['5,000 awaits', `${HEAD}    ${'await '.repeat(5000)}x\n`, 1],
    ['3,000 nested ifs', `${nested(3000, 'if x:')}${' '.repeat(3000)}y = 1\n${HEAD}`, 1],
    ['10,000 elifs', `${HEAD}    if x: pass\n${'    elif x: pass\n'.repeat(10_000)}`, 1],
    ['500 nested functions', `${nested(500, 'async def f():')}${' '.repeat(500)}pass\n`, 0],
    ['500 nested classes', `${nested(500, 'class C:')}${' '.repeat(500)}pass\n`, 0],
    ['22 nested loops', `${nested(22, 'for x in y:')}${' '.repeat(22)}x = 1\n${HEAD}`, 1],
    ['30 nested comprehensions', `${HEAD}    x = ${'['.repeat(30)}1${' for y in z]'.repeat(30)}\n`, 1],
    ['100 nested try statements', `${HEAD}${nested(100, '    try:')}${' '.repeat(105)}x = 1\n`, 1],
    ['100 nested f-strings', `${HEAD}    x = ${'f"{'.repeat(100)}y${'}"'.repeat(100)}\n`, 1],
    ['200 functions that call each other', `${HEAD}${calls(200)}async def g(): f0()\n`, 2],
    ['5,000 functions that call each other', `${HEAD}${calls(5000)}async def g(): f0()\n`, null],
    [
      '5,000 classes, each the base of the next',
      `${HEAD}class C0: pass\n${bases(5000)}async def g(): C4999().x()\n`,
      1,
    ],
    ['a class that is its own base', `${HEAD}class C(C): pass\nasync def g(): C().x()\n`, 1],
    ['5,000 assignments of one name', `${HEAD}${'    x = g(x)\n'.repeat(5000)}    x.y()\n`, 1],
    ['a name that is made of itself', `${HEAD}    a = b; b = a; a.x(); c = c.d(c)\n`, 1],
    ['a string of 2 MB', `${HEAD}x = "${'y'.repeat(2_000_000)}"\n`, 1],
    ['a comment of 2 MB', `${HEAD}# ${'y'.repeat(2_000_000)}\n`, 1],
    ['a name of 100,000 letters', `${HEAD}    ${'x'.repeat(100_000)}()\n`, 1],
    ['100,000 lines', `${HEAD}${'x = 1\n'.repeat(100_000)}`, 1],
    ['a module that imports itself', 'import a\nfrom a import *\nfrom . import a\nasync def f(): a.f(); a.a.a()\n', 0],
  ])('%s', async (_, text, wanted) => {
    const report = await lintTexts([source('a.py', text)]);
    expectWhole(report, new Map([['a.py', text]]));
    const stalls = report.findings.filter(({ rule }) => rule === 'no-blocking-io-in-async');
    if (wanted !== null) expect(stalls.length).toBe(wanted);
  });
});

/** Functions in a row, each of which calls the next; the last one sleeps. */
function calls(count: number): string {
  const body = (i: number) => (i === count - 1 ? 'time.sleep(1)' : `f${i + 1}()`);
  return Array.from({ length: count }, (_, i) => `def f${i}(): ${body(i)}\n`).join('');
}

function bases(count: number): string {
  return Array.from({ length: count - 1 }, (_, i) => `class C${i + 1}(C${i}): pass\n`).join('');
}

/** How many of them do not parse. Each is linted in a folder of its own, beside the other files of its fixture. */
async function lintDamaged(damages: readonly Damage[], first: number): Promise<number> {
  const texts = new Map<string, string>();
  const groups = damages.map(({ fixture, file, start, end }, i) => {
    return fixture.files.map((one, position) => {
      const whole = one.read();
      const text = position === file ? whole.slice(0, start) + whole.slice(end) : whole;
      const path = `v${first + i}/${one.absolute.slice(fixture.root.length + 1)}`;
      texts.set(path, text);
      return source(path, text);
    });
  });
  let report: Report;
  try {
    report = await lintTexts(groups.flat());
  } catch {
    // Which one it is, and what it says.
    for (const [i, group] of groups.entries()) {
      await lintTexts(group).catch((error: Error) => expect.fail(`${shown(damages[i]!)}: ${error.stack}`));
    }
    return expect.fail(`only together: ${damages.map(shown).join(', ')}`);
  }
  expectWhole(report, texts);
  return new Set(report.findings.filter(({ rule }) => rule === 'syntax-error').map(({ place }) => place.path)).size;
}

function shown({ fixture, file, start, end }: Damage): string {
  return `${fixture.files[file]!.path} without [${start}, ${end})`;
}

/** Nothing went wrong, and every place lies in its text. */
function expectWhole(report: Report, texts: ReadonlyMap<string, string>): void {
  expect(report.problems).toEqual([]);
  expect(report.files).toBe(texts.size);
  const lines = new Map<string, string[]>();
  for (const { place, source: quoted } of [...report.findings, ...report.suppressed]) {
    const known = lines.get(place.path) ?? texts.get(place.path)!.split(/\r\n|\r|\n/);
    lines.set(place.path, known);
    expect(quoted, `${place.path}:${place.start.line}`).toEqual(known.slice(place.start.line - 1, place.end.line));
    expect(place.end.column).toBeLessThanOrEqual(quoted.at(-1)!.length + 1);
  }
}

function everyCut(): Damage[] {
  return fixtures.flatMap((fixture) =>
    fixture.files.flatMap((one, file) => {
      const text = one.read();
      return [...text.matchAll(/\n/g)].map(({ index }) => ({ fixture, file, start: index, end: text.length }));
    }),
  );
}

function everyDeletion(): Damage[] {
  return fixtures.flatMap((fixture) =>
    fixture.files.flatMap((one, file) => {
      const tree = parser.parse(one.read());
      const found: Damage[] = [];
      for (let node = 0; node < tree.count; node++) {
        const [start, end] = [tree.start[node]!, tree.end[node]!];
        const isLeaf = node + 1 >= tree.count || tree.parent[node + 1] !== node;
        if (isLeaf && start < end && tree.text[start] !== '#') found.push({ fixture, file, start, end });
      }
      return found;
    }),
  );
}

function source(path: string, text: string): SourceFile {
  return { path, absolute: `/nowhere/${path}`, read: () => text };
}

function lintTexts(files: readonly SourceFile[]): Promise<Report> {
  const request = { cwd: '/nowhere', roots: ['/nowhere'], ruleIds, config: [], isolated: true };
  const settings = configuration({ ...request, select: null, ignore: [], extendSelect: [] }).forFolder(
    '/nowhere',
  ).settings;
  return lint({ files, settingsOf: () => settings, level: 'note' });
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sample<V>(values: readonly V[], size: number, random: (below: number) => number): V[] {
  const rest = [...values];
  const taken: V[] = [];
  while (rest.length > 0 && taken.length < size) taken.push(rest.splice(random(rest.length), 1)[0]!);
  return taken;
}
