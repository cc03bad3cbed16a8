import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectFiles } from '../scripts/growth/project.mjs';
import { writeProject } from '../scripts/growth/write.mjs';
import { rules } from '../src/cli/registry.ts';
import { configuration } from '../src/config/resolve.ts';
import { readText } from '../src/files.ts';
import { lint } from '../src/lint.ts';
import type { SourceFile } from '../src/source-file.ts';
import type { Finding } from '../src/types.ts';

const SIZE = 60;
const root = mkdtempSync(join(tmpdir(), 'nostall-growth-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ruleIds = rules.map(({ id }) => id);
const request = { cwd: root, roots: [root], ruleIds, config: [], isolated: true };
const { settings } = configuration({ ...request, select: null, ignore: [], extendSelect: [] }).forFolder(root);

const generated = [...projectFiles({ files: SIZE, seed: '1' })];
writeProject({ files: SIZE, seed: '1', out: root });
const files = generated.map(({ path }): SourceFile => {
  const absolute = join(root, path);
  return { path, absolute, read: () => readText(absolute) };
});

test('the same seed gives the same project, another one another', () => {
  expect(generated).toHaveLength(SIZE);
  expect([...projectFiles({ files: SIZE, seed: '1' })]).toEqual(generated);
  expect([...projectFiles({ files: SIZE, seed: '2' })]).not.toEqual(generated);
});

test('a larger project holds the same packages and more', () => {
  const larger = new Map([...projectFiles({ files: 2 * SIZE, seed: '1' })].map(({ path, text }) => [path, text]));
  expect(larger.size).toBe(2 * SIZE);
  const whole = generated.filter(({ path }) => !path.startsWith('shop/catalog/'));
  expect(whole.length).toBeGreaterThan(SIZE * 0.8);
  for (const { path, text } of whole) expect(larger.get(path)).toBe(text);
});

test('it is Python of a usual size, with findings of each rule and at many depths', async () => {
  for (const { path, text } of generated) {
    if (!path.endsWith('__init__.py')) expect(text.split('\n').length, path).toBeLessThan(420);
  }
  const { findings, problems } = await lint({ files, settingsOf: () => settings, level: 'note' });
  expect(problems).toEqual([]);
  const found = new Set(findings.map(({ rule }) => rule));
  expect([...found].sort()).toEqual(ruleIds.filter((id) => /async|cpu|await/.test(id)).sort());
  expect(Math.max(...findings.map(({ chain }) => chain.length))).toBeGreaterThan(7);
});

test('files one by one, and backwards, give what the whole gives', async () => {
  const whole = await findingsIn(files);
  expect(whole.length).toBeGreaterThan(10);
  expect(await findingsIn([...files].reverse())).toEqual(whole);
  const alone: string[] = [];
  for (const file of files) alone.push(...(await findingsIn([file])));
  expect(alone.sort()).toEqual(whole);
});

async function findingsIn(some: readonly SourceFile[]): Promise<string[]> {
  const report = await lint({ files: some, settingsOf: () => settings, level: 'note' });
  return report.findings.map((one: Finding) => JSON.stringify(one)).sort();
}
