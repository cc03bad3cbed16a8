import { expect, test } from 'vitest';
import { rules } from '../src/cli/registry.ts';
import { lint, type SourceFile } from '../src/lint.ts';
import type { Finding } from '../src/types.ts';
import { type Fixture, listFixtures, settingsFor } from './support/fixture.ts';

const ruleIds = rules.map((rule) => rule.id);
const cases = listFixtures('fixtures', ruleIds).filter((fixture) => fixture.files.length > 1);
const wholes = new Map<string, Promise<readonly string[]>>();

const steady = named(cases);

test('there are cases of several modules, with findings', async () => {
  const lists = await Promise.all(cases.map(whole));
  expect(lists.filter((list) => list.length > 0).length).toBeGreaterThan(cases.length / 2);
});

test.each(steady)('%s: any order of the files gives the same findings', async (_, fixture) => {
  const expected = await whole(fixture);
  for (const order of orders(fixture.files)) expect(await findings(fixture, order)).toEqual(expected);
});

test.each(steady)('%s: files one by one give what the whole gives', async (_, fixture) => {
  const alone = await Promise.all(fixture.files.map((file) => findings(fixture, [file])));
  expect(alone.flat().sort()).toEqual(await whole(fixture));
});

function named(fixtures: readonly Fixture[]): [string, Fixture][] {
  return fixtures.map((fixture) => [fixture.name, fixture]);
}

function whole(fixture: Fixture): Promise<readonly string[]> {
  const known = wholes.get(fixture.name) ?? findings(fixture, fixture.files);
  wholes.set(fixture.name, known);
  return known;
}

/** Everything that a report says of its findings, sorted; the silenced ones too. */
async function findings(fixture: Fixture, files: readonly SourceFile[]): Promise<readonly string[]> {
  const settings = settingsFor(fixture, ruleIds);
  const report = await lint({ files, settingsOf: () => settings, level: 'note' });
  const all: readonly (Finding | { readonly problem: string })[] = [
    ...report.findings,
    ...report.suppressed,
    ...report.problems.map(({ path, message }) => ({ problem: `${path}: ${message}` })),
  ];
  return all.map((one) => JSON.stringify(one)).sort();
}

/** Backwards, each file in front, and a few shuffles that are the same in every run. */
function orders(files: readonly SourceFile[]): SourceFile[][] {
  const fronts = files.map((file) => [file, ...files.filter((other) => other !== file)]);
  return [[...files].reverse(), ...fronts, ...[1, 2, 3].map((seed) => shuffled(files, seed))];
}

function shuffled(files: readonly SourceFile[], seed: number): SourceFile[] {
  const out = [...files];
  let state = seed;
  for (let last = out.length - 1; last > 0; last--) {
    // The generator of Park and Miller: 16807 is a primitive root of 2^31 - 1.
    state = (state * 16_807) % 2_147_483_647;
    const other = state % (last + 1);
    [out[last], out[other]] = [out[other]!, out[last]!];
  }
  return out;
}
