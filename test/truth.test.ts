import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { listFolder, readText } from '../src/files.ts';
import { modelReader, ownModels } from '../src/model-files.ts';
import { behaviourOf, type Primitive } from '../src/project/behaviour.ts';
import { modelSource } from '../src/project/models.ts';
import { createParser } from '../src/python/parser.ts';
import { COSTS, type Cost } from '../src/types.ts';

interface Row {
  readonly entry: string;
  readonly kind: string;
  readonly cost: string;
  readonly verdict: string;
  readonly advice: string;
  readonly withAdvice: string;
}

const TABLE = resolve('rules/truth/standard-library.tsv');
const [heading, ...lines] = readText(TABLE).trimEnd().split('\n');
const rows = lines.map(rowOf);
const stated = await standardEntries();

test('every entry of the standard library has one row, every row an entry, and they agree', () => {
  expect(heading).toBe('entry\tkind\tcost\tverdict\tadvice\twith advice');
  expect(new Set(rows.map(({ entry }) => entry)).size).toBe(rows.length);
  const inTable = rows.map(({ entry, kind, cost }) => `${entry}: ${kind}, ${cost}`);
  expect(inTable.sort()).toEqual([...stated].map(([entry, effect]) => `${entry}: ${effect}`).sort());
});

test('what was run stalls, what is advised does not, and what was not run has a reason', () => {
  const counts = new Map<string, number>();
  for (const { entry, cost, verdict, advice, withAdvice } of rows) {
    const short = verdict.replace(/: .*/, '');
    counts.set(short, (counts.get(short) ?? 0) + 1);
    expect(verdict, entry).toMatch(/^(stalls|raises|micro|not run: \S.*)$/);
    expect(verdict === 'micro', entry).toBe(cost === 'micro');
    const ran = verdict === 'stalls' || verdict === 'raises';
    expect(withAdvice, entry).toBe(ran && !advice.startsWith('none: ') ? 'does not stall' : '');
    expect(advice !== '', entry).toBe(ran);
  }
  console.log([...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', '));
});

test('a real loop agrees with the table', (context) => {
  const probe = spawnSync('python3', ['-c', 'import sys; print(sys.version_info >= (3, 11), sys.platform)']);
  if (probe.stdout?.toString().trim() !== 'True linux')
    context.skip(`no python3 of 3.11 or newer on Linux: ${rows.length} verdicts not compared`);
  const { status, stdout, stderr } = spawnSync('python3', ['scripts/heartbeat.py', '--check'], { encoding: 'utf8' });
  console.log(stdout.trim().split('\n').at(-1));
  expect(status, stdout + stderr).toBe(0);
});

function rowOf(line: string): Row {
  const [entry = '', kind = '', cost = '', verdict = '', advice = '', withAdvice = ''] = line.split('\t');
  return { entry, kind, cost, verdict, advice, withAdvice };
}

/** What the models state of each function of the standard library, in every version of Python that they speak of. */
async function standardEntries(): Promise<Map<string, string>> {
  const root = ownModels();
  const models = modelSource(modelReader(await createParser(), [root]), () => {});
  const found = new Map<string, Primitive[]>();
  for (const path of stubsBelow(root)) {
    if (!readText(path).startsWith('# source: https://docs.python.org/')) continue;
    const name = path
      .slice(root.length + 1)
      .replace(/(\/__init__)?\.pyi$/, '')
      .replaceAll('/', '.');
    for (const fn of models(name)?.functions ?? []) {
      const { primitives } = behaviourOf(fn);
      const entry = `${name}.${fn.info.qualname}`;
      if (primitives.length > 0) found.set(entry, [...(found.get(entry) ?? []), ...primitives]);
    }
  }
  return new Map([...found].map(([entry, primitives]) => [entry, shown(primitives)]));
}

function shown(primitives: readonly Primitive[]): string {
  const kinds = new Set(primitives.map(({ kind }) => kind));
  const cost = primitives.reduce<Cost>((most, one) => dearer(most, one.cost), 'micro');
  return `${[...kinds].sort().join('+')}, ${cost}`;
}

function dearer(one: Cost, other: Cost): Cost {
  return COSTS.indexOf(one) > COSTS.indexOf(other) ? one : other;
}

function stubsBelow(folder: string): string[] {
  return listFolder(folder).flatMap(({ name, kind }) => {
    const path = `${folder}/${name}`;
    if (kind === 'folder') return stubsBelow(path);
    return name.endsWith('.pyi') ? [path] : [];
  });
}
