import { expect, test } from 'vitest';
import { modelReader, moduleOf, ownModels, stubPaths } from '../src/model-files.ts';
import { behaviourOf } from '../src/project/behaviour.ts';
import { CONSTRUCTORS } from '../src/project/call-outcome.ts';
import { modelSource } from '../src/project/models.ts';
import { SCHEDULER_NAMES } from '../src/project/scheduler-names.ts';
import { createParser } from '../src/python/parser.ts';

test('every function of the models that hands something over is known by its name, or is a class', async () => {
  const models = modelSource(modelReader(await createParser(), [ownModels()]), () => {});
  const names = new Set<string>();
  for (const path of stubPaths(ownModels())) {
    for (const fn of models(moduleOf(path))?.functions ?? []) {
      if (behaviourOf(fn).schedules.length === 0) continue;
      const { name } = CONSTRUCTORS.includes(fn.info.name) ? (fn.mod.classes[fn.info.class]?.info ?? fn.info) : fn.info;
      // What is called by itself has been put under some name before: names that the code gives are followed.
      if (name !== '__call__' && !/^_*[A-Z]/.test(name)) names.add(name);
    }
  }
  expect([...names].sort()).toEqual([...SCHEDULER_NAMES].sort());
});
