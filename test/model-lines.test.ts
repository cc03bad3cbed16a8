import { beforeAll, describe, expect, test } from 'vitest';
import { listFolder, readText } from '../src/files.ts';
import { modelReader, ownModels } from '../src/model-files.ts';
import { modelSource } from '../src/project/models.ts';
import { Project } from '../src/project/project.ts';
import { createParser } from '../src/python/parser.ts';
import { faultsIn } from './support/model-lines/lint.ts';
import { type ModelLines, modelLines } from './support/model-lines/module.ts';

/** A model speaks of several versions of Python: for what the newest does not have, older ones are asked. */
const TARGETS = [
  [3, 14],
  [3, 12],
  [3, 10],
  [3, 8],
] as const;

/** Entries that no line shows to do what they say, each with its reason. */
const EXCUSED = new Map(
  readText('test/data/model-lines-excused.tsv')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string]),
);

describe('what the models state is seen in lines that use it', () => {
  const entries = new Set<string>();
  const faults = new Map<string, string>();

  beforeAll(async () => {
    const parser = await createParser();
    const models = modelSource(modelReader(parser, [ownModels()]), () => {});
    const names = moduleNames(ownModels(), '');
    let lines = 0;
    for (const target of TARGETS) {
      const p = new Project({ models, target });
      const made = new Map<string, ModelLines>();
      for (const name of names) {
        const module = modelLines(p, models(name)!, entries);
        if (module.entries.length > 0) made.set(`lines/${name.replaceAll('.', '_')}_lines.py`, module);
      }
      for (const [entry, fault] of faultsIn(parser, made, target)) faults.set(entry, fault);
      for (const { entries: own, unmade, cases } of made.values()) {
        for (const entry of own) entries.add(entry);
        for (const [entry, reason] of unmade) faults.set(entry, reason);
        lines += cases.size;
      }
    }
    console.log(`${entries.size} entries in ${lines} generated definitions, ${EXCUSED.size} excused`);
  });

  test('every entry, but for those that are excused', () => {
    const unexcused = [...faults].filter(([entry]) => !EXCUSED.has(entry));
    expect(unexcused.map(([entry, fault]) => `${entry}: ${fault}`)).toEqual([]);
  });

  test('no more are excused than have to be', () => {
    expect([...EXCUSED.keys()].filter((entry) => !faults.has(entry))).toEqual([]);
    expect([...EXCUSED].filter(([, reason]) => !/\w \w/.test(reason ?? ''))).toEqual([]);
    expect(entries.size).toBeGreaterThan(8_000);
    expect(EXCUSED.size / entries.size).toBeLessThan(0.02);
  });
});

function moduleNames(folder: string, prefix: string): string[] {
  return listFolder(folder).flatMap(({ name, kind }) => {
    if (kind === 'folder') return moduleNames(`${folder}/${name}`, `${prefix}${name}.`);
    if (!name.endsWith('.pyi')) return [];
    return [name === '__init__.pyi' ? prefix.slice(0, -1) : `${prefix}${name.slice(0, -4)}`];
  });
}
