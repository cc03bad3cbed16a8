import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeText } from '../src/files.ts';
import { createParser } from '../src/python/parser.ts';
import { linesOf } from './support/comments.ts';
import { differences, type Found } from './support/compare.ts';
import { readExpectations } from './support/expectations.ts';
import { listFixtures, settingsFor } from './support/fixture.ts';

const ruleIds = new Set(['no-naps', 'no-queues']);
const read = (text: string, line = 3, alone = false) =>
  readExpectations([{ line, text, alone }], [1, 3, 6, 7], ruleIds);
const plain = { line: 3, rule: 'no-naps', column: null, level: null, text: null, gap: null };

describe('readExpectations', () => {
  test.each([
    ['# expect: no-naps', [plain]],
    ['#expect: no-naps', [plain]],
    ['# expect: no-naps@17', [{ ...plain, column: 17 }]],
    ['# expect: no-naps[warning]', [{ ...plain, level: 'warning' }]],
    ['# expect: no-naps "a `b`, c"', [{ ...plain, text: 'a `b`, c' }]],
    ['# expect: no-naps "say \\"hi\\" \\\\"', [{ ...plain, text: 'say "hi" \\' }]],
    ['# expect: no-naps@2[note] "x"', [{ ...plain, column: 2, level: 'note', text: 'x' }]],
    ['# expect: no-naps[note]@2 "x"', [{ ...plain, column: 2, level: 'note', text: 'x' }]],
    ['# expect: no-naps, no-queues@4', [plain, { ...plain, rule: 'no-queues', column: 4 }]],
    ['# expect: no-naps, no-naps', [plain, plain]],
    ['# expect(missing): no-naps', [{ ...plain, gap: 'missing' }]],
    ['# expect(spurious): no-naps', [{ ...plain, gap: 'spurious' }]],
    ['# noqa: X1  # expect: no-naps', [plain]],
    ['# what we expect: no-naps', []],
    ['# an ok line', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual({ expected, okLines: [], faults: [] });
  });

  test.each([
    ['# expect no-naps', 'expected ":"'],
    ['# expect(maybe): no-naps', 'expected ":"'],
    ['# expected: no-naps', 'expected ":"'],
    ['# expect:', 'expected a rule id'],
    ['# expect: no-naps,', 'expected a rule id'],
    ['# expect: no-nap', 'no such rule: no-nap'],
    ['# expect: no-naps@0', 'the end of the comment'],
    ['# expect: no-naps[loud]', 'no such level: loud'],
    ['# expect: no-naps "open', 'the end of the comment'],
    ['# expect: no-naps ""', 'the end of the comment'],
    ['# expect: no-naps because', 'the end of the comment'],
    ['# ok', 'write "# ok: reason"'],
    ['# ok:', 'write "# ok: reason"'],
  ])('refuses %s', (text, message) => {
    const { expected, okLines, faults } = read(text);
    expect({ expected, okLines }).toEqual({ expected: [], okLines: [] });
    expect(faults).toEqual([{ line: 3, message: expect.stringContaining(message) }]);
  });

  test('alone on a line it speaks of the next line of code, and several may be stacked', () => {
    const comments = [4, 5].map((line) => ({ line, text: '# expect: no-naps', alone: true }));
    expect(readExpectations(comments, [1, 3, 6, 7], ruleIds).expected.map(({ line }) => line)).toEqual([6, 6]);
  });

  test('faults of place', () => {
    expect(read('# expect: no-naps', 8, true).faults).toEqual([{ line: 8, message: 'no code below this expectation' }]);
    expect(read('# ok: quiet', 2, true).faults[0]?.message).toContain('at the end of the line');
    expect(read('# ok: quiet').okLines).toEqual([3]);
  });

  test('a line is not both expected and ok', () => {
    const comments = ['# ok: quiet', '# expect: no-naps'].map((text) => ({ line: 3, text, alone: false }));
    expect(readExpectations(comments, [3], ruleIds).faults).toHaveLength(1);
  });
});

describe('differences', () => {
  const found = (column: number, over: Partial<Found> = {}): Found => {
    const place = { path: 'a.py', start: { line: 3, column }, end: { line: 3, column: column + 1 } };
    return { rule: 'no-naps', level: 'warning', message: '`nap` sleeps', why: 'waits', advice: 'walk', place, ...over };
  };
  test.each<[string, Found[], string[]]>([
    ['# expect: no-naps', [found(5)], []],
    ['# expect: no-naps@5[warning] "`nap`"', [found(5)], []],
    ['# expect: no-naps "walk"', [found(5)], []],
    ['# expect: no-naps, no-naps@5', [found(5), found(9)], []],
    ['# expect: no-naps, no-naps@5', [found(9), found(5)], []],
    ['# expect(spurious): no-naps', [found(5)], []],
    ['# expect(missing): no-naps', [], []],
    ['# ok: quiet', [], []],
    ['# expect: no-naps', [], ['expected no-naps']],
    ['# expect: no-naps', [found(5, { rule: 'no-queues' })], ['expected no-naps', 'unexpected no-queues@5']],
    ['# expect: no-naps@6', [found(5)], ['expected no-naps@6', 'unexpected no-naps@5[warning] "`nap` sleeps"']],
    ['# expect: no-naps[note]', [found(5)], ['expected no-naps[note]', 'unexpected']],
    ['# expect: no-naps "snore"', [found(5)], ['expected no-naps "snore"', 'unexpected']],
    ['# expect: no-naps', [found(5), found(9)], ['unexpected no-naps@9']],
    ['# expect: no-naps, no-naps', [found(5)], ['expected no-naps']],
    ['# expect(missing): no-naps', [found(5)], ['drop (missing)']],
    ['# expect(missing): no-naps@9', [found(5)], ['unexpected']],
    ['# expect(spurious): no-naps', [], ['drop (spurious)']],
    ['# ok: quiet', [found(5)], ['said to be silent, but found no-naps@5']],
    ['# expect: snoring', [], ['no such rule: snoring']],
  ])('%s against %o', (text, findings, parts) => {
    const lines = differences('a.py', read(text), findings);
    expect(lines).toEqual(parts.map((part) => expect.stringContaining(part)));
    for (const line of lines) expect(line).toMatch(/^a\.py:3: /);
  });
});

test('comments, lines of code and lines with calls are read from the tree', async () => {
  const parser = await createParser();
  const text =
    '# one\nx = """\n# expect: no\n"""  # two\n\n  # three\nasync def f():\n    await g(  # four\n        1)\n';
  const { comments, codeLines, callLines } = linesOf(parser.parse(text));
  expect(comments).toEqual([
    { line: 1, text: '# one', alone: true },
    { line: 4, text: '# two', alone: false },
    { line: 6, text: '# three', alone: true },
    { line: 8, text: '# four', alone: false },
  ]);
  expect(codeLines).toEqual(expect.arrayContaining([2, 7, 8, 9]));
  expect(codeLines.some((line) => line === 1 || line === 5 || line === 6)).toBe(false);
  expect([...callLines]).toEqual([8]);
});

describe('listFixtures', () => {
  const base = mkdtempSync(join(tmpdir(), 'nostall-fixtures-'));
  afterAll(() => rmSync(base, { recursive: true }));
  writeText(join(base, 'no-naps/one.py'), '"""One."""\n# options: {"target-version": "3.12", "respect-noqa": false}\n');
  writeText(join(base, 'no-naps/ok_two.py'), 'pass\n');
  writeText(join(base, 'no-naps/shop/app.py'), 'pass\n');
  writeText(join(base, 'no-naps/shop/db/query.py'), 'pass\n');
  writeText(join(base, 'other/three.py'), 'pass\n');
  const fixtures = listFixtures(base, ruleIds);

  test('files are cases of one module, folders are cases of several', () => {
    const shown = fixtures.map(({ name, isOk, files }) => [name, isOk, files.length]);
    expect(shown).toEqual([
      ['no-naps/ok_two.py', true, 1],
      ['no-naps/one.py', false, 1],
      ['no-naps/shop', false, 2],
    ]);
  });

  test('options are configuration keys', () => {
    const [plain, changed] = fixtures.map((fixture) => settingsFor(fixture, [...ruleIds]));
    expect([plain?.respectNoqa, plain?.targetVersion]).toEqual([true, [3, 10]]);
    expect([changed?.respectNoqa, changed?.targetVersion]).toEqual([false, [3, 12]]);
    const weight = {
      rule: 'no-naps',
      kind: null,
      cost: null,
      certainty: null,
      isChained: false,
      path: join(base, 'test_nap.py'),
    };
    expect(plain?.severity.levelOf(weight)).toBe('warning');
  });

  test.each([
    ['{"level": ', 'not followed by a JSON object'],
    ['{}\n# options: {}', 'more than one'],
  ])('refuses options %s', (json, message) => {
    const folder = join(base, 'broken');
    writeText(join(folder, 'no-naps/a.py'), `# options: ${json}\n`);
    expect(() => listFixtures(folder, ruleIds)).toThrow(message);
  });
});
