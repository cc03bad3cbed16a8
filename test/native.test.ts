import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { configuration } from '../src/config/resolve.ts';
import { lint } from '../src/lint.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { Report } from '../src/types.ts';
import { listFixtures, settingsFor } from './support/fixture.ts';

/** A folder to load tree-sitter from, when it is not among the installed packages. */
const from = process.env.NATIVE_FROM;

/** What `createParser` was asked for, and what it gave. */
const made = vi.hoisted(() => [] as { native: boolean; backend: string }[]);
vi.mock('../src/python/parser.ts', async (original) => {
  const actual = await original<typeof import('../src/python/parser.ts')>();
  const createParser: typeof actual.createParser = async (options = {}) => {
    const place = process.env.NATIVE_FROM;
    const parser = await actual.createParser(place === undefined ? options : { ...options, nativeFrom: place });
    made.push({ native: options.native === true, backend: parser.backend });
    return parser;
  };
  return { ...actual, createParser };
});

const ruleIds = ruleInfos.map(({ id }) => id);
const fixtures = listFixtures('fixtures', ruleIds);

test('the native parser gives the same report on every fixture that parses', { timeout: 300_000 }, async (context) => {
  if (!isInstalled()) {
    const note = `no tree-sitter here nor in NATIVE_FROM: ${fixtures.length} fixtures not compared`;
    console.log(`skipped: ${note}`);
    context.skip(note);
  }
  let compared = 0;
  for (const fixture of fixtures) {
    const settings = settingsFor(fixture, ruleIds);
    const run = (native: boolean) => lint({ files: fixture.files, settingsOf: () => settings, level: 'note', native });
    const wasm = await run(false);
    if (wasm.findings.some(({ rule }) => rule === 'syntax-error')) continue;
    expect(timeless(await run(true)), fixture.name).toEqual(timeless(wasm));
    compared++;
  }
  console.log(`${compared} of ${fixtures.length} fixtures compared with the native parser`);
  expect(compared).toBeGreaterThan(fixtures.length / 2);
  expect(made).toEqual(Array.from(made, ({ native }) => ({ native, backend: native ? 'native' : 'wasm' })));
  expect(made.some(({ native }) => native)).toBe(true);
});

test('without it, asking for it is one clear line', async (context) => {
  if (isInstalled()) context.skip('it is installed');
  const root = resolve('.');
  const request = {
    cwd: root,
    roots: [root],
    ruleIds,
    config: [],
    isolated: true,
    select: null,
    ignore: [],
    extendSelect: [],
  };
  const { settings } = configuration(request).forFolder(root);
  const report = await lint({ files: [], settingsOf: () => settings, level: 'note', native: true });
  expect(report.findings).toEqual([]);
  expect(report.problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^NOSTALL_PARSER=native: the package tree-sitter could not be loaded \([^\n]+\)$/),
  ]);
});

function isInstalled(): boolean {
  try {
    createRequire(from === undefined ? import.meta.url : join(from, 'package.json'))('tree-sitter');
    return true;
  } catch {
    return false;
  }
}

function timeless({ elapsed: _, ...report }: Report): Omit<Report, 'elapsed'> {
  return report;
}
