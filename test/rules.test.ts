import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { rules } from '../src/cli/registry.ts';
import { readText } from '../src/files.ts';
import { lint } from '../src/lint.ts';
import { createParser } from '../src/python/parser.ts';
import { linesOf } from './support/comments.ts';
import { differences } from './support/compare.ts';
import { type Expectations, readExpectations } from './support/expectations.ts';
import { factFaults } from './support/facts.ts';
import { type Fixture, listFixtures, pythonFiles, settingsFor } from './support/fixture.ts';

const ruleIds = rules.map((rule) => rule.id);
const known = new Set(ruleIds);
const parser = await createParser();
const fixtures = listFixtures('fixtures', ruleIds);
const counts = new Map<string, { files: number; expectations: number; gaps: number; ok: number }>();

test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const expectations = new Map(fixture.files.map((file) => [file.path, expectationsOf(file.read())]));
  count(fixture, [...expectations.values()]);
  const settings = settingsFor(fixture, ruleIds);
  const report = await lint({ files: fixture.files, settingsOf: () => settings, level: 'note' });

  const lines = report.problems.map(({ path, line, message }) => `${path}:${line}: problem: ${message}`);
  for (const { place, rule } of report.findings) {
    if (!expectations.has(place.path))
      lines.push(`${place.path}:${place.start.line}: ${rule} in no file of the fixture`);
  }
  for (const [path, expected] of expectations) {
    const here = report.findings.filter((finding) => finding.place.path === path);
    lines.push(...differences(path, expected, here));
  }
  const analysis = analyse(parser, fixture.files, settings, () => {});
  for (const file of fixture.files)
    lines.push(...factFaults(file, linesOf(parser.parse(file.read())).comments, analysis));
  if (!fixture.isOk && [...expectations.values()].every(({ expected }) => expected.length === 0)) {
    lines.push(`${fixture.name}: no expectation; a fixture that is silent has a name that begins with "ok"`);
  }
  if (lines.length > 0) expect.fail(`\n${lines.join('\n')}`);
});

test('there are fixtures, and none lies in a folder that no rule is named by', () => {
  expect(fixtures.length).toBeGreaterThan(0);
  const linted = new Set(fixtures.flatMap((fixture) => fixture.files.map((file) => file.absolute)));
  const stray = pythonFiles(resolve('fixtures')).filter((path) => !linted.has(path));
  expect(stray.filter((path) => expectationsOf(readText(path)).expected.length > 0)).toEqual([]);
});

afterAll(() => {
  const parts = [...counts].map(([rule, { files, expectations, gaps, ok }]) => {
    return `${rule}: ${files} files, ${expectations} expectations, ${gaps} known gaps, ${ok} ok lines`;
  });
  console.log(parts.join('; '));
});

function expectationsOf(text: string): Expectations {
  const { comments, codeLines, callLines } = linesOf(parser.parse(text));
  const read = readExpectations(comments, codeLines, known);
  const idle = read.okLines.filter((line) => !callLines.has(line));
  const faults = idle.map((line) => ({ line, message: '"# ok:" on a line without a call or an await' }));
  return { ...read, faults: [...read.faults, ...faults] };
}

function count({ rule, files }: Fixture, all: readonly Expectations[]): void {
  const sum = counts.get(rule) ?? { files: 0, expectations: 0, gaps: 0, ok: 0 };
  sum.files += files.length;
  for (const { expected, okLines } of all) {
    const gaps = expected.filter((one) => one.gap !== null).length;
    sum.gaps += gaps;
    sum.expectations += expected.length - gaps;
    sum.ok += okLines.length;
  }
  counts.set(rule, sum);
}
