import { basename, join, resolve } from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import nostall from '../src/eslint.ts';
import { lint } from '../src/lint.ts';
import type { SourceFile } from '../src/source-file.ts';
import { version } from '../src/version.ts';
import { HOSTS, hostFor, linesOfFindings, linesOfMessages } from './support/eslint.ts';
import { type Fixture, listFixtures, settingsFor } from './support/fixture.ts';
import { workspace } from './workspace.ts';

const ruleIds = rules.map((rule) => rule.name);
const fixtures = listFixtures('fixtures', ruleIds);
const expected = new Map<string, Promise<ReadonlyMap<string, readonly string[]>>>();
const hosts = new Map<string, ESLint>();

describe.each(HOSTS)('%s', (_, Host) => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('finds in %s the same', async (_, fixture) => {
    expect(await foundBy(Host, fixture, 'nostall')).toEqual(await findingsOf(fixture));
  });

  test('finds the same under another name of the plugin', async () => {
    const isSample = (fixture: Fixture, index: number): boolean =>
      index % 12 === 0 || /modules_\w*chain/.test(fixture.name);
    for (const fixture of fixtures.filter(isSample)) {
      expect(await foundBy(Host, fixture, 'stall')).toEqual(await findingsOf(fixture));
    }
  });

  test('shows what the command line shows at its default level, in test files too', async () => {
    const root = workspace({});
    const files = fixtures.flatMap(({ files }, index) => (files.length === 1 && index % 6 === 0 ? files : []));
    const host = new Host({ cwd: root, overrideConfigFile: true, overrideConfig: [...nostall.configs.recommended] });
    for (const file of files) {
      for (const path of [basename(file.path), `tests/${basename(file.path)}`, `test_${basename(file.path)}`]) {
        const absolute = join(root, path);
        const one: SourceFile = { path, absolute, read: file.read };
        const settings = settingsFor({ ...fixtures[0]!, root, options: { tests: 'quieter' } }, ruleIds);
        const report = await lint({ files: [one], settingsOf: () => settings, level: 'warning' });
        const [result] = await host.lintText(file.read(), { filePath: absolute });
        expect([path, ...linesOfMessages(result!.messages)]).toEqual([path, ...linesOfFindings(report.findings)]);
      }
    }
  });

  test.each(rules)('$name takes its default options and no others', async ({ name, meta }) => {
    const rule = `nostall/${name}`;
    const lintWith = (...options: unknown[]) => {
      return hostFor(Host, { cwd: resolve('.'), rules: { [rule]: ['error', ...options] } }).lintText('', {
        filePath: 'a.py',
      });
    };
    expect((await lintWith(...(meta?.defaultOptions ?? [])))[0]?.messages).toEqual([]);
    for (const wrong of [{ arbitrary: true }, { costs: ['dear'] }, { costs: [] }, { certainties: 'proven' }]) {
      await expect(lintWith(wrong)).rejects.toThrow(rule);
    }
  });

  test('takes the recommended configuration spread, extended, and beside another for JavaScript', async () => {
    const root = workspace({ 'a.py': 'import time\nasync def f():\n    time.sleep(1)\n', 'b.js': 'var b = 1;\n' });
    const js: Linter.Config = { files: ['**/*.js'], rules: { 'no-var': 'error' } };
    const host = new Host({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: [...nostall.configs.recommended, js],
    });
    const results = await host.lintFiles(['.']);
    expect(results.map(({ filePath, messages }) => [basename(filePath), messages.map(({ ruleId }) => ruleId)])).toEqual(
      [
        ['a.py', ['nostall/no-blocking-io-in-async']],
        ['b.js', ['no-var']],
      ],
    );
  });
});

describe('the plugin', () => {
  test('says who it is and has every rule', () => {
    expect(nostall.meta).toEqual({ name: 'nostall', version, namespace: 'nostall' });
    expect(Object.keys(nostall.rules ?? {}).sort()).toEqual([...ruleIds].sort());
    const severities = nostall.configs.recommended[0]?.rules ?? {};
    expect(Object.keys(severities).sort()).toEqual(ruleIds.map((id) => `nostall/${id}`).sort());
  });
});

/** By file name. */
function findingsOf(fixture: Fixture): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = expected.get(fixture.name) ?? lintFixture(fixture);
  expected.set(fixture.name, known);
  return known;
}

async function lintFixture(fixture: Fixture): Promise<ReadonlyMap<string, readonly string[]>> {
  const settings = settingsFor(fixture, ruleIds);
  const report = await lint({ files: fixture.files, settingsOf: () => settings, level: 'note' });
  expect(report.problems).toEqual([]);
  const lines = fixture.files.map(({ path, absolute }): [string, string[]] => {
    return [absolute, linesOfFindings(report.findings.filter(({ place }) => place.path === path))];
  });
  return new Map(lines);
}

/** A case of several modules is linted where it is, one of a single file where it can import no other case. */
async function foundBy(Host: typeof ESLint, fixture: Fixture, namespace: string) {
  const isFolder = fixture.files.some(({ path, absolute }) => path !== absolute);
  const cwd = isFolder ? fixture.root : resolve('/nowhere');
  // Models are found by the plugin itself, in the configuration file of the case.
  const { 'target-version': targetVersion, models: _, ...others } = fixture.options;
  expect(others).toEqual({});
  const languageOptions: Linter.LanguageOptions = targetVersion === undefined ? {} : { targetVersion };
  const key = `${HOSTS.findIndex(([, known]) => known === Host)} ${namespace} ${cwd} ${targetVersion}`;
  const host = hosts.get(key) ?? hostFor(Host, { cwd, namespace, languageOptions });
  hosts.set(key, host);
  const found = new Map<string, readonly string[]>();
  for (const { absolute, read } of fixture.files) {
    const filePath = isFolder ? absolute : join(cwd, basename(absolute));
    const [result] = isFolder ? await host.lintFiles([filePath]) : await host.lintText(read(), { filePath });
    found.set(absolute, linesOfMessages(result!.messages, namespace));
  }
  return found;
}
