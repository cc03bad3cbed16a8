import { expect, test } from 'vitest';
import { readText } from '../src/files.ts';
import { modelReader, ownModels } from '../src/model-files.ts';
import { type Behaviour, behaviourOf } from '../src/project/behaviour.ts';
import { ancestors, attributeType } from '../src/project/members.ts';
import { modelSource } from '../src/project/models.ts';
import { Project } from '../src/project/project.ts';
import { type FunctionRef, single, type Value } from '../src/project/value.ts';
import { createParser } from '../src/python/parser.ts';

/** The names on public lists of other tools, each with a reason where no model says of it what the list does. */
const rows = readText('test/data/prior-art.tsv')
  .split('\n')
  .slice(1, -1)
  .map((line) => line.split('\t') as [name: string, lists: string, excuse: string]);

const parser = await createParser();
const models = modelSource(modelReader(parser, [ownModels()]), () => {});
/** The lists have names of old versions of Python and of new ones. */
const projects = [new Project({ models, target: [3, 14] }), new Project({ models, target: [3, 9] })];

test('names that other tools list are modelled, or excused one by one', () => {
  const missing = rows.filter(([name, lists, excuse]) => excuse === '' && !isCovered(name, lists));
  expect(missing.map(([name, lists]) => `${name} (${lists})`)).toEqual([]);
  const excused = rows.filter(([, , excuse]) => excuse !== '');
  console.log(`${rows.length} names of other tools, ${excused.length} excused`);
});

test('no more are excused than have to be', () => {
  const covered = rows.filter(([name, lists, excuse]) => excuse !== '' && isCovered(name, lists));
  expect(covered.map(([name, , excuse]) => `${name}: ${excuse}`)).toEqual([]);
});

test('every name stands there once, in order, with the lists that have it', () => {
  const names = rows.map(([name]) => name);
  expect(names).toEqual([...new Set(names)].sort());
  expect(rows.filter((row) => row.length !== 3 || row[1] === '').map(([name]) => name)).toEqual([]);
});

/** Other tools list what blocks or computes; evloop-lint also what hands a function to a thread, or to the loop. */
function isCovered(name: string, lists: string): boolean {
  const says = lists
    .split('; ')
    .map((list) => SAYS[list] ?? ((behaviour: Behaviour) => behaviour.primitives.length > 0));
  return projects.some((p) => functionsOf(p, name).some((fn) => says.some((one) => one(behaviourOf(fn)))));
}

const SAYS: Readonly<Record<string, (behaviour: Behaviour) => boolean>> = {
  'evloop-lint offloads': ({ offloads }) => offloads.length > 0,
  'evloop-lint schedules': ({ schedules }) => schedules.length > 0,
};

/** The functions of models that a dotted name stands for; of a class all its methods. */
function functionsOf(p: Project, dotted: string): FunctionRef[] {
  const parts = dotted.split('.');
  for (let length = parts.length - 1; length > 0; length--) {
    const mod = models(parts.slice(0, length).join('.'));
    if (mod === null) continue;
    let type = single({ tag: 'module', mod, name: mod.name });
    for (const name of parts.slice(length)) type = attributeType(p, type, name, mod);
    return type.values.flatMap((value) => functionsIn(p, value));
  }
  return [];
}

function functionsIn(p: Project, value: Value): FunctionRef[] {
  if (value.tag === 'function') return [value.fn];
  if (value.tag !== 'class') return [];
  const self: Value = { tag: 'instance', cls: value.cls, args: [] };
  return ancestors(p, value.cls, [], self).line.flatMap(({ cls }) =>
    cls.mod.functions.filter((fn) => fn.info.class === cls.id),
  );
}
